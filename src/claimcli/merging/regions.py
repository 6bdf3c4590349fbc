"""The lines of a file that are those of one record, of a stance, or of a key at the top."""

from __future__ import annotations

from typing import NamedTuple

from claimcli.corpus.schema import LIST_KEYS, STANCES
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.inserting import end_of_item
from claimcli.editing.locating import record_of, top
from claimcli.merging.statements import Place


class Region(NamedTuple):
    """Whole lines of a text, from one offset to another."""

    start: int
    end: int


def region_of(file: EditableFile, place: Place) -> Region | None:
    """The lines of what stands at a place; None where it shares a line or is not there."""
    key, id = place
    if key in LIST_KEYS:
        standing = record_of(file, key, id or "")
        piece = standing.piece if standing else None
        return Region(piece.start, end_of_item(piece)) if piece else None
    keys = top(file)
    pair = keys.member(key)
    if pair and key == STANCES and id is not None:
        pair = pair[1].member(id) if not pair[1].braces else None
    if pair is None or file.text[file.line_start(pair[0].start) : pair[0].start].strip():
        return None
    return Region(file.line_start(pair[0].start), min(file.line_end(pair[1].end) + 1, _end(file)))


def _end(file: EditableFile) -> int:
    return len(file.text)


def lines_of(content: bytes, place: Place) -> str | None:
    """What stands at a place, its lines ending with line feeds; None where that cannot be told."""
    file = EditableFile(content)
    region = region_of(file, place)
    return file.text[region.start : region.end] if region else None


def behind(file: EditableFile, order: list[Place], place: Place) -> int | None:
    """Where a record goes that our file does not have: behind what it stands behind in theirs.

    `order` are the places of their file. None where nothing of its list is in ours.
    """
    before = [one for one in order[: order.index(place)] if one[0] == place[0]]
    for one in reversed(before):
        region = region_of(file, one)
        if region:
            return region.end
    return None


def replaced(region: Region, text: str) -> Splice:
    """The splice that puts other lines in the place of some."""
    return Splice(region.start, region.end, text)
