"""The glance figure: each position with its works by year, and who holds it in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from claimcli.answers.axis import Axis
from claimcli.answers.compare import Comparison, Position
from claimcli.answers.counting import counts_view
from claimcli.answers.wording import holders_counted
from claimcli.render.tables.columns import Column, column_of, tight, tight_heads, tight_numbers
from claimcli.render.tables.legend import judgement, meanings
from claimcli.render.tables.lines import (
    Line,
    beside,
    indented,
    one_by_one,
    padded,
    piece,
    width_of,
    wrapped,
)
from claimcli.render.tables.parts import MOST
from claimcli.render.tables.roles import BLOCKS, QUIET, RULE
from claimcli.render.tables.sign import Sign, sign
from claimcli.render.tables.strip import Cells, cells_of, highest, scale, strip

_LABEL, _STRIP = 18, 16
"""Columns that the label of a position and its works are to have, side by side."""
_LONGEST_STRIP = 96
_COUNTED = ("scholars", "first_hand", "second_hand", "unnamed", "contemporaries")


class _Plan(NamedTuple):
    """How wide the parts of a row are; the works stand below the label where `is_below`.

    Without columns for the numbers they are told in words.
    """

    letter: int
    label: int
    strip: int
    numbers: tuple[Column, ...]
    is_below: bool

    @property
    def before_strip(self) -> int:
        return self.letter + (0 if self.is_below else self.label + _GAP)

    @property
    def width(self) -> int:
        beside_strip = 0 if self.is_below else self.strip + 1
        gap = _GAP if self.numbers else 0
        return max(
            self.letter + self.label + gap + beside_strip + tight(self.numbers),
            self.before_strip + self.strip,
        )


_GAP = 2
_HEAD = "Position"


def figure(compared: Comparison, width: int) -> Iterator[Line]:
    """The figure of a question that has positions, and what its signs mean."""
    shown, axis = compared.positions[:MOST], compared.axis
    plan = _plan(compared, shown, width)
    rows: list[Cells] = [cells_of(p.marks, axis, plan.strip) for p in shown] if axis else []
    top = highest(rows)
    yield from _heads(plan, axis)
    yield [(RULE * plan.width, QUIET)]
    for position, cells in zip(shown, rows or [()] * len(shown), strict=True):
        its = sign(compared.question, position.number)
        yield from _row(position, its, strip(cells, its.strong, top), plan)
    if axis:
        yield from scale(axis, plan.strip, plan.before_strip, plan.width)
    else:
        yield [(RULE * plan.width, QUIET)]
    yield from key(compared, shown, top, width)


def _plan(compared: Comparison, shown: Sequence[Position], width: int) -> _Plan:
    letter = max(len(position.siglum) for position in shown) + 2
    longest = max(width_of([piece(position.label)]) for position in shown)
    met = [f for f in _COUNTED if f != "contemporaries" or compared.totals.contemporaries]
    numbers = tuple(column_of(field, 3) for field in met)
    room = width - letter - tight(numbers) - _GAP
    label = max(min(longest, max(_LABEL + 4, width * 3 // 10)), len(_HEAD) - letter)
    left = room - label - 1
    if compared.axis and left >= _STRIP:
        return _Plan(letter, label, min(left, _LONGEST_STRIP), numbers, is_below=False)
    below = min(width - letter, _LONGEST_STRIP) if compared.axis else 0
    if room >= _LABEL:
        return _Plan(letter, min(longest, room), below, numbers, is_below=True)
    return _Plan(letter, min(longest, width - letter), below, (), is_below=True)


def _heads(plan: _Plan, axis: Axis | None) -> Iterator[Line]:
    lines = tight_heads(plan.numbers) or [""]
    first = [(_HEAD, QUIET)]
    if axis and not plan.is_below:
        first = [*padded(first, plan.letter + plan.label + _GAP), ("Works by year", QUIET)]
    elif axis:
        first = [("Position, and its works by year", QUIET)]
        first = first if width_of(first) <= plan.letter + plan.label else [(_HEAD, QUIET)]
    if first == [(_HEAD, QUIET)] and not plan.numbers:
        return  # nothing else stands below it, and no one needs to be told
    before = plan.width - tight(plan.numbers)
    for i, cells in enumerate(lines):
        yield [*padded(first if i == len(lines) - 1 else (), before), (cells, QUIET)]


def _row(position: Position, its: Sign, drawn: Line, plan: _Plan) -> Iterator[Line]:
    letter = [(position.siglum, its.strong)]
    label = wrapped([piece(position.label)], plan.label)
    numbers = [tight_numbers(counts_view(position.counts), plan.numbers)]
    if not plan.is_below:
        parts = ((plan.label + _GAP, label), (plan.strip + 1, [drawn] if drawn else []))
        yield from beside((plan.letter, [letter]), *parts, (0, numbers))
        return
    before = plan.width - tight(plan.numbers) - plan.letter
    yield from beside((plan.letter, [letter]), (before, label), (0, numbers))
    if not plan.numbers:
        words = wrapped([piece(holders_counted(position.counts), QUIET)], plan.width - plan.letter)
        yield from indented(words, plan.letter)
    if drawn:
        yield [(" " * plan.letter, ""), *drawn]


def key(compared: Comparison, shown: Sequence[Position], top: int, width: int) -> Iterator[Line]:
    """What the signs mean, and how many works are not drawn."""
    marks = [*chain.from_iterable(position.marks for position in shown), *compared.without_marks]
    items = list(meanings(mark.known for mark in marks))
    if top:
        items.append([(f"{BLOCKS[-1]} {top:,} in one place; the lower, the fewer", QUIET)])
    if marks:
        items.append([("one for each holder and work", QUIET)])
    if compared.totals.unclear:
        items.append(judgement())
    undrawn = sum(mark.year is None for position in shown for mark in position.marks)
    if undrawn:
        who = "1 has no year and is" if undrawn == 1 else f"{undrawn:,} have no year and are"
        items.append([(f"{who} not drawn", QUIET)])
    yield from one_by_one(items, width)
