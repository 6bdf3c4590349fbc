"""The positions of a question by name: their letters and labels in a list, as documents have it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimcli.answers.compare import Comparison
from claimcli.model import NO_STANCE
from claimcli.pictures.lettering import wrapped
from claimcli.pictures.palette import NONE, colour
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
