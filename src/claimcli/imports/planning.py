"""Foreign files to a plan of what becomes of the files of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from claimcli.corpus.files import is_yaml
from claimcli.corpus.records import Reading
from claimcli.editing.composing import Files
from claimcli.editing.plan import Plan
from claimcli.errors import ClaimcliError
from claimcli.imports.drafting import drafted, meanings
from claimcli.imports.foreign import CslItem, Foreign, Loss, Place, Remark
from claimcli.imports.merging import Difference, Known, Merged, merged
from claimcli.imports.people import People, scholars_of

SOURCES, SCHOLARS, DRAFTS = "sources.yaml", "scholars.yaml", "drafts.yaml"
"""The files for what is new, where the corpus has no file for it yet."""


class Wish(msgspec.Struct, frozen=True):
    """What is wanted of an import.

    `into` is the file for new sources, relative to the corpus; `scholars`: their authors, too;
    `update`: take the file's values where they differ; `map`: a file that says for what questions
    colours and tags stand, by name and content.
    """

    into: str | None = None
    scholars: bool = False
    update: bool = False
    map: tuple[str, str] | None = None


class Taken(msgspec.Struct, frozen=True):
    """What an import comes to: what is new, what differs, what is the same, and the remarks.

    `remarks` has those of each file, in the order of the files.
    """

    new: tuple[CslItem, ...] = ()
    differences: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()
    people: People = People()
    drafts: tuple[dict[str, Any], ...] = ()
    same_drafts: int = 0
    remarks: tuple[tuple[Remark, ...], ...] = ()
    into: str = SOURCES


def planned(
    root: Path, reading: Reading, files: Sequence[Foreign], wish: Wish
) -> tuple[Plan, Taken]:
    """The plan for what these files hold, and what it comes to. Raises `ClaimcliError`."""
    known = Known(reading)
    found = [merged(foreign.works, known) for foreign in files]
    meant = meanings(*wish.map, reading) if wish.map else {}
    marks = [drafted(foreign.drafts, reading, known, meant) for foreign in files]
    new = tuple(item for one in found for item in one.new)
    new += tuple(item for one in marks for item in one.works)
    drafts = tuple(record for one in marks for record in one.new)
    differences = tuple(difference for one in found for difference in one.differences)
    items = [work.csl for foreign in files for work in foreign.works] if wish.scholars else []
    taken = Taken(
        new=new,
        differences=differences,
        same=tuple(id for one in found for id in one.same),
        people=scholars_of(items, reading, known),
        drafts=drafts,
        same_drafts=sum(one.same for one in marks),
        remarks=tuple(
            tuple(sorted((*_of_interest(read, one), *marked.remarks), key=_place_of))
            for read, one, marked in zip(files, found, marks, strict=True)
        ),
        into=_place(wish.into, _usual(reading.sources, SOURCES)),
    )
    pages = Files(root, reading)
    for file, key, records in (
        (taken.into, "references", new),
        (_usual(reading.scholars, SCHOLARS), "scholars", taken.people.new),
        (_usual(reading.drafts, DRAFTS), "drafts", drafts),
    ):
        if records:
            pages.write(file, key, records)
    for one in differences if wish.update else ():
        pages.change(one.file, one.at, one.field, one.there)
    return Plan(pages.changes), taken


def _of_interest(foreign: Foreign, found: Merged) -> Iterator[Remark]:
    """Without what was changed or left of works that are in the corpus as they are in the file."""
    same = set(found.same)
    keys = {w.key for w, id in zip(foreign.works, found.ids, strict=True) if w.key and id in same}
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
