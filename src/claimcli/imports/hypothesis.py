"""Annotations of Hypothesis (W3C Web Annotation), as its interface and its `Export` give them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from claimcli.imports.csl_json import json_items
from claimcli.imports.foreign import CslItem, Draft, Foreign, Loss, Place, Remark, without_empty
from claimcli.imports.odd_characters import cleaned
from claimcli.imports.printed_pages import page
from claimcli.imports.tables.separated import sheet_of


def read(text: str) -> Foreign:
    """The annotations of a file as drafts, of JSON or CSV; a reply to somebody's is left."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in ("[", "{"):
        return _of_table(text)
    found, remarks = json_items(text)
    drafts = []
    for value, place in found:
        rows = _rows(value)
        for row in rows if isinstance(rows, list) else []:
            draft = _draft(row, place, remarks) if isinstance(row, dict) else None
            if draft:
                drafts.append(draft)
    return Foreign("hypothesis", drafts=tuple(drafts), remarks=tuple(remarks))


def _of_table(text: str) -> Foreign:
    """The annotations of the CSV that `Export` gives, which has no ids."""
    sheet, remarks, _ = sheet_of(text)
    drafts = []
    for place, cells in sheet.rows if sheet else ():
        columns = map(str.lower, sheet.columns if sheet else ())
        row = dict(zip(columns, map(_text, cells), strict=True))
        if row.get(_KIND) == "Reply":
            remarks.append(Remark(place, Loss.LEFT, "a reply to an annotation was left"))
        elif row.get("quote") or _comment(row):
            drafts.append(_of_row(row, place))
        else:
            remarks.append(Remark(place, Loss.LEFT, "an annotation without words was left"))
    return Foreign("hypothesis", drafts=tuple(drafts), remarks=tuple(remarks))


_KIND = "annotation/reply type"


def _comment(row: Mapping[str, str]) -> str:
    """What was noted, of which the column has had two names."""
    return row.get("comment") or row.get("body") or ""


def _of_row(row: Mapping[str, str], place: Place) -> Draft:
    url = row.get("url", "")
    words = f"{url}\n{row.get('quote')}\n{_comment(row) or None}"
    return Draft(
        origin=f"hypothesis {hashlib.sha256(words.encode()).hexdigest()[:12]}",
        quote=row.get("quote") or None,
        locator=page(row.get("page")),
        comment=_comment(row) or None,
        tags=tuple(filter(None, map(str.strip, row.get("tags", "").split(",")))),
        place=place,
        work={"type": "webpage", "title": url, "URL": url} if url else None,
    )


def _rows(value: Any) -> Any:
    """What a file holds: a list within an object, by either of its names, or one annotation."""
    lists = (value.get(name) for name in _LISTS) if isinstance(value, dict) else ()
    return next((one for one in lists if one is not None), [value])


_LISTS = ("rows", "annotations")


def _draft(row: dict[str, Any], place: Place, remarks: list[Remark]) -> Draft | None:
    if row.get("references"):
        remarks.append(Remark(place, Loss.LEFT, "a reply to an annotation was left"))
        return None
    quote, comment = _selected(row, "TextQuoteSelector", "exact"), _text(row.get("text"))
    if not quote and not comment:
        remarks.append(Remark(place, Loss.LEFT, "an annotation without words was left"))
        return None
    tags = row.get("tags")
    return Draft(
        origin=f"hypothesis {row.get('id') or (quote or comment)[:60]}",
        quote=quote or None,
        locator=page(_selected(row, "PageSelector", "label")),
        comment=comment or None,
        tags=tuple(filter(None, map(_text, tags if isinstance(tags, list) else []))),
        place=place,
        work=_work(row),
    )


def _selected(row: dict[str, Any], kind: str, key: str) -> str:
    """What the selector of a kind says, in the first target that has it."""
    for target in _lists(row.get("target")):
        for selector in _lists(target.get("selector")):
            if selector.get("type") == kind and selector.get(key):
                return _text(selector[key])
    return ""


def _lists(value: Any) -> list[dict[str, Any]]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]


def _work(row: dict[str, Any]) -> CslItem | None:
    """The page that was annotated."""
    document = row.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    title = titles[0] if isinstance(titles, list) and titles else titles
    item = without_empty(
        {"type": "webpage", "title": _text(title or row.get("uri")), "URL": _text(row.get("uri"))}
    )
    return item if len(item) > 1 else None


def _text(value: Any) -> str:
    return " ".join(cleaned(str(value)).split()) if value not in (None, "") else ""
