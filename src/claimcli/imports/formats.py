"""A foreign file to what is in it, whatever its format."""

from __future__ import annotations

from importlib import import_module

from msgspec.structs import replace

from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.imports.decoding import decoded
from claimcli.imports.detection import is_binary, is_text, other_kind, recognised
from claimcli.imports.foreign import Foreign, Loss, Place, Remark
from claimcli.imports.known_formats import ALSO, FORMATS, WORKBOOKS
from claimcli.imports.odd_characters import without_odd_characters


def read(
    name: str,
    content: bytes,
    format: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    otherwise: str | None = None,
) -> Foreign:
    """What a file of that name holds; its content tells the format unless one is given.

    `sheet` is the one that is wanted of a workbook, `otherwise` the format where the content does
    not tell it. Raises `ClaimcliError` where nobody can tell
    the format or the encoding, and for a format that is not known. What is wrong within the file is
    a remark.
    """
    wanted = ALSO.get(format, format) if format else None
    if wanted is not None and wanted not in FORMATS:
        raise UnknownValue("format", wanted, FORMATS)
    if wanted in WORKBOOKS or (wanted is None and is_binary(content)):
        from claimcli.imports.tables.workbooks import read as read_workbook

        return read_workbook(name, content, sheet)
    other = None if wanted else other_kind(content)
    if other and (content.startswith(b"%PDF") or not is_text(content)):
        raise ClaimcliError(f"{name}: this is {other}")
    if not (encoding or is_text(content)):
        raise ClaimcliError(f"{name}: this is no text; if it is one, say --encoding")
    text = decoded(name, content, encoding).removeprefix("\ufeff")
    chosen = wanted or recognised(text) or (otherwise if text.strip() else None)
    if chosen is None:
        raise ClaimcliError(f"{name}: this is {other}" if other else f"{name}: {_untold(text)}")
    text, remarks = without_odd_characters(text, keeps_lines=chosen in ("csv", "tsv", "jsonl"))
    found: Foreign = import_module(f"claimcli.imports.{FORMATS[chosen]}").read(text)
    told = (*remarks, *found.remarks) or _nothing(found)
    return replace(found, remarks=told) if told else found


def _nothing(found: Foreign) -> tuple[Remark, ...]:
    """That a file holds nothing that is taken, where nothing else is said of it."""
    if found.works or found.drafts or any(sheet.rows for sheet in found.sheets):
        return ()
    message = f"nothing was found in it that {found.format} brings"
    if found.sheets:
        message = "there is a header, and no row below it"
    return (Remark(Place(1), Loss.LEFT, message),)


def parts_of(name: str, foreign: Foreign) -> list[tuple[str, Foreign]]:
    """A file by its name; the sheets of a workbook each as one: `book.xlsx[Claims]`."""
    if len(foreign.sheets) < 2 or foreign.sheets[0].name is None:
        return [(name, foreign)]
    sheets = [
        (f"{name}[{sheet.name}]", replace(foreign, sheets=(sheet,), remarks=()))
        for sheet in foreign.sheets
    ]
    return [(name, replace(foreign, sheets=())), *sheets]


def _untold(text: str) -> str:
    if not text.strip():
        return "the file is empty"
    known = ", ".join(one for one in FORMATS if one not in WORKBOOKS)
    return f"what this is cannot be told; say --as one of {known}"
