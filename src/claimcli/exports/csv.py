"""Tables as CSV (RFC 4180): a file for each, with ids to join on.

What a spreadsheet would run gets a `'` in front, as in every CSV of claimcli's; whoever reads it
back takes one off where what follows would have got it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from claimcli.answers.export import Selection
from claimcli.exports.relational import TABLES
from claimcli.exports.tabulating import Row, tabulated
from claimcli.render.flat import inert


def make(selection: Selection, folder: Path) -> None:
    """A folder of tables in UTF-8."""
    _make(selection, folder, "utf-8")


def make_for_excel(selection: Selection, folder: Path) -> None:
    """The same with the byte-order mark by which Excel knows UTF-8."""
    _make(selection, folder, "utf-8-sig")


def _make(selection: Selection, folder: Path, encoding: str) -> None:
    folder.mkdir()
    with ExitStack() as opened:
        writers = {}
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            file = opened.enter_context(path.open("w", encoding=encoding, newline=""))
            writers[table.name] = csv.writer(file)
            writers[table.name].writerow(table.fields)
        for name, rows in tabulated(selection):
            writers[name].writerows(_cells(rows))


def _cells(rows: Iterable[Row]) -> Iterable[list[Any]]:
    return ([_cell(value) for value in row] for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return inert(value)
    return str(value).lower() if isinstance(value, bool) else value
