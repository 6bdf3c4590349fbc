"""A comparison in a notebook: the glance figure, with what a reader must know of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.compare import Comparison, Position
from claimcli.answers.wording import totals_line
from claimcli.notebook.frame import framed, key, sign
from claimcli.pictures.palette import colour
from claimcli.pictures.strips import JUDGED, Figure, Line, axis_drawing
from claimcli.pictures.svg import Svg, element

_COUNTS = (
    ("scholars", "scholars"),
    ("first_hand", "in own words"),
    ("second_hand", "second-hand"),
    ("unnamed", "unnamed"),
    ("contemporaries", "of the time"),
)
"""The counts of a row, with their headings; claims are never among them."""


def comparison(found: Comparison) -> str:
    """The question, each position with its works by year and its scholars, and what marks mean."""
    counts = [each for each in _COUNTS if each[0] != "contemporaries" or _of_the_time(found)]
    marks = [mark for position in found.positions for mark in position.marks]
    undated = sum(mark.year is None for mark in marks)
    return framed(
        element("p", element("b", found.question.question), class_="head"),
        *([element("p", found.how_read, class_="warn")] if found.how_read else []),
        element(
            "table", _head(counts), _rows(found, counts), *_foot(found, counts), class_="glance"
        ),
        key(
            {mark.known for mark in marks},
            "one mark for each holder and work",
            f"{undated} without a year not drawn" if undated else "",
            f"? {JUDGED}" if any(mark.is_judged for mark in marks) else "",
        ),
        element("p", totals_line(found.totals), class_="count"),
    )


def _of_the_time(found: Comparison) -> int:
    return found.totals.contemporaries


def _head(counts: Sequence[tuple[str, str]]) -> Svg:
    headings = [("Position", None), ("Works by year", None), *((h, "num") for _, h in counts)]
    cells = (element("th", words, scope="col", class_=name) for words, name in headings)
    return element("thead", element("tr", *cells))


def _rows(found: Comparison, counts: Sequence[tuple[str, str]]) -> Svg:
    strips = _strips(found)
    rows = (
        _row(found, position, strip, counts)
        for position, strip in zip(found.positions, strips, strict=True)
    )
    return element("tbody", *rows)


def _row(
    found: Comparison, position: Position, strip: Svg, counts: Sequence[tuple[str, str]]
) -> Svg:
    letter, _ = sign(found.question, position.stance)
    cells = (_count(getattr(position.counts, field), words) for field, words in counts)
    label = element("th", letter, " ", position.label, scope="row")
    return element("tr", label, element("td", strip, class_="draw"), *cells)


def _count(number: int, words: str) -> Svg:
    """A count; what it is of, where there is no room for columns, and then no noughts."""
    kind = "num" if number else "num nought"
    words = "scholar" if (number, words) == (1, "scholars") else words
    return element("td", f"{number:,}" if number else "·", class_=kind, data_words=words)


def _strips(found: Comparison) -> list[Svg]:
    if found.axis is None:
        return [Svg("")] * len(found.positions)
    lines = tuple(Line(p.label, p.marks, colour(found.question, p.number)) for p in found.positions)
    return [_spaced(strip.drawing) for strip in Figure(lines, found.axis).strips()]


def _spaced(drawing: Svg) -> Svg:
    """A drawing whose texts do not run together where nothing but text is shown.

    So it is in a notebook that nobody trusts yet, and on GitHub.
    """
    return Svg(drawing.replace("</title>", "</title> ").replace("</text>", "</text> "))


def _foot(found: Comparison, counts: Sequence[tuple[str, str]]) -> Iterator[Svg]:
    """The years, where works have any."""
    if found.axis:
        drawn = element("td", _spaced(axis_drawing(found.axis)), class_="draw")
        rest = element("td", colspan=len(counts))
        yield element("tfoot", element("tr", element("td"), drawn, rest))
