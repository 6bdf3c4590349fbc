"""What a corpus has and what an import has added to it: ids, keys, and works by what they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from claimcli.corpus.csl_dates import date
from claimcli.corpus.records import Reading
from claimcli.imports.foreign import CslItem, as_texts
from claimcli.model import Source
from claimcli.names.folding import index_text

CITATION_KEY = "citation-key"
"""The variable for the key of a work whose id had to be another."""


class Holdings:
    """What a corpus has, and what was added to it so far: ids, keys, and works without a key."""

    def __init__(self, reading: Reading) -> None:
        self.broken = reading.broken
        self.added: dict[str, CslItem] = {}
        self.sources: dict[str, Source] = {source.id: source for source in reading.sources}
        self._kinds = {record.id: "source" for record in reading.sources}
        for kind in ("claims", "scholars", "questions", "names", "drafts"):
            records = getattr(reading, kind, ())
            self._kinds.update((record.id, kind.removesuffix("s")) for record in records)
        self._by_key: dict[str, str] = {}
        self._by_work: dict[tuple[str, str, str], list[str]] = {}
        self._by_details: dict[tuple[Any, Any], str] = {}
        self._by_title: dict[tuple[str, str], list[str]] = {}
        self._by_name: dict[tuple[str, str], list[str]] = {}
        for source in reading.sources:
            self._note(source.id, source.csl)

    def kind(self, id: str) -> str | None:
        """What has an id, if anything has."""
        return self._kinds.get(id)

    def id_by_key(self, key: str) -> str | None:
        """The id of the source that another program knows by this key."""
        return self._by_key.get(key)

    def ids_by_work(self, item: CslItem) -> list[str]:
        """The ids of the works with the same title, year and first name.

        An item without a year goes with the one that has its title and name.
        """
        print = _fingerprint(item)
        found = self._by_work.get(print, [])[:_MOST_ALIKE]
        if not found and not print[2]:
            dated = self._by_title.get(print[:2], [])
            return dated if len(dated) == 1 else []
        exact = self._by_details.get((print, _details(item)))
        return [exact, *found] if exact else found

    def id_of_added(self, item: CslItem) -> str | None:
        """The id of a work that was added, and is the same in all that tells works apart."""
        ids = (id for id in self.ids_by_work(item) if id in self.added)
        return next((id for id in ids if is_same_work(item, self.added[id])), None)

    def csl(self, id: str) -> Mapping[str, Any]:
        """The item of a source that is there or was added."""
        return self.added[id] if id in self.added else self.sources[id].csl

    def ids_by_name(self, item: CslItem) -> list[str]:
        """The ids of the sources with the same first name and year."""
        return self._by_name.get(_name_and_year(item), [])

    def add(self, item: CslItem) -> None:
        """Take an item as one that the corpus has."""
        self.added[item["id"]] = item
        self._kinds[item["id"]] = "source"
        self._note(item["id"], item)

    def take(self, id: str, kind: str) -> None:
        """Take an id for a record of another kind."""
        self._kinds[id] = kind

    def release(self, id: str) -> None:
        """Give an id back that was taken for what is not made."""
        del self._kinds[id]

    @property
    def ids(self) -> Collection[str]:
        """All ids that are in use."""
        return self._kinds.keys()

    def free(self, wanted: str) -> str:
        """An id that nothing has: the one that is wanted, or with a number behind it."""
        id, number = wanted, 2
        while id in self._kinds or id in self.broken:
            id, number = f"{wanted}-{number}", number + 1
        return id

    def _note(self, id: str, csl: Mapping[str, Any]) -> None:
        key = csl.get(CITATION_KEY)
        if isinstance(key, str):
            self._by_key.setdefault(key, id)
        print = _fingerprint(csl)
        self._by_work.setdefault(print, []).append(id)
        self._by_details.setdefault((print, _details(csl)), id)
        self._by_title.setdefault(print[:2], []).append(id)
        self._by_name.setdefault(_name_and_year(csl), []).append(id)


_TELLING = ("container-title", "volume", "issue", "page", "DOI")
"""What tells works apart that have one title, name and year."""

_MOST_ALIKE = 100
"""Works of one title, name and year that are looked through for one that another may be."""


def is_same_work(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether works of one title, name and year can be one: nothing that both say parts them."""
    pairs = zip(_details(one), _details(other), strict=True)
    return all(not a or not b or a == b for a, b in pairs)


def _details(item: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(index_text(str(item[name])) if name in item else "" for name in _TELLING)


def _fingerprint(item: Mapping[str, Any]) -> tuple[str, str, str]:
    """What tells a work without a key from most others: title, first family name, year.

    One without a title is like another only where they say the same.
    """
    title = item.get("title")
    if isinstance(title, str) and title:
        return (index_text(title), *_name_and_year(item))
    said = {name: item[name] for name in item if name not in ("id", CITATION_KEY)}
    return (repr(sorted(as_texts(said).items())), *_name_and_year(item))


def _name_and_year(item: Mapping[str, Any]) -> tuple[str, str]:
    issued = item.get("issued")
    year = date(as_texts(issued)) if issued is not None else ""
    names = item.get("author") or item.get("editor")
    first = names[0] if isinstance(names, list | tuple) and isinstance(names[0], dict) else {}
    family = str(first.get("family") or first.get("literal") or "")
    return index_text(family), str(year)[:4]
