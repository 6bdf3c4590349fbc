"""Ids proposed for new records: the holder, the year, a few words; never one that is taken.

`vorobev-1975-both-wanted` is Vorob'ev's claim of 1975 with the stance `both-wanted`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from claimcli import dates
from claimcli.model import NO_STANCE, Source
from claimcli.names.latin import latin_words

_SMALL = frozenset(
    "a an the of and or in on at to for by with from as is are was were be been did do does had "
    "has have it its that this these those which who whom whose why what how when where than then "
    "any between both into over under their his her he she they".split()
)
_WORDS = 4
"""Words of a statement or a title that an id has at most."""


class IdsInUse(NamedTuple):
    """What ids are made with: the sources, those of the same batch among them, and ids in use.

    `numbers` keeps the last number behind each id, for whoever needs thousands of them.
    """

    sources: Mapping[str, Source | dict[str, Any]]
    taken: Collection[str]
    numbers: dict[str, int] | None = None


def taken_already(id: object) -> str:
    """What is said of an id that another record has."""
    return f"the id '{id}' is taken already; ids are never reused"


def proposed(kind: str, values: Mapping[str, Any], known: IdsInUse) -> str | None:
    """An id for a record of a kind; None where nothing in it can be written in Latin letters."""
    for words in _WAYS[kind](values, known):
        id = "-".join(word for word in words if word)
        if id and id not in known.taken:
            return id
    first = next((w for w in _WAYS[kind](values, known) if any(w)), None)
    return _numbered("-".join(filter(None, first)), known) if first else None


def _numbered(id: str, known: IdsInUse) -> str:
    number = (known.numbers or {}).get(id, 2)
    while f"{id}-{number}" in known.taken:
        number += 1
    if known.numbers is not None:
        known.numbers[id] = number
    return f"{id}-{number}"


_Ways = list[list[str]]


def _of_claim(values: Mapping[str, Any], known: IdsInUse) -> _Ways:
    stance = values.get("stance")
    words = _few(values.get("statement"))
    who = _holder(values, known)
    ways = [[*who, *words]]
    return [[*who, str(stance)], *ways] if stance and stance != NO_STANCE else ways


def _holder(values: Mapping[str, Any], known: IdsInUse) -> list[str]:
    """Who speaks, and in what year; the id of the work where that begins with the holder's."""
    holders, citation = values.get("scholars") or [""], values.get("citation")
    holder = str(holders[0] if isinstance(holders, list) else holders)
    work = citation.get("source") if isinstance(citation, dict) else None
    if not work:
        return latin_words(holder)
    if str(work).startswith(f"{holder}-"):
        return latin_words(str(work))
    return [*latin_words(holder), _year(known.sources.get(str(work)))]


def _year(source: Source | Mapping[str, Any] | None) -> str:
    if source is None:
        return ""
    date = source.date if isinstance(source, Source) else _date(source)
    year = dates.year(date) if date else None
    return str(year) if year is not None and year > 0 else ""


def _date(values: Mapping[str, Any]) -> str | None:
    """The date of a source that is new, too: an EDTF text, or the year of CSL's date-parts."""
    written = values.get("original-date") or values.get("issued")
    if isinstance(written, dict) and written.get("date-parts"):
        first = written["date-parts"][0]
        return str(first[0] if isinstance(first, list) and first else first)
    return written if isinstance(written, str) else None


def _of_source(values: Mapping[str, Any], known: IdsInUse) -> _Ways:
    names = values.get("author") or values.get("editor") or []
    first = names[0] if isinstance(names, list) and names and isinstance(names[0], dict) else {}
    who = latin_words(str(first.get("family") or first.get("literal") or ""))
    year, title = _year(values), _few(values.get("title"))
    if not who:
        return [[*title, year]]
    return [
        [*who, year],
        *([[*who, year + letter] for letter in "bcdefgh"] if year else [[*who, *title]]),
    ]


def _of_scholar(values: Mapping[str, Any], known: IdsInUse) -> _Ways:
    name = str(values.get("name") or "")
    family, comma, given = name.partition(",")
    words = latin_words(name)
    if values.get("kind") in ("person", None) and words:
        last = latin_words(family) if comma else words[-1:]
        return [last, [*last, *(latin_words(given)[:1] if comma else words[:1])], words]
    return [words[:6], words]


def _of_question(values: Mapping[str, Any], known: IdsInUse) -> _Ways:
    text = str(values.get("question") or "")
    lead = [word for word in latin_words(text)[:1] if word in ("who", "why", "what", "when", "how")]
    words = [word for word in _few(text) if word not in lead]
    return [[*lead, *words[: _WORDS - 1]], [*lead, *words], latin_words(text)]


def _of_stance(values: Mapping[str, Any], known: IdsInUse) -> _Ways:
    return [_few(values.get("label")), latin_words(str(values.get("label") or ""))]


def _of_name(values: Mapping[str, Any], known: IdsInUse) -> _Ways:
    words = latin_words(str(values.get("name") or ""))
    return [words, [*words, str(values.get("kind") or "")]] if words else [[]]


def _of_draft(values: Mapping[str, Any], known: IdsInUse) -> _Ways:
    return [[*latin_words(str(values.get("source") or "")), *_few(values.get("quote"))]]


def _few(text: object) -> list[str]:
    """The first words of a text that say something; all where none does."""
    words = latin_words(str(text or ""))
    return ([word for word in words if word not in _SMALL] or words)[:_WORDS]


_WAYS = {
    "claim": _of_claim,
    "source": _of_source,
    "scholar": _of_scholar,
    "question": _of_question,
    "stance": _of_stance,
    "name": _of_name,
    "draft": _of_draft,
}
