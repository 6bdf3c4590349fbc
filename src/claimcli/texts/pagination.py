"""The printed pages of a text, as far as the numbers printed on them tell.

Where form feeds part the sheets, a sheet without a number has the one that follows from its
neighbours'. Which sheet it is of the file is never taken for a page.

A number on a line of its own stands at the foot of one page or at the head of the next: which of
the two is read off the running heads beside it and off the ends of the text. What cannot be told
stays open, as bounds between which the page lies; nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import groupby, pairwise

import msgspec

from claimcli.texts.furniture import Break, Layout
from claimcli.texts.paragraphs import Unit

_LONGEST_STEP = 20
"""Two numbers further apart than this are not numbers of neighbouring pages."""

_EDGE = 2
"""A page number is one of the first or the last two units of its sheet."""

_FEW_SHEETS = 4
"""On more sheets than this a number that stands on one of them only is no page number."""

_YEARS = range(1400, 2100)
"""A lone number that may be the year of a title page is no page number."""

_FULL_PAGE = 1.25
"""An outermost stretch up to this times the longest whole page is taken for one page."""


class Page(msgspec.Struct, frozen=True):
    """A stretch of text and the pages it can be of: from `first` to `last`, None where open."""

    start: int
    end: int
    first: int | None
    last: int | None


class Pagination(msgspec.Struct, frozen=True):
    """The pages of a text in order; none where the text does not tell them."""

    pages: tuple[Page, ...] = ()

    def bounds(self, start: int, end: int) -> tuple[int | None, int | None]:
        """The pages that the characters from start to end can be of: from, to, None where open."""
        if not self.pages:
            return None, None
        return self._page(start).first, self._page(max(start, end - 1)).last

    def label(self, start: int) -> str | None:
        """The page on which a character stands, if it can be told."""
        if not self.pages:
            return None
        page = self._page(start)
        return str(page.first) if page.first is not None and page.first == page.last else None

    def allows(self, located: list[tuple[int, int]], start: int, end: int) -> bool:
        """Whether the characters from start to end can be on one of the pages of a locator."""
        if not self.pages or not located:
            return True
        low, high = self.bounds(start, end)
        return any(
            (high is None or first <= high) and (low is None or last >= low)
            for first, last in located
        )

    def _page(self, offset: int) -> Page:
        at = bisect_right(self.pages, offset, key=lambda page: page.start)
        return self.pages[max(at - 1, 0)]


def paginate(text: str, laid_out: Layout) -> Pagination:
    """The pages of a text: of its sheets where it has form feeds, else between its numbers."""
    if laid_out.sheets > 1:
        return _by_form_feeds(text, laid_out)
    return Pagination(_by_numbers(text, laid_out))


def _by_form_feeds(text: str, laid_out: Layout) -> Pagination:
    """One page for each sheet, numbered from the numbers printed on some of them, if any are."""
    starts = [0, *(at.end() for at in re.finditer("\f", text))]
    spans = list(zip(starts, [*starts[1:], len(text)], strict=True))
    while spans and not text[slice(*spans[-1])].strip():  # a form feed may close the last page
        spans.pop()
    printed = _edge_numbers(laid_out)
    shifts = _shifts(printed, len(spans))
    if not shifts or _spreads(printed):
        return Pagination()
    numbers = [_number_of(sheet, shifts) for sheet in range(len(spans))]
    return Pagination(tuple(Page(*span, n, n) for span, n in zip(spans, numbers, strict=True)))


def _edge_numbers(laid_out: Layout) -> dict[int, set[int]]:
    """For each sheet the numbers at its head and foot, less the sheet's own count."""
    printed: dict[int, set[int]] = {}
    for sheet, group in groupby(laid_out.units, key=lambda unit: unit.sheet):
        units = list(group)
        edges = units[:_EDGE] + units[_EDGE:][-_EDGE:]
        numbers = {unit.number - sheet for unit in edges if unit.number is not None}
        if numbers:
            printed[sheet] = numbers
    return printed


def _shifts(printed: dict[int, set[int]], sheets: int) -> dict[int, int]:
    """For each sheet that prints a believable number, the number less the sheet's own count.

    A number is believed when another sheet's agrees with it, or when it has no rival on few sheets.
    """
    support = Counter(shift for shifts in printed.values() for shift in shifts)
    years = any(shift + sheet in _YEARS for sheet, shifts in printed.items() for shift in shifts)
    alone = len(support) == 1 and sheets <= _FEW_SHEETS and not years
    believed = {shift for shift, count in support.items() if count > 1 or alone}
    best = {sheet: believed & shifts for sheet, shifts in printed.items()}
    return {
        sheet: max(shifts, key=lambda s: (support[s], s))
        for sheet, shifts in best.items()
        if shifts
    }


def _spreads(printed: dict[int, set[int]]) -> bool:
    """Whether sheets show two pages each: which of them a word is on cannot be told."""
    double = sum(1 for shifts in printed.values() if any(s + 1 in shifts for s in shifts))
    return double > 1 and 2 * double >= len(printed)


def _number_of(sheet: int, shifts: dict[int, int]) -> int | None:
    """A sheet's page number: its own, or the one its neighbours on both sides agree on."""
    before = next((shifts[s] for s in range(sheet, -1, -1) if s in shifts), None)
    after = next((shifts[s] for s in range(sheet, max(shifts) + 1) if s in shifts), before)
    before = after if before is None else before
    if before is None or before != after or sheet + before < 1:
        return None
    return sheet + before


