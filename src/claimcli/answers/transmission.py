"""How what is held on a question is known, and what of it is unsure: in sentences that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from claimcli import citations
from claimcli.answers.compare import Comparison, Position
from claimcli.answers.counting import Entry, unquoted
from claimcli.answers.sentences import (
    Said,
    Sentence,
    number,
    sentence,
    series,
    series_of,
    share,
    spelled,
    verb,
)
from claimcli.answers.tally import Counted, Tally, counted, ids, tally
from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.entities import Entities
from claimcli.errors import Lost, told_of
from claimcli.model import Claim

NAMED = 12
"""Texts, phrases or people that a sentence names; of more it says how many more there are."""


class Witness(msgspec.Struct, frozen=True):
    """A text that was read: its short citation, the note of its record, the claims read in it."""

    source: str
    text: str
    note: str | None
    claims: tuple[str, ...]


def witnesses(claims: Iterable[Claim], entities: Entities) -> tuple[Witness, ...]:
    """The texts that claims were read in, as they are met."""
    read: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.witness:
            read.setdefault(claim.witness, []).append(claim)
    return tuple(_witness(id, found, entities) for id, found in read.items())


def _witness(id: str, claims: list[Claim], entities: Entities) -> Witness:
    source = entities.source(id)
    return Witness(id, citations.short(source, id), source.note if source else None, ids(claims))


# --- How this is known ---


def how_known(
    total: Tally, read: Sequence[Witness], claims: Sequence[Claim], entities: Entities
) -> Iterator[Sentence]:
    """What was read, how many scholars were, and what stands between them and the reader."""
    yield _read_in(read, total)
    yield from _scholars(total)
    yield from _no_scholars(total, claims, entities)
    yield from _reported(claims)
    unshown = _unshown(claims, entities)
    if unshown.number:
        yield sentence("That ", number(unshown, "scholar"), _WAS_READ[unshown.number == 1])


_WAS_READ = (
    " were read in their own work, no quotation shows.",
    " was read in their own work, no quotation shows.",
)


def _read_in(read: Sequence[Witness], total: Tally) -> Sentence:
    if not total.claims.number:
        return sentence("Nothing is recorded on this question.")
    if len(read) == 1:
        return sentence(
            "all of it was read in ", number(total.witnesses, "text"), f", {read[0].text}."
        )
    named = f": {_some([witness.text for witness in read])}"
    return sentence("It was read in ", number(total.witnesses, "text"), named, ".")


def _some(names: Sequence[str]) -> str:
    """The names in a series; of many the first, and how many more."""
    more = len(names) - NAMED
    return series([*names[:NAMED], *([f"{more:,} more"] if more > 0 else [])])


def _scholars(total: Tally) -> Iterator[Sentence]:
    read, reported = total.first_hand, total.second_hand
    if not total.scholars.number and total.claims.number:
        yield sentence("No scholar is named.")
    elif read.number and reported.number:
        were = verb(read.number, " was", " were")
        known = verb(reported.number, " is known", " are known")
        first = number(read, "scholar")
        yield sentence(
            *(first, f"{were} read in their own work; "),
            *(number(reported), f"{known} only from the works of others."),
        )
    elif read.number:
        yield sentence(number(read, "scholar"), verb(read.number, " was", " were"), _OWN)
    elif reported.number:
        known = verb(reported.number, " is known", " are known")
        yield sentence(number(reported, "scholar"), known, " only from the works of others.")


_OWN = " read in their own work."


def _no_scholars(total: Tally, claims: Sequence[Claim], entities: Entities) -> Iterator[Sentence]:
    """Holders who are none: reporters' phrases by their words, and people of the time."""
    if total.unnamed.number:
        phrases = _some([f"“{name}”" for name in _names(claims, "unnamed", entities)])
        are = verb(total.unnamed.number, " is a phrase", " are phrases")
        scholars = verb(total.unnamed.number, "a scholar.", "scholars.")
        yield sentence(
            *(number(total.unnamed, "holder"), f"{are} of a reporter's"),
            *(f" ({phrases})", ", and never counted as ", scholars),
        )
    if total.contemporaries.number:
        people = _some(_names(claims, "contemporary", entities))
        are = verb(total.contemporaries.number, " is", " are")
        yield sentence(
            *(number(total.contemporaries, "holder"), f"{are} of the time that is spoken of"),
            *(f" ({people})", ", and no scholar."),
        )


