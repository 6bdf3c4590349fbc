"""Questions in a line each, with a strip of who holds their positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcli.answers.counting import Counts
from claimcli.answers.list import Listing
from claimcli.answers.marks import KNOWN, SIGNS, apart
from claimcli.answers.views import View
from claimcli.model import Question
from claimcli.render.tables.columns import (
    HEADS,
    Column,
    column_of,
    left_out,
    tight,
    tight_heads,
    tight_numbers,
)
from claimcli.render.tables.drawn import Drawn, beyond_width
from claimcli.render.tables.legend import meanings
from claimcli.render.tables.lines import (
    Line,
    Lines,
    beside,
    indented,
    one_by_one,
    piece,
    shortened,
    width_of,
    wrapped,
)
from claimcli.render.tables.roles import NOUGHT, QUIET
from claimcli.render.tables.sign import sign

_GAP = 2
_DOTS = 3
"""Holders of one kind that have a mark each; more are a number."""
_SPLIT = ("scholars", "first_hand", "second_hand", "unnamed")
_IN_STRIPS = ("first_hand", "second_hand", "unnamed", "contemporaries")
_MORE = ("contemporaries", "witnesses", "claims")
_LONGEST, _SHORTEST = 30, 9
"""Columns of a strip; what is longer goes on below, and where it has less, it stands above."""
_LEAST, _READABLE = 24, 34
"""Columns that a shortened question is to have beside a strip, and beside numbers, too."""


class _Plan(NamedTuple):
    """How wide the columns are: one that is 0 stands above the others, on a line of its own.

    Where `is_short` questions and strips are cut that need more.
    """

    text: int
    id: int
    strip: int
    numbers: tuple[Column, ...]
    is_short: bool = False

    @property
    def set_in(self) -> int:
        """By how much what stands below the text is set in."""
        return 0 if self.text else _GAP


def questions(listing: Listing, width: int) -> Drawn:
    """The questions; where there is no room for all in one line, the text stands above."""
    strips = [
        list(_strip(listing.question(row["id"]), listing.held(row["id"]))) for row in listing.rows
    ]
    plan = _plan(listing.rows, strips, width)
    gone = left_out(_met(listing.rows), plan.numbers)
    if plan.is_short:  # the strips tell how the holders are known
        gone = tuple(field for field in gone if field not in _IN_STRIPS)
    heads = [HEADS.get(field, field) for field in gone]
    where = f"--fields {','.join(('id', *gone))} shows"
    return Drawn([Lines(_parts(listing, strips, plan, width))], beyond_width(heads, where))


def _parts(
    listing: Listing, strips: Sequence[Sequence[Line]], plan: _Plan, width: int
) -> Iterator[Line]:
    yield from _heads(plan)
    for row, strip in zip(listing.rows, strips, strict=True):
        yield from _question(row, strip, plan, width)
    yield ()
    met = "".join(text for strip in strips for item in strip for text, _ in item)
    yield from one_by_one(meanings(k for k in KNOWN if SIGNS[k] in met), width)


def _strip(question: Question | None, held: Sequence[Counts]) -> Iterator[Line]:
    """For each position its letter and its holders."""
    for at, counts in enumerate(held):
        dots = "".join(
            SIGNS[known] * number if number <= _DOTS else f"{SIGNS[known]}{number:,}"
            for known, number in apart(counts)
        )
        its = sign(question, at)
        yield [(its.letter, its.strong), (dots, its.strong) if dots else (NOUGHT, QUIET)]


def _plan(rows: Sequence[View], strips: Sequence[Sequence[Line]], width: int) -> _Plan:
    """The fullest of the plans that fit: a line each, questions shortened, questions above."""
    id = max((width_of([piece(row["id"])]) for row in rows), default=0)
    text = max((width_of([piece(row["question"])]) for row in rows), default=0)
    whole = max((sum(map(width_of, strip)) + len(strip) - 1 for strip in strips), default=0)
    strip = max(min(whole, _LONGEST), len(_POSITIONS))
    numbers = tuple(column_of(field, 3) for field in _met(rows))
    split = numbers[: len(_SPLIT)]
    plans = [_Plan(text, id, strip, n) for n in (numbers, split)]
    plans += _shortened(text, id, max(min(whole, width // 4), len(_POSITIONS)), numbers, width)
    plans += [_Plan(0, i, strip, n) for i in (id, 0) for n in (numbers, split)]
    left = width - _GAP - tight(split)
    last = _Plan(0, 0, left if left >= _SHORTEST else 0, split)
    return next((plan for plan in plans if _width(plan) <= width), last)


_POSITIONS = "positions"


def _shortened(
    text: int, id: int, strip: int, numbers: tuple[Column, ...], width: int
) -> Iterator[_Plan]:
    """Plans of a line for each question, which is cut, with ever fewer numbers beside the strip."""
    for most in (len(numbers), len(_SPLIT), 1, 0):
        beside_text = _width(_Plan(0, id, strip, numbers[:most])) - _GAP
        left = width - beside_text - _GAP
        if left >= min(text, _READABLE if most else _LEAST):
            yield _Plan(min(left, text), id, strip, numbers[:most], is_short=True)


def _met(rows: Sequence[View]) -> tuple[str, ...]:
    """The numbers that there are."""
    rare = (f for f in _MORE if f != "contemporaries" or any(row[f] for row in rows))
    return (*_SPLIT, *rare)


def _width(plan: _Plan) -> int:
    beside_text = sum(width + _GAP for width in (plan.text, plan.id) if width)
    return plan.set_in + beside_text + plan.strip + tight(plan.numbers)


def _heads(plan: _Plan) -> Iterator[Line]:
    lines = tight_heads(plan.numbers)
    before = plan.set_in + sum(width + _GAP for width in (plan.text, plan.id) if width)
    for i, cells in enumerate(lines):
        strip = _POSITIONS if plan.strip and i == len(lines) - 1 else ""
        yield [(" " * before + f"{strip:<{plan.strip}}{cells}", QUIET)]


def _question(row: View, strip: Sequence[Line], plan: _Plan, width: int) -> Iterator[Line]:
    text: Line = [piece(row["question"])]
    if plan.is_short:
        text, strip = shortened(text, plan.text), _fitting(strip, plan.strip)
    id = [piece(row["id"], QUIET)]
    voice = [(f"  {_ONE_VOICE}", QUIET)] if row["voices"] == 1 else []
    drawn = list(one_by_one(strip, plan.strip or width - _GAP, (" ", "")))
    if not plan.text:
        yield from wrapped([*text, *voice], width)
    if not plan.id:
        yield [(" " * _GAP, ""), *id]
    if not plan.strip:
        yield from indented(drawn, _GAP)
    columns: list[tuple[int, Sequence[Line]]] = [(plan.text + _GAP, [text])] * bool(plan.text)
    columns += [(plan.id + _GAP, [id])] * bool(plan.id)
    columns += [(plan.strip, drawn)] * bool(plan.strip)
    is_room = plan.text and _width(plan) + len(_ONE_VOICE) + _GAP <= width
    numbers = [*tight_numbers(row, plan.numbers), *(voice if is_room else [])]
    yield from indented(beside(*columns, (0, [numbers])), plan.set_in)


_ONE_VOICE = "one voice only"


def _fitting(strip: Sequence[Line], width: int) -> Sequence[Line]:
    """As many of the positions as there is room for; an ellipsis stands for the others."""
    taken = 0
    for at, item in enumerate(strip):
        taken += width_of(item) + 1
        rest = sum(width_of(later) + 1 for later in strip[at + 1 :])
        if taken - 1 + (min(rest, 2)) > width:
            return [*strip[:at], [("…", QUIET)]]
    return strip
