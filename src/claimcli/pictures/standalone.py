"""A figure as a file of its own, for Word, Inkscape, a browser or a README.

Its colours stand in attributes, which all of these know; a style sheet has only what the dark
needs. It has a size in px and a view box, a title and a description.
"""

from __future__ import annotations

from claimcli.pictures.lettering import width, wrapped
from claimcli.pictures.palette import COLOURS, INK, PAPER, RULE, SOFT
from claimcli.pictures.svg import Svg, element, joined

WIDTH, MARGIN = 960.0, 24.0
"""Px of the whole, and what stays free on each side."""

SERIF = (
    "'Source Serif 4','Iowan Old Style','Palatino Linotype','Noto Serif','Noto Serif CJK SC',serif"
)
SANS = "Inter,'Helvetica Neue','Segoe UI','Noto Sans','Noto Sans CJK SC',Arial,sans-serif"


def document(body: Svg, height: float, title: str, description: str) -> str:
    """The figure as an XML document; `body` is drawn below a head of its title."""
    head, top = _head(title)
    whole = height + top + MARGIN
    inner = joined(
        element("title", title, id="title"),
        element("desc", description, id="description"),
        Svg(f"<style>{_in_the_dark()}</style>"),
        element("rect", width=WIDTH, height=whole, fill=PAPER[0], class_="paper"),
        head,
        element("g", body, transform=f"translate(0 {top:.0f})"),
    )
    figure = element(
        "svg",
        inner,
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=whole,
        viewBox=f"0 0 {WIDTH:.0f} {whole:.0f}",
        role="img",
        aria_labelledby="title description",
        font_family=SANS,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{figure}\n'


def _head(title: str) -> tuple[Svg, float]:
    lines = wrapped(title, WIDTH - 2 * MARGIN, 22)
    drawn = [
        text(line, MARGIN, MARGIN + 20 + 28 * number, size=22, font_family=SERIF)
        for number, line in enumerate(lines)
    ]
    return joined(*drawn), MARGIN + 28 * len(lines) + 8


def text(
    words: str, x: float, y: float, size: float = 12, *, soft: bool = False, **given: object
) -> Svg:
    """A line of text that begins at a place."""
    paint = {"fill": SOFT[0], "class_": "soft"} if soft else {"fill": INK[0], "class_": "ink"}
    return element("text", words, x=x, y=y, font_size=size, **paint, **given)


def over_lines(words: str, x: float, y: float, anchor: str = "start") -> Svg:
    """A line of text of 12 px over lines, which it interrupts: on a piece of paper.

    What a browser would do by painting its outline first, Word cannot.
    """
    wide = width(words) * 0.95 + 6
    left = x - 3 - {"start": 0.0, "middle": (wide - 6) / 2, "end": wide - 6}[anchor]
    ground = {"x": left, "y": y - 10, "width": wide, "height": 13, "fill": PAPER[0]}
    return joined(
        element("rect", **ground, class_="paper"),
        text(words, x, y, 12, text_anchor=anchor),
    )


def rule(x1: float, x2: float, y: float, **given: object) -> Svg:
    """A hairline across."""
    return element("line", x1=x1, x2=x2, y1=y, y2=y, stroke=RULE[0], class_="line", **given)


def letter(siglum: str, x: float, y: float, colour: str) -> Svg:
    """The letter of a position in a disc of its colour, around a place."""
    wide = max(20.0, 10 + 8.0 * len(siglum))
    disc = element(
        "rect",
        x=x - wide / 2,
        y=y - 10,
        width=wide,
        height=20,
        rx=10,
        fill=COLOURS[colour][0],
        class_=f"sig {colour}",
    )
    given = {"font_size": 11, "font_weight": 600, "text_anchor": "middle"}
    return joined(disc, element("text", siglum, x=x, y=y + 4, fill=PAPER[0], class_="on", **given))


def _in_the_dark() -> str:
    roles = (
        f".paper,.on,.m{{fill:{PAPER[1]}}}"
        f".ink{{fill:{INK[1]}}}.soft,.year{{fill:{SOFT[1]}}}"
        f".line,.grid{{stroke:{RULE[1]}}}"
    )
    colours = "".join(
        f".{name}{{stroke:{dark}}}.sig.{name},.m-read.{name},.tint.{name}{{fill:{dark}}}"
        for name, (_, dark) in COLOURS.items()
    )
    return f"@media (prefers-color-scheme:dark){{{roles}{colours}.sig,.tint{{stroke:none}}}}"
