"""Cells of an XLSX that hold an error or a formula without its value, which read as empty."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from claimcli.texts.packed import DAMAGED

_CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_AT = re.compile(r'\br="([A-Z]+\d+)"')
_SHEET = re.compile(r'<sheet\b[^>]*?\br:id="([^"]+)"')
_TARGET = re.compile(r"<Relationship\b[^>]*>")


def lost_cells(content: bytes, sheet: int) -> Iterator[tuple[str, str]]:
    """The addresses of such cells of the sheet of that number, from 0, and what they hold."""
    text = _sheet(content, sheet)
    if 't="e"' not in text and "<f" not in text:
        return
    for cell in _CELL.finditer(text):
        attributes, inside = cell[1], cell[2] or ""
        at = _AT.search(attributes)
        value = re.search(r"<v>([^<]+)</v>", inside)
        if at and 't="e"' in attributes:
            yield at[1], f"the error {value[1] if value else 'of a formula'}"
        elif at and "<f" in inside and not value and "<is>" not in inside:
            yield at[1], "a formula without a value"


def _sheet(content: bytes, number: int) -> str:
    """The XML of a sheet; empty where it cannot be found."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            ids = _SHEET.findall(archive.read("xl/workbook.xml").decode())
            relations = archive.read("xl/_rels/workbook.xml.rels").decode()
            target = next(
                re.search(r'Target="/?(?:xl/)?([^"]+)"', one)[1]  # type: ignore[index]  # None is caught below
                for one in _TARGET.findall(relations)
                if f'Id="{ids[number]}"' in one
            )
            return archive.read(f"xl/{target}").decode()
    except (KeyError, IndexError, StopIteration, TypeError, *DAMAGED):
        return ""
