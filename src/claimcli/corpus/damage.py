"""How lines look of which the layout is not what it should be, and what is lost of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

import msgspec

from claimcli.problems import Problem

DAMAGE_LIMIT = 20
"""Places in one file that cannot be read and are told one by one."""

_TOP_KEY = re.compile(r"""["']?([^\s#"'\[\]{},-][^#"'\[\]{},]*?)["']?\s*:(?=[ \t]|$)""")
_ITEM = re.compile(r"( *)-(?=\s|$)")
_BULLET = r"""(?:\?\s+)?(?:-+|"-"|["'](?=\s)|(?![#"'\[\]{},])[^\w\s]{1,2}|_|\w{1,2}[.)])"""
"""A dash, or what word processors and other markup have for it: `•`, `–`, `*`, `1.`, even `? -`"""

_RECORD = re.compile(
    rf"""(\s*)(?:{_BULLET}\s*(?:\{{\s*)?["']?id["']?(?:\s*[:：]|\s+\S+\s*$)"""
    r"""|\?\s+["']?id["']?\s*$)"""
)
_BARE_ID = re.compile(r"id *: *\S")
_FIELD = re.compile(r"( +)[\w-]+ *:(?:\s|$)")
_ID = re.compile(
    rf"""(?:^\s*{_BULLET}\s*["']?id\b["']?\s*[:：]?"""
    r"""|^ +["']?id["']?\s*:|[\[\]{},]\s*["']?id["']?\s*:)"""
    r"""\s*["'\[{]?([^\s"',}\]]+)"""
)
_ENDS_WITH_ID = re.compile(r"[\s-]*id *:\s*\S+$")
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")


class Damage(NamedTuple):
    """Lines that cannot be read: from `start` up to but not including `end`, counted from 1.

    `item`: they are items of the list under `key`, or stray lines between them, else the value of
    `key` itself. `records` is how many records they held, `ids` the ids that can be made out.
    """

    start: int
    end: int
    key: str | None
    item: bool
    ids: tuple[str, ...]
    records: int


def identifiers(lines: list[str]) -> tuple[str, ...]:
    """The ids of records on some lines, as far as they can be made out.

    An id at the margin is taken for that of a record without its dash.
    """
    written = (f" {line}" if _BARE_ID.match(line) else line for line in lines)
    return tuple(found[1] for line in written for found in _ID.finditer(line))


