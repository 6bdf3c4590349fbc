"""Tables as columns in memory, for data frames: pandas, polars and Arrow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcli.answers.export import Selection
from claimcli.errors import UnknownValue
from claimcli.exports.answer_frames import sound
from claimcli.exports.relational import TABLES
from claimcli.exports.tabulating import tabulated


def columns(selection: Selection, table: str) -> dict[str, list[Any]]:
    """The columns of a table by their names. Raises for a table that there is not."""
    known = {one.name: one for one in TABLES}
    if table not in known:
        raise UnknownValue("table", table, known)
    fields = known[table].fields
    found: list[list[Any]] = [[] for _ in fields]
    for name, rows in tabulated(selection):
        if name == table and rows:
            for column, values in zip(found, zip(*rows, strict=True), strict=True):
                column.extend(map(sound, values))
    return dict(zip(fields, found, strict=True))


def types(table: str, names: Mapping[str, Any]) -> dict[str, Any]:
    """The type of each column of a table, by what a library calls text, integer and boolean."""
    (known,) = (one for one in TABLES if one.name == table)
    return {c.name: names["text" if c.type == "json" else c.type] for c in known.columns}
