"""The glance figure as a document: a row for each position, its works by year, its scholars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.compare import Comparison, Position
from claimcli.answers.counting import Counts
from claimcli.answers.wording import holders_counted
from claimcli.pictures.lettering import wrapped
from claimcli.pictures.medium import Medium
from claimcli.pictures.palette import colour
from claimcli.pictures.positions import key_of_marks
from claimcli.pictures.shapes import legend
from claimcli.pictures.standalone import MARGIN, WIDTH, document, letter, rule, text
from claimcli.pictures.strips import JUDGED, Figure, Line, Strip, axis_drawing
from claimcli.pictures.svg import Svg, element, joined

_LABEL, _STRIP, _COLUMN = MARGIN + 34, 290.0, 62.0
"""Px where the labels and the strips begin, and how wide a column of numbers is."""

_LINE = 18


def glance(found: Comparison) -> str:
    """The figure of a comparison. Works without a year are not drawn; its key says how many."""
    columns = _columns(found.totals)
    wide = WIDTH - MARGIN - _COLUMN * len(columns) - _STRIP - 10
    medium = Medium(wide)
    strips = _strips(found, medium)
    drawn, y = [_headings(columns)], 40.0
    for position, strip in zip(found.positions, strips, strict=True):
        row, height = _row(found, position, strip, columns)
        drawn.append(element("g", row, transform=f"translate(0 {y:.1f})"))
        y += height
    drawn.append(rule(MARGIN, WIDTH - MARGIN, y))
    if found.axis:
        axis = axis_drawing(found.axis, medium)
        drawn.append(element("g", axis, transform=f"translate({_STRIP:.1f} {y:.1f})"))
        y += 26
    key, height = _key(found)
    drawn.append(element("g", key, transform=f"translate(0 {y:.1f})"))
    return document(joined(*drawn), y + height, found.question.question, _description(found))


def _columns(totals: Counts) -> list[tuple[str, str]]:
    """The counts that are shown, each with its heading; claims never are."""
    columns = [
        ("scholars", "scholars"),
        ("first_hand", "in own words"),
        ("second_hand", "second-hand"),
        ("unnamed", "unnamed"),
    ]
    return columns + [("contemporaries", "of the time")] * bool(totals.contemporaries)


def _strips(found: Comparison, medium: Medium) -> Sequence[Strip]:
    if found.axis is None:
        return [Strip(Svg(""), 46)] * len(found.positions)
    lines = tuple(Line(p.label, p.marks, colour(found.question, p.number)) for p in found.positions)
    return Figure(lines, found.axis, medium=medium).strips()


def _headings(columns: Sequence[tuple[str, str]]) -> Svg:
    def right(index: int) -> float:
        return WIDTH - MARGIN - _COLUMN * (len(columns) - 1 - index)

    over = [
        text(line, right(n), 18 + 14 * at, 11, soft=True, text_anchor="end")
        for n, (_, heading) in enumerate(columns)
        for at, line in enumerate(_in_two(heading))
    ]
    return joined(
        text("Position", MARGIN, 32, 11, soft=True),
        text("Works by year", _STRIP, 32, 11, soft=True),
        *over,
    )


def _in_two(heading: str) -> list[str]:
    before, mark, after = heading.partition("-") if "-" in heading else heading.rpartition(" ")
    return [before + mark.strip(), after]


def _row(
    found: Comparison, position: Position, strip: Strip, columns: Sequence[tuple[str, str]]
) -> tuple[Svg, float]:
    label = wrapped(position.label, _STRIP - _LABEL - 16, 14)
    height = max(strip.height, _LINE * len(label) + 18.0)
    middle = height / 2
    first = middle - _LINE * (len(label) - 1) / 2
    lines = [text(line, _LABEL, first + 5 + _LINE * n, 14) for n, line in enumerate(label)]
    down = (height - strip.height) / 2
    return (
        joined(
            rule(MARGIN, WIDTH - MARGIN, 0),
            letter(position.siglum, MARGIN + 10, middle, colour(found.question, position.number)),
            *lines,
            element("g", strip.drawing, transform=f"translate({_STRIP:.1f} {down:.1f})"),
            *_numbers(position.counts, columns, middle),
        ),
        height,
    )


def _numbers(counts: Counts, columns: Sequence[tuple[str, str]], y: float) -> Iterator[Svg]:
    for index, (field, _) in enumerate(columns):
        number = getattr(counts, field)
        weight = 600 if index == 0 and number else None
        right = WIDTH - MARGIN - _COLUMN * (len(columns) - 1 - index)
        shown = f"{number:,}" if number else "·"
        given = {"text_anchor": "end", "font_weight": weight}
        yield text(shown, right, y + 5, 14, soft=not number, **given)


def _key(found: Comparison) -> tuple[Svg, float]:
    """The shapes that are met with what they mean, in lines as wide as the figure."""
    marks = [mark for position in found.positions for mark in position.marks]
    undated = sum(mark.year is None for mark in marks)
    without = f"; {undated} without a year not drawn" if undated else ""
    is_judged = any(mark.is_judged for mark in marks)
    line = f"one mark for each holder and work{without}" + f"; ? {JUDGED}" * is_judged
    return joined(key_of_marks(legend(marks), 20), text(line, MARGIN, 40, 11, soft=True)), 48


def _description(found: Comparison) -> str:
    """The figure in words, for who does not see it."""
    rows = (f"{p.siglum}. {p.label}: {holders_counted(p.counts)}" for p in found.positions)
    return ". ".join(rows) + "."
