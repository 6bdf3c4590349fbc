"""Sources as biblatex (manual, ch. 2): fields are called what `import` knows them by.

Titles stand in two pairs of braces, so that no style changes their capitals. What biblatex has no
field for is left out; CSL-JSON has everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcli.answers.export import Selection
from claimcli.corpus.csl_dates import date
from claimcli.imports.bibtex import vocabulary
from claimcli.model import Source
from claimcli.noncharacters import NONCHARACTERS


def texts(selection: Selection) -> Iterator[str]:
    """An entry for each source."""
    before = ""
    for source in selection.sources:
        yield before + entry(source)
        before = "\n"


def entry(source: Source) -> str:
    """A source as an entry, its id as the key."""
    csl = source.csl
    subtype = _SUBTYPES.get(source.type)
    kind = "article" if subtype else _TYPES.get(source.type, "misc")
    fields = {"entrysubtype": subtype or "", **_people(csl), **_titles(csl, kind), **_dates(source)}
    fields |= _publication(csl, kind) | _parts(csl)
    lines = (f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@{kind}{{{source.id},\n{''.join(lines)}}}\n"


def _first(table: dict[str, str]) -> dict[str, str]:
    """A table the other way round; of several names of one thing the first."""
    return {there: here for here, there in reversed(table.items())}


_TYPES = _first(vocabulary.TYPES) | {
    "chapter": "incollection",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "post": "online",
    "post-weblog": "online",
    "review-book": "review",
    "thesis": "thesis",
    "report": "report",
    "software": "software",
    "classic": "book",
}
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_PEOPLE = _first(vocabulary.PEOPLE)
_PARTS = {v: n for v, n in _first(vocabulary.PARTS).items() if v not in ("volume", "number")}
_VERBATIM = _first(vocabulary.VERBATIM)
_DATES = _first(vocabulary.DATES) | {"issued": "date"}
_ARTICLES = ("article", "periodical")
_NUMBERED = ("book", "incollection", "inreference", "inproceedings")
"""Entries whose number is that in a series, as `import` takes it."""

_PUBLISHERS = {
    **dict.fromkeys(("thesis", "report"), "institution"),
    **dict.fromkeys(("online", "software"), "organization"),
    **dict.fromkeys(("misc", "booklet", "unpublished"), "howpublished"),
}
"""What biblatex calls him who publishes, where he is no publisher."""

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
_MARK = re.compile(r"[\\{}~^`&%$#_]")
_LIGATURE = re.compile(r"([-',<>])(?=\1)")
"""What two of would be one sign."""
_UNPRINTABLE = re.compile(rf"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029{NONCHARACTERS}]+")


def escaped(text: str) -> str:
    """A text of one line in which nothing is a command of LaTeX."""
    marked = _MARK.sub(lambda mark: _ESCAPES[mark[0]], _UNPRINTABLE.sub(" ", text))
    return _LIGATURE.sub(r"\g<0>{}", marked)


def _title(text: object) -> str:
    return f"{{{escaped(str(text))}}}" if text else ""


def _text(csl: dict[str, Any], variable: str) -> str:
    value = csl.get(variable)
    return escaped(str(value)) if value else ""


def _people(csl: dict[str, Any]) -> dict[str, str]:
    return {field: _names(csl.get(variable) or ()) for variable, field in _PEOPLE.items()}


def _names(names: Any) -> str:
    return " and ".join(filter(None, map(_name, names)))


def _name(name: dict[str, str]) -> str:
    """A name as `von Last, Jr, First`; one that is not split in braces, as are its odd parts."""
    if not name.get("family"):
        whole = escaped(name.get("literal") or name.get("given") or "")
        return f"{{{whole}}}" if whole else ""
    von = " ".join(
        escaped(name[part])
        for part in ("dropping-particle", "non-dropping-particle")
        if name.get(part)
    )
    last = _part(name["family"])
    parts = [f"{von} {last}" if von else last]
    parts += [_part(name[part]) for part in ("suffix", "given") if name.get(part)]
    return ", ".join(parts) if len(parts) > 1 else f"{{{escaped(name['family'])}}}"


def _part(text: str) -> str:
    """A part of a name; one that would be taken for several in braces."""
    escaped_text = escaped(text)
    parted = "," in text or re.search(r"\band\b", text, re.IGNORECASE)
    first = text.lstrip()[:1]
    return f"{{{escaped_text}}}" if parted or (first.islower() and " " in text) else escaped_text


def _titles(csl: dict[str, Any], kind: str) -> dict[str, str]:
    container = "journaltitle" if kind in _ARTICLES else "booktitle"
    titles = {"title": csl.get("title"), container: csl.get("container-title")}
    if csl.get("volume-title") and kind == "book":
        titles = {"maintitle": csl.get("title"), "title": csl["volume-title"]}
    return {field: _title(text) for field, text in titles.items()}


def _dates(source: Source) -> dict[str, str]:
    """The dates in EDTF, of which biblatex reads levels 0 and 1."""
    known = {"issued": source.issued, "original-date": source.original_date}
    found = {}
    for variable, field in _DATES.items():
        found[field] = _date(known.get(variable) or _edtf(source.csl.get(variable)) or "")
    return found


def _date(edtf: str) -> str:
    """A date, whose `~` is a sign of EDTF and no space that does not break."""
    return escaped(edtf).replace(_ESCAPES["~"], "~")


def _edtf(value: Any) -> str | None:
    read = date(_as_written(value)) if value else None
    return read if isinstance(read, str) else None


def _as_written(value: Any) -> Any:
    """Numbers as text, as a file has them."""
    if isinstance(value, dict):
        return {key: _as_written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return list(map(_as_written, value))
    return str(value)


def _publication(csl: dict[str, Any], kind: str) -> dict[str, str]:
    number = csl.get("issue") if kind in _ARTICLES else csl.get("number")
    if kind in _NUMBERED:
        number = csl.get("collection-number") or number
    return {
        _PUBLISHERS.get(kind, "publisher"): _text(csl, "publisher"),
        "location": _text(csl, "publisher-place"),
        "series": _text(csl, "collection-title"),
        "volume": _text(csl, "volume"),
        "number": escaped(str(number)) if number else "",
        "pages": _text(csl, "page").replace("-", "--"),
        "type": _text(csl, "genre"),
        **_language(_text(csl, "language")),
        "note": _text(csl, "note"),
    }


_LANGID = {tag: name for name, tag in reversed(vocabulary.LANGUAGES.items())} | {
    "de-DE": "ngerman",
    "en-US": "american",
}
_LANGID_OF_ALL = {tag.partition("-")[0]: name for tag, name in _LANGID.items()} | {
    "en": "english",
}
"""How babel calls a language that is given without a country."""


def _language(tag: str) -> dict[str, str]:
    """The language as babel calls it; biblatex would print `de-DE` in the bibliography."""
    name = _LANGID.get(tag) or _LANGID_OF_ALL.get(tag)
    return {"langid": name} if name else {"language": tag}


def _parts(csl: dict[str, Any]) -> dict[str, str]:
    texts = {field: _text(csl, variable) for variable, field in _PARTS.items()}
    return texts | {field: _address(csl.get(variable)) for variable, field in _VERBATIM.items()}


def _address(value: object) -> str:
    """An address as it is, but for braces, which would not be paired, and what is no address."""
    plain = _UNPRINTABLE.sub("", str(value or ""))
    return plain.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
