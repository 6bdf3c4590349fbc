"""What documents have below a figure: the positions by letter and label, and what marks mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimcli.answers.compare import Comparison
from claimcli.answers.marks import Known
from claimcli.model import NO_STANCE
from claimcli.pictures.lettering import wrapped
from claimcli.pictures.medium import ON_PAPER
from claimcli.pictures.palette import NONE, colour
from claimcli.pictures.shapes import shape
from claimcli.pictures.standalone import MARGIN, WIDTH, letter, text
from claimcli.pictures.svg import Svg, joined

_LABEL, _LINE = MARGIN + 34, 18.0
"""Px where labels begin, and of a line of them."""


class Named(NamedTuple):
    """A position with its letter, its label, and the class of its colour."""

    stance: str
    siglum: str
    label: str
    tone: str


NO_SIDE = Named(NO_STANCE, "–", "takes no side", NONE)
"""What is on the question, for none of its positions."""


def named(found: Comparison) -> list[Named]:
    """The positions of a comparison in their order."""
    return [
        Named(p.stance, p.siglum, p.label, colour(found.question, p.number))
        for p in found.positions
    ]


def key_of_positions(positions: Iterable[Named], top: float) -> tuple[Svg, float]:
    """The list, a line and more for each, and px where it ends."""
    drawn, y = [], top
    for each in positions:
        drawn.append(letter(each.siglum, MARGIN + 10, y + 12, each.tone))
        for line in wrapped(each.label, WIDTH - MARGIN - _LABEL, 13):
            drawn.append(text(line, _LABEL, y + 16.5, 13))
            y += _LINE
        y += 8
    return joined(*drawn), y


def key_of_marks(meanings: Iterable[tuple[Known, str]], y: float) -> Svg:
    """Marks with what they mean, in a line of text that stands so many px from the top."""
    x, drawn = MARGIN, []
    for known, meaning in meanings:
        drawn.append(shape(known, NONE, x + 7, y - 4, medium=ON_PAPER))
        drawn.append(text(meaning, x + 20, y, 11, soft=True))
        x += 44 + 5.6 * len(meaning)
    return joined(*drawn)
