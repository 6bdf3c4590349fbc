"""Where and by whom a work was published: house, place, series, pages, address, language."""

from __future__ import annotations

import re

from claimcli.imports.bibtex import vocabulary
from claimcli.imports.bibtex.fields import Fields, joined
from claimcli.imports.bibtex.latex import url
from claimcli.imports.foreign import CslItem

_NUMBERED = ("book", "chapter", "entry-encyclopedia", "paper-conference")
"""Types of works whose number is that in a series."""
_ORDINALS = {"1": "st", "2": "nd", "3": "rd", "11": "th", "12": "th", "13": "th"}
_URL = re.compile(r"\\url\s*\{([^{}]*)\}|https?://\S+")
_ADDRESSES = {
    "googlebooks": "https://books.google.com?id=",
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "hdl": "https://hdl.handle.net/",
}


def publication(fields: Fields, type: str) -> CslItem:
    """The variables that say where a work of a type appeared."""
    item: CslItem = {}
    _find_url(fields, item)
    _preprint(fields, item)
    places = joined("; ", *dict.fromkeys((fields.texts("location"), fields.texts("address"))))
    if type == "patent":
        named = (vocabulary.COUNTRIES.get(place, place) for place in places.split("; "))
        item["jurisdiction"] = "; ".join(named)
    else:
        item["publisher-place"] = places
    houses = ("school", "institution", "organization", "howpublished", "publisher")
    take = fields.texts if fields.is_biblatex else fields.text
    item["publisher"] = joined("; ", *dict.fromkeys(map(take, houses)))
    item["collection-title"] = _series(fields, type)
    item["page"] = _pages(fields)
    item["genre"] = _genre(fields)
    item["volume"] = joined(".", fields.text("volume"), fields.text("part"))
    if "number" in fields.left:
        variable = "number"
        if type in vocabulary.PERIODICALS:
            variable = "issue"
        elif type in _NUMBERED:
            variable = "collection-number"
        item[variable] = fields.text("number")
    if type in vocabulary.PERIODICALS and not item.get("issue"):
        item["issue"] = fields.text("issue")
    return item


def _find_url(fields: Fields, item: CslItem) -> None:
    """An address in `howpublished` or `note`, where BibTeX has no field for one."""
    for name in ("howpublished", "note"):
        field = fields.left.get(name)
        found = _URL.fullmatch(field.text.strip()) if field else None
        if found and "url" not in fields.left:
            del fields.left[name]
            item["URL"] = url(found[1] or found[0])


def _preprint(fields: Fields, item: CslItem) -> None:
    """An address of arXiv or JSTOR from its number, where there is no other."""
    field = fields.left.get("eprint")
    kind = fields.left.get("eprinttype") or fields.left.get("archiveprefix")
    known = _ADDRESSES.get(kind.text.strip().lower()) if kind else None
    if field and known and "url" not in fields.left:
        item.setdefault("URL", known + url(field.text))


def _series(fields: Fields, type: str) -> str:
    """A series; that of a journal may be a number, or one of two words."""
    series = fields.text("series")
    if type in vocabulary.PERIODICALS and series.isdecimal():
        ending = _ORDINALS.get(series[-2:]) or _ORDINALS.get(series[-1], "th")
        return f"{series}{ending} series"
    return {"newseries": "New series", "oldseries": "Old series"}.get(series, series)


def _pages(fields: Fields) -> str:
    pages = fields.text("pages")
    return re.sub(r"\s*[–—]\s*", "-", pages)


def _genre(fields: Fields) -> str:
    genre = fields.text("type")
    return vocabulary.TYPE_STRINGS.get(genre, genre) or vocabulary.GENRES.get(fields.entry.kind, "")


def language(fields: Fields) -> str:
    """The language of a work, as BCP 47 has it."""
    named = fields.text("langid").lower()
    variant = fields.left.get("langidopts")
    if named == "english" and variant:
        said = variant.text.rpartition("=")[2].strip().lower()
        named = said if said in vocabulary.LANGUAGES else named
    languages = [one.strip() for one in fields.texts("language", ",").split(",") if one.strip()]
    if not named and len(languages) == 1:
        return vocabulary.LANGUAGES.get(languages[0].lower(), languages[0])
    if languages:
        fields.custom["language"] = ", ".join(languages)
    return vocabulary.LANGUAGES.get(named, named)
