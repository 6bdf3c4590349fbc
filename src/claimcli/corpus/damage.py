"""What a YAML parser stumbled over, in the words of somebody who writes records; and how far
around it a file cannot be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcli.problems import Location, Problem

_TOP_KEY = re.compile(r"""["']?([^\s#"'\[\]{},-][^#"'\[\]{},]*?)["']?\s*:(?=\s|$)""")
_ITEM = re.compile(r"( *)-(?=\s|$)")
_ID = re.compile(r"""^(?: *- +|  +|- +\{ *)id: *["']?([^\s"',}]+)""", re.MULTILINE)
_TIGHT = re.compile(r"\s*(?:- +)*([a-z_-]+):(?!//)(\S.*)")
_FIRST_KEY = re.compile(r"\s*(?:- +)*[\w-]+ *$")
_VALUE = re.compile(r"""\s*(?:- +)*(?:[\w-]+:\s+)?""")

TOO_DEEP = "too deep"
"""What a breakdown says where collections are nested beyond the limit."""

QUOTE_IT = "put the whole text in double quotes, or on lines of its own below `>-`"


class Breakdown(NamedTuple):
    """What the parser said. Lines and columns count from 0, as it counts them.

    `opened` is where the construction began that it was reading, `quoted` the first and last line
    of the quoted scalar that came just before.
    """

    said: str
    at: tuple[int, int]
    reading: str = ""
    opened: tuple[int, int] | None = None
    quoted: tuple[int, int] | None = None


class Damage(NamedTuple):
    """Lines that cannot be read: from `start` up to but not including `end`, counted from 1.

    `item`: they are whole items of the list under `key`, else the value of `key` itself.
    `records` is how many records they held, `ids` the ids that can be made out.
    """

    start: int
    end: int
    key: str | None
    item: bool
    ids: tuple[str, ...]
    records: int


def identifiers(text: str, start: int, end: int) -> tuple[str, ...]:
    """The ids of records on some lines, as far as they can be made out without parsing."""
    return tuple(_ID.findall("\n".join(text.split("\n")[start - 1 : end - 1])))


def without_lines(text: str, start: int, end: int) -> str:
    """The text with some lines emptied, so that all others keep their number."""
    lines = text.split("\n")
    lines[start - 1 : end - 1] = [""] * (min(end - 1, len(lines)) - start + 1)
    return "\n".join(lines)


def extent(text: str, line: int) -> Damage | None:
    """The smallest unit around a line that can be left out: a list item, else a top-level value.

    Above the first key it is everything down to that key. None where there is nothing to leave
    out: the lines are blank.
    """
    lines = text.split("\n")
    here = min(line, len(lines)) - 1
    top = here
    while top >= 0 and not _TOP_KEY.match(lines[top]):
        top -= 1
    start, end = max(top, 0), _next(lines, here + 1, _TOP_KEY)
    first = _next(lines, top + 1, _ITEM, end)
    item = top >= 0 and first <= here
    if item:
        start, end = _item_around(lines, first, here, end)
    if not any(map(str.strip, lines[start:end])):
        return None
    ids = tuple(_ID.findall("\n".join(lines[start:end])))
    records = max(1, len(ids)) if item else len(ids)
    return Damage(start + 1, end + 1, _key_of(lines, top), item, ids, records)


def _key_of(lines: list[str], top: int) -> str | None:
    key = _TOP_KEY.match(lines[top]) if top >= 0 else None
    return key[1] if key else None


def _item_around(lines: list[str], first: int, here: int, end: int) -> tuple[int, int]:
    indent = (_ITEM.match(lines[first]) or [""])[0]
    begins = re.compile(re.escape(indent) + r"(?=\s|$)")
    start = here
    while not begins.match(lines[start]):
        start -= 1
    return start, _next(lines, here + 1, begins, end)


def _next(lines: list[str], start: int, begins: re.Pattern[str], end: int | None = None) -> int:
    stop = len(lines) if end is None else end
    return next((i for i in range(start, stop) if begins.match(lines[i])), stop)


def explain(file: str, text: str, broken: Breakdown) -> Problem:
    """The problem that a parser's complaint stands for, placed where the writer went wrong."""
    lines = text.split("\n")
    line, column = broken.at
    here = lines[line] if line < len(lines) else ""
    code, message, hint, at = _cause(lines, here, broken)
    line, column = at or broken.at
    return Problem(code, Location(file, line + 1, column + 1), message, hint)


_Cause = tuple[str, str, str, tuple[int, int] | None]


def _cause(lines: list[str], here: str, broken: Breakdown) -> _Cause:
    said, column = broken.said, broken.at[1]
    if said == TOO_DEEP:
        hint = "a record has five levels at most; is a bracket too many here?"
        return "E114", "values are nested too deeply", hint, None
    if "\t" in here[: column + 1] and not here[: column + 1].strip():
        return _tab(here, broken)
    if "quoted scalar" in broken.reading and "end of stream" in said:
        return _unclosed_quote(broken.opened)
    if "escape" in said:
        return _escape(here, broken)
    if "flow" in broken.reading:
        return _bracket(broken)
    if "mapping values are not allowed" in said:
        return _colon(lines, here, broken)
    return _start_of_value(lines, here, broken)


