"""Where a figure is drawn: in a page, which stretches it, or as a document of its own."""

from __future__ import annotations

import msgspec

from claimcli.pictures.palette import COLOURS, PAPER, RULE, SOFT

MARGIN, BETWEEN = 3.0, 94.0
"""Per cent of the width that stay free on each side, and that the axis takes."""

_PAINT: dict[str, dict[str, object]] = {
    "grid": {"stroke": RULE[0], "stroke_dasharray": "1 3"},
    "line": {"stroke": RULE[0]},
    "small": {"fill": SOFT[0], "font_size": 12},
}


class Medium(msgspec.Struct, frozen=True):
    """`width` is that of the drawing in px; None in a page, where places are in per cent.

    So nothing is shrunk or stretched from 360 to 1400 px: circles stay round, text stays 12 px.
    """

    width: float | None = None

    def x(self, share: float) -> str | float:
        """A place on the axis, from 0 to 1."""
        return self.at(MARGIN + BETWEEN * share)

    def at(self, percent: float) -> str | float:
        """A place from 0 to 100 per cent of the width."""
        return f"{percent:.2f}%" if self.width is None else self.width * percent / 100

    def paint(self, role: str) -> dict[str, object]:
        """The attributes that a page gives by its style sheet, and a document has itself."""
        return {} if self.width is None else _PAINT[role]

    def ink(self, colour: str, *, filled: bool) -> dict[str, object]:
        """The same of a mark in the colour of a position."""
        if self.width is None:
            return {}
        on_paper = COLOURS[colour][0]
        return {"stroke": on_paper, "fill": on_paper if filled else PAPER[0]}


PAGE, ON_PAPER = Medium(), Medium(1)
"""A page; and a document, for what is drawn at places that are given in px."""
