"""Who answers whom: an arc from each work to the one that it answers, over the years.

Only where the holder does so; positions that are opposed are no reply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcli.answers.axis import Axis, axis_of
from claimcli.answers.compare import Comparison
from claimcli.answers.marks import Known, Mark
from claimcli.answers.replies import NOBODY, End, Reply
from claimcli.answers.wording import BY_JUDGEMENT, typeset
from claimcli.dates import year_in_words
from claimcli.pictures.lettering import shortened, width, wrapped
from claimcli.pictures.medium import PAGE, Medium
from claimcli.pictures.positions import NO_SIDE, Named, key_of_positions, named
from claimcli.pictures.shapes import shape
from claimcli.pictures.standalone import MARGIN, WIDTH, document, over_lines, text
from claimcli.pictures.strips import axis_drawing
from claimcli.pictures.svg import Svg, element, joined

FEWEST, MOST = 3, 40
"""Below so many replies a sentence says more, above so many arcs are noise."""

_HIGH, _LOW, _LANES = 190.0, 48.0, (20.0, 34.0)
"""Px of the highest arc, and below the line for names, which stand in two lanes."""

_DASHES = {"qualifies": "5 3", "revises": "1 3"}


class Arc(msgspec.Struct, frozen=True):
    """A reply between two years, in the colour of the one that replies; how both are known."""

    reply: Reply
    start: int
    end: int
    position: Named
    answered_position: Named
    known: Known
    answered_known: Known


def arcs_of(found: Sequence[Reply], compared: Comparison) -> list[Arc]:
    """The replies that can be drawn: both ends in different years, each pair of works once."""
    letters = {each.siglum: each for each in named(compared)}
    marks = (*(mark for p in compared.positions for mark in p.marks), *compared.without_marks)
    known = {claim: mark.known for mark in marks for claim in mark.claims}
    drawn: dict[tuple[object, ...], Arc] = {}
    for reply in found:
        start, end = reply.source.year, reply.target.year
        if start is not None and end is not None and start != end:
            ends = (reply.source, reply.target)
            position, answered = (_position(each, letters) for each in ends)
            how = (known.get(each.target, _ELSEWHERE) for each in ends)
            arc = Arc(reply, start, end, position, answered, *how)
            key = (reply.type, reply.source.holders, start, reply.target.holders, end)
            drawn.setdefault(key, arc)
    return list(drawn.values())


_ELSEWHERE: Known = "second-hand"
"""How a claim that stands under another question is drawn: that it was read is not said here."""


def _position(end: End, positions: Mapping[str, Named]) -> Named:
    return positions.get(end.sigla[0], NO_SIDE) if end.sigla else NO_SIDE


def said(reply: Reply) -> str:
    """A reply in words: `Kim 2013 disputes Vorob'ev 1975`, and that it does may be a reading."""
    read = f", {BY_JUDGEMENT}," * reply.is_judged
    return f"{_named(reply.source)} {reply.type}{read} {_named(reply.target)}"


def _named(end: End) -> str:
    if not end.is_claim:
        return f"“{end.words or end.target}”"
    year = f" {year_in_words(end.year)}" if end.year is not None else ""
    return ", ".join(end.holders) + year


def arcs(drawn: Sequence[Arc], medium: Medium = PAGE, width: float = 1000) -> Svg:
    """The arcs as a drawing so many px wide, which a page shows where it has the room."""
    axis = axis_of(year for arc in drawn for year in (arc.start, arc.end))
    if axis is None:
        return Svg("")
    scale = Medium(width)
    whole = joined(*_arcs(drawn, axis, scale, medium), *_ends(drawn, axis, scale))
    below = element("g", axis_drawing(axis, scale), transform=f"translate(0 {_HIGH + _LOW})")
    if medium.width is not None:
        return joined(whole, below)
    height = _HIGH + _LOW + 24
    return element(
        "svg",
        joined(whole, below),
        class_="arcs",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        role="img",
        aria_label="Replies between works by year; the list below has the same in words",
    )


def _arcs(drawn: Sequence[Arc], axis: Axis, scale: Medium, medium: Medium) -> Iterator[Svg]:
    farthest = max(abs(arc.start - arc.end) for arc in drawn)
    for arc in sorted(drawn, key=lambda arc: -abs(arc.start - arc.end)):
        x1, x2 = (float(scale.x(axis.at(year))) for year in (arc.start, arc.end))
        high = (_HIGH - 12) * (abs(arc.start - arc.end) / farthest) ** 0.75
        bend = _HIGH - high * 1.33
        line = f"M{x1:.1f} {_HIGH}C{x1:.1f} {bend:.1f} {x2:.1f} {bend:.1f} {x2:.1f} {_HIGH - 6}"
        tip = f"M{x2:.1f} {_HIGH - 4}m-4 -7l4 7l4 -7"
        ink = {**scale.ink(arc.position.tone, filled=False), "fill": "none", "stroke_width": 1.4}
        path = element(
            "path",
            d=line,
            class_=f"arc {arc.position.tone}",
            stroke_dasharray=_DASHES.get(arc.reply.type),
            **ink,
        )
        yield element(
            "g",
            element("title", said(arc.reply)),
            path,
            element("path", d=tip, class_=f"arc {arc.position.tone}", **ink),
            *([_doubt((x1 + x2) / 2, _HIGH - high, medium)] if arc.reply.is_judged else []),
        )


def _doubt(x: float, y: float, medium: Medium) -> Svg:
    """A question mark on top of a reply that is one by the recorder's judgement."""
    if medium.width is not None:
        return over_lines("?", x, y + 5, "middle")
    return element("text", "?", class_="label", x=x, y=y + 5, text_anchor="middle")