def _tab(here: str, broken: Breakdown) -> _Cause:
    hint = "indent with spaces; set the editor to write spaces for the tab key"
    return "E106", "a tab is used to indent", hint, (broken.at[0], here.index("\t"))


_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?")


def _escape(here: str, broken: Breakdown) -> _Cause:
    """An escape that stands for nothing, as half of a character does when it is written so."""
    halves = _SURROGATES.match(here, max(0, broken.at[1] - 2))
    if not halves:
        hint = "write \\\\ for a backslash, or use single quotes"
        return "E105", "a backslash in double quotes begins an escape, and this is none", hint, None
    whole = bytes.fromhex("".join(filter(None, halves.groups()))) if halves[2] else b""
    meant = f" {whole.decode('utf-16-be')}" if whole else ""
    message = f"{halves[0][:6]} is half of a character, which YAML cannot write as an escape"
    return "E604", message, f"write the character{meant} itself", (broken.at[0], halves.start())


def _unclosed_quote(opened: tuple[int, int] | None) -> _Cause:
    hint = "close it, or leave both quotes out: most texts need none"
    return "E108", "the quote that is opened here is not closed", hint, opened


def _bracket(broken: Breakdown) -> _Cause:
    opened = broken.opened or broken.at
    if broken.at[0] == opened[0]:
        hint = "put a comma between two values, and quotes around a text with a comma or bracket"
        return "E109", "a comma or a closing bracket is expected here", hint, None
    hint = "close it, or put the text in quotes"
    return "E109", "the bracket that is opened here is not closed", hint, opened


def _colon(lines: list[str], here: str, broken: Breakdown) -> _Cause:
    column = broken.at[1]
    if _FIRST_KEY.match(here[:column]):
        return _no_space(lines, broken.at[0] - 1) or _indentation(here, broken)
    return "E107", "a colon and a space inside a text that is not in quotes", QUOTE_IT, None


def _no_space(lines: list[str], line: int) -> _Cause | None:
    """A colon with the value right behind it, in a line that so was taken for a text."""
    found = _TIGHT.match(lines[line]) if line >= 0 else None
    if not found:
        return None
    key, value = found.groups()
    written = f"{key}: {value if len(value) <= 30 else value[:29] + '…'}"
    return "E105", f"a space is missing after `{key}:`", f"write `{written}`", (line, found.end(1))


def _indentation(here: str, broken: Breakdown) -> _Cause:
    hint = "begin the fields of a record exactly below each other"
    column = len(here) - len(here.lstrip())
    message = "this line is indented neither like the field above nor like its text"
    return "E105", message, hint, (broken.at[0], column)


def _start_of_value(lines: list[str], here: str, broken: Breakdown) -> _Cause:
    """A value that begins with a character which means something to YAML."""
    if broken.quoted and _crosses_records(lines, *broken.quoted):
        line = broken.quoted[0]
        found = re.search(r"""(?<![^\s\[{,:])["']""", lines[line])
        return _unclosed_quote((line, found.start() if found else 0))
    line, column = (
        broken.opened or broken.at if "block mapping" not in broken.reading else broken.at
    )
    written = lines[line] if line < len(lines) else ""
    if "simple key" in broken.reading or written[column : column + 1] == ":":
        hint = "write `key: value`, or indent it to belong to the text above"
        no_key: _Cause = ("E105", "there is no key in this line", hint, (line, column))
        return _no_space(lines, line) or no_key
    value = _VALUE.match(written)
    start = value.end() if value else 0
    first = written[start : start + 1]
    if column >= start and first and first in "\"'[{@`%&*!|>-?,]}":
        return _reserved(first, (line, start))
    if not written[:column].strip():
        return _indentation(written, broken)
    return "E105", f"this cannot be read as YAML: {broken.said}", QUOTE_IT, None


def _reserved(first: str, at: tuple[int, int]) -> _Cause:
    if first in "\"'":
        message = f"a value that begins with {first} ends with the next {first}; more follows here"
        hint = f"write the text in the other kind of quotes, or double the {first} inside"
        return "E110", message, hint if first == "'" else QUOTE_IT.replace("double", "single"), at
    return "E110", f"a text cannot begin with {first} unless it is in quotes", QUOTE_IT, at


def _crosses_records(lines: list[str], first: int, last: int) -> bool:
    """Whether a quoted text runs into the next record or the next top-level key."""
    begins = re.compile(r"\s*- +[\w-]+: |[\w-]+: ?")
    return any(begins.match(line) for line in lines[first + 1 : last + 1])
