"""Which columns a table has room for, and what stands above them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimcli.answers.wording import OF_THE_TIME
from claimcli.render.tables.lines import Line
from claimcli.render.tables.parts import number
from claimcli.render.tables.roles import HEAD, QUIET

SPLIT = ("first_hand", "second_hand"), ("first_hand_claims", "second_hand_claims")
"""How much was read in the holders' own works: told together, and never left out."""

HEADS = {
    "first_hand": "own words",
    "second_hand": "2nd hand",
    "first_hand_claims": "own words",
    "second_hand_claims": "2nd hand",
    "contemporaries": OF_THE_TIME,
    "witnesses": "texts read",
    "by_reading": "by reading",
}
"""What stands above a number in every table, where that is not the name of its field."""

GAP = 2
"""Columns of the terminal between two columns of a table."""


class Column(NamedTuple):
    """A column of a table; the words of its head may stand one below the other."""

    field: str
    head: str
    width: int


def fitting(contents: Mapping[str, int], going: Iterable[str], room: int) -> list[Column]:
    """The columns that there is room for, their gaps included.

    `contents` has for each field how wide its cells are, in the order of the columns; `going`
    names the fields in the order in which they may be left out.
    """
    columns = [column_of(field, size) for field, size in contents.items()]
    for least in going:
        if taken(columns) <= room:
            break
        columns = [column for column in columns if column.field != least]
    return columns


def column_of(field: str, size: int) -> Column:
    """The column of a field whose cells are so wide."""
    head = HEADS.get(field, field.replace("_", " "))
    return Column(field, head, max(size, *map(len, head.split())))


def head_lines(columns: Sequence[Column]) -> list[list[str]]:
    """The heads in lines, a cell for each column: of a short head the upper ones are empty."""
    words = [column.head.split() for column in columns]
    height = max(map(len, words), default=0)
    return [[([""] * (height - len(w)) + w)[row] for w in words] for row in range(height)]


def taken(columns: Iterable[Column]) -> int:
    """The width of columns with the gap before each."""
    return sum(column.width + GAP for column in columns)


def tight(columns: Iterable[Column]) -> int:
    """The width of columns of numbers, which stand one blank apart."""
    return sum(column.width + 1 for column in columns)


def tight_heads(columns: Sequence[Column]) -> list[str]:
    """The lines above such columns."""
    lines = head_lines(columns)
    return ["".join(map(_to_the_right, line, columns)) for line in lines]


def tight_numbers(counts: Mapping[str, int], columns: Sequence[Column]) -> Line:
    """The numbers of holders in such columns: scholars first, and a nought is quiet."""
    return [
        (
            _to_the_right(number(counts[column.field]), column),
            (HEAD if column.field == "scholars" else "") if counts[column.field] else QUIET,
        )
        for column in columns
    ]


def _to_the_right(words: str, column: Column) -> str:
    return f" {words:>{column.width}}"


def left_out(fields: Iterable[str], columns: Sequence[Column]) -> tuple[str, ...]:
    """The fields that have no column."""
    shown = {column.field for column in columns}
    return tuple(field for field in fields if field not in shown)