def _ends(drawn: Sequence[Arc], axis: Axis, scale: Medium) -> Iterator[Svg]:
    """The works on the line, with the names that fit below it."""
    yield element(
        "line", class_="line", x1=0, x2=scale.width, y1=_HIGH, y2=_HIGH, **scale.paint("line")
    )
    ends = _marks(drawn)
    places = [float(scale.x(axis.at(mark.year or 0))) for mark, _ in ends]
    for (mark, position), x in zip(ends, places, strict=True):
        yield shape(mark.known, position.tone, x, _HIGH, 4, scale)
    names = [f"{position.siglum} {shortened(mark.name)}" for mark, position in ends]
    for x, down, name in _names(names, places, scale.width or 0):
        yield text(name, x, _HIGH + down, 12, text_anchor="middle")


def _names(
    names: Iterable[str], places: Iterable[float], wide: float
) -> Iterator[tuple[float, float, str]]:
    """The names below their works, from left to right, in the first lane that is free there."""
    ends = dict.fromkeys(_LANES, 0.0)
    for x, name in sorted(zip(places, names, strict=True)):
        half = width(name) / 2
        middle = min(max(x, half), wide - half)
        free = next((lane for lane, end in ends.items() if end <= middle - half), None)
        if free is not None:
            ends[free] = middle + half + _GAP
            yield middle, free, name


_GAP = 8.0
"""Px between two names."""


def _marks(drawn: Iterable[Arc]) -> list[tuple[Mark, Named]]:
    """The works at the ends of arcs, each once, with their positions."""
    found: dict[Mark, Named] = {}
    for arc in drawn:
        for end, known, position in (
            (arc.reply.source, arc.known, arc.position),
            (arc.reply.target, arc.answered_known, arc.answered_position),
        ):
            names = ", ".join(end.holders)
            found.setdefault(
                Mark(names, names, known, None, end.year, (), is_unclear=False), position
            )
    return list(found.items())


def replies(found: Sequence[Reply], compared: Comparison) -> str:
    """The figure as a document; what cannot be drawn, or is too little to draw, in sentences."""
    drawn = arcs_of(found, compared)
    told = found
    parts, y = [], 0.0
    if len(drawn) >= FEWEST:
        shown = {id(arc.reply) for arc in drawn}
        told = [reply for reply in found if id(reply) not in shown]
        wide = WIDTH - 2 * MARGIN
        figure = arcs(drawn, Medium(wide), wide)
        parts.append(element("g", figure, transform=f"translate({MARGIN:.0f} 0)"))
        parts.append(text(_key(drawn), MARGIN, _HIGH + _LOW + 44, 11, soft=True))
        met = {position for _, position in _marks(drawn)}
        order = (each for each in (*named(compared), NO_SIDE) if each in met)
        key, y = key_of_positions(order, _HIGH + _LOW + 60)
        parts.append(key)
        y += 4
    for line in _sentences(told):
        parts.append(text(line, MARGIN, y + 18, 14))
        y += 22
    title = compared.question.question
    return document(joined(*parts), y, title, ". ".join(map(said, found)) or NOBODY)


_LINES = {"disputes": "a line disputes", "qualifies": "dashes qualify", "revises": "dots revise"}


def _key(drawn: Sequence[Arc]) -> str:
    """What the lines and signs mean that are there."""
    types = {arc.reply.type for arc in drawn}
    met = {known for arc in drawn for known in (arc.known, arc.answered_known)}
    is_judged = any(arc.reply.is_judged for arc in drawn)
    told = [
        *(words for type, words in _LINES.items() if type in types),
        *(["a ring: not read in the work itself"] if "second-hand" in met else []),
        *([f"?: {typeset(BY_JUDGEMENT)}"] if is_judged else []),
    ]
    return "; ".join(told)


def _sentences(found: Sequence[Reply]) -> Iterator[str]:
    for reply in found:
        yield from wrapped(f"{said(reply)}.", WIDTH - 2 * MARGIN, 14)
    if not found:
        yield NOBODY
