"""The matrix of a comparison: scholars by group and position, apart from those who are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcli.answers.compare import Comparison
from claimcli.answers.grouping import Group
from claimcli.answers.marks import SIGNS, Known, apart
from claimcli.answers.matrix import Matrix
from claimcli.model import NO_STANCE
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.holders import holder_of
from claimcli.render.tables.lines import (
    Line,
    Lines,
    Piece,
    beside,
    indented,
    joined,
    one_by_one,
    padded,
    piece,
    width_of,
    wrapped,
)
from claimcli.render.tables.page import Page
from claimcli.render.tables.parts import MOST, rest
from claimcli.render.tables.roles import HEAD, MEANINGS, NO_SIDE, NOUGHT, QUIET
from claimcli.render.tables.sign import NO_SIGN, Sign, sign

_GAP = 2
_LABEL = 20
"""Columns that the name of a group is to have."""


def draw(matrix: Matrix, page: Page) -> Drawn:
    """The question, its positions with their letters, and the matrix."""
    return Drawn([Lines(_parts(matrix.compared, page_of(matrix.compared, page)))])


def page_of(compared: Comparison, page: Page) -> Page:
    """The page with all holders of the question on it."""
    holders = compared.holders.items()
    return page.with_holders((id, holder.name) for id, holder in holders if holder)


def _parts(compared: Comparison, page: Page) -> Iterator[Line]:
    width = page.width
    yield from wrapped([piece(compared.question.question, HEAD)], width)
    positions = (
        [*sign(compared.question, position.number).before, piece(position.label)]
        for position in compared.positions[:MOST]
    )
    yield from one_by_one(positions, width)
    yield ()
    yield from matrix_lines(compared, page)


def matrix_lines(compared: Comparison, page: Page) -> Iterator[Line]:
    """The matrix with a column for each position, or in words where there is no room for that."""
    width = page.width
    columns = [_Column(sign(compared.question, p.number), p.stance) for p in compared.positions]
    columns += [_Column(NO_SIGN, NO_STANCE)] if compared.without_total else []
    groups = compared.groups[:MOST]
    cells = [[_cell(compared, group, column) for column in columns] for group in groups]
    names = [_name(compared, group, page) for group in groups]
    longest = max(map(width_of, names), default=0)
    widths = [_width(column, i, cells) for i, column in enumerate(columns)]
    taken = sum(width + _GAP for width in (*widths, _CLAIMS))
    label = min(longest, max(_LABEL, width - taken))
    if label + taken <= width:
        yield _head(columns, widths, label)
        for group, name, row in zip(groups, names, cells, strict=True):
            yield from _row(group, wrapped(name, label), row, widths, label)
    else:
        for group, name, row in zip(groups, names, cells, strict=True):
            yield from wrapped(name, width)
            yield from indented(_in_words(group, row, columns, width - _GAP), _GAP)
    yield from rest(len(compared.groups) - MOST, "group", "; --json has all")
    yield from _key(cells, columns, width)


_CLAIMS = len("claims")


class _Column(NamedTuple):
    """A position, or what takes no side."""

    sign: Sign
    stance: str

    @property
    def head(self) -> Piece:
        """What stands above it."""
        return self.sign.letter or NO_SIDE, self.sign.strong


def _width(column: _Column, at: int, cells: Sequence[Sequence[Line]]) -> int:
    return max([width_of([column.head]), *(width_of(row[at]) for row in cells)])


def _head(columns: Sequence[_Column], widths: Sequence[int], label: int) -> Line:
    line: list[tuple[str, str]] = [(" " * label, "")]
    for column, width in zip(columns, widths, strict=True):
        line += [(" " * _GAP, ""), *padded([column.head], width)]
    return [*line, (" " * _GAP + "claims", QUIET)]


def _row(
    group: Group, names: Sequence[Line], row: Sequence[Line], widths: Sequence[int], label: int
) -> Iterator[Line]:
    line: list[tuple[str, str]] = []
    for cell, width in zip(row, widths, strict=True):
        line += [(" " * _GAP, ""), *padded(cell or [(NOUGHT, QUIET)], width)]
    claims = (f"{' ' * _GAP}{group.claims:>{_CLAIMS},}", QUIET)
    yield from beside((label, names), (0, [[*line, claims]]))


def _in_words(
    group: Group, row: Sequence[Line], columns: Sequence[_Column], width: int
) -> Iterator[Line]:
    items: list[Line] = []
    for column, cell in zip(columns, row, strict=True):
        if cell:
            items.append([column.head, (" ", ""), *cell])
    items.append([(f"claims {group.claims:,}", QUIET)])
    return one_by_one(items, width)


def _cell(compared: Comparison, group: Group, column: _Column) -> Line:
    """The holders of one kind after their mark; of a single holder the mark alone."""
    if column.stance not in group.entries:
        return ()
    counts = group.cell(column.stance, compared.entities)
    met = ((SIGNS[known], held) for known, held in apart(counts))
    return joined(
        (
            [(mark if compared.by == "scholar" else f"{mark}{held:,}", column.sign.strong)]
            for mark, held in met
        ),
        (" ", ""),
    )


def _name(compared: Comparison, group: Group, page: Page) -> Line:
    if compared.by == "scholar" and group.key is not None:
        return holder_of(compared.holders.get(group.key), group.key, page)
    return [piece(group.label)]


_COUNTED: dict[Known, str] = {**MEANINGS, "read": "read in their own words"}


def _key(cells: Sequence[Sequence[Line]], columns: Sequence[_Column], width: int) -> Iterator[Line]:
    """What the signs mean, below them."""
    met = "".join(text for row in cells for cell in row for text, _ in cell)
    items: list[Line] = [
        [(SIGNS[known], HEAD), (f" {meaning}", QUIET)]
        for known, meaning in _COUNTED.items()
        if SIGNS[known] in met
    ]
    if columns and not columns[-1].sign.letter:
        items.append([(f"{NO_SIDE} takes no side", QUIET)])
    yield from one_by_one(items, width)
