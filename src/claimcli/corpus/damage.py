"""How far around what a parser stumbled over a file cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_TOP_KEY = re.compile(r"""["']?([^\s#"'\[\]{},-][^#"'\[\]{},]*?)["']?\s*:(?=[ \t]|$)""")
_ITEM = re.compile(r"( *)-(?=\s|$)")
_RECORD = re.compile(r"(\s*)-\s*(?:\{\s*)?id(?:\s*[:：]|\s+\S+\s*$)")
_LONE_WORD = re.compile(r"\s*[\w-]+\s*[:：]?\s*$")
_BARE_ID = re.compile(r"id *: *\S")
_BEGUN = re.compile(r" *- +(?=id *:)")
_FIELD = re.compile(r"( +)[\w-]+ *:(?:\s|$)")
_ID = re.compile(r"""(?:\s*-\s*(?:\{\s*)?id\b\s*[:：]?|  +id:)\s*["'\[{]?([^\s"',}]+)""")


class Damage(NamedTuple):
    """Lines that cannot be read: from `start` up to but not including `end`, counted from 1.

    `item`: they are whole items of the list under `key`, or stray lines between them, else the
    value of `key` itself. `records` is how many records they held, `ids` the ids that can be made
    out.
    """

    start: int
    end: int
    key: str | None
    item: bool
    ids: tuple[str, ...]
    records: int


def identifiers(text: str, start: int, end: int) -> tuple[str, ...]:
    """The ids of records and questions on some lines, as far as they can be made out."""
    lines = text.split("\n")[start - 1 : end - 1]
    return _ids([f"- {line}" if _BARE_ID.match(line) else line for line in lines])


def _ids(lines: list[str]) -> tuple[str, ...]:
    return tuple(found[1] for line in lines if (found := _ID.match(line)))


def without_lines(text: str, start: int, end: int) -> str:
    """The text with some lines emptied, so that all others keep their number."""
    lines = text.split("\n")
    lines[start - 1 : end - 1] = [""] * (min(end - 1, len(lines)) - start + 1)
    return "\n".join(lines)


def extent(text: str, line: int, first: int = 1) -> Damage | None:
    """The smallest unit around a line that can be left out: a list item, else a top-level value.

    A line between two items that belongs to neither is a unit by itself. Above the first key it
    is everything down to that key. What stands above the line `first` is kept. None where there is
    nothing to leave out: the lines are blank.
    """
    lines = _with_dashes(text.split("\n"))
    here = min(line, len(lines)) - 1
    top = _top_above(lines, here)
    start, end = max(top, 0), _next(lines, here + 1, _TOP_KEY)
    indent = _indent_of_items(lines, top, here, end)
    if indent is not None:
        start, end = _item_around(lines, indent, top, here, end)
    start = max(start, first - 1)
    if not any(map(str.strip, lines[start:end])):
        return None
    ids = _ids(lines[start:end])
    is_item = indent is not None and _item_begins(indent).match(lines[start])
    records = max(1, len(ids)) if is_item else len(ids)
    return Damage(start + 1, end + 1, _key_of(lines, top), indent is not None, ids, records)


def record_above(lines: list[str], line: int) -> int:
    """The line, from 0, on which the record or top-level value around or above a line begins."""
    while line > 0 and not (_RECORD.match(lines[line]) or _TOP_KEY.match(lines[line])):
        line -= 1
    return line


def lacks_dash(lines: list[str], line: int) -> bool:
    """Whether a record begins on a line without its dash: its fields stand further right."""
    return _first_record(lines) < line and _is_bare(lines, line)


def _first_record(lines: list[str]) -> int:
    """The line, from 0, of the first record with a dash; behind the last where there is none."""
    return next((at for at, text in enumerate(lines) if _RECORD.match(text)), len(lines))


def _is_bare(lines: list[str], line: int) -> bool:
    """Whether a line is an id without a dash with fields below it that stand further right."""
    written = lines[line]
    indent = len(written) - len(written.lstrip(" "))
    if not _BARE_ID.match(written, indent):
        return False
    following = map(lines.__getitem__, range(line + 1, len(lines)))
    below = (text for text in following if text.strip() and text.strip()[0] != "#")
    field = _FIELD.match(next(below, ""))
    return field is not None and len(field[1]) > indent


