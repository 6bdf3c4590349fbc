"""Who holds what: a row for each scholar, school or decade, a column for each position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from claimcli.answers.compare import Comparison
from claimcli.answers.counting import Counts
from claimcli.answers.grouping import Group
from claimcli.answers.marks import Known, apart, best_first
from claimcli.answers.wording import holders_counted
from claimcli.pictures.lettering import is_broken, wrapped
from claimcli.pictures.medium import ON_PAPER
from claimcli.pictures.palette import COLOURS
from claimcli.pictures.positions import NO_SIDE, Named, key_of_marks, key_of_positions, named
from claimcli.pictures.shapes import MEANING, shape
from claimcli.pictures.standalone import MARGIN, WIDTH, document, letter, rule, text
from claimcli.pictures.svg import Svg, element, joined

_FIRST, _ROW, _LINE = 260.0, 30.0, 19.0
"""Px where the first column begins, of a row, and of another line in a cell of it."""

_DEEPEST = 4
"""Lines that a label may have above its column; where one has more, all stand in a list."""

_TINTS = (0.0, 0.1, 0.2, 0.3, 0.42)
"""So much of the colour is laid under a number; more could not be read in the dark."""

COUNTED: dict[Known, str] = {
    **MEANING,
    "read": "read in their own words",
    "second-hand": "second-hand",
}
"""What a mark before a number means."""


class _Grid(msgspec.Struct, frozen=True):
    """The columns, each so many px wide; `most` scholars are in one cell."""

    columns: Sequence[Named]
    wide: float
    by: str
    most: int

    @property
    def end(self) -> float:
        """Px where the last column ends."""
        return _FIRST + self.wide * len(self.columns)

    def left(self, number: int) -> float:
        """Px where a column begins."""
        return _FIRST + self.wide * number


def matrix(found: Comparison) -> str:
    """The figure of a comparison's groups: marks for holders, numbers of them for the rest."""
    columns = _columns(found)
    cells = [[g.cell(each.stance, found.entities) for each in columns] for g in found.groups]
    most = max((cell.scholars for row in cells for cell in row), default=1)
    wide = min(110.0, (WIDTH - MARGIN - _FIRST) / max(1, len(columns)))
    grid = _Grid(columns, wide, found.by, most)
    head, y = _heads(grid)
    drawn = [head]
    for group, row in zip(found.groups, cells, strict=True):
        line, height = _row(group, row, grid, y)
        drawn.append(line)
        y += height
    drawn.append(rule(MARGIN, grid.end, y))
    drawn.append(_key(cells, found.by, y + 22))
    title = found.question.question
    return document(joined(*drawn), y + 34, title, _description(found, columns, cells))


def _columns(found: Comparison) -> list[Named]:
    return named(found) + [NO_SIDE] * bool(found.without_total)


def _heads(grid: _Grid) -> tuple[Svg, float]:
    """The letters, and the labels below them, or in a list above where they need more room."""
    room = grid.wide - 10
    labels = [wrapped(each.label, room, 11) for each in grid.columns]
    deep = max(map(len, labels), default=0)
    is_listed = deep > _DEEPEST or any(is_broken(each.label, room, 11) for each in grid.columns)
    listed, top = key_of_positions(grid.columns, 0) if is_listed else (Svg(""), 0.0)
    drawn = [listed]
    for number, (each, lines) in enumerate(zip(grid.columns, labels, strict=True)):
        x = grid.left(number) + grid.wide / 2
        drawn.append(letter(each.siglum, x, top + 14, each.tone))
        drawn += [
            text(line, x, 40 + 13 * at, 11, soft=True, text_anchor="middle")
            for at, line in enumerate([] if is_listed else lines)
        ]
    return joined(*drawn), top + 32 if is_listed else 40.0 + 13 * deep


def _row(group: Group, cells: Sequence[Counts], grid: _Grid, y: float) -> tuple[Svg, float]:
    drawn: list[Svg] = []
    label = wrapped(group.label, _FIRST - MARGIN - 12, 13)
    height = max([_ROW, 15 * len(label) + 10, *(_height(cell, grid) for cell in cells)])
    for number, (cell, column) in enumerate(zip(cells, grid.columns, strict=True)):
        drawn += _cell(cell, column.tone, grid.left(number), y, height, grid)
    first = y + height / 2 + 4 - 7.5 * (len(label) - 1)
    names = [text(line, MARGIN, first + 15 * at, 13) for at, line in enumerate(label)]
    return joined(rule(MARGIN, grid.end, y), *names, *drawn), height


def _height(cell: Counts, grid: _Grid) -> float:
    return _ROW + _LINE * (len(_lines(cell, grid)) - 1)


def _cell(cell: Counts, tone: str, x: float, y: float, height: float, grid: _Grid) -> Iterator[Svg]:
    """A mark of one holder; else how many are known in each way, tinted by their scholars."""
    known = next(apart(cell), None)
    if known is None:
        return
    if grid.by == "scholar":
        yield shape(known[0], tone, x + grid.wide / 2, y + height / 2, medium=ON_PAPER)
        return
    if cell.scholars:
        tint = _TINTS[-(-4 * cell.scholars // max(grid.most, 4))]
        box = {"x": x + 1, "y": y + 1, "width": grid.wide - 2, "height": height - 2}
        ink = {"fill": COLOURS[tone][0], "fill_opacity": tint, "class_": f"tint {tone}"}
        yield element("rect", **box, **ink)
    lines = _lines(cell, grid)
    first = y + height / 2 - _LINE * (len(lines) - 1) / 2
    for at, line in enumerate(lines):
        yield from _numbers(line, tone, x + grid.wide / 2, first + _LINE * at)


Part = tuple[Known, int]
"""How something is known, and of how many."""


def _lines(cell: Counts, grid: _Grid) -> list[list[Part]]:
    """The numbers of a cell, as many in a line as there is room for."""
    lines: list[list[Part]] = [[]]
    for part in () if grid.by == "scholar" else apart(cell):
        if lines[-1] and _wide([*lines[-1], part]) > grid.wide - 6:
            lines.append([])
        lines[-1].append(part)
    return lines


def _wide(line: Sequence[Part]) -> float:
    """Px of numbers with their marks."""
    return sum(15 + 7.6 * len(f"{number:,}") for _, number in line) + 8 * (len(line) - 1)


def _numbers(line: Sequence[Part], tone: str, middle: float, y: float) -> Iterator[Svg]:
    x = middle - _wide(line) / 2
    for known, number in line:
        yield shape(known, tone, x + 5, y, 4.5, ON_PAPER)
        weight = 600 if known in ("read", "second-hand") else None
        yield text(f"{number:,}", x + 13, y + 4.5, 13, font_weight=weight)
        x += _wide([(known, number)]) + 8


def _key(cells: Sequence[Sequence[Counts]], by: str, y: float) -> Svg:
    """What the marks mean that are there."""
    met = {known for row in cells for cell in row for known, _ in apart(cell)}
    meaning = MEANING if by == "scholar" else COUNTED
    return key_of_marks(((known, meaning[known]) for known in best_first(met)), y)


def _description(found: Comparison, columns: Sequence[Named], cells: list[list[Counts]]) -> str:
    """The rows in words, for who does not see them."""
    rows = (
        f"{group.label}: "
        + ", ".join(
            f"{column.siglum} {holders_counted(cell)}"
            for column, cell in zip(columns, row, strict=True)
            if cell.claims
        )
        for group, row in zip(found.groups, cells, strict=True)
    )
    return ". ".join(rows) + "." if found.groups else "Nobody is recorded."
