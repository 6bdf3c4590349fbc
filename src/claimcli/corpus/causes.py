"""What a YAML parser stumbled over, in the words of somebody who writes records."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcli.corpus.damage import (
    begins_record,
    expected_indent,
    is_conflict_mark,
    lacks_dash,
    record_above,
    top_level,
)
from claimcli.corpus.lookalikes import lookalike, shortened
from claimcli.problems import Location, Problem

_TIGHT = re.compile(r"\s*(?:- +)*([a-z_-]+):(?!//)(\S.*)")
_TIGHT_DASH = re.compile(r"\s*-([A-Za-z_].*)$")
_KEY = re.compile(r":(?:\s|$)")
_BARE_ID = re.compile(r"\s+(id\s*:(?:\s.*)?)$")
_LEAD = re.compile(r"\s*(?:- +)*")
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

    def below(self, lines: int) -> Breakdown:
        """The same, where so many lines stand above the text that was parsed."""
        (line, column), opened, quoted = self.at, self.opened, self.quoted
        return self._replace(
            at=(line + lines, column),
            opened=opened and (opened[0] + lines, opened[1]),
            quoted=quoted and (quoted[0] + lines, quoted[1] + lines),
        )


def explain(file: str, lines: list[str], broken: Breakdown) -> Problem:
    """The problem that a parser's complaint stands for, placed where the writer went wrong.

    `lines` are those of the file.
    """
    line, column = broken.at
    here = lines[line] if line < len(lines) else ""
    code, message, hint, at = _cause(lines, here, broken)
    line, column = at or broken.at
    if is_conflict_mark("".join(lines[line : line + 1])):
        code, message = "E105", "this is the mark of a merge conflict"
        hint = "decide between the versions, and delete the lines with such marks"
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
    odd = _odd_character(lines, broken.at[0])
    if odd:
        return odd
    if "mapping values are not allowed" in said:
        return _colon(lines, here, broken)
    return _start_of_value(lines, broken)


def _tab(here: str, broken: Breakdown) -> _Cause:
    hint = "indent with spaces; set the editor to write spaces for the tab key"
    return "E106", "a tab is used to indent", hint, (broken.at[0], here.index("\t"))


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def _escape(here: str, broken: Breakdown) -> _Cause:
    """An escape that stands for nothing, as half of a character does."""
    half = _SURROGATE.match(here, max(0, broken.at[1] - 2))
    if not half:
        hint = "write \\\\ for a backslash, or use single quotes"
        return "E105", "a backslash in double quotes begins an escape, and this is none", hint, None
    message = f"{half[0]} is half of a character, and the other half is not beside it"
    return "E604", message, "write the character itself", (broken.at[0], half.start())


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


def _odd_character(lines: list[str], line: int) -> _Cause | None:
    """A space or colon that is none to YAML, on a line or above it in the same record."""
    line = min(line, len(lines) - 1)
    for at in range(record_above(lines, max(0, line - 1)), line + 1):
        found = lookalike(lines[at])
        if found:
            return "E105", found.message, found.hint, (at, found.column)
    return None


def _colon(lines: list[str], here: str, broken: Breakdown) -> _Cause:
    line, column = broken.at
    if _FIRST_KEY.match(here[:column]):
        return _swallowing(lines, line) or _indentation(lines, line)
    return "E107", "a colon and a space inside a text that is not in quotes", QUOTE_IT, None


def _swallowing(lines: list[str], line: int) -> _Cause | None:
    """What makes the line above one to a text that goes on below."""
    above = line - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    return (_no_space(lines, above) or _no_key(lines, above, line)) if above >= 0 else None


def _no_space(lines: list[str], line: int) -> _Cause | None:
    """A dash or a colon with the value right behind it, in a line that so was taken for a text."""
    dash = _TIGHT_DASH.match(lines[line])
    if dash:
        hint = f"write `- {shortened(dash[1])}`"
        return "E105", "a space is missing after the dash", hint, (line, dash.start(1))
    found = _TIGHT.match(lines[line])
    if not found:
        return None
    key, value = found.groups()
    hint = f"write `{key}: {shortened(value)}`"
    return "E105", f"a space is missing after `{key}:`", hint, (line, found.end(1))


def _no_key(lines: list[str], above: int, line: int) -> _Cause | None:
    """A line without a key, where the one below it shows that it should have one."""
    if _KEY.search(lines[above]):
        return None
    column, below = _begin(lines[above]), _begin(lines[line])
    if column == below or (begins_record(lines[line]) and column < below):
        return "E105", "there is no key in this line", "write `key: value`", (above, column)
    return None


def _indentation(lines: list[str], line: int) -> _Cause:
    """A line that stands too far to one side, or belongs to a record or file that does."""
    moved = _no_dash(lines, line) or _moved_dash(lines, line) or _moved_key(lines, line)
    if moved:
        return moved
    return "E105", *MISPLACED, (line, _indent(lines[line]))


MISPLACED = (
    "this line is indented neither like the field above nor like its text",
    "begin the fields of a record exactly below each other",
)
"""What is wrong with a line that stands where no field of a record begins, and what to do."""


_NO_DASH = "there is no dash before this record"


def _no_dash(lines: list[str], line: int) -> _Cause | None:
    """A record without its dash, so that its list was taken for a mapping, or it for a key."""
    above = record_above(lines, max(0, line - 1))
    here = _BARE_ID.match(lines[line])
    if here and begins_record(lines[above]) and _indent(lines[above]) == here.start(1):
        return "E105", _NO_DASH, f"write `- {shortened(here[1])}`", (line, here.start(1))
    if lacks_dash(lines, above):
        return "E105", _NO_DASH, f"write `- {shortened(lines[above].strip())}`", (above, 0)
    first = next((at for at in range(above + 1, line) if lines[at].strip()), above)
    bare = _BARE_ID.match(lines[first])
    if not bare or not top_level(lines[above]):
        return None
    return "E105", _NO_DASH, f"write `- {shortened(bare[1])}`", (first, bare.start(1))


def _moved_dash(lines: list[str], line: int) -> _Cause | None:
    """The dash of a record that does not stand where the others of its list have theirs."""
    record = record_above(lines, line)
    expected = expected_indent(lines, record)
    if expected is None:
        return None
    message = "the dash of this record does not stand below the dashes of the others"
    hint = f"begin every record of the list in the same column; most have column {expected + 1}"
    return "E105", message, hint, (record, _indent(lines[record]))


def _moved_key(lines: list[str], line: int) -> _Cause | None:
    """The first key of the file with a space before it, so that all below stands too far left."""
    contents = (at for at, text in enumerate(lines) if text.strip() and text.strip()[0] != "#")
    first = next(contents, line)
    if top_level(lines[line]) or _indent(lines[first]) <= _indent(lines[line]):
        return None
    message = "the first key of the file is indented"
    return "E105", message, "write it without a space before it", (first, 0)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _begin(line: str) -> int:
    """The column of what comes after the spaces and dashes of a line."""
    return len(line) - len(_LEAD.sub("", line, count=1))


def _start_of_value(lines: list[str], broken: Breakdown) -> _Cause:
    """A value that begins with a character which means something to YAML."""
    if broken.quoted and _crosses_fields(lines, *broken.quoted):
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
        return _no_space(lines, broken.at[0]) or _indentation(lines, broken.at[0])
    return "E105", f"this cannot be read as YAML: {broken.said}", QUOTE_IT, None


def _reserved(first: str, at: tuple[int, int]) -> _Cause:
    if first in "\"'":
        message = f"a value that begins with {first} ends with the next {first}; more follows here"
        hint = f"write the text in the other kind of quotes, or double the {first} inside"
        return "E110", message, hint if first == "'" else QUOTE_IT.replace("double", "single"), at
    return "E110", f"a text cannot begin with {first} unless it is in quotes", QUOTE_IT, at


def _crosses_fields(lines: list[str], first: int, last: int) -> bool:
    """Whether a quoted text runs into the next field, record or top-level key."""
    begins = re.compile(rf"\s*- +[\w-]+: | {{0,{_begin(lines[first])}}}[\w-]+:(?: |$)")
    return any(begins.match(line) for line in lines[first + 1 : last + 1])