class _Numbered(msgspec.Struct, frozen=True):
    """A page break with a number in it; `foot` is True, False, or None where it gives no sign.

    `turn` is the end of the number itself; running heads may follow it.
    """

    start: int
    turn: int
    end: int
    number: int
    foot: bool | None
    shown: bool


def _by_numbers(text: str, laid_out: Layout) -> tuple[Page, ...]:
    """The stretches between page numbers on lines of their own, with the pages they can be."""
    breaks = _longest_sequence([_numbered(found, laid_out) for found in laid_out.breaks])
    if not breaks or not _believable(breaks):
        return ()
    signs = {numbered.foot for numbered in breaks} - {None}
    foot = signs.pop() if len(signs) == 1 else None
    edges = [0, *(n.turn if foot else n.start for n in breaks)]
    ends = [*edges[1:], len(text)]
    numbers = [None, *(numbered.number for numbered in breaks), None]
    pages = [
        Page(start, end, *_bounds(before, after, foot))
        for start, end, (before, after) in zip(edges, ends, pairwise(numbers), strict=True)
        if text[start:end].strip()
    ]
    if foot is None:
        return tuple(pages)
    adjoining = {breaks[0].start, breaks[-1].end}
    sure = [u for u in laid_out.units if u.end in adjoining or u.start in adjoining]
    return _with_ends_closed(pages, sure)


def _numbered(found: Break, laid_out: Layout) -> _Numbered | None:
    """The break as a page number, with what it tells of foot or head."""
    at = next((i for i, unit in enumerate(found.furniture) if unit.printed and unit.number), None)
    if at is None:
        return None
    number = found.furniture[at]
    foot = _foot(found.furniture, at, laid_out)
    shown = found.cut or len(found.furniture) > 1 or number is laid_out.units[-1]
    assert number.number is not None
    start = max((note.end for note in found.notes), default=found.start)
    return _Numbered(start, number.end, found.end, number.number, foot, shown)


def _foot(furniture: tuple[Unit, ...], at: int, laid_out: Layout) -> bool | None:
    """Whether a number stands at the foot of its page.

    The end of the text is a foot, its beginning a head. Between two pages a running head stands
    with the page that follows: a number on a line before it is the foot of the page before, and
    a number after it belongs to the same head.
    """
    if furniture[at] is laid_out.units[-1]:
        return True
    if furniture[at] is laid_out.units[0]:
        return False
    if len(furniture) == 1 or 0 < at < len(furniture) - 1:
        return None
    return at == 0


def _longest_sequence(breaks: list[_Numbered | None]) -> list[_Numbered]:
    """The longest run of numbers that rise as page numbers do; the others are no page numbers."""
    numbered = [found for found in breaks if found]
    lengths: list[int] = []
    origins: list[int | None] = []
    for i, found in enumerate(numbered):
        earlier = [
            (lengths[j], j)
            for j in range(max(0, i - _LONGEST_STEP), i)
            if 0 < found.number - numbered[j].number <= _LONGEST_STEP
        ]
        length, origin = max(earlier, default=(0, None))
        lengths.append(length + 1)
        origins.append(origin)
    if not numbered:
        return []
    at: int | None = max(range(len(numbered)), key=lambda i: lengths[i])
    sequence: list[_Numbered] = []
    while at is not None:
        sequence.append(numbered[at])
        at = origins[at]
    return sequence[::-1]


def _believable(breaks: list[_Numbered]) -> bool:
    """Whether numbers on lines of their own are pages and not the numbers of sections.

    Pages cut a sentence somewhere, stand with running heads, end the text or begin elsewhere
    than at 1.
    """
    return any(n.shown for n in breaks) or (len(breaks) > 1 and breaks[0].number > 1)


def _bounds(
    before: int | None, after: int | None, foot: bool | None
) -> tuple[int | None, int | None]:
    """The pages of a stretch between two page numbers."""
    first = None if before is None else before + (foot is True)
    last = None if after is None else after - (foot is False)
    if last is not None and last < 1:
        return None, None
    return (1 if last == 1 else first), last


def _with_ends_closed(pages: list[Page], sure: list[Unit]) -> tuple[Page, ...]:
    """The pages with the open stretches at both ends told as far as they can be.

    An end no longer than a page is one page. Of a longer one, only the paragraph that touches the
    page number (one of `sure`) is certain.
    """
    whole = max((p.end - p.start for p in pages if p.first == p.last and p.first), default=0)
    closed: list[Page] = []
    for page in pages:
        first, last = page.first, page.last
        number = last if first is None else first
        if (first is None) == (last is None):
            closed.append(page)
        elif page.end - page.start <= whole * _FULL_PAGE:
            closed.append(Page(page.start, page.end, number, number))
        elif first is None:
            cut = next((u.start for u in sure if page.start < u.start < page.end), page.start)
            closed += [Page(page.start, cut, None, last), Page(cut, page.end, last, last)]
        else:
            cut = next((u.end for u in sure if page.start < u.end < page.end), page.end)
            closed += [Page(page.start, cut, first, first), Page(cut, page.end, first, None)]
    return tuple(page for page in closed if page.start < page.end)