def _with_dashes(lines: list[str]) -> list[str]:
    """The lines as they would be if each record had its dash."""
    dashed = lines.copy()
    first = _first_record(lines)
    fields = 0  # the column of the fields of a record that begins with its id
    for at, text in enumerate(lines):
        if text[:1] not in ("", " ", "-", "#"):
            fields = 0
        begun = text.lstrip(" ")
        if begun.startswith("-"):
            found = _BEGUN.match(text)
            fields = found.end() if found else fields
        elif begun.startswith("id"):
            indent = len(text) - len(begun)
            if first < at and _is_bare(lines, at):
                dashed[at] = f"{text[:indent]}- {begun}"
            elif fields == indent > 1 and _BARE_ID.match(begun):
                dashed[at] = f"{text[: indent - 2]}- {begun}"
    return dashed


def begins_record(line: str) -> bool:
    """Whether a line begins a record, by its dash and its id, whatever its indentation."""
    return bool(_RECORD.match(line))


def top_level(line: str) -> bool:
    """Whether a line begins with a top-level key."""
    return bool(_TOP_KEY.match(line))


def expected_indent(lines: list[str], line: int) -> int | None:
    """The spaces before the dash of a record that has others, or fewer, than most of its list.

    None where the line begins no record, or one that stands where the others do.
    """
    found = _RECORD.match(lines[line])
    top = _top_above(lines, line)
    indent = _indent_of_items(lines, top, line, _next(lines, line, _TOP_KEY))
    return indent if found and len(found[1]) != indent else None


def _top_above(lines: list[str], here: int) -> int:
    """The line of the top-level key that a line is under; -1 above the first."""
    while here >= 0 and not _TOP_KEY.match(lines[here]):
        here -= 1
    return here


def _key_of(lines: list[str], top: int) -> str | None:
    key = _TOP_KEY.match(lines[top]) if top >= 0 else None
    return key[1] if key else None


def _indent_of_items(lines: list[str], top: int, here: int, end: int) -> int | None:
    """The spaces before the dashes of the list under a key; None where a line is in no list.

    It is what most records have, by their ids, since any single one may be indented wrongly.
    """
    if not 0 <= top < here:
        return None
    records = Counter(len(m[1]) for line in lines[top + 1 : end] if (m := _RECORD.match(line)))
    if records:
        return records.most_common(1)[0][0]
    return next((len(m[1]) for line in lines[top + 1 : here + 1] if (m := _ITEM.match(line))), None)


def _item_around(lines: list[str], indent: int, top: int, here: int, end: int) -> tuple[int, int]:
    """From where to where the item that a line is in goes, or the stray line that is in none."""
    begins = _item_begins(indent)
    if _LONE_WORD.match(lines[here]) and _RECORD.match("".join(lines[here + 1 : here + 2])):
        return here, end  # the key of a list of its own, which nobody can tell
    start = here
    if not _outside(indent).match(lines[here]):
        while start > top + 1 and not begins.match(lines[start]):
            start -= 1
    return start, _next(lines, here + 1, begins, end)


def _item_begins(indent: int) -> re.Pattern[str]:
    """The dash of a mapping where items have theirs, or too far left for one inside an item.

    A dash with an id begins a record wherever it stands.
    """
    return re.compile(rf" {{0,{indent + 1}}}-(?:\s+(?:[\[{{]|\S+:)|\s*$)|{_RECORD.pattern}")


def _outside(indent: int) -> re.Pattern[str]:
    """A line that is too far left to be in an item, and is neither a comment nor a lost field."""
    return re.compile(rf" {{0,{indent}}}(?:id\b|(?!#|[\w-]+:(?:\s|$))\S)")


def _next(lines: list[str], start: int, begins: re.Pattern[str], end: int | None = None) -> int:
    stop = len(lines) if end is None else end
    return next((i for i in range(start, stop) if begins.match(lines[i])), stop)
