"""Records to rows of the tables, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any

import msgspec

from claimcli import citations
from claimcli.answers.export import Selection
from claimcli.answers.views import creator_view
from claimcli.citations.creators import person
from claimcli.entities import source_year
from claimcli.exports.relational import LISTED, OWN, TABLES
from claimcli.model import NO_STANCE, Claim, Question, Source, Spelling

Row = tuple[Any, ...]

AT_ONCE = 2_000
"""Claims whose rows are handed on together."""


def tabulated(selection: Selection) -> Iterator[tuple[str, list[Row]]]:
    """The rows of all tables, some of a table at a time; what is referred to may come later."""
    yield from _claims(selection)
    corpus = selection.corpus
    yield "corpus", [tuple(selection.corpus_view[field] for field in TABLES[0].fields)]
    yield "questions", list(_questions(selection))
    yield "stances", list(_stances(selection))
    yield "scholars", list(_scholars(selection))
    yield "scholar_names", list(_spellings(((s.id, s.names) for s in selection.scholars), corpus))
    yield "sources", list(_sources(selection))
    yield "names", [(n.id, n.name, n.kind, n.note, n.file, n.line, corpus) for n in selection.names]
    yield "spellings", list(_spellings(((n.id, n.spellings) for n in selection.names), corpus))


# --- Claims ---


def _claims(selection: Selection) -> Iterator[tuple[str, list[Row]]]:
    rows = _ClaimRows(selection)
    for number, claim in enumerate(selection.claims(), 1):
        rows.add(claim)
        if number % AT_ONCE == 0:
            yield from rows.taken_out()
    yield from rows.taken_out()


class _ClaimRows:
    """Gathers the rows of claims and of the lists that they have."""

    def __init__(self, selection: Selection) -> None:
        self._corpus = selection.corpus
        self._years = {source.id: source_year(source) for source in selection.sources}
        self._listed = [
            (f"claim_{field.name}", _rows_of(field.value, selection)) for field in LISTED
        ]
        self._lists_of = attrgetter(*(field.name for field in LISTED))
        self._own_of = attrgetter(*(field.name for field in OWN))
        parted = [(at, _PARTS[f.value]) for at, f in enumerate(OWN) if f.value in _PARTS]
        self._parted = [(at, attrgetter(*parts), (None,) * len(parts)) for at, parts in parted]
        self._gathered: dict[str, list[Row]] = {}

    def add(self, claim: Claim) -> None:
        """A claim more."""
        self._gathered.setdefault("claims", []).append(self._row(claim))
        lists = self._lists_of(claim)
        for (table, row_of), values in zip(self._listed, lists, strict=True):
            if values:
                rows = self._gathered.setdefault(table, [])
                for nth, value in enumerate(values, 1):
                    rows.append((claim.id, nth, *row_of(value), self._corpus))

    def taken_out(self) -> Iterator[tuple[str, list[Row]]]:
        """What was gathered, which is let go."""
        gathered, self._gathered = self._gathered, {}
        yield from gathered.items()

    def _row(self, claim: Claim) -> Row:
        own = list(self._own_of(claim))
        for at, parts_of, nothing in reversed(self._parted):
            own[at : at + 1] = nothing if own[at] is None else parts_of(own[at])
        question, stance, work = claim.question, claim.stance, claim.citation
        asked = (claim.id, question, stance, _position(question, stance))
        year = self._years.get(work.source) if work else None
        derived = (year, claim.second_hand, claim.witness)
        return (*asked, *own, *derived, claim.file, claim.line, self._corpus)


_PARTS: dict[str, tuple[str, ...]] = {"work": ("source", "locator"), "stamp": ("by", "date")}
"""What of a value stands in columns of its own."""


def _position(question: str | None, stance: str | None) -> str | None:
    return f"{question}/{stance}" if question and stance and stance != NO_STANCE else None


def _rows_of(kind: str, selection: Selection) -> Callable[[Any], Row]:
    """What makes the columns of one value of a list."""
    has_claim = lru_cache(maxsize=1 << 14)(selection.has_claim)
    known = selection.positions | selection.undeclared.positions

    def claim_if_there(id: str | None) -> str | None:
        return id if id and has_claim(id) else None

    def answer(answer: str) -> Row:
        question, _, stance = answer.partition("/")
        if not question or not stance:
            return answer, None, None, None
        return answer, question, stance, _position(question, stance)

    def relation(relation: Any) -> Row:
        target = relation.target
        position = target if "/" in target and target in known else None
        if position and position.endswith(f"/{NO_STANCE}"):
            position = None
        return relation.type, target, claim_if_there(target), position

    rows: dict[str, Callable[[Any], Row]] = {
        "works": lambda work: (work.source, work.locator),
        "grounds": lambda g: (g.source, g.locator, g.claim, claim_if_there(g.claim)),
        "relations": relation,
        "answers": answer,
    }
    return rows.get(kind, lambda value: (value,))


# --- What claims name ---


def _questions(selection: Selection) -> Iterator[Row]:
    corpus = selection.corpus
    for q in selection.questions:
        said = (q.id, q.question, q.scope, q.period, q.exclusive, q.ordered, q.part_of, q.note)
        yield (*said, True, q.file, q.line, corpus)
    for id in sorted(selection.undeclared.questions):
        yield (id, id, None, None, None, None, None, None, False, None, None, corpus)


def _stances(selection: Selection) -> Iterator[Row]:
    for question in selection.questions:
        yield from _declared_stances(question, selection.corpus)
    for id in sorted(selection.undeclared.positions):
        asked, _, stance = id.partition("/")
        yield (id, asked, stance, stance, None, None, None, False, selection.corpus)


def _declared_stances(question: Question, corpus: str) -> Iterator[Row]:
    for nth, stance in enumerate(question.stances, 1):
        said = (stance.id, stance.label, stance.meaning, stance.note)
        yield (f"{question.id}/{stance.id}", question.id, *said, nth, True, corpus)


def _scholars(selection: Selection) -> Iterator[Row]:
    corpus = selection.corpus
    for s in selection.scholars:
        yield (s.id, s.name, s.kind, s.school, s.note, True, s.file, s.line, corpus)
    for id in sorted(selection.undeclared.scholars):
        yield (id, id, None, None, None, False, None, None, corpus)


def _sources(selection: Selection) -> Iterator[Row]:
    corpus = selection.corpus
    for source in selection.sources:
        dated = (source.issued, source.original_date, source_year(source))
        kept = (
            msgspec.json.encode(source.csl).decode(),
            source.note,
            True,
            source.file,
            source.line,
            corpus,
        )
        told = (source.id, source.type, source.title, citations.short(source, source.id))
        yield (*told, _authors(source), *dated, *kept)
    for id in sorted(selection.undeclared.sources):
        nothing = (None,) * 6
        yield (id, None, None, id, *nothing, False, None, None, corpus)


def _authors(source: Source) -> str | None:
    names = (person(creator_view(creator)).inverted for creator in source.author)
    return "; ".join(names) or None


def _spellings(records: Iterable[tuple[str, tuple[Spelling, ...]]], corpus: str) -> Iterator[Row]:
    for id, spellings in records:
        for nth, spelling in enumerate(spellings, 1):
            yield (id, nth, spelling.value, spelling.scheme, corpus)
