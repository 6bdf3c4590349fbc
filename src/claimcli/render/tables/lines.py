"""Lines of styled text, wrapped at words to a width: much quicker than tables that lay out cells.

Widths are columns of the terminal (`rich.cells`): two for a Chinese character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

from claimcli.render.safe import visible

Piece = tuple[str, str]
"""Text without anything that a terminal obeys, and its style."""
Line = Sequence[Piece]
Span = tuple[int, int]

LONGEST = 4000
"""Characters of one text that a table shows: what is longer is no sentence, and nobody reads it."""

_WIDE = "\u2e80-\u303f\u3041-\u30ff\u31c0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
_OPENING, _CLOSING = "「『（《〈【〔", "、。，．：；？！」』）》〉】〕"
_UNIT = re.compile(
    rf"\s*(?:[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+)"  # Han may be parted anywhere
)


class Lines:
    """Lines to be printed by rich."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The segments of rich."""
        end = Segment.line()
        for line in self._lines:
            for text, style in _together(line):
                yield Segment(text, Style.parse(style) if style else None)
            yield end


def _together(line: Line) -> Iterator[Piece]:
    """The pieces of a line, neighbours of one style in one: each style is sent once."""
    whole, before = "", ""
    for text, style in line:
        if style != before and whole:
            yield whole, before
            whole = ""
        whole, before = whole + text, style
    if whole:
        yield whole, before


def piece(value: object, style: str = "") -> Piece:
    """Corpus text made harmless, and cut where nobody would read on."""
    raw = "" if value is None else str(value)
    if len(raw) > LONGEST:
        raw = f"{raw[:LONGEST]}… ({len(raw):,} characters; --json has them all)"
    return visible(raw), style


def marked(value: str, spans: Iterable[Span], found: str, style: str = "") -> list[Piece]:
    """The same with some spans of the text in the style `found`."""
    pieces, at = [], 0
    for start, end in sorted(span for span in spans if span[1] <= LONGEST):
        if start >= at:
            pieces += [piece(value[at:start], style), piece(value[start:end], found)]
            at = end
    return [one for one in (*pieces, piece(value[at:], style)) if one[0]]


def width_of(line: Line) -> int:
    """The columns that a line takes up."""
    return sum(len(text) if text.isascii() else cell_len(text) for text, _ in line)


def wrapped(line: Line, width: int) -> list[Line]:
    """A line in as many as its words need; only a word that is longer than the width is broken."""
    text = "".join(text for text, _ in line)
    if len(text) <= width and width_of(line) <= width:
        return [line]
    return [_between(line, start, end) for start, end in _breaks(text, max(width, 2))]


def shortened(line: Line, width: int) -> Line:
    """A line cut after a word where it is wider, with an ellipsis for the rest."""
    if width_of(line) <= width:
        return line
    return [*wrapped(line, max(width - 1, 2))[0], ("…", "")]


def _breaks(text: str, width: int) -> Iterator[Span]:
    """Where each line begins and ends, without the white space at its ends."""
    start = end = taken = 0
    for unit in _UNIT.finditer(text):
        word = unit.group()
        size = cell_len(word)
        if end and taken + size > width:
            yield start, end
            start, taken = end, 0
        if not taken:
            start = unit.end() - len(word.lstrip())
            size = cell_len(word.lstrip())
            while size > width:
                broken = _that_fits(text, start, width)
                yield start, broken
                start = broken
                size = cell_len(text[start : unit.end()])
        taken, end = taken + size, unit.end()
    if end > start or not end:
        yield start, end


def _that_fits(text: str, start: int, width: int) -> int:
    """Where a word that is too long is to be broken."""
    end, taken = start, 0
    while taken + cell_len(text[end]) <= width:
        taken += cell_len(text[end])
        end += 1
    return max(end, start + 1)


def _between(line: Line, start: int, end: int) -> Line:
    pieces, at = [], 0
    for text, style in line:
        part = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if part:
            pieces.append((part, style))
    return pieces


def padded(line: Line, width: int) -> Line:
    """A line filled up with blanks."""
    short = width - width_of(line)
    return (*line, (" " * short, "")) if short > 0 else line


def beside(*columns: tuple[int, Sequence[Line]]) -> Iterator[Line]:
    """Columns of lines, each with its width, side by side; the last is not filled up."""
    height = max(len(lines) for _, lines in columns)
    last = max(i for i, (_, lines) in enumerate(columns) if lines) if height else 0
    for row in range(height):
        joined: list[Piece] = []
        for i, (width, lines) in enumerate(columns[: last + 1]):
            line = lines[row] if row < len(lines) else ()
            joined += line if i == last else padded(line, width)
        yield joined


def indented(lines: Iterable[Line], by: int = 2) -> Iterator[Line]:
    """Lines set in from the left."""
    return ((((" " * by, "")), *line) for line in lines)


def joined(parts: Iterable[Line], between: Piece) -> list[Piece]:
    """Parts of a line with something between each two."""
    line: list[Piece] = []
    for part in parts:
        line += [between, *part] if line else part
    return line


def one_by_one(items: Iterable[Line], width: int, between: Piece = ("   ", "")) -> Iterator[Line]:
    """Items in lines that end between two of them; one that is too long is wrapped."""
    line: list[Piece] = []
    for item in items:
        if line and width_of(line) + width_of([between, *item]) > width:
            yield from wrapped(line, width)
            line = []
        line += [between, *item] if line else item
    if line:
        yield from wrapped(line, width)
