"""The records of a corpus, format 1: immutable, each knowing its file and line.

Field names are those of the YAML. What a record does not say is None or an empty tuple.
Records refer to each other by id; `file` is relative to the corpus root, `line` counts from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

NO_STANCE = "none"
"""The stance of a claim that is on a question but takes no side."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every record has: an id, unique in the corpus over all kinds, and a place."""

    id: str
    file: str = ""
    line: int = 0
    note: str | None = None


class Spelling(msgspec.Struct, frozen=True, omit_defaults=True):
    """One written form of a name; `scheme` is the script or romanization (`han`, `pinyin`, …)."""

    value: str
    scheme: str | None = None


class Scholar(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Who makes claims. `kind`: person, group or anonymous, who are scholars; or one who is none.

    `unnamed` is a reporter's phrase for scholars (`many historians`), `contemporary` somebody of
    the time that is spoken of, whose view a text reports (`the Song chancellor`).
    """

    name: str
    kind: str
    school: str | None = None
    names: tuple[Spelling, ...] = ()

    @property
    def forms(self) -> tuple[Spelling, ...]:
        """The name and its other spellings."""
        return (Spelling(self.name), *self.names)

    @property
    def spelled(self) -> tuple[str, ...]:
        """The name as each of its forms is written."""
        return (self.name, *(form.value for form in self.names))


class Creator(msgspec.Struct, frozen=True, omit_defaults=True):
    """A CSL name: `family` and `given`, or `literal` for a body or a name that is not split."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None


class Source(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A work that claims are made in: the CSL variables that claimcli reads, and all in `csl`.

    `issued` and `original_date` are EDTF strings, also where the file has CSL date-parts. `makers`
    and `letter` are no fields of a file: they tell a work from the others of a corpus in short
    citations, where the family names of its makers (`E. Kozhanov`) or its year (`1958a`) do not.
    """

    type: str
    title: str | None = None
    author: tuple[Creator, ...] = ()
    editor: tuple[Creator, ...] = ()
    issued: str | None = None
    original_date: str | None = None
    csl: dict[str, Any] = msgspec.field(default_factory=dict)
    makers: str = ""
    letter: str = ""

    @property
    def date(self) -> str | None:
        """The date that counts for a claim made in it (EDTF): `original-date`, else `issued`."""
        return self.original_date or self.issued


class Stance(msgspec.Struct, frozen=True, omit_defaults=True):
    """One answer to a question. `label` is short enough for a table heading."""

    id: str
    label: str
    meaning: str | None = None
    note: str | None = None
    line: int = 0


class Question(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A contested question and its stances, in the order of the file.

    `exclusive`: one cannot hold two stances without contradiction. `ordered`: the stances run
    from pole to pole. `part_of` is the id of a wider question. `period` is EDTF.
    """

    question: str
    scope: str | None = None
    period: str | None = None
    exclusive: bool = False
    ordered: bool = False
    part_of: str | None = None
    stances: tuple[Stance, ...] = ()

    def stance(self, stance: str) -> Stance | None:
        """The stance of that id, or None."""
        return next((s for s in self.stances if s.id == stance), None)


class Name(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A person, place, state, people, work or term that claims are about, and its spellings."""

    name: str
    kind: str
    spellings: tuple[Spelling, ...] = ()

    @property
    def forms(self) -> tuple[Spelling, ...]:
        """The name and its other spellings."""
        return (Spelling(self.name), *self.spellings)

    @property
    def spelled(self) -> tuple[str, ...]:
        """The name as each of its forms is written."""
        return (self.name, *(form.value for form in self.spellings))


class Draft(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A passage that somebody marked while reading, and no claim yet: it has no holder.

    `locator` is where it stands in `source`; `comment` what was noted beside it; `answers` are
    questions, or `question/stance`, that it was marked for; `origin` (`from` in a file) says where
    the mark came from, so that it is known when it comes again.
    """

    quote: str | None = None
    source: str | None = None
    locator: str | None = None
    comment: str | None = None
    tags: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    origin: str | None = None


class Citation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A work and the place in it; `locator` is free text (`p. 116`, `fol. 12r`)."""

    source: str
    locator: str | None = None


class Basis(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a holder rests a claim on: a `source` with its `locator`, or another `claim`."""

    source: str | None = None
    locator: str | None = None
    claim: str | None = None


class Relation(msgspec.Struct, frozen=True):
    """The holder's own act: `type` is disputes, qualifies or revises.

    `target` is the id of a claim, or `question/stance`.
    """

    type: str
    target: str


class Stamp(msgspec.Struct, frozen=True):
    """Who made or checked a record, and when (EDTF)."""

    by: str
    date: str | None = None


WorkPath = tuple[str] | tuple[str, int]
"""Where in a claim a work is named: `("citation",)`, `("via", 0)`, `("basis", 2)`."""


class Claim(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Who holds what, where, and how it is known.

    `question` is None in a file without one; `stance` is then None too, and `none` where a claim
    on the question takes no side. `via` runs from the holder outward: its last work was read.
    """

    statement: str
    scholars: tuple[str, ...]
    question: str | None = None
    stance: str | None = None
    citation: Citation | None = None
    via: tuple[Citation, ...] = ()
    quote: str | None = None
    words: str | None = None
    translation: str | None = None
    certainty: str | None = None
    period: str | None = None
    basis: tuple[Basis, ...] = ()
    relations: tuple[Relation, ...] = ()
    answers: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    recorded: Stamp | None = None
    checked: Stamp | None = None

    @property
    def second_hand(self) -> bool:
        """Whether it was read in another's work and not in the holder's own."""
        return bool(self.via)

    @property
    def relates_by_reading(self) -> bool:
        """Whether it is the recorder's judgement that it disputes, qualifies or revises another."""
        return "relations" in self.unclear

    @property
    def read(self) -> Citation | None:
        """The text that was read, with the place in it: the last of `via`, else the cited work."""
        return self.via[-1] if self.via else self.citation

    @property
    def witness(self) -> str | None:
        """The id of the text that was read."""
        read = self.read
        return read.source if read else None

    @property
    def positions(self) -> tuple[tuple[str, str], ...]:
        """The questions it is on and its stance on each: its own first, then through `answers`."""
        if not self.answers:
            return ((self.question, self.stance),) if self.question and self.stance else ()
        return positions_of(self.question, self.stance, self.answers)

    def stances_on(self, question: str) -> tuple[str, ...]:
        """The stances it takes on a question: its own first, then those through `answers`."""
        if not self.answers:  # as most claims are, by the hundred in a comparison
            return (self.stance,) if self.stance and self.question == question else ()
        return tuple(stance for asked, stance in self.positions if asked == question)

    @property
    def works(self) -> Iterator[tuple[WorkPath, Citation]]:
        """Every work that it names, with its field: its own, who reports it, what it rests on."""
        if self.citation:
            yield ("citation",), self.citation
        for index, step in enumerate(self.via):
            yield ("via", index), step
        for index, ground in enumerate(self.basis):
            if ground.source:
                yield ("basis", index), Citation(ground.source, ground.locator)


def positions_of(
    question: str | None, stance: str | None, answers: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs of question and stance that these fields of a claim come to.

    An answer that is no `question/stance` is no position; `check` reports it.
    """
    own = ((question, stance),) if question and stance else ()
    parts = (answer.partition("/") for answer in answers)
    return own + tuple((asked, taken) for asked, _, taken in parts if asked and taken)


class CorpusInfo(msgspec.Struct, frozen=True, omit_defaults=True):
    """What `corpus.yaml` says of the whole."""

    title: str
    about: str | None = None
    licence: str | None = None
    format: int = 1
    note: str | None = None
    file: str = ""
    line: int = 0


CLAIM_CERTAINTIES = ("asserted", "argued", "probable", "conjectured")
SCHOLAR_KINDS = ("person", "group", "anonymous", "unnamed", "contemporary")
NAME_KINDS = ("person", "place", "state", "people", "work", "term")
RELATION_TYPES = ("disputes", "qualifies", "revises")
