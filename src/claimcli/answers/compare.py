"""Positions side by side: claims on a question gathered by stance, with honest counts.

It says who holds what and how that is known; it weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcli.answers.answer import Answer, LeftOut, of_headings
from claimcli.answers.axis import Axis, axis_of
from claimcli.answers.counting import (
    Counts,
    Entry,
    by_stance,
    count,
    counts_view,
    entries_on,
    unquoted,
)
from claimcli.answers.grouping import GROUPINGS, Group, grouped
from claimcli.answers.marks import Mark, marks_of
from claimcli.answers.namesakes import ToldApart
from claimcli.answers.several_positions import SeveralPositions, revised, several_positions
from claimcli.answers.sigla import siglum
from claimcli.answers.views import ENTRY_FIELDS, READ_FIELDS, View, Viewer, question_asked
from claimcli.citations.issue_dates import told
from claimcli.entities import Entities
from claimcli.errors import UnknownValue
from claimcli.model import NO_STANCE, Citation, Claim, Question, Scholar, Stance
from claimcli.store import Store


class Position(msgspec.Struct, frozen=True):
    """One stance with the claims that take it, in file order. Years are of the holders' works.

    `number` counts positions from 0: its colour, and as a letter its `siglum`. `marks` are the
    works of its holders, and `total` is how many claims take it, those that a limit left out among
    them; `is_declared` whether the question has it.
    """

    number: int
    stance: str
    label: str
    meaning: str | None
    entries: tuple[Entry, ...]
    marks: tuple[Mark, ...]
    counts: Counts
    first_year: int | None
    last_year: int | None
    total: int
    is_declared: bool = True

    @property
    def siglum(self) -> str:
        """Its letter, the same wherever it is met."""
        return siglum(self.number)


class Comparison(Answer, frozen=True):
    """A question with its positions, in the order of the question's stances.

    `without_stance` are the claims that take none, `without_total` how many, also beyond a limit,
    `without_marks` the works that they are made in. `revised` are claims that their holder gave up,
    by id, each with the claim that revises it. `holders` are all who hold a claim on it,
    `witnesses` the texts that all of it was read in. `unquoted` says how many of the scholars count
    as read in their own work, and no quotation shows it. `most` is the limit of each position.
    """

    question: Question
    by: str
    positions: tuple[Position, ...]
    without_stance: tuple[Entry, ...]
    groups: tuple[Group, ...]
    several_positions: tuple[SeveralPositions, ...]
    revised: Mapping[str, Claim]
    totals: Counts
    without_total: int
    without_marks: tuple[Mark, ...]
    holders: Mapping[str, Scholar | None]
    witnesses: tuple[str, ...]
    unquoted: int
    most: int | None
    entities: Entities

    @property
    def axis(self) -> Axis | None:
        """The years of the holders' works, for all positions; None where none has one."""
        marks = (mark for position in self.positions for mark in position.marks)
        return axis_of(mark.year for mark in marks if mark.year is not None)

    @property
    def how_asked(self) -> tuple[str, ...]:
        """The time that is asked about, and how the answers stand to each other, in sentences."""
        question = self.question
        said = (
            f"Time: {told(question.period)}." if question.period else "",
            "One answer excludes the others." if question.exclusive else "",
            "The answers run from pole to pole." if question.ordered else "",
        )
        return tuple(filter(None, said))

    @property
    def how_read(self) -> str | None:
        """That everything is known from one text, where it is so."""
        if len(self.witnesses) != 1:
            return None
        cited = Viewer(self.entities).citation(Citation(self.witnesses[0]))["text"]
        return f"All of it was read in one text, {cited}."

    @property
    def view(self) -> View:
        """The comparison as published."""
        viewer = Viewer(self.entities)
        return {
            "question": question_asked(self.question),
            "by": self.by,
            "positions": [_position_view(position, viewer) for position in self.positions],
            "without_stance": list(map(viewer.entry, self.without_stance)),
            "groups": [{"key": g.key, "label": g.label, "counts": g.counts} for g in self.groups],
            "several_positions": list(map(_several_view, self.several_positions)),
            "totals": counts_view(self.totals),
        }

    @property
    def fields(self) -> tuple[str, ...]:
        """A claim with the position that it is in."""
        return ("position", *ENTRY_FIELDS)

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of a claim."""
        return ("position", *READ_FIELDS)

    @property
    def rows(self) -> Iterator[View]:
        """Each claim in each position that it takes, then those that take none."""
        viewer = Viewer(self.entities)
        held = [(p.stance, p.entries) for p in self.positions] + [(NO_STANCE, self.without_stance)]
        for stance, entries in held:
            yield from ({"position": stance, **viewer.entry(entry)} for entry in entries)

    @property
    def left_out(self) -> LeftOut | None:
        """What a limit of each position left out."""
        return of_headings([*(p.total for p in self.positions), self.without_total], self.most)


def ask(
    store: Store, question: Question, by: str = "scholar", most: int | None = None
) -> Comparison:
    """The positions on a question of the corpus, with at most so many claims of each.

    Every count is of all claims. Raises for a `by` that is none of GROUPINGS.
    """
    if by not in GROUPINGS:
        raise UnknownValue("grouping", by, GROUPINGS)
    return compare(question, store.claims_on(question.id), store, by, most)


def compare(
    question: Question,
    claims: Sequence[Claim],
    entities: Entities,
    by: str = "scholar",
    most: int | None = None,
) -> Comparison:
    """The positions on a question.

    `claims` are all that bear on it, by `question` or through `answers`, in file order. A stance
    that the question does not declare makes a position of its own.
    """
    taken = by_stance(question.id, claims)
    undeclared = _undeclared(question, taken)
    held = {stance.id: taken.get(stance.id, []) for stance in (*question.stances, *undeclared)}
    entries = entries_on(question.id, claims)
    without = [e for e in entries if set(e.claim.stances_on(question.id)) == {NO_STANCE}]
    holders = {id: entities.scholar(id) for claim in claims for id in claim.scholars}
    apart = ToldApart(entities, holders)
    return Comparison(
        question=question,
        by=by,
        positions=tuple(
            _position(number, stance, held[stance.id], apart, most, len(question.stances))
            for number, stance in enumerate((*question.stances, *undeclared))
        ),
        without_stance=tuple(without[:most]),
        groups=grouped(held | {NO_STANCE: without}, entities, by),
        several_positions=several_positions(question.id, held),
        revised=revised(claims),
        totals=count(entries, entities),
        without_total=len(without),
        without_marks=marks_of(without, apart),
        holders=holders,
        witnesses=tuple(dict.fromkeys(claim.witness for claim in claims if claim.witness)),
        unquoted=len(unquoted(claims, entities)),
        most=most,
        entities=entities,
    )


def _undeclared(question: Question, taken: Iterable[str]) -> list[Stance]:
    declared = {stance.id for stance in question.stances}
    return [Stance(id=id, label=id) for id in taken if id not in declared]


def _position(
    number: int,
    stance: Stance,
    entries: Sequence[Entry],
    entities: Entities,
    most: int | None,
    declared: int,
) -> Position:
    marks = marks_of(entries, entities)
    years = [mark.year for mark in marks if mark.year is not None]
    return Position(
        number=number,
        stance=stance.id,
        label=stance.label,
        meaning=stance.meaning,
        entries=tuple(entries[:most]),
        marks=marks,
        counts=count(entries, entities),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        total=len(entries),
        is_declared=number < declared,
    )


def _position_view(position: Position, viewer: Viewer) -> View:
    return {
        "stance": position.stance,
        "label": position.label,
        "meaning": position.meaning,
        "claims": list(map(viewer.entry, position.entries)),
        "counts": counts_view(position.counts),
        "first_year": position.first_year,
        "last_year": position.last_year,
    }


def _several_view(several: SeveralPositions) -> View:
    return {
        "scholar": several.scholar,
        "stances": list(several.stances),
        "claims": list(several.claims),
        "by_reading": several.by_reading,
        "second_hand_claims": several.second_hand,
    }
