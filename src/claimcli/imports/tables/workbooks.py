"""Sheets of a workbook, XLSX or ODS, to tables, by python-calamine where it is installed."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.imports.foreign import Foreign, Loss, Place, Remark, Row, Sheet
from claimcli.imports.tables.columns import Mapped, kind_of
from claimcli.imports.tables.errors_in_sheets import lost_cells
from claimcli.imports.tables.joined import table_named

_NEEDED = (
    "a workbook needs the extra 'tables': pip install 'claimcli[tables]'; or save the sheet as CSV"
)
_OLD = (
    "this is a workbook of Excel before 2007 (.xls), or one with a password: open it, and save it "
    "as .xlsx without a password, or as CSV"
)
_HEAD = 20
"""Rows among which the header is looked for."""


def read(name: str, content: bytes, wanted: str | None = None) -> Foreign:
    """The tables of a workbook: of one sheet, or of every visible one that has a known header.

    Raises `ClaimcliError` for what is no workbook, `UnknownValue` for a sheet that there is not.
    """
    format = _format(name, content)
    book = _opened(name, content)
    shown = {one.name: str(one.visible).endswith("Visible") for one in book.sheets_metadata}
    if wanted is not None and wanted not in shown:
        raise UnknownValue("sheet", wanted, shown)
    sheets, remarks = [], []
    for title in [wanted] if wanted is not None else shown:
        if wanted is None and not shown[title]:
            message = f"the sheet '{title}' is hidden, and was left; --sheet '{title}' takes it"
            remarks.append(Remark(Place(1), Loss.LEFT, message))
            continue
        read = book.get_sheet_by_name(title)
        lost = lost_cells(content, list(shown).index(title)) if format == "xlsx" else ()
        table, told = _table(read, title, lost)
        remarks += told
        if table and (wanted is not None or len(shown) == 1 or _is_known(table)):
            sheets.append(table)
        elif table:
            message = f"the sheet '{title}' has no known columns, and was left; --sheet takes it"
            remarks.append(Remark(Place(1), Loss.LEFT, message))
    return Foreign(format, remarks=tuple(remarks), sheets=tuple(sheets))


def _is_known(table: Sheet) -> bool:
    return bool(table_named(table.columns) or kind_of(table.columns, Mapped()))


def _packed(name: str, content: bytes) -> list[str]:
    """The names of the files in an archive. Raises for what is none."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ClaimcliError(f"{name}: {_OLD}")
    try:
        return zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise ClaimcliError(f"{name}: this is no workbook, or a damaged one") from None


def _format(name: str, content: bytes) -> str:
    """The format of an archive. Raises for one that is none, or another's."""
    names = _packed(name, content)
    if any(one.endswith(".iwa") for one in names):
        raise ClaimcliError(
            f"{name}: this is a document of Numbers: in Numbers, File > Export To > CSV or Excel"
        )
    if "xl/workbook.bin" in names:
        raise ClaimcliError(f"{name}: this is an .xlsb workbook: save it as .xlsx, or as CSV")
    if "content.xml" in names:
        return "ods"
    if "xl/workbook.xml" in names:
        return "xlsx"
    kind = "a document of Word" if "word/document.xml" in names else "an archive"
    raise ClaimcliError(f"{name}: this is {kind}, and no workbook; give what it holds")


def _opened(name: str, content: bytes) -> Any:
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # optional
    except ImportError as error:
        raise ClaimcliError(f"{name}: {_NEEDED}") from error
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except CalamineError as error:
        raise ClaimcliError(f"{name}: the workbook cannot be read: {error}") from error


def _table(
    read: Any, title: str, lost: Iterable[tuple[str, str]]
) -> tuple[Sheet | None, list[Remark]]:
    """The table of a sheet, and what of it could not be taken as it stands."""
    rows = [[_text(cell) for cell in row] for row in read.to_python(skip_empty_area=False)]
    remarks = _filled(rows, getattr(read, "merged_cell_ranges", None) or ())
    for cell, what in lost:
        place = Place(int("".join(filter(str.isdecimal, cell))))
        message = f"the cell {cell} holds {what}; it counts as empty"
        remarks.append(Remark(place, Loss.CHANGED, message))
    head = _head(rows)
    if head is None:
        return None, remarks
    for number, row in enumerate(rows[:head], start=1):
        if any(row):
            message = f"'{next(filter(None, row))[:40]}' stands above the header, and was left"
            remarks.append(Remark(Place(number), Loss.LEFT, message))
    columns = tuple(rows[head])
    while columns and not columns[-1]:
        columns = columns[:-1]
    table = _rows(rows, head, len(columns), remarks)
    return Sheet(columns, tuple(table), Place(head + 1), title), remarks


def _rows(rows: Sequence[list[str]], head: int, width: int, remarks: list[Remark]) -> list[Row]:
    kept = []
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        beyond = [cell for cell in row[width:] if cell]
        if beyond:
            message = f"'{beyond[0][:40]}' stands in a column without a name, and was left"
            remarks.append(Remark(Place(number), Loss.LEFT, message))
        if any(row[:width]):
            kept.append(Row(Place(number), [*row, *[""] * width][:width]))
    return kept


def _head(rows: Sequence[list[str]]) -> int | None:
    """The row with the names of the columns: the first whose are known, else the first."""
    some = [at for at, row in enumerate(rows[:_HEAD]) if any(row)]
    known = (at for at in some if sum(map(bool, rows[at])) > 1 and kind_of(rows[at], Mapped()))
    return next(known, some[0] if some else None)


Range = tuple[tuple[int, int], tuple[int, int]]


def _filled(rows: list[list[str]], merged: Iterable[Range]) -> list[Remark]:
    """Each cell of those that are merged given what stands in them."""
    remarks = []
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        text = rows[top][left]
        if not text or top == bottom:
            continue
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [text] * (min(right + 1, len(row)) - left)
        message = f"merged cells: each of the {bottom - top + 1} rows has '{text[:40]}'"
        remarks.append(Remark(Place(top + 1), Loss.CHANGED, message))
    return remarks


_TEXTS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: str(value).lower(),
    float: lambda value: str(int(value)) if value.is_integer() else repr(value),
    datetime.datetime: lambda value: (
        value.isoformat(" ") if value.time() != datetime.time() else value.date().isoformat()
    ),
}


def _text(cell: Any) -> str:
    """A cell as one would have typed it: whole numbers without a point, days as `1975-12-31`."""
    return _TEXTS.get(type(cell), str)(cell).strip()
