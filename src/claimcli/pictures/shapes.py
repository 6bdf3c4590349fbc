"""The marks: their shape says how a work is known, and colour only repeats whose row it is.

A filled disc was read, a ring is second-hand, a dashed diamond is a reporter's phrase, a dashed
square somebody of the time that is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcli.answers import marks
from claimcli.answers.marks import Known, Mark, best_first
from claimcli.answers.wording import typeset
from claimcli.pictures.medium import PAGE, Medium
from claimcli.pictures.svg import Svg, element

RADIUS = 5.5
"""Of a mark where there is room, in px."""

_THIN = 4.0
"""Marks smaller than that have a thinner line."""

_DASHED = "2.6 1.8"

MEANING: dict[Known, str] = {known: typeset(said) for known, said in marks.MEANING.items()}
"""What the legend says of each shape."""


def legend(marks: Iterable[Mark]) -> list[tuple[Known, str]]:
    """The shapes of these marks with what they mean."""
    return [(known, MEANING[known]) for known in best_first({mark.known for mark in marks})]


SAID: dict[Known, str] = {
    "read": "read in the work itself",
    "second-hand": "second-hand",
    "unnamed": "a reporter’s phrase",
    "contemporary": "of the time",
}
"""The same of one mark."""


def shape(
    known: Known,
    colour: str,
    x: str | float = 0,
    y: float = 0,
    radius: float = RADIUS,
    medium: Medium = PAGE,
) -> Svg:
    """A mark at a place."""
    stroke = {"stroke_width": 2.0 if radius >= _THIN else 1.3}
    given = {**stroke, **medium.ink(colour, filled=known == "read")}
    name = f"m m-{known} {colour}"
    if known in ("read", "second-hand"):
        return element("circle", cx=x, cy=y, r=radius, class_=name, **given)
    path = _diamond(radius + 1.5) if known == "unnamed" else _square(radius - 0.5)
    given |= {"stroke_width": 1.6, "stroke_dasharray": _DASHED}
    drawn = element("path", d=path, class_=name, **given)
    if isinstance(x, str):  # a path knows no per cent: it stands in a drawing that does
        return element("svg", drawn, x=x, y=y, overflow="visible")
    return element("g", drawn, transform=f"translate({x:.2f} {y:.2f})")


def _diamond(r: float) -> str:
    return f"M0 {-r:.1f}L{r:.1f} 0L0 {r:.1f}L{-r:.1f} 0Z"


def _square(r: float) -> str:
    return f"M{-r:.1f} {-r:.1f}H{r:.1f}V{r:.1f}H{-r:.1f}Z"


def icon(known: Known, colour: str) -> Svg:
    """A mark by itself, for a line of text or a cell."""
    return element(
        *("svg", shape(known, colour)),
        **{"class_": "icon", "width": 16, "height": 16, "viewBox": "-8 -8 16 16"},
        **{"aria_hidden": "true", "focusable": "false"},
    )
