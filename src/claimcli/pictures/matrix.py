"""Who holds what: a row for each scholar, school or decade, a column for each position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.compare import Comparison
from claimcli.answers.counting import Counts
from claimcli.answers.grouping import Group
from claimcli.answers.marks import KNOWN, Known
from claimcli.answers.wording import holders_counted
from claimcli.model import NO_STANCE
from claimcli.pictures.document import MARGIN, WIDTH, document, letter, rule, text
from claimcli.pictures.lettering import shortened, wrapped
from claimcli.pictures.medium import Medium
from claimcli.pictures.palette import COLOURS, NONE, colour
from claimcli.pictures.shapes import MEANING, shape
from claimcli.pictures.svg import Svg, element, joined

_FIRST, _ROW = 260.0, 30.0
"""Px where the first column begins, and of a row."""

_TINTS = (0.0, 0.1, 0.2, 0.3, 0.42)
"""So much of the colour is laid under a number; more could not be read in the dark."""

_ON_PAPER = Medium(1)


def matrix(found: Comparison) -> str:
    """The figure of a comparison's groups: marks for holders, numbers of scholars for the rest."""
    columns = _columns(found)
    wide = min(110.0, (WIDTH - MARGIN - _FIRST) / max(1, len(columns)))
    heads, height = _heads(columns, wide)
    cells = [[g.cell(stance, found.entities) for stance, *_ in columns] for g in found.groups]
    most = max((cell.scholars for row in cells for cell in row), default=1)
    rows = [
        _row(group, cells[n], columns, wide, height + _ROW * n, most, found.by)
        for n, group in enumerate(found.groups)
    ]
    bottom = height + _ROW * len(rows)
    end = rule(MARGIN, _FIRST + wide * len(columns), bottom)
    key = _key(found, bottom + 22)
    whole = joined(heads, *rows, end, key)
    return document(
        whole, bottom + 34, found.question.question, _description(found, columns, cells)
    )


Column = tuple[str, str, str, str]
"""A stance with its letter, its label, and the class of its colour."""


def _columns(found: Comparison) -> list[Column]:
    columns = [
        (p.stance, p.siglum, p.label, colour(found.question, p.number)) for p in found.positions
    ]
    return columns + [(NO_STANCE, "–", "takes no side", NONE)] * bool(found.without_total)


def _heads(columns: Sequence[Column], wide: float) -> tuple[Svg, float]:
    labels = [wrapped(label, wide - 10, 11) for _, _, label, _ in columns]
    deep = max(map(len, labels), default=0)
    drawn = []
    for number, ((_, siglum, _, tone), lines) in enumerate(zip(columns, labels, strict=True)):
        x = _FIRST + wide * (number + 0.5)
        drawn.append(letter(siglum, x, 14, tone))
        drawn += [
            text(line, x, 40 + 13 * at, 11, soft=True, text_anchor="middle")
            for at, line in enumerate(lines)
        ]
    return joined(*drawn), 40.0 + 13 * deep


def _row(
    group: Group,
    cells: Sequence[Counts],
    columns: Sequence[Column],
    wide: float,
    y: float,
    most: int,
    by: str,
) -> Svg:
    drawn = [
        rule(MARGIN, _FIRST + wide * len(columns), y),
        text(shortened(group.label, 34), MARGIN, y + _ROW / 2 + 4, 13),
    ]
    for number, (cell, (_, _, _, tone)) in enumerate(zip(cells, columns, strict=True)):
        x = _FIRST + wide * number
        drawn += _cell(cell, tone, x, y, wide, most, is_mark=by == "scholar")
    return joined(*drawn)


def _cell(
    cell: Counts, tone: str, x: float, y: float, wide: float, most: int, *, is_mark: bool
) -> Iterator[Svg]:
    """A mark of one holder; else how many scholars, tinted, and those who are none beside it."""
    middle, line = x + wide / 2, y + _ROW / 2
    known = known_in(cell)
    if is_mark and known:
        yield shape(known, tone, middle, line, medium=_ON_PAPER)
    if is_mark or known is None:
        return
    if cell.scholars:
        tint = _TINTS[-(-4 * cell.scholars // max(most, 4))]
        box = {"x": x + 1, "y": y + 1, "width": wide - 2, "height": _ROW - 2}
        yield element(
            "rect", **box, fill=COLOURS[tone][0], fill_opacity=tint, class_=f"tint {tone}"
        )
        yield text(
            f"{cell.scholars:,}", middle, line + 5, 14, text_anchor="middle", font_weight=600
        )
    yield from _beside(cell, tone, middle + (16 if cell.scholars else 0), line)


def _beside(cell: Counts, tone: str, x: float, y: float) -> Iterator[Svg]:
    apart: tuple[tuple[int, Known], ...] = (
        (cell.unnamed, "unnamed"),
        (cell.contemporaries, "contemporary"),
    )
    for number, known in apart:
        if number:
            yield shape(known, tone, x, y, 4.5, _ON_PAPER)
            yield text(f"{number:,}", x + 9, y + 4, 11, soft=True)
            x += 26


def known_in(cell: Counts) -> Known | None:
    """How what a cell counts is best known; None where it counts nobody."""
    kinds: tuple[tuple[int, Known], ...] = (
        (cell.first_hand, "read"),
        (cell.second_hand, "second-hand"),
        (cell.unnamed, "unnamed"),
        (cell.contemporaries, "contemporary"),
    )
    return next((known for number, known in kinds if number), None)


def _key(found: Comparison, y: float) -> Svg:
    if found.by != "scholar":
        words = "scholars are counted; a dashed mark with a number: holders who are none"
        return text(words, MARGIN, y, 11, soft=True)
    x, drawn = MARGIN, []
    for known in KNOWN[:3]:
        drawn.append(shape(known, NONE, x + 7, y - 4, medium=_ON_PAPER))
        meaning = MEANING[known]
        drawn.append(text(meaning, x + 20, y, 11, soft=True))
        x += 44 + 5.6 * len(meaning)
    return joined(*drawn)


def _description(found: Comparison, columns: Sequence[Column], cells: list[list[Counts]]) -> str:
    """The rows in words, for who does not see them."""
    rows = (
        f"{group.label}: "
        + ", ".join(
            f"{siglum} {holders_counted(cell)}"
            for (_, siglum, _, _), cell in zip(columns, row, strict=True)
            if cell.claims
        )
        for group, row in zip(found.groups, cells, strict=True)
    )
    return ". ".join(rows) + "." if found.groups else "Nobody is recorded."
