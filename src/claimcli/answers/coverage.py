"""The in-text citations of a text, each with the records that were made from it, or none yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial

import msgspec

from claimcli import citations as references
from claimcli.answers.answer import Answer, LeftOut, of_list
from claimcli.answers.views import View
from claimcli.answers.wording import plural
from claimcli.entities import Entities
from claimcli.intext import (
    InTextCitation,
    as_printed,
    citations,
    known_author,
    sentence_at,
    sources_of,
)
from claimcli.model import Claim, Source
from claimcli.quotes import verify
from claimcli.store import Role, Store
from claimcli.texts import Witness, place_read
from claimcli.texts.cited_pages import located_pages

COVERED_FIELDS = (
    "citation",
    "authors",
    "others",
    "title",
    "year",
    "locator",
    "sources",
    "verdict",
    "records",
    "parenthesis",
    "line",
    "page",
    "start",
    "end",
    "sentence",
)
"""The keys of an in-text citation."""


class Coverage(StrEnum):
    """What became of a citation: a record rests on it, or on it elsewhere, or none does.

    A citation that gives a place is of that place: a record on another page does not rest on it.
    """

    RECORDED = "recorded"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"


class Resting(msgspec.Struct, frozen=True):
    """A claim that names the cited work: as its `citation`, in `via`, or as its `basis`.

    `here` where its quote stands in the sentence of the citation, or cannot be placed.
    """

    claim: Claim
    roles: tuple[str, ...]
    here: bool


class Cited(msgspec.Struct, frozen=True):
    """One citation of a text, the `number` of its parenthesis, the sentence, and what rests."""

    witness: Witness
    citation: InTextCitation
    number: int
    sentence: tuple[int, int]
    sources: tuple[Source, ...]
    resting: tuple[Resting, ...]

    @property
    def coverage(self) -> Coverage:
        """Whether a record was made from it."""
        if any(record.here for record in self.resting):
            return Coverage.RECORDED
        return Coverage.ELSEWHERE if self.resting else Coverage.MISSING

    @property
    def view(self) -> View:
        """As published: `citation` and `sentence` are the text's words, on one line.

        A bracket that the citation opens is closed, also where more stands in it
        (`Doe (1990, 1995)`).
        """
        citation, witness = self.citation, self.witness
        text = witness.text
        return {
            "citation": as_printed(text, citation),
            "authors": list(citation.authors),
            "others": citation.others,
            "title": citation.title,
            "year": citation.year,
            "locator": citation.locator,
            "sources": [_source_view(source) for source in self.sources],
            "verdict": str(self.coverage),
            "records": [
                {
                    "id": record.claim.id,
                    "roles": list(record.roles),
                    "here": record.here,
                    "text": record.claim.statement,
                }
                for record in self.resting
            ],
            "parenthesis": self.number,
            "line": citation.line,
            "page": witness.pages.label(citation.span[0]),
            "start": citation.span[0],
            "end": citation.span[1],
            "sentence": " ".join(text[slice(*self.sentence)].split()),
        }


class Covered(Answer, frozen=True):
    """The citations of a text, at most so many; `found` are all, `asked` those asked for."""

    found: tuple[Cited, ...]
    asked: tuple[Cited, ...]
    most: int | None
    entities: Entities

    @property
    def shown(self) -> tuple[Cited, ...]:
        """Those that were asked for, without what a limit left out."""
        return self.asked[: self.most]

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of an in-text citation."""
        return COVERED_FIELDS

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of a citation."""
        return ("line", "citation", "sources", "verdict", "records", "sentence")

    @property
    def rows(self) -> Iterator[View]:
        """The citations that were asked for."""
        return (cited.view for cited in self.shown)

    @property
    def left_out(self) -> LeftOut | None:
        """How many citations a limit left out."""
        return of_list("citation", len(self.shown), len(self.asked))

    @property
    def remarks(self) -> tuple[str, ...]:
        """How many citations the text has, and what became of them."""
        if not self.found:
            return ("no citation found in the text",)
        parentheses = len({cited.number for cited in self.found})
        met = [cited.coverage for cited in self.found]
        return (
            f"{plural(len(self.found), 'citation')} in {plural(parentheses, 'parenthesis')}",
            ", ".join(f"{met.count(c):,} {said}" for c, said in _WORDS.items() if c in met),
        )


_WORDS = {
    Coverage.RECORDED: "recorded",
    Coverage.ELSEWHERE: "with records from other sentences only",
    Coverage.MISSING: "without any record",
}


def ask(
    store: Store, source: str, witness: Witness, *, missing: bool = False, most: int | None = None
) -> Covered:
    """The citations of a text; `missing`: only those on which no record rests yet.

    `source` is the id of the work that it is the text of.
    """
    found = tuple(coverage(witness, store.linked(Role.WITNESS, source), store.sources()))
    wanted = (c for c in found if not missing or c.coverage is not Coverage.RECORDED)
    return Covered(found, tuple(wanted), most, store)


def coverage(witness: Witness, claims: Sequence[Claim], sources: Sequence[Source]) -> list[Cited]:
    """Every in-text citation of a text, in its order.

    A claim rests on a citation that can mean a work it names, on the same pages where the
    citation gives pages, and whose sentence holds the claim's quote.

    Args:
        witness: the text.
        claims: those that were read in it.
        sources: every work that a citation may mean.
    """
    placed = [(claim, _quoted_at(claim, witness)) for claim in claims]
    found = []
    known = partial(known_author, sources=sources)
    for number, parenthesis in enumerate(citations(witness.text, known), start=1):
        sentence = sentence_at(witness.text, parenthesis.span)
        for citation in parenthesis.cited:
            meant = tuple(sources_of(citation, sources))
            resting = _resting(citation, {source.id for source in meant}, placed, sentence)
            found.append(Cited(witness, citation, number, sentence, meant, tuple(resting)))
    return found


def _quoted_at(claim: Claim, witness: Witness) -> list[tuple[int, int]]:
    """The stretches of the text that may be a claim's quote; none where it has none."""
    if claim.quote is None:
        return []
    places = verify(claim.quote, place_read(claim), witness).places
    return [(place.spans[0][0], place.spans[-1][1]) for place in places]


def _resting(
    citation: InTextCitation,
    meant: set[str],
    placed: Iterable[tuple[Claim, list[tuple[int, int]]]],
    sentence: tuple[int, int],
) -> list[Resting]:
    """The claims that rest on a citation, those of its own sentence first."""
    found = []
    for claim, quoted in placed:
        roles = tuple(
            role
            for (role, *_), place in claim.works
            if place.source in meant and _same_place(citation.locator, place.locator)
        )
        if roles:
            here = not quoted or any(_overlap(span, sentence) for span in quoted)
            found.append(Resting(claim, tuple(dict.fromkeys(roles)), here))
    return sorted(found, key=lambda record: not record.here)


def _same_place(cited: str | None, recorded: str | None) -> bool:
    """Whether a record is of the place that a citation gives; one without a place is of any."""
    if cited is None:
        return True
    pages, others = located_pages(cited), located_pages(recorded)
    if not pages:
        return _plain(cited) == _plain(recorded or "")
    return any(low <= last and first <= high for low, high in pages for first, last in others)


def _plain(locator: str) -> str:
    return " ".join(locator.casefold().split())


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _source_view(source: Source) -> View:
    return {"id": source.id, "text": references.short(source, source.id)}
