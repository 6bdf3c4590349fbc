"""Which columns a table has room for: heads are shortened before a column is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

SPLIT = ("first_hand", "second_hand"), ("first_hand_claims", "second_hand_claims")
"""How much was read in the holders' own works: told together, and never left out."""

_SHORT = {
    "first": "1st",
    "second": "2nd",
    "unnamed": "un- named",
    "unclear": "un- clear",
    "questions": "ques- tions",
    "witnesses": "wit- nesses",
}
GAP = 2
"""Columns of the terminal between two columns of a table."""


class Column(NamedTuple):
    """A column of a table; the words of its head may stand one below the other."""

    field: str
    head: str
    width: int


def fitting(
    contents: Mapping[str, int],
    going: Iterable[str],
    room: int,
    heads: Mapping[str, str] | None = None,
) -> list[Column]:
    """The columns that there is room for, their gaps included.

    `contents` has for each field how wide its cells are, in the order of the columns; `going`
    names the fields in the order in which they may be left out; `heads` those heads that are not
    the field's own words.
    """
    named = {field: field.replace("_", " ") for field in contents} | dict(heads or {})
    columns = [_column(field, named[field], size) for field, size in contents.items()]
    if taken(columns) > room:
        columns = [_column(field, _short(named[field]), size) for field, size in contents.items()]
    for least in going:
        if taken(columns) <= room:
            break
        columns = [column for column in columns if column.field != least]
    return columns


def taken(columns: Iterable[Column]) -> int:
    """The width of columns with the gap before each."""
    return sum(column.width + GAP for column in columns)


def left_out(fields: Iterable[str], columns: Sequence[Column]) -> tuple[str, ...]:
    """The fields that have no column."""
    shown = {column.field for column in columns}
    return tuple(field for field in fields if field not in shown)


def _column(field: str, head: str, size: int) -> Column:
    return Column(field, head, max(size, *map(len, head.split())))


def _short(head: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in head.split())
