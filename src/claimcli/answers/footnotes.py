"""The notes of a document, numbered through, and its bibliography."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from claimcli.answers.holders import holders_of
from claimcli.citations.chicago import sources
from claimcli.citations.notes import Notes
from claimcli.citations.typography import Runs
from claimcli.entities import Entities
from claimcli.model import Claim


class Note(msgspec.Struct, frozen=True):
    """The note of a claim where it stands: the first that names a work in full, then short.

    `runs` are its words by how they are set: titles in italics.
    """

    number: int
    claim: str
    runs: Runs

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


class Work(msgspec.Struct, frozen=True):
    """The entry of a work in the bibliography."""

    source: str
    runs: Runs

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


class Apparatus:
    """Numbers the notes as they are asked for, and keeps them."""

    def __init__(self, entities: Entities, claims: Iterable[Claim]) -> None:
        """`claims` are all of the document."""
        every = list(claims)
        self._entities = entities
        self._writer = Notes(entities.source, (id for claim in every for id in sources(claim)))
        self._grounds = {ground.source for c in every for ground in c.basis if ground.source}
        self._notes: list[Note] = []

    def number(self, claim: Claim) -> int:
        """The number of the next note, which is that of this claim."""
        number = len(self._notes) + 1
        self._notes.append(
            Note(
                number,
                claim.id,
                self._writer.write(claim, holders_of(claim, self._entities.scholar)),
            )
        )
        return number

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes so far."""
        return tuple(self._notes)

    @property
    def bibliography(self) -> tuple[Work, ...]:
        """The works that they name and those that claims rest on, in alphabetical order."""
        return tuple(Work(id, runs) for id, runs in self._writer.bibliography(self._grounds))
