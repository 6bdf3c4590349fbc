"""What the search in the page knows of a corpus: its claims, and the records that they name."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from claimcli import citations
from claimcli.answers.marks import known_of
from claimcli.answers.namesakes import printed_alike
from claimcli.answers.page_search import Named, PageSearch
from claimcli.claim_fields import PROSE
from claimcli.entities import Entities, source_year
from claimcli.model import (
    NO_STANCE,
    Basis,
    Citation,
    Claim,
    Name,
    Question,
    Record,
    Scholar,
    Source,
)
from claimcli.names.folding import tokens
from claimcli.names.recognition import text_keys
from claimcli.pictures.palette import NONE
from claimcli.site.addresses import page, position
from claimcli.site.typesetter import letter, tone

Columns = dict[str, Any]
"""Values by what they are of; of claims, a list with one value for each."""


TEXTS, KEYS = 2, 3
"""Where the row of a record has its folded texts and its keys."""


Referred = TypeVar("Referred", bound=Hashable)


class References(Generic[Referred]):
    """What claims refer to, each once, so that a claim need only have its number."""

    def __init__(self) -> None:
        self._numbers: dict[Referred, int] = {}

    def __iter__(self) -> Iterator[Referred]:
        return iter(self._numbers)

    def number(self, referred: Referred) -> int:
        """The number of an id, or of a stance; a new one if it is met for the first time."""
        return self._numbers.setdefault(referred, len(self._numbers))


class Stated(NamedTuple):
    """The stance of a claim as a hit shows it; `letter` is empty for what has none."""

    words: str
    letter: str = ""
    tone: str = NONE
    address: str | None = None
    asked: str | None = None


def claim_columns(claims: Sequence[Claim], corpus: Entities) -> tuple[Columns, Columns]:
    """The claims column by column, and what their numbers refer to."""
    scholars, sources, positions = References[str](), References[str](), References[str]()
    stances = References[Stated]()

    def works(cited: Iterable[Citation | Basis | None]) -> list[list[Any]]:
        return [
            [sources.number(work.source), *_place(work.locator, corpus.source(work.source))]
            for work in cited
            if work and work.source
        ]

    columns: Columns = {"id": [claim.id for claim in claims]}
    columns |= {field: list(map(attrgetter(field), claims)) for field in PROSE}
    columns |= {
        "scholars": [list(map(scholars.number, claim.scholars)) for claim in claims],
        "citation": [works((claim.citation,)) for claim in claims],
        "via": [works(claim.via) for claim in claims],
        "basis": [works(claim.basis) for claim in claims],
        "positions": [
            [positions.number(f"{asked}/{taken}") for asked, taken in claim.positions]
            for claim in claims
        ],
        "tags": [claim.tags for claim in claims],
        "certainty": [claim.certainty for claim in claims],
        "unclear": [claim.unclear for claim in claims],
        "known": [_known(claim, corpus) for claim in claims],
        "stance": [stances.number(_stance(claim, corpus)) for claim in claims],
    }
    found = [(id, corpus.source(id)) for id in sources]
    references = {
        "scholars": list(scholars),
        "sources": list(sources),
        "positions": list(positions),
        "stances": list(stances),
        "cited": [citations.short(source, id) for id, source in found],
        "addresses": _addresses(columns["id"]),
        "years": [source_year(source) if source else None for _, source in found],
    }
    return columns, references


def _place(locator: str | None, source: Source | None) -> list[str]:
    """The place in a work; and what parts it from the short citation, where that is no comma."""
    if not locator:
        return []
    before = citations.before(source, locator)
    return [locator] if before == ", " else [locator, before]


def _addresses(ids: Sequence[str]) -> dict[int, str]:
    """Where the pages of claims are, by their numbers: those that the id does not tell."""
    pages = ((number, id, page("claim", id)) for number, id in enumerate(ids))
    return {number: address for number, id, address in pages if address != f"claim/{id}.html"}


def _stance(claim: Claim, corpus: Entities) -> Stated:
    """The claim's own stance: its words, its letter and colour, where it is, on which question."""
    question = corpus.question(claim.question) if claim.question else None
    if question is None:
        return Stated(claim.stance or "takes no side" if claim.question else "background")
    at = position(question.id, claim.stance) if claim.stance else None
    if claim.stance and (declared := question.stance(claim.stance)):
        sign = letter(question, declared.id), tone(question, declared.id)
        return Stated(declared.label, *sign, at, question.question)
    words = "takes no side" if claim.stance in (None, NO_STANCE) else claim.stance
    return Stated(words, address=at, asked=question.question)


def _known(claim: Claim, corpus: Entities) -> str:
    """How the view of the claim's first holder is known."""
    holders = map(corpus.scholar, claim.scholars[:1])
    return known_of((one.kind if one else None for one in holders), claim.second_hand)


def claim_keys(keys: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    """The keys of the names in the texts of each claim, with the claims that have them.

    Keys that the same claims have come together, and each claim as how many it is after the last.
    """
    having: dict[str, list[int]] = {}
    for number, of_claim in enumerate(keys):
        for key in of_claim.split():
            having.setdefault(key, []).append(number)
    groups: dict[tuple[int, ...], list[str]] = {}
    for key, numbers in having.items():
        groups.setdefault(tuple(numbers), []).append(key)
    for together, shared in groups.items():
        yield " ".join(shared), [together[0], *(later - one for one, later in pairwise(together))]


def entities(records: Sequence[Named]) -> Iterator[list[Any]]:
    """The records that a query may mean, each as a row.

    Kind, id, folded texts, keys, spellings as written, of a scholar what kind of holder it is,
    names that it may be called by as a whole, and how it is shown.
    """
    alike = printed_alike(one.record for one in records if isinstance(one.record, Scholar))
    for record, met, makers in records:
        made = record.kind if isinstance(record, Scholar) else ""
        for one, label in zip(met, _labels(record, alike), strict=True):
            yield [*one, _spellings(record), made, makers, label]


def _labels(record: Record, alike: Container[str]) -> list[str]:
    """How a record is shown, and each stance of a question; one of two namesakes with the id."""
    if isinstance(record, Scholar) and record.id in alike:
        return [f"{record.name} ({record.id})"]
    if isinstance(record, Question):
        return [record.question, *(stance.label for stance in record.stances)]
    if isinstance(record, Source):
        return [record.title or citations.short(record, record.id)]
    return [record.name] if isinstance(record, Scholar | Name) else [record.id]


def _spellings(record: Record) -> list[list[str | None]]:
    forms = record.forms if isinstance(record, Name | Scholar) else ()
    return [[form.value, form.scheme] for form in forms]


def prevalent(corpus: PageSearch) -> Iterator[Columns]:
    """The works that most claims are made in, and what of them tells something all the same."""
    for id, makers in corpus.prevalent.items():
        source = corpus.entities.source(id)
        dated = [source.date] if source and source.date else []
        yield {
            "id": id,
            "isDeclared": source is not None,
            "known": [token.folded for text in (*makers, *dated) for token in tokens(text)],
            "keys": sorted(set().union(*map(text_keys, makers))),
        }
