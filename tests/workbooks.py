"""Workbooks for tests, made of their XML: XLSX with what Excel keeps, and ODS."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | float | None
Sheets = Mapping[str, Sequence[Sequence[Cell]]]

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HIDDEN, _DAY = ' state="hidden"', ' s="1"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(sheets: Sheets, hidden: Sequence[str] = (), merged: str = "", dates: str = "") -> bytes:
    """A workbook; texts that begin with `<` stand as XML of a cell: `<f>1/0</f>`.

    `hidden` sheets are named, `merged` is a range of the first sheet, `dates` a column of it whose
    numbers are days.
    """
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"{_HIDDEN if name in hidden else ""}/>'
        for at, name in enumerate(names, start=1)
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet" Target="worksheets/s{at}.xml"/>'
        for at in range(1, len(names) + 1)
    )
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}'
        f'<Relationship Id="st" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    for at, name in enumerate(names, start=1):
        rows = "".join(
            f'<row r="{number}">{"".join(_cell(c, col, number, dates) for col, c in cells)}</row>'
            for number, row in enumerate(sheets[name], start=1)
            if (cells := [(chr(65 + n), c) for n, c in enumerate(row) if c is not None])
        )
        ranges = (
            f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged and at == 1 else ""
        )
        files[f"xl/worksheets/s{at}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{ranges}</worksheet>'
        )
    return zipped(files)


def _cell(value: Cell, column: str, row: int, dates: str) -> str:
    at = f'r="{column}{row}"'
    if isinstance(value, float | int):
        return f"<c {at}{_DAY if column == dates else ''}><v>{value}</v></c>"
    if value and value.startswith("<v>#"):
        return f'<c {at} t="e">{value}</c>'
    if value and value.startswith("<"):
        return f"<c {at}>{value}</c>"
    return f'<c {at} t="inlineStr"><is><t>{escape(value or "")}</t></is></c>'


def ods(sheets: Sheets) -> bytes:
    """The same as LibreOffice keeps it."""
    tables = "".join(
        f'<table:table table:name="{name}">'
        + "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0" office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    files = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{space}:manifest:1.0"/>',
    }
    return zipped(files)


def _ods_cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, float | int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = f"<text:p>{escape(value)}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def zipped(files: Mapping[str, str]) -> bytes:
    """An archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()
