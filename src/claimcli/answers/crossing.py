"""Who holds what: holders, or where they are many schools, across the positions on a question."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from claimcli.answers.compare import Comparison
from claimcli.answers.counting import Entry
from claimcli.answers.grouping import Group, grouped
from claimcli.answers.marks import KNOWN, Known, Mark, marks_of
from claimcli.answers.tally import Tally, tally
from claimcli.entities import Entities
from claimcli.model import NO_STANCE

MOST = 20
"""Holders that have a row each; of more, schools have."""


class Cell(msgspec.Struct, frozen=True):
    """What a row has of a position, NO_STANCE among them.

    `known` is how the best known of its works is known; `by_reading` whether it stands there by
    the recorder's reading alone, `is_judged` whether it is his judgement who holds it.
    """

    stance: str
    tally: Tally
    marks: tuple[Mark, ...]
    known: Known
    by_reading: bool
    is_judged: bool


class Row(msgspec.Struct, frozen=True):
    """A holder, or a school; `cells` are the positions that it has something of, None elsewhere."""

    key: str | None
    label: str
    kind: str | None
    cells: tuple[Cell | None, ...]


class Crossing(msgspec.Struct, frozen=True):
    """The rows; `by` is `scholar` or `school`, `stances` are the columns in their order."""

    by: str
    stances: tuple[str, ...]
    rows: tuple[Row, ...]


def crossing(comparison: Comparison) -> Crossing:
    """The matrix of a comparison without a limit."""
    held = {position.stance: position.entries for position in comparison.positions}
    if comparison.without_stance:
        held[NO_STANCE] = comparison.without_stance
    by = "scholar" if len(comparison.holders) <= MOST else "school"
    groups = grouped(held, comparison.entities, by)
    rows = tuple(_row(group, tuple(held), comparison) for group in groups)
    return Crossing(by, tuple(held), rows)


def _row(group: Group, stances: Iterable[str], comparison: Comparison) -> Row:
    scholar = comparison.holders.get(group.key) if group.key else None
    cells = tuple(_cell(stance, group, comparison.entities) for stance in stances)
    return Row(group.key, group.label, scholar.kind if scholar else None, cells)


def _cell(stance: str, group: Group, entities: Entities) -> Cell | None:
    entries = group.entries.get(stance, [])
    if not entries:
        return None
    marks = _marks(entries, group, entities)
    return Cell(
        stance=stance,
        tally=tally(entries, entities, group.holders),
        marks=marks,
        known=min((mark.known for mark in marks), key=KNOWN.index),
        by_reading=all(entry.by_reading for entry in entries),
        is_judged=all("scholars" in entry.claim.unclear for entry in entries),
    )


def _marks(entries: Iterable[Entry], group: Group, entities: Entities) -> tuple[Mark, ...]:
    """The works of those whose row it is."""
    holders = group.holders
    return tuple(m for m in marks_of(entries, entities) if holders is None or m.holder in holders)
