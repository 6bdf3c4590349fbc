"""A scholar over every question that he speaks on: where he stands, since when, how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from claimcli.answers import show
from claimcli.answers.axis import Axis, axis_of
from claimcli.answers.counting import Entry, by_stance, stances_in_order
from claimcli.answers.marks import Mark, marks_of
from claimcli.answers.show import OfRecord, ShownRecord
from claimcli.answers.sigla import number_of
from claimcli.answers.views import Viewer
from claimcli.answers.wording import label_of
from claimcli.entities import Entities
from claimcli.model import NO_STANCE, Claim, Question, Scholar
from claimcli.store import Store


class Standing(msgspec.Struct, frozen=True):
    """A position that he takes, with his works and claims; `number` None where he takes no side."""

    question: Question
    stance: str
    label: str
    number: int | None
    entries: tuple[Entry, ...]
    marks: tuple[Mark, ...]

    @property
    def is_second_hand(self) -> bool:
        """Whether none of it was read in his own work."""
        return all(entry.claim.second_hand for entry in self.entries)


class Change(msgspec.Struct, frozen=True):
    """A claim of his that revises another, or a position; `was` is its words."""

    claim: Claim
    target: str
    was: str


class Career(OfRecord, frozen=True):
    """A scholar with the positions that he takes, by question in file order.

    `background` are his claims on no question; `shown` is what `claimcli show` tells of him.
    """

    standings: tuple[Standing, ...]
    background: tuple[Claim, ...]
    changes: tuple[Change, ...]

    @property
    def scholar(self) -> Scholar:
        """His record."""
        assert isinstance(self.shown.record, Scholar)
        return self.shown.record

    @property
    def axis(self) -> Axis | None:
        """The years of his works, for all his positions; None where none has one."""
        marks = (mark for standing in self.standings for mark in standing.marks)
        return axis_of(mark.year for mark in marks if mark.year is not None)


def ask(store: Store, scholar: Scholar) -> Career:
    """Where a scholar stands on every question that he speaks on."""
    shown = show.of_record(store, scholar)
    assert isinstance(shown, ShownRecord)
    held = [claim for claim in shown.claims if scholar.id in claim.scholars]
    asked = dict.fromkeys(question for claim in held for question, _ in claim.positions)
    questions = filter(None, map(store.question, asked))
    return Career(
        shown=shown,
        standings=tuple(s for q in questions for s in standings_on(q, held, scholar.id, store)),
        background=tuple(claim for claim in held if not claim.positions),
        changes=tuple(_changes(held, store)),
    )


def standings_on(
    question: Question, claims: Iterable[Claim], holder: str, entities: Entities
) -> Iterator[Standing]:
    """The positions that these claims of a holder take on a question, in its order; none last."""
    on = [claim for claim in claims if claim.stances_on(question.id)]
    taken = by_stance(question.id, on)
    aside = [Entry(claim) for claim in on if set(claim.stances_on(question.id)) == {NO_STANCE}]
    for stance in stances_in_order(question, taken):
        if stance in taken:
            yield _standing(question, stance, taken[stance], holder, entities)
    if aside:
        yield _standing(question, NO_STANCE, aside, holder, entities)


def _standing(
    question: Question, stance: str, entries: list[Entry], holder: str, entities: Entities
) -> Standing:
    return Standing(
        question=question,
        stance=stance,
        label=label_of(question, stance),
        number=number_of(question, stance),
        entries=tuple(entries),
        marks=tuple(mark for mark in marks_of(entries, entities) if mark.holder == holder),
    )


def _changes(claims: Iterable[Claim], entities: Entities) -> Iterator[Change]:
    """What he revised; what is neither a claim nor a position goes by its id."""
    text_of = Viewer.of(entities).text_of
    for claim in claims:
        for relation in claim.relations:
            if relation.type == "revises":
                yield Change(claim, relation.target, text_of(relation.target) or relation.target)
