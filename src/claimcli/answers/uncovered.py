"""What the records on a question do not cover: positions, decades, schools, languages, checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from claimcli import citations
from claimcli.answers.compare import Comparison
from claimcli.answers.language_names import language_name
from claimcli.answers.marks import KNOWN, Known, known_of
from claimcli.answers.sentences import (
    Said,
    Sentence,
    number,
    sentence,
    series,
    share,
    spelled,
    verb,
)
from claimcli.answers.tally import Counted, Tally, counted, ids
from claimcli.citations.chicago import sources
from claimcli.dates import decade, decade_in_words
from claimcli.entities import Entities, date_of
from claimcli.model import Claim, Source
from claimcli.store import Role, Store

NAMED = 12
"""Works that a sentence names; of more it says how many."""


class Gap(msgspec.Struct, frozen=True):
    """What is not covered in one respect."""

    heading: str
    sentences: tuple[Sentence, ...]


def gaps(
    store: Store, comparison: Comparison, total: Tally, claims: Sequence[Claim]
) -> tuple[Gap, ...]:
    """What is not covered, in every respect in which something is to be said."""
    found = (
        ("Positions without a claim", _positions(comparison)),
        ("Decades without a work", _decades(claims, store)),
        ("Schools", schools_heard(store.schools(), comparison, claims)),
        ("Languages", _languages(store, claims)),
        ("Not read in the holder's own work", _unread(total, claims, store)),
        ("Not checked a second time", _unchecked(claims)),
    )
    said = ((heading, tuple(sentences)) for heading, sentences in found)
    return tuple(Gap(heading, sentences) for heading, sentences in said if sentences)


def _positions(comparison: Comparison) -> Iterator[Sentence]:
    empty = [f"{p.siglum} ({p.label})" for p in comparison.positions if not p.total]
    if empty:
        yield sentence(f"No claim takes {series(empty, 'or')}.")


# --- Decades ---


def _decades(claims: Sequence[Claim], entities: Entities) -> Iterator[Sentence]:
    works = {claim.citation.source: date_of(claim, entities) for claim in claims if claim.citation}
    dated = {id: found for id, date in works.items() if (found := decade(date))}
    met = sorted({_signed(start, bce) for start, bce in dated.values()})
    if met:
        yield sentence(_between(met))
    undated = [claim for claim in claims if claim.citation and claim.citation.source not in dated]
    if undated:
        works_undated = Counted(len(set(works) - set(dated)), ids(undated))
        tells = verb(works_undated.number, " tells", " tell")
        yield sentence(number(works_undated, "work"), f"{tells} no decade.")


def _signed(start: int, bce: bool) -> int:
    """Decades in a row: those before our era count down to the one that begins with 1 BCE."""
    return -start - 10 if bce else start


def _named(ten: int) -> str:
    return decade_in_words(-ten - 10 if ten < 0 else ten, ten < 0)


def _between(met: list[int]) -> str:
    if len(met) == 1:
        return f"All works with a year are of the {_named(met[0])}."
    span = f"from the {_named(met[0])} to the {_named(met[-1])}"
    decades = (met[-1] - met[0]) // 10 + 1
    if decades == len(met):
        return f"There is a work of every decade {span}."
    if decades > _WRITTEN_OUT:
        return f"Of {decades:,} decades {span} {decades - len(met):,} have no work."
    missing = [ten for ten in range(met[0], met[-1], 10) if ten not in met]
    runs = [f"the {run}" for run in _runs(missing)]
    return f"Works run {span}; there is none of {series(runs, 'or')}."


_WRITTEN_OUT = 40
"""Decades between the first and the last work; of more it is said how many have none."""


def _runs(missing: list[int]) -> Iterator[str]:
    """Decades, three and more that follow each other as one: `1980s to the 2000s`."""
    at = 0
    while at < len(missing):
        end = at
        while end + 1 < len(missing) and missing[end + 1] == missing[end] + 10:
            end += 1
        if end - at > 1:
            yield f"{_named(missing[at])} to the {_named(missing[end])}"
        else:
            yield from map(_named, missing[at : end + 1])
        at = end + 1


# --- Schools ---


def schools_heard(
    known: Sequence[str], comparison: Comparison, claims: Sequence[Claim]
) -> Iterator[Sentence]:
    """The schools of a corpus of which nobody is recorded, and those of which nobody was read."""
    if not known:
        yield sentence("The corpus records no schools.")
        return
    heard = {school: _heard(school, comparison, claims) for school in known}
    for how, (one, several) in _HEARD.items():
        met = [school for school, (best, _) in heard.items() if best == how]
        if met:
            named = series([f"“{school}”" for school in met], "and" if how else "or")
            of_them = tuple(dict.fromkeys(id for school in met for id in heard[school][1]))
            said = verb(len(met), one, several).format(named)
            yield sentence(Said(said, of_them), ".")


def _heard(
    school: str, comparison: Comparison, claims: Sequence[Claim]
) -> tuple[Known | None, tuple[str, ...]]:
    """How the best known holder of a school is known, and the claims of all its holders."""
    of_it = {id for id, holder in comparison.holders.items() if holder and holder.school == school}
    held = [claim for claim in claims if of_it.intersection(claim.scholars)]
    known = (
        known_of([holder.kind], claim.second_hand)
        for claim in held
        for id in of_it.intersection(claim.scholars)
        if (holder := comparison.holders[id])
    )
    return min(known, key=KNOWN.index, default=None), ids(held)


_HEARD: dict[Known | None, tuple[str, str]] = {
    None: (
        "Nobody of the school {} is recorded here",
        "Nobody of the schools {} is recorded here",
    ),
    "second-hand": (
        "The school {} is heard only through the works of others",
        "The schools {} are heard only through the works of others",
    ),
    "unnamed": (
        "Of the school {} there is only a phrase of a reporter's, which names nobody",
        "Of the schools {} there are only phrases of reporters', which name nobody",
    ),
    "contemporary": (
        "Of the school {} there is only somebody of the time that is spoken of",
        "Of the schools {} there are only people of the time that is spoken of",
    ),
}
"""What is said of a school, and of several, that are heard no better."""


# --- Languages ---


def _languages(store: Store, claims: Sequence[Claim]) -> Iterator[Sentence]:
    """The languages of the works that claims name; those of other works of the corpus."""
    named = dict.fromkeys(id for claim in claims for id in sources(claim))
    here = _by_language(filter(None, map(store.source, named)))
    elsewhere = _by_language(store.sources())
    if not elsewhere.keys() - {None}:
        yield sentence("The corpus records the language of no work.")
        return
    if known := [language for language in here if language]:
        yield sentence(f"Works named here are in {series(known)}.")
    if missing := [language for language in elsewhere if language and language not in here]:
        yield sentence(f"The corpus has works in {series(missing)}; none of them is named here.")
    if unknown := here.get(None):
        yield _untold(unknown, claims)


def _by_language(works: Iterable[Source]) -> dict[str | None, list[str]]:
    """The works in each language, None where it is not recorded."""
    found: dict[str | None, list[str]] = {}
    for work in works:
        found.setdefault(language_name(work.csl.get("language")), []).append(work.id)
    return found


def _untold(works: list[str], claims: Sequence[Claim]) -> Sentence:
    unknown = set(works)
    of_them = ids(claim for claim in claims if unknown.intersection(sources(claim)))
    return sentence("of ", number(Counted(len(works), of_them), "work"), _LANGUAGE_UNKNOWN)


_LANGUAGE_UNKNOWN = " the language is not recorded."


# --- What was not read, and not checked ---


def _unread(total: Tally, claims: Sequence[Claim], store: Store) -> Iterator[Sentence]:
    reported = counted(claim for claim in claims if claim.second_hand)
    if not reported.number:
        return
    were = verb(reported.number, " was", " were")
    said = share(reported, total.claims, "claim")
    yield sentence(said, f"{were} not read in the holder's own work.")
    works = _works_unread(claims, store)
    if works:
        texts = [citations.short(store.source(id), id) for id in works[:NAMED]]
        more = f", and {len(works) - NAMED:,} more" if len(works) > NAMED else ""
        yield sentence(f"Not read: {'; '.join(texts)}{more}.")


def _works_unread(claims: Sequence[Claim], store: Store) -> list[str]:
    """The works that claims are reported from, and that no claim of the corpus was read in."""
    cited = (claim.citation.source for claim in claims if claim.citation and claim.second_hand)
    return [id for id in dict.fromkeys(cited) if not store.count(Role.WITNESS, id)]


def _unchecked(claims: Sequence[Claim]) -> Iterator[Sentence]:
    quoted = counted(claim for claim in claims if claim.quote)
    unchecked = counted(claim for claim in claims if claim.quote and not claim.checked)
    if unchecked.number:
        yield _not_checked(unchecked, quoted)
    without = counted(claim for claim in claims if not claim.quote)
    if without.number:
        has = verb(without.number, " has", " have")
        yield sentence(number(without, "claim"), f"{has} no quotation to be checked by.")


def _not_checked(unchecked: Counted, quoted: Counted) -> Sentence:
    if unchecked.number == quoted.number == 1:
        return sentence(Said("the one quotation", quoted.claims), " has not been checked again.")
    if unchecked.number == quoted.number:
        every = Said(f"the {spelled(quoted.number)} quotations", quoted.claims)
        return sentence("none of ", every, " has been checked a second time.")
    percent = round(100 * unchecked.number / quoted.number)
    said, have = share(unchecked, quoted, "quotation"), verb(unchecked.number, "has", "have")
    return sentence(said, f" ({percent} %) {have} not been checked a second time.")
