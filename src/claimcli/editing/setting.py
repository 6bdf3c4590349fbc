"""A field of a record in a file given another value, or taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus.csl import SOURCE
from claimcli.corpus.nodes import Node
from claimcli.corpus.schema import DRAFT, LIST_KEYS, NAME, QUESTION, SCHOLAR, STANCE, STANCES
from claimcli.editing.changing import changed, with_value, without_field
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.locating import record_of, top
from claimcli.editing.net import Said, Thing, said_in, with_changed
from claimcli.editing.refused import Refused

QUESTION_KEYS = "question"
"""In the place of the key of a list: the keys of the question at the top of the file."""

ORDER: dict[str, tuple[str, ...]] = {
    "claims": tuple(field.name for field in CLAIM_FIELDS),
    "scholars": tuple(SCHOLAR.fields),
    "references": tuple(SOURCE.fields),
    "names": tuple(NAME.fields),
    "drafts": tuple(DRAFT.fields),
    STANCES: tuple(STANCE.fields),
    QUESTION_KEYS: (*QUESTION.fields, STANCES),
}
"""The fields of the records below each key, in the order in which new ones are written."""


class Address(NamedTuple):
    """A record in a file: the key that it stands below, and its id."""

    key: str
    id: str


def with_field(content: bytes, at: Address, path: Sequence[str], value: Any) -> bytes:
    """The bytes of a file where a field of a record has this value; None takes the field out.

    `path` is the field, and behind it a field of that. A value that is there already stays as it is
    written. Raises `Refused` where that cannot be done without touching anything else.
    """
    file, old = EditableFile(content), said_in(content)
    node = _node(file, at)
    change = _change(at, path, value, old)
    if value is not None and with_changed(old, change, content):
        return content
    for splice in _splices(file, node, at, path, value):
        new = file.with_splices([splice])
        if with_changed(old, change, new):
            return new
    raise Refused(f"{'.'.join(path)} cannot be changed without touching what is beside it")


def _splices(
    file: EditableFile, node: Node, at: Address, path: Sequence[str], value: Any
) -> Iterator[Splice]:
    if value is None:
        yield without_field(file, node, path)
    else:
        yield from with_value(file, node, path, value, ORDER[at.key])


def _node(file: EditableFile, at: Address) -> Node:
    if at.key in LIST_KEYS:
        standing = record_of(file, at.key, at.id)
        node = standing.node if standing else None
    else:
        node = top(file)
        if at.key == STANCES:
            stances = node.value(STANCES)
            node = stances.value(at.id) if stances else None
    if node is None or not node.members:
        raise Refused(f"'{at.id}' was not found as a record with fields of its own")
    return node


def _change(at: Address, path: Sequence[str], value: Any, old: Said) -> Any:
    """How the things in the file read when the field is changed."""
    if at.key == QUESTION_KEYS:
        return _question_change(path, value, old)

    def change(thing: Thing) -> Thing:
        key, part, values = thing
        is_it = part == at.id if at.key == STANCES else _is_record(values, at.id)
        if key != at.key or not is_it:
            return thing
        return key, part, changed(values, path, value)

    return change


def _is_record(values: Any, id: str) -> bool:
    return isinstance(values, dict) and values.get("id") == id


def _question_change(path: Sequence[str], value: Any, old: Said) -> Any:
    field = path[0]
    keys = [thing[0] for thing in old.things]
    if field not in keys:  # put behind the last key that stands before it in the order
        order = ORDER[QUESTION_KEYS]
        above = [n for n, key in enumerate(keys) if key in order[: order.index(field)]]
        made: Thing = (field, None, changed({}, path, value)[field])
        old.things.insert(above[-1] + 1 if above else 1, made)
        return lambda thing: thing

    def change(thing: Thing) -> Thing | None:
        if thing[0] != field:
            return thing
        return None if value is None else (field, None, changed({}, path, value)[field])

    return change