def _names(claims: Sequence[Claim], kind: str, entities: Entities) -> list[str]:
    holders = dict.fromkeys(id for claim in claims for id in claim.scholars)
    found = filter(None, map(entities.scholar, holders))
    return [scholar.name for scholar in found if scholar.kind == kind]


def _reported(claims: Sequence[Claim]) -> Iterator[Sentence]:
    """Claims whose quotation has the reporter's words, that name no work, that stand elsewhere."""
    theirs = counted(c for c in claims if c.quote and c.second_hand and c.words != "holder")
    if theirs.number:
        yield sentence("In ", number(theirs, "claim"), " the words quoted are the reporter's.")
    unplaced = counted(claim for claim in claims if claim.citation is None)
    if unplaced.number:
        names = verb(unplaced.number, " names", " name")
        yield sentence(number(unplaced, "claim"), f"{names} no work of the holder's.")


def _unshown(claims: Sequence[Claim], entities: Entities) -> Counted:
    """The scholars of whom no quotation shows that they were read, with what was read of them."""
    found = unquoted(claims, entities)
    read = (claim for claim in claims if not claim.second_hand)
    return Counted(len(found), ids(claim for claim in read if found.intersection(claim.scholars)))


# --- What is unsure ---


def unsure(
    comparison: Comparison, total: Tally, claims: Sequence[Claim], lost: Lost
) -> Iterator[Sentence]:
    """What is the recorder's judgement, what nobody checked, and what of the corpus is missing."""
    yield from _judged(total, claims)
    for position in comparison.positions:
        yield from _by_reading(position, comparison.entities)
    if total.claims.number:
        yield _checked(total, counted(claim for claim in claims if claim.checked))
    if any(lost):
        yield sentence(f"Not all of the corpus could be read: {told_of(lost)}.")


def _judged(total: Tally, claims: Sequence[Claim]) -> Iterator[Sentence]:
    """In how many claims something is the recorder's judgement, and which fields those are."""
    if not total.unclear.number:
        if total.claims.number:
            yield sentence("Nothing is marked as the recorder's judgement.")
        return
    named = {name for claim in claims for name in claim.unclear}
    order = [field.name for field in CLAIM_FIELDS if field.name in named]
    order += sorted(named.difference(order))
    unclear = set(total.unclear.claims)
    in_each = all(unclear == {c.id for c in claims if name in c.unclear} for name in order)
    fields = [_judged_field(name, claims, in_each) for name in order]
    said = share(total.unclear, total.claims, "claim")
    yield sentence("in ", said, " something is the recorder's judgement: ", *series_of(fields), ".")


def judged(fields: Iterable[str]) -> str:
    """What of a claim is the recorder's judgement, in words: `the stance and what it rests on`."""
    return series([_FIELDS.get(name, f"the {name}") for name in dict.fromkeys(fields)])


def _judged_field(name: str, claims: Sequence[Claim], in_each: bool) -> Said:
    unclear = ids(claim for claim in claims if name in claim.unclear)
    said = _FIELDS.get(name, f"the {name}")
    return Said(said if in_each else f"{said} in {spelled(len(unclear))}", unclear)


_FIELDS = {
    "scholars": "the holder",
    "relations": "what it disputes, qualifies or revises",
    "answers": "what else it answers",
    "basis": "what it rests on",
    "via": "who reports it",
}
"""What is said of fields whose name does not say it."""


def _by_reading(position: Position, entities: Entities) -> Iterator[Sentence]:
    """Who stands in a position by the recorder's reading alone."""
    read = tally(position.entries, entities).by_reading
    if read.number:
        stand = verb(read.number, " stands", " stand")
        under = f"{stand} under {position.siglum} by the recorder's reading alone."
        yield sentence(number(read, "scholar"), under)


def _checked(total: Tally, checked: Counted) -> Sentence:
    if not checked.number:
        return sentence("No claim has been held against its text a second time.")
    said = share(checked, total.claims, "claim")
    have = verb(checked.number, " has", " have")
    return sentence(said, f"{have} been held against the text a second time.")


def secondary(entries: Iterable[Entry]) -> Iterator[Sentence]:
    """How many claims are recorded under another question."""
    others = counted(entry.claim for entry in entries if entry.secondary)
    if others.number:
        are = verb(others.number, " is", " are")
        answer = verb(others.number, "answers", "answer")
        yield sentence(
            number(others, "claim"),
            f"{are} recorded under another question, and {answer} this one too.",
        )
