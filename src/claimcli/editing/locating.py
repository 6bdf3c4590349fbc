"""Where in a file the record of an id stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimcli.corpus.damage import key_on
from claimcli.corpus.nodes import Node, root_of
from claimcli.corpus.schema import LIST_KEYS
from claimcli.corpus.slicing import ITEM, KEYS, LIST
from claimcli.editing.editable_file import EditableFile, Piece


class Standing(NamedTuple):
    """A record: the list that it is in, its values, and the slice, None within brackets."""

    key: str
    node: Node
    piece: Piece | None


def records(file: EditableFile, holding: str = "") -> Iterator[Standing]:
    """The records in the lists of a file, of slices in which a text occurs."""
    return records_in(file, lambda text: holding in text)


def records_in(file: EditableFile, is_wanted: Callable[[str], bool]) -> Iterator[Standing]:
    """The records in the lists of a file, of slices whose text is wanted."""
    key = ""
    for piece in file.pieces:
        if piece.slice.kind == LIST:
            key = key_on(piece.slice.text.split("\n", 1)[0]) or ""
        if not is_wanted(piece.slice.text):
            continue
        root = root_of(piece.slice, piece.start)
        if root and piece.slice.kind == ITEM:
            yield from (Standing(key, node, piece) for node in root.items if node.members)
        elif root and piece.slice.kind == KEYS:
            for name, value in root.members:
                if name.text in LIST_KEYS:
                    yield from (Standing(name.text, n, None) for n in value.items if n.members)


def record_of(file: EditableFile, key: str, id: str) -> Standing | None:
    """The record of that id in the list of that key."""
    for standing in records(file, id):
        identity = standing.node.value("id")
        if standing.key == key and identity and identity.text == id:
            return standing
    return None


def top(file: EditableFile) -> Node:
    """The keys at the top of a file that are no lists in lines, as one mapping."""
    members: list[tuple[Node, Node]] = []
    for piece in file.pieces:
        root = root_of(piece.slice, piece.start) if piece.slice.kind == KEYS else None
        members += root.members if root and root.is_mapping else ()
    start = members[0][0].start if members else 0
    return Node(start, members[-1][1].end if members else 0, members=tuple(members))
