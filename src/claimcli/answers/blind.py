"""Passages for a second person to read, who is not to know what the first took them for.

Of a claim only that is shown which does not tell its position: who speaks, where, and the words of
the text. Its id, statement, note, translation and certainty stay hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

import msgspec

from claimcli.answers.answer import Answer, LeftOut, of_list
from claimcli.answers.passage import Passage, if_readable
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import plural
from claimcli.blind_readings import BlindReading, blind_reading, origin
from claimcli.entities import Entities
from claimcli.model import Claim, Question, Stamp
from claimcli.names.folding import index_text
from claimcli.store import Store
from claimcli.texts import Texts, place_read

BLIND_FIELDS = ("question", "question_text", "scholars", "quote", "source", "locator", "text")
"""The keys of a passage that is to be read."""


class ToRead(msgspec.Struct, frozen=True):
    """A passage, what is asked of it, and whose view it is; `claims` are all that quote it so."""

    question: Question
    quote: str
    claims: tuple[Claim, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        """The ids of those whose view it is."""
        return self.claims[0].scholars

    @property
    def source(self) -> str | None:
        """The id of the text that is to be read."""
        return self.claims[0].witness

    @property
    def locator(self) -> str | None:
        """Where in the text it stands."""
        return place_read(self.claims[0])

    def view(self, viewer: Viewer) -> View:
        """The passage as published: nothing of what the first person made of it."""
        read = self.claims[0].read
        values = (
            *(self.question.id, self.question.question),
            *([viewer.holder(id) for id in self.holders], self.quote, self.source, self.locator),
            viewer.citation(read)["text"] if read else None,
        )
        return dict(zip(BLIND_FIELDS, values, strict=True))


def values_of(one: ToRead, answers: Sequence[str], by: str, why: str) -> dict[str, Any]:
    """The draft that keeps what somebody takes a passage for today: each as `question/stance`."""
    return {
        "quote": one.quote,
        "source": one.source,
        "locator": one.locator,
        "comment": why,
        "answers": list(answers),
        "from": origin(one.holders, Stamp(by, date.today().isoformat())),
    }


class BlindReview(Answer, frozen=True):
    """The passages that one person has yet to read, in an order that tells nothing.

    `own` are passages of claims that this person recorded or checked, `done` those that were read
    already, `bare` claims that quote nothing.
    """

    to_read: tuple[ToRead, ...]
    total: int
    own: int
    done: int
    bare: int
    entities: Entities

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a passage that is to be read."""
        return BLIND_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """The passages."""
        viewer = Viewer(self.entities)
        return (one.view(viewer) for one in self.to_read)

    @property
    def left_out(self) -> LeftOut | None:
        """How many a limit left out."""
        return of_list("passage", len(self.to_read), self.total)

    @property
    def asides(self) -> tuple[str, ...]:
        """What is not asked for, and why."""
        told = (
            (self.done, "read already"),
            (self.own, "recorded or checked by yourself"),
            (self.bare, "without a quotation"),
        )
        left = ", ".join(f"{number:,} {why}" for number, why in told if number)
        nothing = [] if self.total else ["no passage is to be read"]
        return ("; ".join([*nothing, *([f"not asked for: {left}"] if left else [])]),)


def ask(store: Store, claims: Iterable[Claim], by: str, most: int | None = None) -> BlindReview:
    """The passages of some claims that a person has yet to read.

    Question after question, each in an order that is by chance and the same each time: that of the
    file would tell what is alike.
    """
    questions = {question.id: question for question in store.questions() if question.stances}
    on_one = [claim for claim in claims if claim.question in questions]
    quoted = [claim for claim in on_one if claim.quote]
    done_by = {key for one in map(blind_reading, store.drafts()) if one for key in _read(one, by)}
    passages = list(_passages(quoted, questions))
    others = [one for one in passages if not any(_is_of(claim, by) for claim in one.claims)]
    waiting = [one for one in others if _key(one) not in done_by]
    order = {id: at for at, id in enumerate(questions)}
    waiting.sort(key=lambda one: (order[one.question.id], _lot(one, by)))
    own, done = len(passages) - len(others), len(others) - len(waiting)
    counts = (len(waiting), own, done, len(on_one) - len(quoted))
    return BlindReview(tuple(waiting[:most]), *counts, store)


def _passages(claims: Iterable[Claim], questions: Mapping[str, Question]) -> Iterator[ToRead]:
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        key = (claim.question, claim.witness, claim.scholars, index_text(claim.quote or ""))
        found.setdefault(key, []).append(claim)
    for its in found.values():
        yield ToRead(questions[its[0].question or ""], its[0].quote or "", tuple(its))


def _is_of(claim: Claim, by: str) -> bool:
    """Whether somebody knows what the claim was taken for."""
    return any(stamp and stamp.by == by for stamp in (claim.recorded, claim.checked))


def _key(one: ToRead) -> tuple[object, ...]:
    return one.question.id, one.source, frozenset(one.holders), index_text(one.quote)


def _read(reading: BlindReading, by: str) -> Iterator[tuple[object, ...]]:
    """The passages that a reading is of, one for each question, if that person made it."""
    draft = reading.draft
    for answer in draft.answers if reading.stamp.by == by else ():
        question = answer.partition("/")[0]
        yield question, draft.source, reading.holders, index_text(draft.quote or "")


def _lot(one: ToRead, by: str) -> bytes:
    drawn = "\0".join((by, one.question.id, one.source or "", one.quote, *one.holders))
    return sha256(drawn.encode("utf-8", "surrogatepass")).digest()


class BlindLeaf(Answer, frozen=True):
    """A passage that is to be read, with the positions that there are.

    `trouble` is why its text cannot be read.
    """

    one: ToRead
    passage: Passage | None
    entities: Entities
    trouble: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a passage that is to be read."""
        return BLIND_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """The passage."""
        yield self.one.view(Viewer.of(self.entities))


def leaf(one: ToRead, store: Store, texts: Texts) -> BlindLeaf:
    """A passage in its text."""
    passage, trouble = if_readable(one.claims[0], texts)
    return BlindLeaf(one, passage, store, trouble)


def told(found: BlindReview) -> str:
    """How many passages there are to be read, and what is not asked for."""
    return "; ".join(filter(None, (plural(found.total, "passage"), *found.asides)))
