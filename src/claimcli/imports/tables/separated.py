"""Tables of separated values (RFC 4180, and what spreadsheets make of it) to rows with their lines.

A row that is broken costs itself alone: what separates cells is looked for, rows are read strictly,
and after one that cannot be read reading goes on in the next line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from claimcli.imports.foreign import Foreign, Loss, Place, Remark, Row, Sheet
from claimcli.imports.tables.columns import Mapped, is_of_claims, kind_of
from claimcli.imports.tables.joined import table_named

SEPARATORS = (",", ";", "\t", "|")
_LONGEST_CELL = 10_000_000
_FAR, _FEWEST = 50_000, 3
_SAMPLE = 200
"""Lines in which the separator is looked for."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_DECLARED = re.compile(r"\s*\"?sep=(.)\"?;*,*\s*", re.IGNORECASE)


_QUOTED = re.compile(r'(?:^|\t)"(?:[^"\t]|"")*(?:""(?:[^"\t]|"")*"(?=[\t\r\n]|$)|[\r\n]+$)')
"""A cell in quotation marks that has some itself, or a line break."""


class _Line(NamedTuple):
    number: int
    cells: list[str]


def read(text: str) -> Foreign:
    """The table of a text, with whatever separates its cells. Never raises for what is in it."""
    sheet, remarks, separator = sheet_of(text)
    format = "tsv" if separator == "\t" else "csv"
    return Foreign(format, remarks=tuple(remarks), sheets=(sheet,) if sheet else ())


def is_table(text: str) -> bool:
    """Whether the first lines of a text are rows of one width, three at least."""
    lines = _LINE.findall(text[:_FAR])
    even, _ = max(_evenness(lines, one) for one in SEPARATORS)
    return even >= _FEWEST and even * 2 > sum(map(bool, map(str.strip, lines[:_SAMPLE])))


def has_known_header(text: str) -> bool:
    """Whether the first line of a text has columns that a table of records has."""
    sheet, _, _ = sheet_of(text[:_FAR])
    if sheet is None or len(sheet.columns) < 2:
        return False
    known = table_named(sheet.columns) or kind_of(sheet.columns, Mapped())
    return bool(known) or is_of_claims(sheet.columns)


def sheet_of(text: str) -> tuple[Sheet | None, list[Remark], str]:
    """The table of a text, None where it has no row; what could not be taken; the separator."""
    lines = _LINE.findall(text)
    declared = _DECLARED.fullmatch(lines[0]) if lines else None  # by Excel
    separator = declared[1] if declared else separator_of(lines)
    remarks: list[Remark] = []
    found = _rows(lines, separator, remarks, int(bool(declared)))
    read = [line for line in found if any(map(str.strip, line.cells))]
    if not read:
        return None, remarks, separator
    header, *rows = _unwrapped(read, remarks)
    width = max(1, _filled(header.cells))
    columns = tuple(cell.strip() for cell in header.cells[:width])
    taken = tuple(_as_wide(rows, width, remarks))
    return Sheet(columns, taken, Place(header.number)), remarks, separator


def separator_of(lines: Sequence[str]) -> str:
    """What separates the cells: with it most rows of a sample are as wide as the first."""
    return max(SEPARATORS, key=lambda one: _evenness(lines, one))


def _evenness(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """How many rows of a sample are as wide as the header, and how wide that is."""
    sample = list(islice(_rows(lines[:_SAMPLE], separator, [], 0), _SAMPLE))
    rows = [line for line in sample if any(line.cells)]
    width = len(rows[0].cells) if rows else 1
    even = sum(len(line.cells) == width for line in rows)
    return (even, width) if width > 1 else (0, 0)


def _rows(
    lines: Sequence[str], separator: str, remarks: list[Remark], first: int
) -> Iterator[_Line]:
    """Each row with the number of the line on which it begins."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    quoting = _quoting(lines, separator)
    at = first
    try:
        while at < len(lines):
            rest = islice(lines, at, None)
            reader = csv.reader(rest, delimiter=separator, strict=True, quoting=quoting)
            begun = start = at
            try:
                for cells in reader:
                    yield _Line(begun + 1, cells)
                    begun = start + reader.line_num
                return
            except csv.Error as error:
                remarks.append(Remark(Place(begun + 1), Loss.BROKEN, _told(str(error), separator)))
                at = begun + 1
    finally:
        csv.field_size_limit(limit)


def _quoting(lines: Sequence[str], separator: str) -> Literal[0, 3]:
    """Whether cells may stand in quotation marks: with tabs only where some have to."""
    if separator != "\t" or not lines or lines[0].startswith('"'):
        return csv.QUOTE_MINIMAL
    return csv.QUOTE_MINIMAL if any(map(_QUOTED.search, lines)) else csv.QUOTE_NONE


def _told(error: str, separator: str) -> str:
    """What is wrong with a row that the reader refuses."""
    if "unexpected end" in error:
        return "the quotation mark that opens a cell here is never closed; the row was left"
    if "expected after" in error:
        named = {"\t": "a tab"}.get(separator, f"'{separator}'")
        return (
            f"{named} is expected behind the quotation mark that closes a cell; one within a cell "
            'is written twice (""); the row was left'
        )
    if "field larger" in error:
        return f"a cell has more than {_LONGEST_CELL:,} characters; the row was left"
    return f"the row cannot be read ({error}), and was left"


# --- A whole row in one cell, as Excel saves a table that it did not take apart ---


def _unwrapped(rows: list[_Line], remarks: list[Remark]) -> list[_Line]:
    """Rows of one cell, where that is a row itself, taken apart."""
    inner = _apart(rows[0], None)
    if inner is None or _filled(rows[0].cells) > 1:
        return rows
    header, separator = inner
    message = "each row is one cell, as Excel saves a table that was not opened as one; taken apart"
    remarks.append(Remark(Place(rows[0].number), Loss.CHANGED, message))
    made = [header]
    for row in rows[1:]:
        found = _apart(row, separator) if _filled(row.cells) <= 1 else None
        made.append(found[0] if found else row)
    return made


def _apart(row: _Line, separator: str | None) -> tuple[_Line, str] | None:
    text = row.cells[0]
    separator = separator or max(SEPARATORS, key=text.count)
    if separator not in text:
        return None
    found = list(_rows([text], separator, [], 0))
    return (row._replace(cells=found[0].cells), separator) if found else None


# --- Rows as wide as the header ---


def _filled(cells: Sequence[str]) -> int:
    """How many cells there are up to the last that says something."""
    return max((n for n, cell in enumerate(cells, start=1) if cell.strip()), default=0)


def _as_wide(rows: Iterable[_Line], width: int, remarks: list[Remark]) -> Iterator[Row]:
    """The rows with so many cells; one that has more is left."""
    for number, cells in rows:
        if _filled(cells) > width:
            message = f"the row has {_filled(cells)} cells and not {width}, and was left"
            remarks.append(Remark(Place(number), Loss.BROKEN, message))
            continue
        if len(cells) < width:
            message = f"the row has {len(cells)} cells and not {width}; the others count as empty"
            remarks.append(Remark(Place(number), Loss.CHANGED, message))
        yield Row(Place(number), [*cells, *[""] * width][:width])
