"""Page furniture: the numbers and running heads that a printed page sets between two sentences.

A text taken from a printed page carries them in the middle of its sentences, on lines of their
own. They are told by what stands with them: a page number between blank lines, a form feed, or
the same line again elsewhere. A short line that shows none of these is text and is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

import msgspec

from claimcli.names.folding import is_han

_COUNT = r"(?:(?:page|pag|стр|pp?|[СсSs])\b\.?\s*)?(\d{1,4})(?:\s*(?:/|of|von|из|de)\s*\d+)?"
_NUMBER = re.compile(rf"[-–—|~\s]*(?:{_COUNT}|\({_COUNT}\)|\[{_COUNT}\])[-–—|~\s]*", re.IGNORECASE)
_ROMAN = re.compile(r"[-–—\s]*(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})[-–—\s]*")
_EDGE_NUMBER = re.compile(r"^(\d{1,4})\s|\s(\d{1,4})$")
_DIGITS = re.compile(r"\d+")
_ENDS_SENTENCE = re.compile(r"[.!?:;。！？：；…][\"'”’»)\]」』]*$")
_BROKEN_OFF = ("-", "‐", "–", "\u00ad", ",")
_LONGEST_HEAD = 80
_MOST_HEAD_LINES = 3


class Unit(msgspec.Struct, frozen=True):
    """A paragraph, or one line that stands apart at the edge of a page: `text[start:end]`.

    `sheet` counts the form feeds before it. `number` is the page number it is or carries.
    `printed` is whether it is no more than a page number; `recurs` whether the text has it again.
    """

    start: int
    end: int
    sheet: int
    text: str
    number: int | None = None
    printed: bool = False
    recurs: bool = False

    @property
    def may_be_head(self) -> bool:
        """Whether it is short and no sentence, as page numbers and running heads are."""
        if self.printed or self.recurs:
            return True
        lines = self.text.split("\n")
        short = len(lines) <= _MOST_HEAD_LINES and max(map(len, lines)) <= _LONGEST_HEAD
        return short and not self.text[0].islower() and not _ENDS_SENTENCE.search(self.text)


class Break(msgspec.Struct, frozen=True):
    """Where one page ends and the next begins: the furniture between, if any, in order.

    `start` and `end` are where the text stops and goes on. `cut` is whether it stops and goes on
    in the middle of a sentence.
    """

    start: int
    end: int
    furniture: tuple[Unit, ...]
    cut: bool


class Layout(msgspec.Struct, frozen=True):
    """The paragraphs of a text, its page breaks, and how many sheets form feeds make of it."""

    units: tuple[Unit, ...]
    breaks: tuple[Break, ...]
    sheets: int


def layout(text: str) -> Layout:
    """The paragraphs and page breaks of a text, offsets in characters."""
    units = _marked(_units(text))
    breaks = []
    runs = groupby(range(len(units)), key=lambda i: units[i].may_be_head)
    for head, indices in runs:
        run = list(indices)
        if head and (found := _break(text, units, run[0], run[-1] + 1)):
            breaks.append(found)
    return Layout(tuple(units), tuple(breaks), text.count("\f") + 1)


def without_furniture(text: str, laid_out: Layout) -> str:
    """The text with page furniture turned to spaces: every other character keeps its offset."""
    if not laid_out.breaks:
        return text
    pieces, position = [], 0
    for furniture in (unit for found in laid_out.breaks for unit in found.furniture):
        pieces += [text[position : furniture.start], " " * (furniture.end - furniture.start)]
        position = furniture.end
    return "".join(pieces) + text[position:]


def _units(text: str) -> list[Unit]:
    """The paragraphs, with what may be furniture at the edges of a sheet set apart."""
    units: list[Unit] = []
    offset = 0
    sheets = text.split("\f")
    lines_of = [_lines(sheet) for sheet in sheets]
    heads = Counter(
        _masked(line) for lines in lines_of for line in {text for _, text in _edges(lines)}
    )
    for number, (sheet, lines) in enumerate(zip(sheets, lines_of, strict=True)):
        apart = set()
        if len(sheets) > 1:
            apart = {at for at, line in _edges(lines) if _page_number(line) or _often(heads, line)}
        units += _paragraphs(lines, apart, offset, number)
        offset += len(sheet) + 1
    return units


def _lines(sheet: str) -> list[tuple[int, str]]:
    """Each line with its offset in the sheet, blank ones included."""
    lines, offset = [], 0
    for line in sheet.splitlines(keepends=True):
        lines.append((offset, line.rstrip()))
        offset += len(line)
    return lines


def _edges(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The first two and the last two printed lines of a sheet."""
    printed = [(at, line.strip()) for at, line in lines if line]
    return printed if len(printed) <= 4 else printed[:2] + printed[-2:]


