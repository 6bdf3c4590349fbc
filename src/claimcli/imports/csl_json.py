"""CSL as JSON (csl-data.json 1.0.2): the items that Zotero, pandoc and others write."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from claimcli.corpus.csl import DATES, SOURCE
from claimcli.corpus.csl_dates import as_date_parts, date
from claimcli.corpus.mappings import read_fields
from claimcli.corpus.readers import Complaint
from claimcli.imports.bibtex.entry_dates import edtf
from claimcli.imports.foreign import CslItem, Foreign, Lines, Loss, Place, Remark, Work
from claimcli.imports.json_text import Told
from claimcli.imports.odd_characters import cleaned

_SPACE = re.compile(r"[\s,]*")
_NEXT_ITEM = re.compile(r"^\s*\{", re.MULTILINE)
_ITEMS = re.compile(r'\s*\{\s*"(?:items|references)"\s*:\s*\[')


class Parsed(NamedTuple):
    """A value of a JSON array and where it begins."""

    value: Any
    place: Place


def read(text: str) -> Foreign:
    """The works of an array of items, or of an object that holds one. Never raises."""
    found, remarks = json_items(text)
    works = []
    for value, place in found:
        work = work_of(value, place, remarks)
        if work:
            works.append(work)
    return Foreign("csl-json", tuple(works), remarks=tuple(remarks))


def json_items(text: str) -> tuple[list[Parsed], list[Remark]]:
    """The values of an array, each with its place; one that is broken costs itself alone."""
    lines, remarks, found = Lines(text), list[Remark](), list[Parsed]()
    decoder = Told()
    opening = _ITEMS.match(text) or re.compile(r"\s*\[").match(text)
    at = opening.end() if opening else 0
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if at >= len(text) or text[at] == "]":
            return found, remarks
        try:
            value, end = decoder.decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            offset = getattr(error, "pos", at)
            message = f"this is no JSON: {getattr(error, 'msg', 'it is nested too deeply').lower()}"
            remarks.append(Remark(lines.place(offset), Loss.BROKEN, message))
            further = _NEXT_ITEM.search(text, max(offset, at + 1))
            if further is None:
                return found, remarks
            at = further.end() - 1
            continue
        place = lines.place(at)
        found.append(Parsed(value, place))
        remarks += (Remark(place, Loss.CHANGED, met) for met in decoder.taken())
        if opening is None:
            return found, remarks
        at = end


def work_of(value: Any, place: Place, remarks: list[Remark]) -> Work | None:
    """The work that an item is; adds a remark on whatever could not be taken as it stands."""
    if type(value) is not dict:
        remarks.append(Remark(place, Loss.BROKEN, "an item of CSL, in braces, is expected here"))
        return None
    key = _key(value, place, remarks)
    item: CslItem = {}
    for name, given in value.items():
        text = _as_text(given)
        if name != "id" and text not in (None, "", [], {}):
            _take(item, name, text, place, key, remarks)
    if "type" not in item:
        message = "the item has no type; it was taken for a 'document'"
        remarks.append(Remark(place, Loss.CHANGED, message, key, "type"))
    return Work.of(key, {"type": "document", **item}, place)


def _key(value: dict[str, Any], place: Place, remarks: list[Remark]) -> str | None:
    """The citation key; Zotero itself writes an address for an id, and the key beside it."""
    written, beside = value.get("id"), value.get("citation-key")
    key = str(beside or (written if written is not None else "")) or None
    if beside and written not in (None, beside):
        message = f"its citation key is '{beside}'; the id '{written}' was left"
        remarks.append(Remark(place, Loss.LEFT, message, key, "id"))
    return key


def _as_text(value: Any) -> Any:
    """A value of JSON as YAML has it here: every number is text; parts that are empty go.

    Zotero writes `"given": ""` beside a family name.
    """
    if type(value) is dict:
        parts = ((str(key), _as_text(inner)) for key, inner in value.items())
        return {key: part for key, part in parts if part not in (None, "", {})}
    if type(value) is list:
        return [part for part in map(_as_text, value) if part not in (None, "", {})]
    if type(value) is bool:
        return "true" if value else "false"
    return cleaned(value if type(value) is str else str(value)) if value is not None else None


def _take(
    item: CslItem, name: str, value: Any, place: Place, key: str | None, remarks: list[Remark]
) -> None:
    """Put a variable into an item; one that CSL does not know goes into `custom`."""
    if name == "citation-key":
        return
    reader = SOURCE.fields.get(name)
    if reader is None:
        item.setdefault("custom", {})[name] = value
        message = f"CSL has no variable '{name}'; it is kept in `custom`"
        remarks.append(Remark(place, Loss.CHANGED, message, key, name))
        return
    if name == "custom" and type(value) is dict:
        item[name] = {**value, **item.get(name, {})}
        return
    _, complaints = read_fields(SOURCE, {"id": "x", "type": "book", name: value})
    wrong = [one for one in complaints if one.code[0] == "E"]
    if complaints and not wrong:
        message = f"{complaints[0].message}; it is kept as it stands"
        remarks.append(Remark(place, Loss.CHANGED, message, key, name))
    if wrong:
        remarks.append(Remark(place, Loss.LEFT, _in_words(wrong[0]), key, name))
        return
    item[name] = _date(name, value, place, key, remarks) if name in DATES else value


def _date(
    name: str, value: Any, place: Place, key: str | None, remarks: list[Remark]
) -> str | dict[str, Any]:
    """A date as it stands; one that no calendar has becomes a phrase."""
    read = date(value)
    meant = edtf(read) if isinstance(read, str) else None
    if read is None or meant == read:
        kept: str | dict[str, Any] = as_date_parts(value)
        return kept
    if meant:
        return meant
    message = f"'{read}' in '{name}' is no date; it is kept as a phrase"
    remarks.append(Remark(place, Loss.CHANGED, message, key, name))
    return {"literal": read}


def _in_words(wrong: Complaint) -> str:
    hint = f" ({wrong.hint})" if wrong.hint else ""
    return f"'{wrong.path[0]}' was left: {wrong.message}{hint}"
