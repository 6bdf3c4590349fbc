"""Scholars side by side, over every question that any of them answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcli.answers.answer import Answer, LeftOut, of_headings
from claimcli.answers.counting import Entry, by_stance, entries_on, stances_in_order
from claimcli.answers.several_positions import given_up, revised
from claimcli.answers.views import ENTRY_FIELDS, READ_FIELDS, View, Viewer, question_asked
from claimcli.entities import Entities
from claimcli.errors import ClaimcliError
from claimcli.model import Claim, Question, Scholar
from claimcli.store import Store


class Held(msgspec.Struct, frozen=True):
    """What one scholar holds on one question; `total` counts also what a limit left out.

    Of the `stances` some are `given_up`, and of the claims some `revised`: by which claim of his.
    Those `read` are known from his own work, `none` among them where he takes no side there.
    """

    scholar: str
    stances: tuple[str, ...]
    given_up: tuple[str, ...]
    read: frozenset[str]
    revised: Mapping[str, Claim]
    entries: tuple[Entry, ...]
    total: int

    @property
    def kept(self) -> set[str]:
        """The stances that he did not give up."""
        return set(self.stances) - set(self.given_up)


class SharedQuestion(msgspec.Struct, frozen=True):
    """One question that a scholar of a juxtaposition answers, and how they stand to each other.

    `verdict` is agree, differ, partly, or silent where fewer than two of them take a stance; what
    one gave up does not count.
    """

    question: Question
    verdict: str
    held: tuple[Held, ...]

    @property
    def speaking(self) -> list[int]:
        """Who of the scholars says anything on it, by their numbers."""
        return [number for number, held in enumerate(self.held) if held.total]


class Juxtaposition(Answer, frozen=True):
    """Two or more scholars over every question that any of them answers."""

    scholars: tuple[Scholar, ...]
    questions: tuple[SharedQuestion, ...]
    most: int | None
    entities: Entities

    @property
    def side_by_side(self) -> tuple[SharedQuestion, ...]:
        """The questions on which several of them say something.

        One question alone was asked for: it is shown whoever answers it.
        """
        if len(self.questions) == 1:
            return self.questions
        return tuple(shared for shared in self.questions if len(shared.speaking) > 1)

    @property
    def answered_alone(self) -> tuple[SharedQuestion, ...]:
        """The questions on which there is nothing to set beside what one of them says."""
        if len(self.questions) == 1:
            return ()
        return tuple(shared for shared in self.questions if len(shared.speaking) == 1)

    @property
    def view(self) -> View:
        """The juxtaposition as published."""
        viewer = Viewer(self.entities)
        return {
            "scholars": [viewer.holder(scholar.id) for scholar in self.scholars],
            "questions": [
                {
                    "question": question_asked(shared.question),
                    "verdict": shared.verdict,
                    "held": [_held_view(held, viewer) for held in shared.held],
                }
                for shared in self.questions
            ],
        }

    @property
    def fields(self) -> tuple[str, ...]:
        """A claim with the question on which it was compared, and the verdict on that."""
        return ("compared_on", "verdict", *ENTRY_FIELDS)

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of a claim."""
        return ("compared_on", "verdict", *READ_FIELDS)

    @property
    def rows(self) -> Iterator[View]:
        """Each claim of each scholar on each question."""
        viewer = Viewer(self.entities)
        for shared in self.questions:
            about = {"compared_on": shared.question.id, "verdict": shared.verdict}
            for held in shared.held:
                yield from (about | viewer.entry(entry) for entry in held.entries)

    @property
    def left_out(self) -> LeftOut | None:
        """What a limit of each scholar left out on each question that is shown side by side."""
        totals = [held.total for shared in self.side_by_side for held in shared.held]
        return of_headings(totals, self.most)


def ask(
    store: Store,
    scholars: Iterable[Scholar],
    question: Question | None = None,
    most: int | None = None,
) -> Juxtaposition:
    """Scholars side by side over each question that any of them answers, or over that one.

    At most so many claims of each on each question. Raises for fewer than two scholars.
    """
    distinct = list({scholar.id: scholar for scholar in scholars}.values())
    if len(distinct) < 2:
        raise ClaimcliError("scholars are set side by side: name two or more")
    asked = [question] if question else store.questions()
    return juxtapose(distinct, asked, store.claims_on, store, most)


def juxtapose(
    scholars: Sequence[Scholar],
    questions: Iterable[Question],
    claims_on: Callable[[str], Sequence[Claim]],
    entities: Entities,
    most: int | None = None,
) -> Juxtaposition:
    """The same over the given questions, in the given order."""
    wanted = [scholar.id for scholar in scholars]
    shared = (_shared(question, wanted, claims_on(question.id), most) for question in questions)
    touched = (s for s in shared if any(held.total for held in s.held))
    return Juxtaposition(tuple(scholars), tuple(touched), most, entities)


def _shared(
    question: Question, scholars: Sequence[str], claims: Sequence[Claim], most: int | None
) -> SharedQuestion:
    held = tuple(_held(question, scholar, claims, most) for scholar in scholars)
    return SharedQuestion(question, _verdict([h.kept for h in held if h.kept]), held)


def _held(question: Question, scholar: str, claims: Iterable[Claim], most: int | None) -> Held:
    own = [c for c in claims if scholar in c.scholars]
    taken, gone = by_stance(question.id, own), given_up(question.id, own)
    stances = tuple(stance for stance in stances_in_order(question, taken) if stance in taken)
    left = tuple(stance for stance in stances if stance in gone)
    read = frozenset(s for c in own if not c.second_hand for s in c.stances_on(question.id))
    entries = tuple(entries_on(question.id, own[:most]))
    return Held(scholar, stances, left, read, revised(own), entries, len(own))


def _verdict(stances: Sequence[set[str]]) -> str:
    if len(stances) < 2:
        return "silent"
    if all(held == stances[0] for held in stances):
        return "agree"
    disjoint = sum(len(held) for held in stances) == len(set.union(*stances))
    return "differ" if disjoint else "partly"


def _held_view(held: Held, viewer: Viewer) -> View:
    return {
        "scholar": held.scholar,
        "stances": list(held.stances),
        "given_up": list(held.given_up),
        "read": [stance for stance in held.stances if stance in held.read],
        "claims": list(map(viewer.entry, held.entries)),
    }
