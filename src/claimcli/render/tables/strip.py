"""A row of years with a mark for each work, and the axis that several rows share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimcli.answers.axis import Axis
from claimcli.answers.marks import SIGNS, Mark
from claimcli.dates import year_in_words
from claimcli.render.tables.lines import Line
from claimcli.render.tables.roles import BLOCKS, HAIRLINE, QUIET, RULE, TICK

_MOST = 2
"""Works in one cell that marks can be drawn of: with more, all rows are drawn as columns."""

_APART = 2
"""Blanks between two years below the axis."""

Cells = Sequence[Sequence[Mark]]
"""The works that stand in each cell of a row."""


def cells_of(marks: Iterable[Mark], axis: Axis, width: int) -> list[list[Mark]]:
    """The works of a row by the cell of their year; those without a year are in none."""
    cells: list[list[Mark]] = [[] for _ in range(width)]
    for mark in marks:
        if mark.year is not None:
            cells[column_of(mark.year, axis, width)].append(mark)
    return cells


def column_of(year: int, axis: Axis, width: int) -> int:
    """The cell of a year, from 0."""
    return int(axis.at(year) * (width - 1) + 0.5)


def highest(rows: Iterable[Cells]) -> int:
    """The most works that any cell of these rows has, where marks cannot be drawn of them; else 0.

    Two works of one cell need a free cell beside it.
    """
    every = list(rows)
    if all(_apart(cells) for cells in every):
        return 0
    return max(len(cell) for cells in every for cell in cells)


def strip(cells: Cells, style: str, top: int) -> Line:
    """A row of marks; of blocks where `top` is the most works of a cell in any row."""
    if top:
        return [_block(len(cell), style, top) for cell in cells]
    marks = _apart(cells) or []
    return [(SIGNS[m.known], style) if m else (HAIRLINE, QUIET) for m in marks]


def _block(works: int, style: str, top: int) -> tuple[str, str]:
    if not works:
        return HAIRLINE, QUIET
    return BLOCKS[-(-works * len(BLOCKS) // top) - 1], style


def _apart(cells: Cells) -> list[Mark | None] | None:
    """One work in each cell, the second of two put beside the first; None where there is no room.

    The earlier of the two stays to the left of the later.
    """
    placed: list[Mark | None] = [cell[0] if cell else None for cell in cells]
    for at, cell in enumerate(cells):
        if len(cell) > _MOST:
            return None
        if len(cell) == _MOST:
            if at + 1 < len(cells) and placed[at + 1] is None:
                placed[at + 1] = cell[1]
            elif at > 0 and placed[at - 1] is None:
                placed[at - 1 : at + 1] = cell
            else:
                return None
    return placed


def scale(axis: Axis, width: int, before: int, room: int) -> tuple[Line, Line]:
    """A rule with a tick below each year that is written, and the years below it.

    The row begins after so many columns; rule and years have so much room.
    """
    written = _written(axis, width, before, room)
    rule, years = [RULE] * room, [" "] * room
    for tick, start, words in written:
        rule[tick] = TICK
        years[start : start + len(words)] = words
    return [("".join(rule), QUIET)], [("".join(years).rstrip(), QUIET)]


_Year = tuple[int, int, str]
"""The column of a tick, the column in which its words begin, and the words."""


def _written(axis: Axis, width: int, before: int, room: int) -> list[_Year]:
    """As many of the years as can be written without touching: all, every second, every third…"""
    every = [_year(year, axis, width, before, room) for year in axis.ticks]
    for step in range(1, len(every)):
        chosen = every[::step]
        pairs = pairwise(chosen)
        if all(one[1] + len(one[2]) + _APART <= next[1] for one, next in pairs):
            return chosen
    return every[:1]


def _year(year: int, axis: Axis, width: int, before: int, room: int) -> _Year:
    words = year_in_words(year)
    tick = before + column_of(year, axis, width)
    return tick, max(0, min(tick - len(words) // 2, room - len(words))), words