class Damages:
    """What is lost of a file, and what is told of it.

    `lines` are those of the file, those that are lost blanked; there are none before any is.
    """

    def __init__(self, file: str, text: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.lost: list[Damage] = []
        self._text = text
        self._lines: list[str] = []
        self._told = 0

    @property
    def lines(self) -> list[str]:
        """The lines of the file, with those that are lost blanked."""
        self._lines = self._lines or self._text.split("\n")
        return self._lines

    @property
    def text(self) -> str:
        """The text of the file, with the lines that are lost blanked."""
        return "\n".join(self._lines) if self._lines else self._text

    def note(self, problem: Problem) -> None:
        """Add a problem, as long as there are few."""
        self._told += 1
        if self._told <= DAMAGE_LIMIT:
            self.problems.append(problem)
        elif self._told == DAMAGE_LIMIT + 1:
            message = f"more than {DAMAGE_LIMIT} places cannot be read; the others are not told"
            hint = "mend the first of them and check again"
            location = msgspec.structs.replace(problem.location, column=1)
            self.problems.append(Problem("E120", location, message, hint))

    @property
    def is_full(self) -> bool:
        """Whether nothing more will be told."""
        return self._told > DAMAGE_LIMIT

    def lose(
        self, start: int, end: int, key: str | None = None, item: bool = True, records: int = 0
    ) -> None:
        """Leave out the lines from `start` up to `end`, counted from 1, with so many records."""
        lines = self.lines[start - 1 : end - 1]
        if any(map(str.strip, lines)):
            ids = identifiers(lines)
            self.lost.append(Damage(start, end, key, item, ids, max(records, len(ids))))
            self._lines[start - 1 : end - 1] = [""] * len(lines)


def can_go_on(line: str) -> bool:
    """Whether a line may be a part of a text that goes on below: it is not closed, and no id."""
    written = line.rstrip()
    return bool(written) and written[-1] not in "]}\"'" and not _ENDS_WITH_ID.match(written)


def is_conflict_mark(line: str) -> bool:
    """Whether a line is a mark of a merge conflict."""
    return bool(_CONFLICT.match(line))


def is_nothing(line: str) -> bool:
    """Whether a line says nothing: it is blank, a comment or the mark of a merge conflict."""
    written = line.strip()
    return not written or written[0] == "#" or is_conflict_mark(line)


def is_bare_id(line: str, dash: int) -> bool:
    """Whether a line is an id where a list has its dashes, or up to two columns behind."""
    indent = indent_of(line)
    return dash <= indent <= dash + 2 and bool(_BARE_ID.match(line, indent))


def indent_of(line: str) -> int:
    """The white space before what is written on a line."""
    return len(line) - len(line.lstrip())


def key_on(line: str) -> str | None:
    """The key at the margin that a line begins with."""
    key = _TOP_KEY.match(line.strip())
    return key[1] if key else None


def usual_indent(lines: list[str]) -> int | None:
    """The spaces before the dashes of most records on some lines; None where there is none."""
    records = Counter(len(m[1]) for line in lines if (m := _RECORD.match(line)))
    return max(records, key=lambda indent: (records[indent], -indent), default=None)


def record_above(lines: list[str], line: int) -> int:
    """The line, from 0, on which the record or top-level value around or above a line begins."""
    while line > 0 and not (_RECORD.match(lines[line]) or _TOP_KEY.match(lines[line])):
        line -= 1
    return line


def lacks_dash(lines: list[str], line: int) -> bool:
    """Whether a record begins on a line without its dash: its fields stand further right."""
    return _first_record(lines) < line and is_bare_record(lines, line)


def _first_record(lines: list[str]) -> int:
    """The line, from 0, of the first record with a dash; behind the last where there is none."""
    return next((at for at, text in enumerate(lines) if _RECORD.match(text)), len(lines))


def is_bare_record(lines: list[str], line: int) -> bool:
    """Whether a line is an id without a dash with fields below it that stand further right."""
    written = lines[line]
    indent = len(written) - len(written.lstrip(" "))
    if not _BARE_ID.match(written, indent):
        return False
    following = map(lines.__getitem__, range(line + 1, len(lines)))
    below = (text for text in following if text.strip() and text.strip()[0] != "#")
    field = _FIELD.match(next(below, ""))
    return field is not None and len(field[1]) > indent


def begins_record(line: str) -> bool:
    """Whether a line begins a record, by its dash and its id, whatever its indentation."""
    return bool(_RECORD.match(line))


def holds_fields(lines: list[str]) -> bool:
    """Whether some lines have indented keys, as the fields of a record are."""
    return any(map(_FIELD.match, lines))


def top_level(line: str) -> bool:
    """Whether a line begins with a top-level key."""
    return bool(_TOP_KEY.match(line))


def expected_indent(lines: list[str], line: int) -> int | None:
    """The spaces before the dash of a record that has others, or fewer, than most of its list.

    None where the line begins no record, or one that stands where the others do.
    """
    found = _RECORD.match(lines[line])
    indent = usual_in_list(lines, line)
    return indent if found and len(found[1]) != indent else None


def usual_in_list(lines: list[str], line: int) -> int | None:
    """The spaces before the dashes of the list that a line is in; None where it is in none.

    It is what most records have, by their ids, since any single one may be indented wrongly.
    """
    top = _top_above(lines, line)
    return _indent_of_items(lines, top, line, _next(lines, line, _TOP_KEY))


def _top_above(lines: list[str], here: int) -> int:
    """The line of the top-level key that a line is under; -1 above the first."""
    while here >= 0 and not _TOP_KEY.match(lines[here]):
        here -= 1
    return here


def _indent_of_items(lines: list[str], top: int, here: int, end: int) -> int | None:
    """The same for the list under the key on the line `top`, up to a line."""
    if not 0 <= top < here:
        return None
    usual = usual_indent(lines[top + 1 : end])
    if usual is not None:
        return usual
    return next((len(m[1]) for line in lines[top + 1 : here + 1] if (m := _ITEM.match(line))), None)


def _next(lines: list[str], start: int, begins: re.Pattern[str], end: int | None = None) -> int:
    stop = len(lines) if end is None else end
    return next((i for i in range(start, stop) if begins.match(lines[i])), stop)
