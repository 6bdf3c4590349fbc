"""Page furniture: the numbers, running heads and notes that a page sets between two sentences.

A text taken from a printed page carries them in the middle of its sentences, on lines of their
own. They are told by what stands with them: a page number between blank lines, a form feed, or
the same line again elsewhere. A short line that shows none of these is text and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

import msgspec

from claimcli.texts.footnotes import is_called, is_caption, is_note, is_rule, marks_itself, refers
from claimcli.texts.paragraphs import Unit, cuts
from claimcli.texts.paragraphs import units as paragraphs

_MOST_NOTES = 30
"""Paragraphs of notes that one page may have."""

_MOST_CONTINUED = 3
"""Paragraphs that a note of the page before may go on for."""

_FEW_LINES = 6
_MOST_TEXT = 8000
"""Characters of a page in which the calls of its notes are looked for."""


class Break(msgspec.Struct, frozen=True):
    """Where one page ends and the next begins: the furniture between, if any, in order.

    `start` and `end` are where the text stops and goes on. `cut` is whether it stops and goes on
    in the middle of a sentence. `notes` stand below the page that ends.
    """

    start: int
    end: int
    furniture: tuple[Unit, ...]
    cut: bool
    notes: tuple[Unit, ...] = ()


class Layout(msgspec.Struct, frozen=True):
    """The paragraphs of a text, its page breaks, and how many sheets form feeds make of it."""

    units: tuple[Unit, ...]
    breaks: tuple[Break, ...]
    sheets: int


def layout(text: str) -> Layout:
    """The paragraphs and page breaks of a text, offsets in characters."""
    units = paragraphs(text)
    spaced = _double_spaced(units)
    breaks: list[Break] = []
    for first, after in _turns(units):
        page = _page(text, units, (first, after), breaks[-1] if breaks else None)
        found = _noted(page, spaced=spaced) if page else None
        if found is None and first < after:
            found = _break(text, units, first, after)
        if found:
            while breaks and breaks[-1].end > found.start:
                breaks.pop()
            breaks.append(found)
    return Layout(tuple(units), tuple(breaks), text.count("\f") + 1)


def _turns(units: list[Unit]) -> Iterator[tuple[int, int]]:
    """The runs of what may be furniture; an empty one where nothing but a form feed is between."""
    apart = [unit.may_be_head or is_caption(unit.text) for unit in units]
    for head, indices in groupby(range(len(units)), key=apart.__getitem__):
        run = list(indices)
        if head:
            yield run[0], run[-1] + 1
        else:
            yield from ((i, i) for i in run[1:] if units[i].sheet != units[i - 1].sheet)


def without_furniture(text: str, laid_out: Layout, *, notes: bool = False) -> str:
    """The text with page furniture turned to spaces: every other character keeps its offset.

    `notes` says whether the notes below its pages go, too.
    """
    gone = (unit for found in laid_out.breaks for unit in found.furniture + found.notes * notes)
    pieces, position = [], 0
    for unit in sorted(gone, key=lambda unit: unit.start):
        pieces += [text[position : unit.start], " " * (unit.end - unit.start)]
        position = unit.end
    return "".join([*pieces, text[position:]]) if pieces else text


def notes_alone(text: str, laid_out: Layout) -> str:
    """The notes below the pages, one after another, each where it stands in the text."""
    pieces, position = [], 0
    for note in (note for found in laid_out.breaks for note in found.notes):
        pieces += ["\n" * (note.start - position), text[note.start : note.end]]
        position = note.end
    return "".join(pieces)


class _Page(msgspec.Struct, frozen=True):
    """The end of a page: what may be notes are among `units[low:first]`, furniture follows.

    `units[after]` is what goes on. `open_note` is whether a note of the page before is not ended.
    """

    text: str
    units: list[Unit]
    low: int
    first: int
    after: int
    open_note: bool

    @property
    def sheet(self) -> int:
        """The sheet that ends."""
        return self.units[max(self.first - 1, 0)].sheet

    @property
    def by_form_feed(self) -> bool:
        """Whether a form feed parts the page from what follows."""
        return self.units[self.after].sheet != self.sheet

    def begins_notes(self, at: int) -> bool:
        """Whether notes may begin with a paragraph."""
        unit = self.units[at]
        if unit.sheet != self.sheet or unit.is_furniture:
            return False
        continued = self.open_note and self.first - _MOST_CONTINUED <= at < self.first
        return continued or is_note(unit.text) or _is_setting(unit)

    def notes_from(self, at: int) -> list[Unit]:
        """The notes, if they begin with a paragraph: to the form feed or the page number."""
        following = self.units[at : self.after]
        if self.by_form_feed:
            return [u for u in following if u.sheet == self.sheet and not u.is_furniture]
        return list(takewhile(lambda unit: not unit.is_furniture, following))


def _page(text: str, units: list[Unit], turn: tuple[int, int], last: Break | None) -> _Page | None:
    """The end of a page at a run of furniture, if a page ends there."""
    first, after = turn
    if after == len(units):
        return None
    low, least = first, last.end if last else 0
    sheet = units[max(first - 1, 0)].sheet
    while low > max(0, first - _MOST_NOTES) and units[low - 1].start >= least:
        if units[low - 1].sheet != sheet:
            break
        low -= 1
    open_note = last is not None and bool(last.notes) and not last.notes[-1].ends_sentence
    page = _Page(text, units, low, first, after, open_note)
    paged = page.by_form_feed or any(unit.printed for unit in units[first:after])
    return page if paged else None


def _noted(page: _Page, *, spaced: bool) -> Break | None:
    """The page break with the notes before it, if what stands there surely is no text."""
    units, later = page.units, page.units[page.after]
    for at in range(page.low + 1, page.after):
        if not page.begins_notes(at):
            continue
        above = next((i for i in range(at - 1, -1, -1) if not units[i].is_furniture), None)
        notes = page.notes_from(at)
        if above is None or not _are_notes(page, units[above], notes, spaced=spaced):
            continue
        cut, gone = cuts(units[above], later), {note.start for note in notes}
        others = (unit for unit in units[above + 1 : page.after] if unit.start not in gone)
        furniture = tuple(unit for unit in others if cut or unit.is_furniture)
        return Break(units[above].end, later.start, furniture, cut, tuple(notes))
    return None


def _are_notes(page: _Page, above: Unit, notes: list[Unit], *, spaced: bool) -> bool:
    """Whether what stands between a paragraph and the end of its page surely is none of the text.

    The text calls the first note; or a sentence goes on after them, and they continue those of
    the page before, or stand below a rule, or are marked, set apart and ended as notes are.
    """
    ruled = any(is_rule(note.text) for note in notes)
    first = next((note for note in notes if not _is_setting(note)), None)
    if first is None:
        return False
    body = page.text[max(page.units[page.low].start, above.end - _MOST_TEXT) : above.end]
    if is_called(first.text, body):
        return True
    if not cuts(above, page.units[page.after]):
        return False
    if page.open_note or ruled or marks_itself(first.text):
        return True
    set_apart = first.apart and not spaced
    if notes[-1].ends_sentence:
        return refers(first.text) or (is_note(first.text) and set_apart)
    return refers(first.text) and set_apart


def _is_setting(unit: Unit) -> bool:
    """Whether it is a rule or a caption."""
    return is_rule(unit.text) or is_caption(unit.text)


def _double_spaced(units: list[Unit]) -> bool:
    """Whether blank lines stand between the lines of a paragraph, and so part nothing."""
    lines = [unit for unit in units if not unit.is_furniture]
    broken = sum("\n" not in unit.text and not unit.ends_sentence for unit in lines)
    return len(lines) >= _FEW_LINES and 2 * broken > len(lines)


def _break(text: str, units: list[Unit], first: int, after: int) -> Break | None:
    """The page break that a run of possible furniture is, if it shows that it is one."""
    first = _after_half_sentence(units, first, after)
    before = units[first - 1] if first else None
    later = units[after] if after < len(units) else None
    start, end = before.end if before else 0, later.start if later else len(text)
    run = units[first:after]
    paged = any(unit.printed for unit in run) or "\f" in text[start:end]
    cut = cuts(before, later)
    if not paged and not (cut and any(unit.recurs or is_caption(unit.text) for unit in run)):
        return None
    furniture = tuple(unit for unit in run if cut or unit.is_furniture)
    return Break(start, end, furniture, cut) if furniture else None


def _after_half_sentence(units: list[Unit], first: int, after: int) -> int:
    """Where the furniture of a run begins: after a short paragraph that is half a sentence."""
    before = units[first - 1] if first else None
    later = units[after] if after < len(units) else None
    shown = (i for i in range(first, after) if units[i].is_furniture or is_caption(units[i].text))
    sure = next(shown, first)
    if sure > first and not cuts(before, later) and cuts(units[sure - 1], later):
        return sure
    return first