def _often(heads: Counter[str], line: str) -> bool:
    return heads[_masked(line)] > 1 and len(line) <= _LONGEST_HEAD


def _masked(line: str) -> str:
    """A line with its numbers taken out: running heads differ only in them."""
    return _DIGITS.sub("#", " ".join(line.split()))


def _paragraphs(
    lines: list[tuple[int, str]], apart: set[int], offset: int, sheet: int
) -> list[Unit]:
    """The paragraphs of one sheet; a line whose offset is in `apart` is one by itself."""
    paragraphs: list[list[tuple[int, str]]] = [[]]
    for at, line in lines:
        if not line.strip():
            paragraphs.append([])
        elif at in apart:
            paragraphs += [[(at, line)], []]
        else:
            paragraphs[-1].append((at, line))
    return [_unit(paragraph, offset, sheet) for paragraph in paragraphs if paragraph]


def _unit(lines: list[tuple[int, str]], offset: int, sheet: int) -> Unit:
    (first, head), (last, tail) = lines[0], lines[-1]
    start = offset + first + len(head) - len(head.lstrip())
    return Unit(start, offset + last + len(tail), sheet, "\n".join(t.strip() for _, t in lines))


def _marked(units: list[Unit]) -> list[Unit]:
    """The units with their page numbers read, and the lines that recur told."""
    heads = Counter(_masked(unit.text) for unit in units if unit.may_be_head)
    return [_mark(unit, heads) for unit in units]


def _mark(unit: Unit, heads: Counter[str]) -> Unit:
    number = _page_number(unit.text)
    if number or _ROMAN.fullmatch(unit.text):
        return msgspec.structs.replace(unit, number=number, printed=True)
    if heads[_masked(unit.text)] < 2:
        return unit
    edge = _EDGE_NUMBER.search(unit.text)
    number = int(edge[1] or edge[2]) if edge else None
    return msgspec.structs.replace(unit, number=number, recurs=True)


def _page_number(line: str) -> int | None:
    found = _NUMBER.fullmatch(line)
    return int(found[1] or found[2] or found[3]) if found else None


def _break(text: str, units: list[Unit], first: int, after: int) -> Break | None:
    """The page break that a run of possible furniture is, if it shows that it is one."""
    first = _after_half_sentence(units, first, after)
    before = units[first - 1] if first else None
    later = units[after] if after < len(units) else None
    start, end = before.end if before else 0, later.start if later else len(text)
    run = units[first:after]
    paged = any(unit.printed for unit in run) or "\f" in text[start:end]
    cut = _cuts(before, later)
    if not paged and not (cut and any(unit.recurs for unit in run)):
        return None
    furniture = tuple(unit for unit in run if cut or unit.printed or unit.recurs)
    return Break(start, end, furniture, cut) if furniture else None


def _after_half_sentence(units: list[Unit], first: int, after: int) -> int:
    """Where the furniture of a run begins: after a short paragraph that is half a sentence."""
    before = units[first - 1] if first else None
    later = units[after] if after < len(units) else None
    sure = next((i for i in range(first, after) if units[i].printed or units[i].recurs), first)
    if sure > first and not _cuts(before, later) and _cuts(units[sure - 1], later):
        return sure
    return first


def _cuts(before: Unit | None, after: Unit | None) -> bool:
    """Whether a sentence stops at the end of one paragraph and goes on in the next."""
    if before is None or after is None or _ENDS_SENTENCE.search(before.text):
        return False
    begins = after.text.lstrip("\"'“‘«([")[:1]
    return begins.islower() or before.text.endswith(_BROKEN_OFF) or is_han(begins)
