"""Where the marks of a row stand: on the line of their year, stacked where they would touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from claimcli.answers.axis import Axis
from claimcli.answers.marks import KNOWN, Mark
from claimcli.pictures.medium import BETWEEN, MARGIN

PITCH, SMALLEST = 15, 5
"""One mark with its air, and the least that it may shrink to, in px."""

TALLEST = 100
"""Px that the tallest stack of a figure may have."""

WIDE, NARROW = 560, 300
"""Px that a row is drawn for: on a screen, on a telephone and on paper."""

_DENSE, _FRAME = 12, 470
"""Above so many works a row is columns of dots, worked out for so many px."""


class Placed(msgspec.Struct, frozen=True):
    """A mark at so many per cent of the width, on a level from 0, the line, upwards."""

    mark: Mark
    percent: float
    level: int


class Row(msgspec.Struct, frozen=True):
    """The marks of a row that have a year, by year; `levels` is how many it takes."""

    placed: tuple[Placed, ...]
    levels: int
    is_dense: bool


class Rows(msgspec.Struct, frozen=True):
    """The rows of a figure with one pitch for all, so that they can be compared."""

    rows: tuple[Row, ...]
    pitch: int


def stacked(figure: Sequence[Sequence[Mark]], axis: Axis) -> Rows:
    """The rows of a figure: the largest pitch at which no stack is taller than TALLEST."""
    dated = [[mark for mark in marks if mark.year is not None] for marks in figure]
    for pitch in range(PITCH, SMALLEST - 1, -1):
        rows = tuple(_row(marks, axis, pitch) for marks in dated)
        if all(row.levels * pitch <= TALLEST for row in rows):
            break
    return Rows(rows, pitch)


def _row(marks: Sequence[Mark], axis: Axis, pitch: int) -> Row:
    is_dense = len(marks) > _DENSE
    filled_below = sorted(marks, key=lambda mark: KNOWN.index(mark.known))
    place = _columns if is_dense else _beside
    placed = place(filled_below, axis, pitch)
    levels = max((each.level + 1 for each in placed), default=1)
    return Row(tuple(sorted(placed, key=lambda each: each.mark.year or 0)), levels, is_dense)


def percent(mark: Mark, axis: Axis) -> float:
    """Where its year stands, in per cent of the width."""
    assert mark.year is not None
    return MARGIN + BETWEEN * axis.at(mark.year)


def _columns(marks: Iterable[Mark], axis: Axis, pitch: int) -> list[Placed]:
    """Columns as wide as a mark, each filled from the line upwards."""
    wide = pitch / _FRAME * 100
    taken: dict[int, int] = {}
    placed = []
    for mark in marks:
        column = round(percent(mark, axis) / wide)
        placed.append(Placed(mark, column * wide, taken.get(column, 0)))
        taken[column] = taken.get(column, 0) + 1
    return placed


def _beside(marks: Iterable[Mark], axis: Axis, pitch: int) -> list[Placed]:
    """Each at its year, on the lowest level where it touches none, also when narrow."""
    apart = pitch / NARROW * 100
    levels: list[list[float]] = []
    placed = []
    for mark in marks:
        at = percent(mark, axis)
        level = next(
            (n for n, met in enumerate(levels) if all(abs(at - x) >= apart for x in met)),
            len(levels),
        )
        levels += [[]] if level == len(levels) else []
        levels[level].append(at)
        placed.append(Placed(mark, at, level))
    return placed
