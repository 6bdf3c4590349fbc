"""Who speaks through whom: from each holder through his work to the text that was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from claimcli.answers.chain import Link
from claimcli.answers.chains import Chains, Way
from claimcli.answers.wording import plural
from claimcli.pictures.lettering import shortened
from claimcli.pictures.medium import ON_PAPER
from claimcli.pictures.palette import COLOURS, NONE
from claimcli.pictures.positions import NO_SIDE, Named, key_of_positions, named
from claimcli.pictures.shapes import RADIUS, shape
from claimcli.pictures.standalone import MARGIN, document, letter, over_lines, text
from claimcli.pictures.svg import Svg, element, joined

_HOLDER, _WORK, _READ = 270.0, 330.0, 710.0
"""Px where holders end, where their works begin, where the texts stand that were read."""

_ROW, _APART = 26.0, 18.0
"""Px of a chain, and between those of two texts."""


def chains(found: Chains) -> str:
    """The figure of a question's chains: a line each, those of one text together."""
    ways = sorted(found.ways, key=lambda way: way.read.text)
    positions = named(found.compared)
    drawn, y = [_headings()], 44.0
    for _, of_text in groupby(ways, key=lambda way: way.read.id):
        group = list(of_text)
        drawn.append(_group(group, y, positions))
        y += _ROW * len(group) + _APART
    if ways:
        met = {_position(way, positions) for way in ways}
        key, y = key_of_positions((each for each in (*positions, NO_SIDE) if each in met), y)
        drawn.append(key)
    else:
        drawn, y = [text("Nothing on this question is known second-hand.", MARGIN, 20, 14)], 24.0
    return document(joined(*drawn), y, found.compared.question.question, _description(ways))


def _position(way: Way, positions: Sequence[Named]) -> Named:
    """The position that a chain is drawn in the colour of: the first of those that it is for."""
    return positions[way.numbers[0]] if way.numbers else NO_SIDE


def _headings() -> Svg:
    return joined(
        text("Who holds it", _HOLDER - 14, 18, 11, soft=True, text_anchor="end"),
        text("in a work that was not read", _WORK - 6, 18, 11, soft=True),
        text("known from the text that was read", _READ - 6, 18, 11, soft=True),
    )


def _group(ways: Sequence[Way], top: float, positions: Sequence[Named]) -> Svg:
    """The chains that end in one text, which stands beside their middle."""
    middle = top + _ROW * (len(ways) - 1) / 2
    lines = [
        _way(way, top + _ROW * n, middle, _position(way, positions)) for n, way in enumerate(ways)
    ]
    read = text(shortened(ways[0].read.text, 34), _READ + 14, middle + 4, 13)
    return joined(*lines, shape("read", NONE, _READ, middle, RADIUS + 1, ON_PAPER), read)


def _way(way: Way, y: float, end: float, position: Named) -> Svg:
    tone = position.tone
    known = (way.holders[0].known if way.holders else None) or "second-hand"
    names = ", ".join(holder.text for holder in way.holders)
    return joined(
        element("title", _said(way)),
        _path(y, end, tone),
        text(shortened(names, 36), _HOLDER - 14, y + 4, 13, text_anchor="end"),
        shape(known, tone, _HOLDER, y, RADIUS, ON_PAPER),
        letter(position.siglum, (_HOLDER + _WORK) / 2, y, tone),
        *_stations([way.work, *way.reports[:-1]], y, tone),
    )


def _path(y: float, end: float, tone: str) -> Svg:
    bend = _READ - 90
    turn = f"{bend + 45:.0f} {y:.1f} {bend + 45:.0f} {end:.1f} {_READ:.0f} {end:.1f}"
    return element(
        "path",
        d=f"M{_HOLDER:.0f} {y:.1f}H{bend:.0f}C{turn}",
        fill="none",
        stroke=COLOURS[tone][0],
        stroke_opacity=0.5,
        stroke_width=1.4,
        class_=tone,
    )


def _stations(links: Sequence[Link], y: float, tone: str) -> Iterable[Svg]:
    """The works between, each with a gap in the line for its name."""
    room = (_READ - 100 - _WORK) / len(links)
    for number, link in enumerate(links):
        x = _WORK + room * number
        words = shortened(link.text, max(8, int(room / 7.2) - 3))
        yield shape("second-hand", tone, x, y, RADIUS - 1, ON_PAPER)
        yield over_lines(words, x + 10, y + 4)


def _said(way: Way) -> str:
    names = ", ".join(holder.text for holder in way.holders)
    between = "".join(f", in {step.text} (not read)" for step in way.reports[:-1])
    claims = plural(len(way.claims), "claim")
    return f"{names}: {way.work.text}, not read{between}; reported in {way.read.text}: {claims}"


def _description(ways: Sequence[Way]) -> str:
    return ". ".join(map(_said, ways)) or "Nothing is known second-hand."
