"""What entries take from others: `xdata` whole, `crossref` as biblatex has it (manual, app. B)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from claimcli.imports.bibtex.syntax import Entry, Field

_words = str.split

_OWN = frozenset(
    _words(
        "ids crossref xref xdata entryset entrysubtype execute label options presort related "
        "relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey file keywords "
        "timestamp abstract note annotation annote"
    )
)
"""Fields that say something of one entry alone."""
_DATES = frozenset(("date", "year", "month", "day"))
_TITLES = ("title", "subtitle", "titleaddon")
_TITLES_OF_ONE = frozenset((*_TITLES, "shorttitle", "sorttitle", "indextitle", "indexsorttitle"))

_MULTIVOLUME = _words("mvbook mvcollection mvproceedings mvreference")
_PARTS = _words("inbook bookinbook suppbook incollection suppcollection inproceedings inreference")
_PARTS_OF_PERIODICALS = _words("article suppperiodical")
_VOLUMES = _words("book collection proceedings reference")


class Missing(NamedTuple):
    """An entry that another refers to and that is not there."""

    entry: Entry
    field: Field
    key: str


def inherited(entries: Iterable[Entry]) -> tuple[list[Entry], list[Missing]]:
    """The entries with the fields that they take from others, and what could not be found.

    An `xdata` entry is only there to be taken from, and no work by itself.
    """
    every = list(entries)
    heirs = _Heirs(every)
    whole = [heirs.whole(entry) for entry in every if entry.kind != "xdata"]
    return whole, heirs.missing


class _Heirs:
    """Entries by key, each completed once."""

    def __init__(self, entries: list[Entry]) -> None:
        self.missing: list[Missing] = []
        self._by_key = {entry.key: entry for entry in reversed(entries)}
        self._by_small_key = {entry.key.lower(): entry for entry in reversed(entries)}
        self._done: dict[int, Entry] = {}

    def whole(self, entry: Entry) -> Entry:
        """An entry with all that it takes: parents first, and nothing in a circle."""
        waiting = [entry]
        under_way: set[int] = set()
        while waiting:
            last = waiting[-1]
            under_way.add(id(last))
            parents = [parent for _, parent in self._parents(last, told=False)]
            new = [p for p in parents if id(p) not in self._done and id(p) not in under_way]
            if new:
                waiting.append(new[0])
                continue
            self._done.setdefault(id(last), self._completed(last))
            waiting.pop()
        return self._done[id(entry)]

    def _completed(self, entry: Entry) -> Entry:
        fields = dict(entry.fields)
        for via, parent in self._parents(entry, told=True):
            given = self._done.get(id(parent), parent).fields
            taken = given if via == "xdata" else _handed_down(entry.kind, parent.kind, given)
            dated = not _DATES.isdisjoint(fields)
            for name, field in taken.items():
                if name not in fields and not (dated and name in _DATES):
                    fields[name] = field
        return entry._replace(fields=fields)

    def _parents(self, entry: Entry, told: bool) -> Iterator[tuple[str, Entry]]:
        for via in ("xdata", "crossref"):
            field = entry.fields.get(via)
            for key in map(str.strip, field.text.split(",")) if field else ():
                parent = self._by_key.get(key) or self._by_small_key.get(key.lower())
                if parent is not None and parent is not entry:
                    yield via, parent
                elif key and told and field:
                    self.missing.append(Missing(entry, field, key))


def _handed_down(child: str, parent: str, given: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of a parent by the names that they have in a child."""
    taken = {n: f for n, f in given.items() if n not in _OWN and n not in _TITLES_OF_ONE}
    before = _prefix(child, parent)
    if before is None:
        return {n: f for n, f in given.items() if n not in _OWN}
    for name in _TITLES:
        if name in given:
            taken[before + name] = given[name]
    if before == "journal" and "title" in given:  # the one name that is put together otherwise
        taken["journaltitle"] = given["title"]
    if before == "book" and child in ("inbook", "bookinbook", "suppbook") and "author" in given:
        taken.setdefault("bookauthor", given["author"])
    return taken


def _prefix(child: str, parent: str) -> str | None:
    """What the title of a parent is called in a child; None where it is the child's own title."""
    if parent in _MULTIVOLUME and child in (*_PARTS, *_VOLUMES):
        return "main"
    if child in _PARTS:
        return "book"
    if child in _PARTS_OF_PERIODICALS and parent == "periodical":
        return "journal"
    return None
