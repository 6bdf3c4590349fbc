"""Tables as a workbook: a sheet for each, texts as texts, so that nothing in them is run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from claimcli.answers.export import Selection
from claimcli.errors import ClaimcliError
from claimcli.exports.relational import TABLES, Table
from claimcli.exports.tabulating import tabulated

MOST_ROWS = 1_048_576
"""Rows that a sheet has."""

MOST_CHARACTERS = 32_767
"""Characters that a cell has; a text that is longer ends in `…`."""

_AS_TYPED = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
    "in_memory": False,
}


def make(selection: Selection, path: Path) -> None:
    """A workbook. Raises where a table has more rows than a sheet, and where the disk is full."""
    try:
        _write(selection, path)
    except FileCreateError as error:
        raise ClaimcliError(f"the workbook cannot be written: {error}") from error


def _write(selection: Selection, path: Path) -> None:
    with xlsxwriter.Workbook(str(path), {**_AS_TYPED, "tmpdir": str(path.parent)}) as book:
        bold = book.add_format({"bold": True})
        sheets = {table.name: _sheet(book, table, bold) for table in TABLES}
        for table, rows in tabulated(selection):
            sheet = sheets[table]
            for row in rows:
                sheet.at += 1
                if sheet.at >= MOST_ROWS:
                    raise ClaimcliError(f"a sheet has {MOST_ROWS:,} rows, {table} more: take csv")
                sheet.write(row)


class _Sheet:
    """A sheet and the row that was written last."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.at = 0

    def write(self, row: tuple[Any, ...]) -> None:
        """The next row."""
        for column, value in enumerate(row):
            if isinstance(value, str):
                if len(value) > MOST_CHARACTERS:
                    value = value[: MOST_CHARACTERS - 1] + "…"
                self._sheet.write_string(self.at, column, value)
            elif value is not None:
                self._sheet.write(self.at, column, value)


def _sheet(book: Any, table: Table, bold: Any) -> _Sheet:
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.fields):
        sheet.write_string(0, column, name, bold)
    return _Sheet(sheet)
