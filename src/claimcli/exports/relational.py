"""A corpus as tables: the same names and columns for SQLite, Parquet, CSV and spreadsheets.

What a claim has comes from the one table of its fields: a value of its own is a column, a list a
table with a row for each value. `nth` counts these from 1. A reference has a column of its own that
leads to a row that is there, beside what was recorded: `position` to the stance that is taken (none
for `none`), `ground_claim` and `target_claim` to claims that are handed on as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from claimcli.claim_fields import CLAIM_FIELDS


class Column(NamedTuple):
    """A column; `type` is text, integer, boolean or json, `refers` the table whose id it has."""

    name: str
    type: str = "text"
    refers: str = ""


class Table(NamedTuple):
    """A table: its columns, of which the first ones are the key, and the one it is read by."""

    name: str
    key: int
    columns: tuple[Column, ...]
    label: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


_CORPUS = Column("corpus", refers="corpus")
_PLACE = (Column("file"), Column("line", "integer"), _CORPUS)
_NTH = Column("nth", "integer")
_DECLARED = Column("declared", "boolean")


def _texts(names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names.split())


def _work(prefix: str = "") -> tuple[Column, ...]:
    return (Column(f"{prefix}source", refers="sources"), Column(f"{prefix}locator"))


def _of_citation(name: str) -> tuple[Column, ...]:
    return _work("" if name == "citation" else f"{name}_")


def _stamp(name: str) -> tuple[Column, ...]:
    return _texts(f"{name}_by {name}_date")


_SINGLE: dict[str, Callable[[str], tuple[Column, ...]]] = {
    "work": _of_citation,
    "stamp": _stamp,
    **dict.fromkeys(("text", "words", "certainty"), _texts),
}
"""The columns of a field of the claim itself, by what kind of value it takes."""

SEVERAL: dict[str, tuple[Column, ...]] = {
    "scholars": (Column("scholar", refers="scholars"),),
    "works": _work(),
    "grounds": (*_work(), Column("ground"), Column("ground_claim", refers="claims")),
    "relations": (
        *_texts("type target"),
        Column("target_claim", refers="claims"),
        Column("target_position", refers="stances"),
    ),
    "answers": (
        Column("answer"),
        Column("question", refers="questions"),
        Column("stance"),
        Column("position", refers="stances"),
    ),
    "tags": _texts("tag"),
    "fields": _texts("field"),
}
"""The columns of one value of a list, by what kind of value the field takes."""

OWN = tuple(
    field for field in CLAIM_FIELDS if field.value in _SINGLE and field.name not in ("id", "stance")
)
"""The fields that are columns of `claims`, behind its question and stance."""

LISTED = tuple(field for field in CLAIM_FIELDS if field.value in SEVERAL)
"""The fields that are tables of their own."""

_CLAIMS = Table(
    "claims",
    1,
    (
        Column("id"),
        Column("question", refers="questions"),
        Column("stance"),
        Column("position", refers="stances"),
        *(column for field in OWN for column in _SINGLE[field.value](field.name)),
        Column("year", "integer"),
        Column("second_hand", "boolean"),
        Column("witness", refers="sources"),
        *_PLACE,
    ),
    "statement",
)

_OF_CLAIMS = tuple(
    Table(
        f"claim_{field.name}",
        2,
        (Column("claim", refers="claims"), _NTH, *SEVERAL[field.value], _CORPUS),
        SEVERAL[field.value][0].name,
    )
    for field in LISTED
)

TABLES = (
    Table(
        "corpus",
        1,
        (
            *_texts("id title about licence"),
            Column("format", "integer"),
            *_texts("note revision claimcli"),
        ),
        "title",
    ),
    Table(
        "questions",
        1,
        (
            *_texts("id question scope period"),
            *(Column("exclusive", "boolean"), Column("ordered", "boolean")),
            Column("part_of", refers="questions"),
            *(Column("note"), _DECLARED, *_PLACE),
        ),
        "question",
    ),
    Table(
        "stances",
        1,
        (
            Column("id"),
            Column("question", refers="questions"),
            *_texts("stance label meaning note"),
            *(_NTH, _DECLARED, _CORPUS),
        ),
        "label",
    ),
    Table("scholars", 1, (*_texts("id name kind school note"), _DECLARED, *_PLACE), "name"),
    Table(
        "scholar_names",
        2,
        (Column("scholar", refers="scholars"), _NTH, *_texts("value scheme"), _CORPUS),
        "value",
    ),
    Table(
        "sources",
        1,
        (
            *_texts("id type title text author issued original_date"),
            *(Column("year", "integer"), Column("csl", "json"), Column("note")),
            *(_DECLARED, *_PLACE),
        ),
        "text",
    ),
    Table("names", 1, (*_texts("id name kind note"), *_PLACE), "name"),
    Table(
        "spellings",
        2,
        (Column("name", refers="names"), _NTH, *_texts("value scheme"), _CORPUS),
        "value",
    ),
    _CLAIMS,
    *_OF_CLAIMS,
)

VIEWS = ("taken", "holders", "positions", "second_hand")
"""The views, each on tables and on those before it; their SQL is that of any engine."""
