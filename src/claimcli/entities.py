"""What views and comparisons ask of a corpus: the records that a claim refers to."""

from __future__ import annotations

from typing import Protocol

from claimcli import dates
from claimcli.model import Claim, Question, Scholar, Source


class Entities(Protocol):
    """What views and comparisons ask of a corpus: records by id, None where there is none."""

    def scholar(self, id: str) -> Scholar | None:
        """The scholar of that id."""

    def source(self, id: str) -> Source | None:
        """The source of that id."""

    def question(self, id: str) -> Question | None:
        """The question of that id."""

    def claim(self, id: str) -> Claim | None:
        """The claim of that id."""


def year_of(claim: Claim, entities: Entities) -> int | None:
    """The year of the holder's own work; None where none is named, or its date tells none."""
    return dates.year(date_of(claim, entities))


def date_of(claim: Claim, entities: Entities) -> str | None:
    """The date (EDTF) of the holder's own work; None where none is named, or it has no date."""
    source = entities.source(claim.citation.source) if claim.citation else None
    return source.date if source else None


def source_year(source: Source) -> int | None:
    """The year that counts for claims made in a work: of its first date, if that tells one."""
    return dates.year(source.date)
