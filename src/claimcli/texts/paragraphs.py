"""The paragraphs of a text, and the lines that stand apart at the edges of its pages."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import msgspec

from claimcli.texts.footnotes import is_note, is_rule, opens_note
from claimcli.texts.note_numbers import RAISED

_COUNT = r"(?:(?:page|pag|стр|pp?|[СсSs])\b\.?\s*)?(\d{1,4})(?:\s*(?:/|of|von|из|de)\s*\d+)?"
_NUMBER = re.compile(rf"[-–—|~\s]*(?:{_COUNT}|\({_COUNT}\)|\[{_COUNT}\])[-–—|~\s]*", re.IGNORECASE)
_ROMAN = re.compile(r"[-–—\s]*(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})[-–—\s]*")
_EDGE_NUMBER = re.compile(r"^(\d{1,4})\s|\s(\d{1,4})$")
_DIGITS = re.compile(r"\d+")
_ENDS_SENTENCE = re.compile(
    rf"[.!?:;。！？：；…؟۔।][\"'”’»)\]」』]*[{RAISED}]*$|[^\W\d_][.!?][\"'”’»)]*(?:\d{{1,3}}|\[\d+\])$"
)
"""The end of a sentence, and the call of a note after it."""

_BROKEN_OFF = tuple("-‐–\u00ad,¬=⸗~")
_LONGEST_HEAD = 80
_MOST_HEAD_LINES = 3


class Unit(msgspec.Struct, frozen=True):
    """A paragraph, or one line that stands apart at the edge of a page: `text[start:end]`.

    `sheet` counts the form feeds before it. `number` is the page number it is or carries.
    `printed` is whether it is no more than a page number; `recurs` whether the text has it again;
    `apart` whether more than its look parts it from the line before.
    """

    start: int
    end: int
    sheet: int
    text: str
    number: int | None = None
    printed: bool = False
    recurs: bool = False
    apart: bool = True

    @property
    def may_be_head(self) -> bool:
        """Whether it is short and no sentence, as page numbers and running heads are."""
        if self.is_furniture or not self.apart:
            return self.is_furniture
        lines = self.text.split("\n")
        short = len(lines) <= _MOST_HEAD_LINES and max(map(len, lines)) <= _LONGEST_HEAD
        return short and not self.text[0].islower() and not self.ends_sentence

    @property
    def is_furniture(self) -> bool:
        """Whether it is a page number, or a line that recurs as running heads do."""
        return self.printed or self.recurs

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends where it ends."""
        return _ENDS_SENTENCE.search(self.text) is not None


def units(text: str) -> list[Unit]:
    """The paragraphs of a text in order, offsets in characters.

    What may be furniture at the edges of a sheet is set apart, and so are notes below a page.
    """
    return _with_notes_apart(text, _marked(_units(text)))


def _units(text: str) -> list[Unit]:
    """The paragraphs, with what may be furniture at the edges of a sheet set apart."""
    units: list[Unit] = []
    offset = 0
    sheets = text.split("\f")
    lines_of = [_lines(sheet) for sheet in sheets]
    heads = Counter(
        _masked(line) for lines in lines_of for line in {text for _, text in _edges(lines)}
    )
    shifts = _shifts(lines_of)
    for number, (sheet, lines) in enumerate(zip(sheets, lines_of, strict=True)):
        apart = set()
        if len(sheets) > 1:
            apart = {at for at, line in _edges(lines) if _page_number(line) or _often(heads, line)}
            apart |= {at for at, line in _edges(lines)[:1] if _is_head(line, shifts, number)}
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


def _shifts(lines_of: list[list[tuple[int, str]]]) -> Counter[int]:
    """How many sheets have a number at an edge that is so much more than the sheet's own count."""
    shifts: Counter[int] = Counter()
    for sheet, lines in enumerate(lines_of):
        numbers = {_edge_number(line) for _, line in _edges(lines)}
        shifts.update(number - sheet for number in numbers if number is not None)
    return shifts


def _edge_number(line: str) -> int | None:
    if printed := _page_number(line):
        return printed
    edge = _EDGE_NUMBER.search(line) if len(line) <= _LONGEST_HEAD else None
    return int(edge[1] or edge[2]) if edge else None


def _is_head(line: str, shifts: Counter[int], sheet: int) -> bool:
    """Whether the first line of a sheet is a head: in capitals, or with its page's number."""
    if len(line) > _LONGEST_HEAD or _ENDS_SENTENCE.search(line):
        return False
    number = _edge_number(line)
    return line.isupper() or (number is not None and shifts[number - sheet] > 1)


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
    return msgspec.structs.replace(unit, number=_edge_number(unit.text), recurs=True)


def _page_number(line: str) -> int | None:
    found = _NUMBER.fullmatch(line)
    return int(found[1] or found[2] or found[3]) if found else None


def _with_notes_apart(text: str, found: list[Unit]) -> list[Unit]:
    """The paragraphs, of which the last of a page is parted where notes begin below it."""
    ends = [
        one.sheet != other.sheet or other.printed or is_note(other.text)
        for one, other in pairwise(found)
    ]
    parted: list[Unit] = []
    for unit, last in zip(found, [*ends, True], strict=False):
        parted += _parted(text, unit) if last and "\n" in unit.text else [unit]
    return parted


def _parted(text: str, unit: Unit) -> list[Unit]:
    """A paragraph as text and the notes below it, if a line of it begins any."""
    lines = _lines(text[unit.start : unit.end])
    for place, (_, line) in enumerate(lines[1:], start=1):
        if is_rule(line) or opens_note(line.strip()):
            above = _unit(lines[:place], unit.start, unit.sheet)
            below = _unit(lines[place:], unit.start, unit.sheet)
            if is_rule(line):
                return [above, *_parted(text, below)]
            return [above, msgspec.structs.replace(below, apart=False)]
    return [unit]


def cuts(before: Unit | None, after: Unit | None) -> bool:
    """Whether a sentence stops at the end of one paragraph and goes on in the next."""
    if before is None or after is None or before.ends_sentence:
        return False
    begins = after.text.lstrip("\"'“‘«([")[:1]
    without_case = begins.isalpha() and begins.lower() == begins.upper()
    return begins.islower() or without_case or before.text.endswith(_BROKEN_OFF)
