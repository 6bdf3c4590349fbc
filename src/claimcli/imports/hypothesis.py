"""Annotations of Hypothesis, as its interface gives them (W3C Web Annotation)."""

from __future__ import annotations

from typing import Any

from claimcli.imports.csl_json import json_items
from claimcli.imports.foreign import CslItem, Draft, Foreign, Loss, Place, Remark, without_empty
from claimcli.imports.odd_characters import cleaned
from claimcli.imports.printed_pages import page


def read(text: str) -> Foreign:
    """The annotations of a file as drafts; a reply to somebody's is left."""
    found, remarks = json_items(text)
    drafts = []
    for value, place in found:
        rows = value.get("rows") if isinstance(value, dict) and "rows" in value else [value]
        for row in rows if isinstance(rows, list) else []:
            draft = _draft(row, place, remarks) if isinstance(row, dict) else None
            if draft:
                drafts.append(draft)
    return Foreign("hypothesis", drafts=tuple(drafts), remarks=tuple(remarks))


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
