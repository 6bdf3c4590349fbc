"""Annotations of Zotero: JSON of its interface, or of Better BibTeX with the items around them.

The page is `annotationPageLabel`, the printed one; `pageIndex` counts sheets of the file.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, NamedTuple

from claimcli.imports.bibtex.entry_dates import date_of
from claimcli.imports.csl_json import json_items
from claimcli.imports.foreign import CslItem, Draft, Foreign, Loss, Place, Remark, without_empty
from claimcli.imports.odd_characters import cleaned
from claimcli.imports.printed_pages import page

COLOURS = {
    "#ffd400": "yellow",
    "#ff6666": "red",
    "#5fb236": "green",
    "#2ea8e5": "blue",
    "#a28ae5": "purple",
    "#e56eee": "magenta",
    "#f19837": "orange",
    "#aaaaaa": "gray",
}
"""The colours that Zotero marks with, by their names in its menu."""

TYPES = {
    "journalArticle": "article-journal",
    "magazineArticle": "article-magazine",
    "newspaperArticle": "article-newspaper",
    "book": "book",
    "bookSection": "chapter",
    "conferencePaper": "paper-conference",
    "encyclopediaArticle": "entry-encyclopedia",
    "dictionaryEntry": "entry-dictionary",
    "thesis": "thesis",
    "report": "report",
    "webpage": "webpage",
    "blogPost": "post-weblog",
    "manuscript": "manuscript",
    "letter": "personal_communication",
    "map": "map",
    "interview": "interview",
}
_VARIABLES = {
    "title": "title",
    "publicationTitle": "container-title",
    "bookTitle": "container-title",
    "proceedingsTitle": "container-title",
    "encyclopediaTitle": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "url": "URL",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "language": "language",
}
_ROLES = ("author", "editor", "translator")
_PARTS = ("annotation", "attachment", "note")


class _Node(NamedTuple):
    """An object of Zotero's, and the work or attachment that it stands in, if in any."""

    data: dict[str, Any]
    within: dict[str, Any] | None
    place: Place


def read(text: str) -> Foreign:
    """The annotations of a file as drafts, in the order of the text that they stand in."""
    found, remarks = json_items(text)
    nodes = [node for value, place in found for node in _nodes(value, None, place)]
    by_key = {str(node.data["key"]): node.data for node in nodes if "key" in node.data}
    marked = [node for node in nodes if _is_annotation(node.data)]
    marked.sort(key=lambda node: str(node.data.get("annotationSortIndex", "")))
    drafts = [draft for node in marked if (draft := _draft(node, by_key, remarks))]
    return Foreign("zotero", drafts=tuple(drafts), remarks=tuple(remarks))


def _nodes(value: Any, within: dict[str, Any] | None, place: Place) -> Iterator[_Node]:
    """Every object in a value, from the outside in."""
    waiting = deque([(value, within)])
    while waiting:
        inner, around = waiting.popleft()
        below: list[Any] = []
        if isinstance(inner, list):
            below = inner
        elif isinstance(inner, dict):
            data = inner["data"] if isinstance(inner.get("data"), dict) else inner
            data = {"key": inner["key"], **data} if inner.get("key") else data
            if "itemType" in data or _is_annotation(data):
                yield _Node(data, around, place)
                is_work = data.get("itemType") not in _PARTS and not _is_annotation(data)
                around = data if is_work else around
            below = [one for key, one in inner.items() if key != "data"]
        waiting.extendleft((one, around) for one in reversed(below))


def _is_annotation(data: dict[str, Any]) -> bool:
    return (
        data.get("itemType") == "annotation"
        or "annotationType" in data
        or ("annotationText" in data)
    )


def _draft(node: _Node, by_key: dict[str, dict[str, Any]], remarks: list[Remark]) -> Draft | None:
    data, kind = node.data, node.data.get("annotationType", "highlight")
    quote, comment = (_text(data.get(f"annotation{part}")) for part in ("Text", "Comment"))
    if not quote and not comment:
        message = f"an annotation without words ({kind}) was left"
        remarks.append(Remark(node.place, Loss.LEFT, message, about="annotationType"))
        return None
    work = node.within or _work_above(data, by_key)
    colour = str(data.get("annotationColor") or "").lower()
    tags = [COLOURS.get(colour, colour)] if colour else []
    tags += [_text(tag.get("tag") if isinstance(tag, dict) else tag) for tag in _list(data, "tags")]
    label = f"{data.get('key') or data.get('annotationSortIndex') or ''}"
    return Draft(
        origin=f"zotero {label}".strip() if label else f"zotero {quote or comment}"[:80],
        quote=quote or None,
        locator=page(_text(data.get("annotationPageLabel"))),
        comment=comment or None,
        tags=tuple(dict.fromkeys(filter(None, tags))),
        place=node.place,
        key=_citation_key(work) if work else None,
        work=_item(work) if work else None,
    )


def _work_above(data: dict[str, Any], by_key: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """The work that an annotation is in: its parent is a file, whose parent is the work."""
    for _ in range(3):
        parent = by_key.get(str(data.get("parentItem")))
        if parent is None:
            return None
        if parent.get("itemType") not in _PARTS:
            return parent
        data = parent
    return None


def _citation_key(work: dict[str, Any]) -> str | None:
    written = work.get("citationKey") or work.get("citekey") or work.get("citation-key")
    for line in str(work.get("extra") or "").splitlines():
        label, _, value = line.partition(":")
        if label.strip().lower() == "citation key":
            written = written or value.strip()
    return str(written) if written else None


def _item(work: dict[str, Any]) -> CslItem:
    """A work of Zotero's as an item of CSL."""
    item: CslItem = {"type": TYPES.get(str(work.get("itemType")), "document")}
    for creator in _list(work, "creators"):
        role = creator.get("creatorType") if isinstance(creator, dict) else None
        name = _name(creator) if role in _ROLES else None
        if name:
            item.setdefault(str(role), []).append(name)
    for field, variable in _VARIABLES.items():
        item.setdefault(variable, _text(work.get(field)))
        item[variable] = item[variable] or _text(work.get(field))
    date = _text(work.get("date"))
    item["issued"] = date_of(date) if date else None
    return without_empty(item)


def _name(creator: dict[str, Any]) -> dict[str, str] | None:
    whole = _text(creator.get("name"))
    if whole:
        return {"literal": whole}
    parts = {"family": _text(creator.get("lastName")), "given": _text(creator.get("firstName"))}
    found = {part: value for part, value in parts.items() if value}
    return found if "family" in found else None


def _list(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return " ".join(cleaned(str(value)).split()) if value not in (None, "") else ""
