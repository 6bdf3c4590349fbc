"""Works of a foreign file held against a corpus: what is new, what is the same, what differs.

Nothing of a person's is taken away: a variable that the corpus has and the file has not stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from claimcli.corpus.csl import DATES, SOURCE, source_fields
from claimcli.corpus.csl_dates import date
from claimcli.corpus.mappings import read_fields
from claimcli.corpus.readers import Wrong, as_identifier, citation_key
from claimcli.corpus.records import Reading
from claimcli.editing.setting import Address
from claimcli.imports.foreign import CslItem, Loss, Remark, Work
from claimcli.imports.keys import made_key
from claimcli.model import Source
from claimcli.names.folding import index_text

CITATION_KEY = "citation-key"
"""The variable for the key of a work whose id had to be another."""


class Difference(NamedTuple):
    """A field of a record that the file has otherwise; `here` is None where it is missing.

    `at` says where the record stands: in which file, below which key.
    """

    id: str
    file: str
    at: Address
    field: str
    here: Any
    there: Any


class Merged(msgspec.Struct, frozen=True):
    """What a file adds to a corpus: new items with their ids, and differences of known ones.

    `ids` are those of all works of the file that are or will be in the corpus, by their order.
    """

    new: tuple[CslItem, ...] = ()
    differences: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()
    ids: tuple[str | None, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Known:
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
        self._by_work: dict[tuple[str, str, str], str] = {}
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

    def id_by_work(self, item: CslItem) -> str | None:
        """The id of the source with the same title, year and first name.

        An item without a year goes with the one source that has its title and name.
        """
        print = _fingerprint(item)
        if print is None or print[2] or print in self._by_work:
            return self._by_work.get(print) if print else None
        dated = self._by_title.get(print[:2], [])
        return dated[0] if len(dated) == 1 else None

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
        if print:
            self._by_work.setdefault(print, id)
            self._by_title.setdefault(print[:2], []).append(id)
        self._by_name.setdefault(_name_and_year(csl), []).append(id)


def merged(works: Iterable[Work], known: Known) -> Merged:
    """What works add to what is known; they are known from then on."""
    new: list[CslItem] = []
    differences: list[Difference] = []
    same: list[str] = []
    ids: list[str | None] = []
    remarks: list[Remark] = []
    for work in works:
        id, item = _named(work, known, remarks)
        ids.append(id)
        if id is None:
            continue
        source = known.sources.get(id)
        if source is not None:
            found = list(_differences(source, item))
            differences += found
            if not found:
                same.append(id)
        elif id in known.added:
            same.append(id)
            there = known.added[id]
            if any(_is_other(v, there.get(v), item[v]) for v in item if v != "id"):
                message = f"'{id}' was there already, otherwise; the first counts"
                remarks.append(Remark(work.place, Loss.LEFT, message, work.key))
        else:
            new.append(item)
            known.add(item)
    return Merged(tuple(new), tuple(differences), tuple(same), tuple(ids), tuple(remarks))


def _named(work: Work, known: Known, remarks: list[Remark]) -> tuple[str | None, CslItem]:
    """The id of a work in the corpus, and its item with it; None where it cannot be taken."""
    key, item = work.key, work.csl
    if key is None:
        id = known.id_by_work(item) or known.free(made_key(item))
        return id, {"id": id, **item}
    id = known.id_by_key(key) or key
    if isinstance(citation_key(id), Wrong):
        id = _respelled(key)
        id = known.free(id)  # a source that has the key already was found by it
        message = f"the key '{key}' has signs that an id has not: it is '{id}' here"
        remarks.append(Remark(work.place, Loss.CHANGED, message, key))
        return id, {"id": id, **item, CITATION_KEY: key}
    if id in known.broken:
        message = f"the corpus has a record '{id}' that cannot be read; mend it first"
        remarks.append(Remark(work.place, Loss.LEFT, message, key))
        return None, item
    kind = known.kind(id)
    if kind not in (None, "source"):
        id = known.free(f"{id}-work")
        message = f"'{key}' is the id of a {kind} already: the work is '{id}' here"
        remarks.append(Remark(work.place, Loss.CHANGED, message, key))
        return id, {"id": id, **item, CITATION_KEY: key}
    other = {CITATION_KEY: key} if id != key else {}
    return id, {"id": id, **item, **other}


def _respelled(key: str) -> str:
    """A key with a hyphen for what an id cannot have."""
    plain = re.sub(r"[^\w:.-]+", "-", key)
    plain = plain.strip("-:.")
    if plain and not isinstance(citation_key(plain), Wrong):
        return plain
    return as_identifier(key) or "work"


def _differences(source: Source, item: CslItem) -> Iterable[Difference]:
    for variable, there in item.items():
        here = source.csl.get(variable)
        if variable == "custom" and isinstance(here, dict):
            there = {**here, **there}  # what a person has put there stays
        if variable != "id" and _is_other(variable, here, there):
            at = Address("references", source.id)
            yield Difference(source.id, source.file, at, variable, here, there)


def _is_other(variable: str, here: Any, there: Any) -> bool:
    if here is None:
        return True
    if variable in DATES:
        one, other = (date(as_texts(value)) for value in (here, there))
        if isinstance(one, str) and one == other:
            return False
    return bool(as_texts(here) != as_texts(there))


def as_texts(value: Any) -> Any:
    """A value with all that is in it as text, as a corpus reads it."""
    if isinstance(value, dict):
        return {str(key): as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_texts(inner) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(str(value).split())


def source_of(item: CslItem) -> Source:
    """An item as a source, for how it is cited."""
    fields, _ = read_fields(SOURCE, as_texts(item))
    return Source(**source_fields(fields, item)) if fields else Source(id=item["id"], type="book")


def _fingerprint(item: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """What tells a work without a key from others: title, first family name, year."""
    title = item.get("title")
    return (index_text(title), *_name_and_year(item)) if isinstance(title, str) else None


def _name_and_year(item: Mapping[str, Any]) -> tuple[str, str]:
    issued = item.get("issued")
    year = date(as_texts(issued)) if issued is not None else ""
    names = item.get("author") or item.get("editor")
    first = names[0] if isinstance(names, list | tuple) and isinstance(names[0], dict) else {}
    family = str(first.get("family") or first.get("literal") or "")
    return index_text(family), str(year)[:4]
