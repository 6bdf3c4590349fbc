"""Works of a foreign file held against a corpus: what is new, what is the same, what differs.

Nothing of a person's is taken away: a variable that the corpus has and the file has not stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from claimcli.corpus.csl import DATES, SOURCE, source_fields
from claimcli.corpus.csl_dates import date
from claimcli.corpus.mappings import read_fields
from claimcli.corpus.readers import Wrong, as_identifier, citation_key
from claimcli.editing.setting import Address
from claimcli.imports.foreign import CslItem, Loss, Remark, Work, as_texts
from claimcli.imports.holdings import CITATION_KEY, Holdings, is_same_work
from claimcli.imports.made_ids import made_key
from claimcli.model import Source


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


class Collated(msgspec.Struct, frozen=True):
    """What a file adds to a corpus: new items with their ids, and differences of known ones.

    `ids` are those of all works of the file that are or will be in the corpus, by their order.
    """

    new: tuple[CslItem, ...] = ()
    differences: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()
    ids: tuple[str | None, ...] = ()
    remarks: tuple[Remark, ...] = ()


def collated(works: Sequence[Work], known: Holdings) -> Collated:
    """What works add to what is known; they are known from then on."""
    new: list[CslItem] = []
    differences: list[Difference] = []
    same: list[str] = []
    ids: list[str | None] = []
    remarks: list[Remark] = []
    first: dict[str, int] = {}
    unkeyed = _known_without_key(works, known)
    for at, work in enumerate(works):
        csl = work.csl
        if csl.keys() <= {"type"} and known.kind(work.key or "") != "source":
            message = "it says nothing of a work but its key and type, and was left"
            remarks.append(Remark(work.place, Loss.LEFT, message, work.key))
            ids.append(None)
            continue
        id, item = _named(work, csl, known, unkeyed.get(at), remarks)
        ids.append(id)
        if id is None:
            continue
        earlier = first.setdefault(id, at)
        if earlier != at or id in known.added:
            same.append(id)
            remarks += _again(work, id, item, known.added.get(id) or works[earlier].csl)
        elif id in known.sources:
            found = list(_differences(known.sources[id], item))
            differences += found
            if not found:
                same.append(id)
        else:
            new.append(item)
            known.add(item)
    return Collated(tuple(new), tuple(differences), tuple(same), tuple(ids), tuple(remarks))


def _again(work: Work, id: str, item: CslItem, there: CslItem) -> Iterable[Remark]:
    """That a work comes a second time, and not as it came first."""
    told = (name for name in item if name not in ("id", CITATION_KEY))
    other = [name for name in told if _is_other(name, there.get(name), item[name])]
    if other:
        message = f"'{id}' was there already, with other {', '.join(other)}; the first counts"
        yield Remark(work.place, Loss.LEFT, message, work.key)


def _known_without_key(works: Sequence[Work], known: Holdings) -> dict[int, str]:
    """Which works without a key are which sources of the corpus, by their number.

    Several may have one title, name and year, such as the reports of one year: each goes with a
    source that it is in all that tells works apart, and only then with another that is left.
    """
    found: dict[int, str] = {}
    open: list[tuple[int, list[str]]] = []
    for at, work in enumerate(works):
        if work.key is not None:
            continue
        item = work.csl
        ids = known.ids_by_work(item)
        alike = [id for id in ids if is_same_work(item, known.csl(id))]
        if alike:
            found[at] = alike[0]
        elif ids:
            open.append((at, ids))
    taken = {*found.values()}
    for at, ids in open:
        left = next((id for id in ids if id not in taken and id in known.sources), None)
        if left:
            found[at] = left
            taken.add(left)
    return found


def _named(
    work: Work, item: CslItem, known: Holdings, there: str | None, remarks: list[Remark]
) -> tuple[str | None, CslItem]:
    """The id of a work in the corpus, and its item with it; None where it cannot be taken.

    `item` is that of the work, and `there` the id of the source that a work without a key is.
    """
    key = work.key
    if key is None:
        id = there or known.id_of_added(item) or known.free(made_key(item))
        return id, {"id": id, **item}
    id = known.id_by_key(key) or key
    if isinstance(citation_key(id), Wrong):
        id = known.free(_respelled(key))  # a source that has the key already was found by it
        message = f"the key '{key}' has signs that an id has not: it is '{id}' here"
        remarks.append(Remark(work.place, Loss.CHANGED, message, key, "id"))
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
    if id == key and _is_known_by_another(id, known):
        id = known.free(id)
        message = f"'{key}' is the id of a work with another key already: it is '{id}' here"
        remarks.append(Remark(work.place, Loss.CHANGED, message, key, "id"))
    other = {CITATION_KEY: key} if id != key else {}
    return id, {"id": id, **item, **other}


def _is_known_by_another(id: str, known: Holdings) -> bool:
    """Whether a source has its id in place of a key that cannot be one: `a-b` for `a/b`."""
    if known.kind(id) != "source" or known.id_by_key(id) == id:
        return False
    return CITATION_KEY in known.csl(id)


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


def source_of(item: CslItem) -> Source:
    """An item as a source, for how it is cited."""
    fields, _ = read_fields(SOURCE, as_texts(item))
    return Source(**source_fields(fields, item)) if fields else Source(id=item["id"], type="book")
