"""Foreign files to a plan of what becomes of the files of a corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from claimcli.corpus.files import is_yaml
from claimcli.corpus.records import Reading
from claimcli.editing.composing import Files, New, ordered
from claimcli.editing.many_settings import Setting
from claimcli.editing.plan import Plan
from claimcli.errors import ClaimcliError
from claimcli.imports.collating import Collated, Difference, collated
from claimcli.imports.drafting import drafted, meanings
from claimcli.imports.foreign import CslItem, Foreign, Items, Loss, Place, Remark, Work
from claimcli.imports.holdings import Holdings
from claimcli.imports.new_scholars import People, Unsure, scholars_of
from claimcli.imports.tables.columns import Mapped
from claimcli.imports.tables.taking import NOTHING_REFUSED, Refused, RowPlace, Tables

SOURCES, SCHOLARS, DRAFTS = "sources.yaml", "scholars.yaml", "drafts.yaml"
"""The files for what is new, where the corpus has no file for it yet."""


class Wish(msgspec.Struct, frozen=True):
    """What is wanted of an import.

    `into` is the file for new sources, relative to the corpus; `scholars`: their authors, too;
    `update`: take the file's values where they differ; `map`: a file that says for what questions
    colours and tags stand, by name and content; `mapped`: what the columns of tables are.
    """

    into: str | None = None
    scholars: bool = False
    update: bool = False
    map: tuple[str, str] | None = None
    mapped: Mapped = Mapped()


class Taken(msgspec.Struct, frozen=True):
    """What an import comes to: what is new, what differs, what is the same, and the remarks.

    `new` are sources, `records` what else tables make: questions, stances, scholars, names and
    claims. `remarks` has those of each file, in the order of the files; `rows` say which row of
    which file a claim stands in; `stays` why fields of records have not the values of the file,
    where these were wanted.
    """

    new: Sequence[CslItem] = ()
    differences: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()
    people: People = People()
    records: tuple[New, ...] = ()
    drafts: tuple[dict[str, Any], ...] = ()
    same_drafts: int = 0
    remarks: tuple[tuple[Remark, ...], ...] = ()
    into: str = SOURCES
    rows: Mapping[str, RowPlace] = {}
    stays: Mapping[tuple[str, str], str] = {}


def planned(
    root: Path,
    reading: Reading,
    files: Sequence[tuple[str, Foreign]],
    wish: Wish,
    refused: Refused = NOTHING_REFUSED,
) -> Callable[[], tuple[Plan, Taken]]:
    """What makes the plan for what these files hold, by their names, and what it comes to.

    It keeps nothing of what was read of the corpus. `refused` are rows that the checks would not
    have. Raises `ClaimcliError`, as does what is given.
    """
    taken, pages = _taken(reading, files, wish, refused), Files(root, reading)
    others = _usual(reading.scholars, SCHOLARS), _usual(reading.drafts, DRAFTS)

    def written() -> tuple[Plan, Taken]:
        kinds = ("references", "scholars", "drafts")
        new = (taken.new, taken.people.new, taken.drafts)
        for file, key, records in zip((taken.into, *others), kinds, new, strict=True):
            if records:
                pages.write(file, key, records)
        pages.add([one._replace(values=ordered(one.kind, one.values)) for one in taken.records])
        stays = _updated(pages, taken.differences) if wish.update else {}
        return Plan(pages.changes), msgspec.structs.replace(taken, stays=stays)

    return written


def _updated(pages: Files, differences: Iterable[Difference]) -> dict[tuple[str, str], str]:
    """Take the values of the file; gives the fields that could not be changed, and why."""
    of_file: defaultdict[str, list[Setting]] = defaultdict(list)
    for one in differences:
        of_file[one.file].append(Setting(one.at, one.field, one.there))
    refusals = [one for file, settings in of_file.items() for one in pages.change(file, settings)]
    return {(one.setting.at.id, one.setting.field): one.why for one in refusals}


def _taken(
    reading: Reading, files: Sequence[tuple[str, Foreign]], wish: Wish, refused: Refused
) -> Taken:
    known, tables = Holdings(reading), Tables(files, wish.mapped)
    read = [foreign for _, foreign in files]
    works = [(*foreign.works, *tables.works(at)) for at, foreign in enumerate(read)]
    found = [collated(listed, known) for listed in works]
    meant = meanings(*wish.map, reading) if wish.map else {}
    drafts = [(*foreign.drafts, *tables.drafts(at)) for at, foreign in enumerate(read)]
    marks = [drafted(listed, reading, known, meant) for listed in drafts]
    rows = tables.take(reading, known, wish.update, refused)
    items = (work.csl for listed in works for work in listed if wish.scholars)
    people = scholars_of(items, reading, known)
    remarks = (
        (*_of_interest(one, listed, merge), *marked.remarks, *told)
        for one, listed, merge, marked, told in zip(
            read, works, found, marks, tables.remarks, strict=True
        )
    )
    return Taken(
        new=Items(
            chain(
                (item for merge in found for item in merge.new),
                (item for marked in marks for item in marked.works),
                (dict(one.values) for one in rows.records if one.kind == "source"),
            )
        ),
        differences=(*(one for merge in found for one in merge.differences), *rows.differences),
        same=(*(id for merge in found for id in merge.same), *rows.same),
        people=People(
            (*people.new, *(dict(one.values) for one in rows.records if one.kind == "scholar")),
            (*people.unsure, *(Unsure(*pair) for pair in rows.unsure)),
        ),
        records=tuple(one for one in rows.records if one.kind not in ("source", "scholar")),
        drafts=tuple(record for marked in marks for record in marked.new),
        same_drafts=sum(marked.same for marked in marks),
        remarks=tuple(tuple(sorted(told, key=_place_of)) for told in remarks),
        into=_place(wish.into, _usual(reading.sources, SOURCES)),
        rows=rows.places,
    )


def _of_interest(foreign: Foreign, works: Sequence[Work], found: Collated) -> Iterator[Remark]:
    """Without what was changed or left of works that are in the corpus as they are in the file."""
    same = {*found.same} - {item["id"] for item in found.new}
    keys = {w.key for w, id in zip(works, found.ids, strict=True) if w.key and id in same}
    for remark in (*foreign.remarks, *found.remarks):
        if remark.loss is Loss.BROKEN or remark.key not in keys:
            yield remark


def _place_of(remark: Remark) -> Place:
    return remark.place


def _usual(records: Sequence[Any], otherwise: str) -> str:
    """The file that has most records of a kind."""
    files = Counter(record.file for record in records)
    return files.most_common(1)[0][0] if files else otherwise


def _place(wanted: str | None, usual: str) -> str:
    """The file that is wanted, as a path below the root. Raises where it is none of a corpus."""
    if wanted is None:
        return usual
    path = PurePosixPath(wanted.replace("\\", "/"))
    hidden = any(part.startswith(".") for part in path.parts)
    if path.is_absolute() or hidden or not is_yaml(path.name):
        raise ClaimcliError(f"--into {wanted}: name a .yaml file within the corpus")
    return str(path)
