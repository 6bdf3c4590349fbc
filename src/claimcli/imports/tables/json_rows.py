"""Records of JSON, one a line or in an array, to rows."""

from __future__ import annotations

import json
import re
from typing import Any

from claimcli.imports.csl_json import Parsed, json_items
from claimcli.imports.foreign import Foreign, Loss, Place, Remark, Row, Sheet
from claimcli.imports.json_text import Told
from claimcli.imports.tables.cells import exact
from claimcli.imports.tables.columns import Mapped, kind_of
from claimcli.imports.tables.joined import table_named

_LINE_END = re.compile(r"\r\n|\n|\r")


def read(text: str) -> Foreign:
    """The records of a text, one a line or in an array. Never raises for what is in it."""
    sheets, remarks = sheets_of(text)
    return Foreign("jsonl", remarks=tuple(remarks), sheets=tuple(sheets))


def is_of_records(text: str) -> bool:
    """Whether the first record of a text has the keys of one of ours, and not of an item of CSL."""
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip("[ \t\r\n"))
    except (json.JSONDecodeError, RecursionError):
        return False
    if not isinstance(value, dict):
        return False
    if table_named(value):
        return True
    kind = kind_of(value, Mapped())
    return kind not in (None, "source") or (kind == "source" and "csl" in value)


def sheets_of(text: str) -> tuple[list[Sheet], list[Remark]]:
    """The records of a text, those with the same keys as one table, and what could not be read."""
    found, remarks = _values(text)
    groups: dict[tuple[str, ...], list[Row]] = {}
    heads: dict[tuple[str, ...], Place] = {}
    for value, place in found:
        if not isinstance(value, dict) or not value:
            message = "a record, in braces, is expected here; it was left"
            remarks.append(Remark(place, Loss.BROKEN, message))
            continue
        columns = tuple(map(str, value))
        heads.setdefault(columns, place)
        groups.setdefault(columns, []).append(Row(place, list(exact(value).values())))
    return [Sheet(keys, tuple(rows), heads[keys]) for keys, rows in groups.items()], remarks


def _values(text: str) -> tuple[list[Parsed], list[Remark]]:
    start = text.lstrip()
    if start.startswith("["):
        return json_items(text)
    found, remarks = list[Parsed](), list[Remark]()
    decoder = Told()
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip():
            continue
        try:
            found.append(Parsed(_one(line, decoder), Place(number)))
            told = (Remark(Place(number), Loss.CHANGED, met) for met in decoder.taken())
            remarks += told
        except (json.JSONDecodeError, RecursionError) as error:
            if number == 1 and not remarks and not found:
                whole = _whole(text)
                if whole:
                    return whole, remarks
            column = getattr(error, "colno", 1)
            reason = getattr(error, "msg", "it is nested too deeply").lower()
            message = f"this line is no JSON: {reason}; it was left"
            remarks.append(Remark(Place(number, column), Loss.BROKEN, message))
    return found, remarks


def _one(line: str, decoder: Told) -> Any:
    """The one value of a line; raises as `json` does."""
    start = len(line) - len(line.lstrip())
    value, end = decoder.decode(line, start)
    if line[end:].strip():
        raise json.JSONDecodeError("Extra data", line, end)
    return value


def _whole(text: str) -> list[Parsed]:
    """One record over several lines."""
    try:
        value: Any = json.loads(text, strict=False)
    except (json.JSONDecodeError, RecursionError):
        return []
    return [Parsed(value, Place(1))]
