"""The strip of a row: its marks by year on an axis that all rows of a figure share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from claimcli.answers.axis import Axis
from claimcli.answers.marks import Mark
from claimcli.answers.wording import plural
from claimcli.dates import year_in_words
from claimcli.pictures.lettering import Lettered, lettered
from claimcli.pictures.medium import PAGE, Medium
from claimcli.pictures.shapes import RADIUS, SAID, shape
from claimcli.pictures.stacking import NARROW, WIDE, Placed, Row, stacked
from claimcli.pictures.standalone import over_lines
from claimcli.pictures.svg import Svg, element, joined

LINKED = 24
"""Up to so many marks of a figure are links: more are stops of the tab key that nobody wants."""

_LOWEST, _AIR, _LABEL = 46, 16, 16
"""Px: the least height of a row, the air in it, the room of names above or below the marks."""

JUDGED = "who holds it is the recorder’s judgement"
"""What `?` says beside a name."""

Address = Callable[[str], str]
"""Where a claim can be read, by its id."""


class Line(msgspec.Struct, frozen=True):
    """A row of a figure: whose it is, its marks, and the class of its colour.

    `names` are what marks are called, by their work, where not by their holder.
    """

    label: str
    marks: tuple[Mark, ...]
    colour: str
    names: Mapping[str | None, str] | None = None

    def named(self, mark: Mark) -> str:
        """What is written beside a mark; `?` where who holds it is the recorder's judgement."""
        name = mark.name if self.names is None else self.names.get(mark.work, "")
        return f"{name} ?" if name and mark.is_judged else name


class Figure(msgspec.Struct, frozen=True):
    """Rows on one axis. `address` says where a mark leads; None where it leads nowhere."""

    lines: tuple[Line, ...]
    axis: Axis
    address: Address | None = None
    medium: Medium = PAGE

    def strips(self) -> list[Strip]:
        """The strip of each row, in their order."""
        rows = stacked([line.marks for line in self.lines], self.axis)
        met = sum(len(row.placed) for row in rows.rows)
        address = self.address if met <= LINKED else None
        return [
            _strip(self, line, row, rows.pitch, address)
            for line, row in zip(self.lines, rows.rows, strict=True)
        ]


class Strip(msgspec.Struct, frozen=True):
    """The drawing of a row, so many px high."""

    drawing: Svg
    height: float


def said(mark: Mark, work: str | None = None) -> str:
    """A mark in words: `1975 · M. V. Vorob'ev · second-hand`."""
    unclear = JUDGED if mark.is_judged else "something unclear" if mark.is_unclear else None
    year = year_in_words(mark.year) if mark.year is not None else None
    return " · ".join(filter(None, (year, mark.name, work, SAID[mark.known], unclear)))


def _strip(figure: Figure, line: Line, row: Row, pitch: int, address: Address | None) -> Strip:
    names = {} if row.is_dense else _names(row, line, pitch, figure.medium)
    above, below = _room(names.values())
    taken = row.levels * pitch + above + below
    height = float(max(_LOWEST, row.levels * pitch + _AIR + above + below))
    base = height - (height - taken) / 2 - below - pitch / 2
    radius = RADIUS if pitch == 15 and not row.is_dense else max(1.6, pitch * 0.35)
    drawn = _Drawing(figure, line, pitch, base, radius, address, names)
    marks = [drawn.mark(number, each) for number, each in enumerate(row.placed)]
    whole = joined(*_ground(figure, height, base), *marks)
    return Strip(_framed(figure, line, row, whole, height, address), height)


def _framed(
    figure: Figure, line: Line, row: Row, whole: Svg, height: float, address: Address | None
) -> Svg:
    if figure.medium.width is not None:
        return whole
    words = f"{line.label}: {plural(len(row.placed), 'work')} by year"
    role = "group" if address and row.placed else "img"
    given = {"class_": "strip", "width": "100%", "height": height, "role": role}
    return element("svg", whole, **given, aria_label=words)


def _ground(figure: Figure, height: float, base: float) -> list[Svg]:
    """A hairline across, and one at each tick; no line joins the marks of a row.

    That would say that the view was held in between.
    """
    medium, axis = figure.medium, figure.axis
    lines = [
        element(
            "line",
            **{"class_": "grid", "x1": x, "x2": x, "y1": 0, "y2": height, **medium.paint("grid")},
        )
        for x in (medium.x(axis.at(tick)) for tick in axis.ticks)
    ]
    ends = {"x1": medium.at(0), "x2": medium.at(100), "y1": base, "y2": base}
    return [*lines, element("line", class_="line", **ends, **medium.paint("line"))]


Names = dict[str, dict[int, Lettered]]
"""The names that fit, by the class of the width that they are worked out for."""


def _names(row: Row, line: Line, pitch: int, medium: Medium) -> Names:
    """On a screen and when narrow: one of the two is hidden by the style sheet."""
    if medium.width is not None:
        return {"wide": lettered(row.placed, medium.width, pitch, line.named)}
    widths = {"wide": WIDE, "narrow": NARROW}
    return {size: lettered(row.placed, px, pitch, line.named) for size, px in widths.items()}


def _room(names: Iterable[dict[int, Lettered]]) -> tuple[int, int]:
    every = [each for fitting in names for each in fitting.values()]
    above = any(each.is_above for each in every)
    return _LABEL * above, _LABEL * any(each.is_below for each in every)


class _Drawing(msgspec.Struct, frozen=True):
    """What all marks of a row have in common."""

    figure: Figure
    line: Line
    pitch: int
    base: float
    radius: float
    address: Address | None
    names: Names

    def mark(self, number: int, each: Placed) -> Svg:
        """A mark with its name, a link where it leads to its claim."""
        medium, y = self.figure.medium, self.base - each.level * self.pitch
        x = medium.at(each.percent)
        title = said(each.mark)
        names = [
            _name(names[number], size, x, y, medium)
            for size, names in self.names.items()
            if number in names
        ]
        drawn = joined(
            element("title", title),
            shape(each.mark.known, self.line.colour, x, y, self.radius, medium),
            *names,
        )
        if self.address is None or not each.mark.claims:
            return element("g", drawn)
        return element("a", drawn, href=self.address(each.mark.claims[0]), aria_label=title)


def _name(name: Lettered, size: str, x: str | float, y: float, medium: Medium) -> Svg:
    place = {"x": x, "y": y, "dx": name.dx, "dy": name.dy, "text_anchor": name.anchor}
    if medium.width is not None:
        return over_lines(name.text, float(x) + name.dx, y + name.dy, name.anchor)
    return element("text", name.text, class_=f"label {size}", **place)


def axis_drawing(axis: Axis, medium: Medium = PAGE) -> Svg:
    """The years below the rows; every second one goes where it is narrow."""
    drawn = []
    for number, tick in enumerate(axis.ticks):
        x = medium.x(axis.at(tick))
        name = "year odd" if number % 2 else "year"
        drawn += [
            element("line", class_="line", x1=x, x2=x, y1=0, y2=5, **medium.paint("line")),
            element(
                *("text", year_in_words(tick)),
                **{"class_": name, "x": x, "y": 18, "text_anchor": "middle"},
                **medium.paint("small"),
            ),
        ]
    if medium.width is not None:
        return joined(*drawn)
    return element("svg", *drawn, class_="axis", width="100%", height=22, aria_hidden="true")
