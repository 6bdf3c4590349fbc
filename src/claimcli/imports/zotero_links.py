"""Links to Zotero behind a highlight, as its notes and the plugins for Obsidian write them.

    “words” ([Kim, 2013, p. 5](zotero://select/…))([pdf](zotero://open-pdf/…annotation=KEY)) note
    words [(p. 5)](zotero://open-pdf/…?page=7&annotation=KEY)
    <mark style="background: #ffd400">words</mark> [(p. 5)](zotero://open-pdf/…)

    <span class="highlight" data-annotation="%7B…%7D">“words”</span> (Kim, 2013, p. 5) note

The page is what is printed; `page=` in an address counts the sheets of a file.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from claimcli.imports.bibtex.entry_dates import edtf
from claimcli.imports.foreign import CslItem, Draft, Place
from claimcli.imports.printed_pages import page
from claimcli.imports.zotero import COLOURS

_OPENS = r"\(?\[(?P<label>[^\]]*)\]\(zotero://open[^\s)]*\)\)?"
_KEY = re.compile(r"annotation=(\w+)")
_CITED = re.compile(
    r"[“\"«](?P<quote>.+?)[”\"»]\s*\(\[(?P<cited>[^\]]*)\]\(zotero://select/[^\s)]*\)\)"
    rf"(?:\s*{_OPENS})?(?P<comment>.*)",
    re.DOTALL,
)
_OPENED = re.compile(rf"(?P<quote>\S.*?)\s*{_OPENS}(?P<comment>.*)", re.DOTALL)
_COLOURED = re.compile(r"(?P<mark><mark\b[^>]*>)(?P<quote>.*?)</mark>(?P<rest>.*)", re.DOTALL)
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_LABEL = re.compile(r"\(?(?:pages?|pp?\.|S\.)\s*([^()]+?)\)?", re.IGNORECASE)
_PAGE = re.compile(r"(?:,|:)\s*(?:pp?\.\s*|S\.\s*)?([\dA-Za-z][\w.]*(?:\s*[-–]\s*[\w.]+)?)\s*$")
_TAG = re.compile(r"(?<!\S)#([^\W\d_][\w/-]*)")


_SPAN = re.compile(
    r"<span class=\"highlight\" data-annotation=\"(?P<data>[^\"]*)\"[^>]*>(?P<quote>.*?)</span>"
    r"(?P<rest>.*?)(?=<span class=\"highlight\"|$)",
    re.DOTALL,
)
_MARKUP = re.compile(r"</?\w[^>]*>")
_IN_BRACKETS = re.compile(r"\s*\((?P<cited>[^()]*\d{4}[^()]*)\)")
_QUOTED = re.compile(r"[_*]*\s*[“\"„«]\s*(.*?)\s*[”\"“»]\s*[_*]*", re.DOTALL)
_NUMBER = re.compile(r"\(?([\dA-Z]?\d+(?:[-–]\d+)?|[ivxlc]+)\)?")


def has_mark(text: str) -> bool:
    """Whether a text has a highlight with such a link."""
    return "](zotero://" in text


def spans(text: str, place: Place) -> Iterator[Draft]:
    """The highlights of a paragraph that notes of Zotero have as HTML with its data in it."""
    for found in _SPAN.finditer(text):
        try:
            told = json.loads(unquote(found["data"]))
        except json.JSONDecodeError:
            told = {}
        told = told if isinstance(told, dict) else {}
        colour = str(told.get("color") or "").lower()
        rest = unescape(_MARKUP.sub("", found["rest"]))
        cited = _IN_BRACKETS.match(rest)
        label = _PAGE.search(cited["cited"]) if cited else None
        named = cited["cited"][: label.start()] if cited and label else cited and cited["cited"]
        draft = _draft(
            unescape(_MARKUP.sub("", found["quote"])),
            page(told.get("pageLabel")) or (page(label[1]) if label else None),
            rest[cited.end() :] if cited else rest,
            f"annotation={told['annotationKey']}" if told.get("annotationKey") else "",
            place,
            (COLOURS.get(colour, colour),) if colour else (),
            work_named(named) if named else None,
        )
        if draft.quote:
            yield draft


def marked(text: str, place: Place, is_quoted: bool = True) -> Draft | None:
    """The highlight of a paragraph; None where it has none.

    `is_quoted`: the paragraph is a quotation itself, else its words are only where they stand in
    quotation marks or are marked with a colour.
    """
    if not has_mark(text):
        return None
    cited, coloured = _CITED.search(text), _COLOURED.search(text)
    if cited:
        return _cited(cited, place)
    opened = _OPENED.fullmatch(text.strip())
    if opened is None or not (is_quoted or coloured):
        return None
    written = opened["label"].strip()
    label = _LABEL.fullmatch(written) or _NUMBER.fullmatch(written)
    tags: tuple[str, ...] = ()
    quote = opened["quote"]
    if coloured:
        colour = _COLOUR.search(coloured["mark"])
        tags = (COLOURS.get(colour[0].lower(), colour[0].lower()),) if colour else ()
        quote = coloured["quote"]
    return _draft(quote, page(label[1]) if label else None, opened["comment"], text, place, tags)


def _cited(found: re.Match[str], place: Place) -> Draft:
    cited = found["cited"]
    label = _PAGE.search(cited)
    work = work_named(cited[: label.start()] if label else cited)
    where = page(label[1]) if label else None
    return _draft(found["quote"], where, found["comment"], found[0], place, work=work)


def _draft(
    quote: str,
    where: str | None,
    comment: str,
    whole: str,
    place: Place,
    tags: tuple[str, ...] = (),
    work: CslItem | None = None,
) -> Draft:
    key = _KEY.search(whole)
    origin = key[1] if key else hashlib.sha256(quote.encode()).hexdigest()[:12]
    said = comment.strip(" .)(\n") if comment.strip(" .)(\n") else ""
    quote = quote.rstrip(" (\n")
    inside = _QUOTED.fullmatch(quote)
    quote = inside[1] if inside else quote
    return Draft(
        origin=f"zotero {origin}",
        quote=" ".join(quote.split()),
        locator=where,
        comment=" ".join(_TAG.sub("", said).split()) or None,
        tags=(*tags, *_TAG.findall(said)),
        place=place,
        work=work,
    )


def work_named(cited: str) -> CslItem | None:
    """`Kim, 2013` as a work of which only the first name and the year are known."""
    found = re.fullmatch(r"(.+?),?\s+(?:(?:et al\.?|等),?\s+)?(\d{4})\w?", cited.strip())
    if found is None or edtf(found[2]) is None:
        return None
    return {"author": [{"family": found[1].strip(", ")}], "issued": found[2]}
