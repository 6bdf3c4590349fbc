"""A record taken out of a file."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.editing.changing import without_field
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.inserting import end_of_item
from claimcli.editing.locating import Standing, record_of, records, top
from claimcli.editing.net import Thing, said_in, with_changed
from claimcli.editing.refused import Refused


def without_record(content: bytes, key: str, id: str) -> bytes:
    """The bytes of a file without the record of that id in the list of that key.

    Raises `Refused` where that cannot be done without touching anything else.
    """
    file, old = EditableFile(content), said_in(content)

    def gone(thing: Thing) -> Thing | None:
        is_it = thing[0] == key and isinstance(thing[2], dict) and thing[2].get("id") == id
        return None if is_it else thing

    standing = record_of(file, key, id)
    for splice in _ways(file, standing) if standing else ():
        new = file.with_splices([splice])
        if with_changed(old, gone, new):
            return new
    raise Refused(f"'{id}' cannot be taken out without touching what is beside it")


def _ways(file: EditableFile, standing: Standing) -> Iterator[Splice]:
    piece = standing.piece
    if piece is None:
        yield _without_item(file, standing)
        return
    end = end_of_item(piece)
    is_spaced = file.text.startswith("\n", end) and file.text[: piece.start].endswith("\n\n")
    yield Splice(piece.start, end + is_spaced, "")
    yield Splice(piece.start, piece.end, "")


def _without_item(file: EditableFile, standing: Standing) -> Splice:
    """An item of a list in brackets, with the comma beside it."""
    beside = [one.node for one in records(file) if one.key == standing.key and one.piece is None]
    at = beside.index(standing.node)
    if at:
        return Splice(beside[at - 1].end, standing.node.end, "")
    end = beside[1].start if len(beside) > 1 else standing.node.end
    return Splice(standing.node.start, end, "")


def without_stance(content: bytes, id: str) -> bytes:
    """The bytes of a question's file without one of its stances. Raises `Refused`."""
    file, old = EditableFile(content), said_in(content)
    keys = top(file)
    stances = keys.value("stances")
    if stances is None or stances.member(id) is None:
        raise Refused(f"the stance '{id}' was not found")
    is_last = len(stances.members) == 1
    splice = without_field(file, *((keys, ("stances",)) if is_last else (stances, (id,))))
    new = file.with_splices([splice])
    if with_changed(old, lambda thing: None if thing[:2] == ("stances", id) else thing, new):
        return new
    raise Refused(f"the stance '{id}' cannot be taken out without touching what is beside it")
