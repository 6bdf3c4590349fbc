"""Names beside marks, where they touch no mark and no other name; else they are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal
from unicodedata import east_asian_width

import msgspec

from claimcli.answers.marks import Mark
from claimcli.pictures.shapes import RADIUS
from claimcli.pictures.stacking import Placed
from claimcli.render.safe import visible

LATIN, SQUARE = 6.8, 12.0
"""Px of a letter at 12 px: of most scripts, and of Han and Hangul."""

LONGEST = 26
"""Characters of a name that are written out."""

_AROUND = RADIUS + 2
_ABOVE, _BELOW = -11, 20

Anchor = Literal["start", "middle", "end"]

_PLACES: tuple[tuple[float, float, Anchor], ...] = (
    *((10, 4, "start"), (-10, 4, "end"), (0, _ABOVE, "middle"), (0, _BELOW, "middle")),
    *((-4, _ABOVE, "start"), (4, _ABOVE, "end"), (-4, _BELOW, "start"), (4, _BELOW, "end")),
)
"""Right, left, above, below, and the last two to either side."""

Box = tuple[float, float, float, float]


class Lettered(msgspec.Struct, frozen=True):
    """A name beside a mark: how far from its middle, and which end of it stands there."""

    text: str
    dx: float
    dy: float
    anchor: Anchor

    @property
    def is_above(self) -> bool:
        """Whether it needs room above the marks."""
        return self.dy == _ABOVE

    @property
    def is_below(self) -> bool:
        """Whether it needs room below them."""
        return self.dy == _BELOW


def width(text: str) -> float:
    """About how wide a text is as it is printed, in px at 12 px sans serif."""
    return sum(SQUARE if east_asian_width(sign) in "WF" else LATIN for sign in visible(text))


def shortened(name: str, longest: int = LONGEST) -> str:
    """A name, cut where it is long: at a word, unless that would take much more away."""
    if len(name) <= longest:
        return name
    cut = name[: longest - 2]
    words = cut.rpartition(" ")[0]
    return f"{words if len(words) > longest * 2 / 3 else cut} …"


def wrapped(text: str, px: float, size: float = 12) -> list[str]:
    """A text in lines of at most so many px, broken at spaces, or within what is too long."""
    lines = [""]
    for word in _pieces(text, px * 12 / size):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer) * size / 12 > px:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _pieces(text: str, px: float) -> Iterator[str]:
    """The words, and of one that is too long as much as fits, again and again."""
    for word in text.split():
        piece, left = "", px
        for sign in word:
            wide = width(sign)
            if piece and wide > left:
                yield piece
                piece, left = "", px
            piece, left = piece + sign, left - wide
        yield piece


def is_broken(text: str, px: float, size: float) -> bool:
    """Whether a word of it is longer than a line of so many px."""
    return any(width(word) * size / 12 > px for word in text.split())


def lettered(
    placed: Sequence[Placed],
    frame: float,
    pitch: float,
    named: Callable[[Mark], str] = lambda mark: mark.name,
) -> dict[int, Lettered]:
    """The names that fit beside these marks in a row so many px wide, by the mark's number."""
    taken = [_box_of_mark(each, frame, pitch) for each in placed]
    fitting: dict[int, Lettered] = {}
    for number, each in enumerate(placed):
        around = taken[:number] + taken[number + 1 :]
        name = shortened(named(each.mark))
        found = next(_free(each, name, frame, pitch, around), None) if name else None
        if found:
            fitting[number], box = found
            taken.append(box)
    return fitting


def _free(
    each: Placed, name: str, frame: float, pitch: float, around: Sequence[Box]
) -> Iterator[tuple[Lettered, Box]]:
    """The places of a name that are free, best first."""
    for dx, dy, anchor in _PLACES:
        box = _box_of_name(each, frame, pitch, width(name), (dx, dy, anchor))
        stays = box[0] >= 0 and box[2] <= frame and (dy == 4 or not each.level)
        if stays and not any(_touch(box, other) for other in around):
            yield Lettered(name, dx, dy, anchor), box


def _box_of_mark(each: Placed, frame: float, pitch: float) -> Box:
    x, y = each.percent * frame / 100, -each.level * pitch
    return (x - _AROUND, y - _AROUND, x + _AROUND, y + _AROUND)


def _box_of_name(
    each: Placed, frame: float, pitch: float, wide: float, place: tuple[float, float, Anchor]
) -> Box:
    dx, dy, anchor = place
    x, y = each.percent * frame / 100 + dx, -each.level * pitch + dy
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return (left, y - 11, left + wide, y + 3)


def _touch(one: Box, other: Box) -> bool:
    across = one[2] > other[0] and one[0] < other[2]
    return across and one[3] > other[1] and one[1] < other[3]
