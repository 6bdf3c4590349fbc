"""Fields of many records in a file given other values: the file is read once for all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from claimcli.corpus.nodes import Node
from claimcli.editing.changing import changed, with_value
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.locating import records_in
from claimcli.editing.net import Thing, said_in, with_changed
from claimcli.editing.refused import Refused
from claimcli.editing.setting import ORDER, Address, with_field

_ID = re.compile(r"""(?<![\w-])["']?id["']?\s*:\s*["']?([^\s"',}]+)""")


class Setting(NamedTuple):
    """A field of a record in a list, and the value that it is to have."""

    at: Address
    field: str
    value: Any


class Refusal(NamedTuple):
    """A setting that was left, and why."""

    setting: Setting
    why: str


def with_fields(content: bytes, settings: Sequence[Setting]) -> tuple[bytes, list[Refusal]]:
    """The bytes of a file where fields have these values, and what of it could not be done.

    What cannot be set without touching anything else is left as it is, and stops nothing.
    """
    refusals: list[Refusal] = []
    left = [*settings]
    made = _at_once(content, left, refusals)
    if made is None and len(settings) > 1:  # one of them stands in the way of all
        for half in (settings[: len(settings) // 2], settings[len(settings) // 2 :]):
            content, more = with_fields(content, half)
            refusals += more
        return content, refusals
    for one in left:
        try:
            made = with_field(made or content, one.at, [one.field], one.value)
        except Refused as why:
            refusals.append(Refusal(one, str(why)))
    return made or content, refusals


def _at_once(content: bytes, left: list[Setting], refusals: list[Refusal]) -> bytes | None:
    """All that can be set in one go, which is taken out of `left`; None if that goes wrong."""
    file = EditableFile(content)
    nodes = _nodes(file, {one.at for one in left})
    done: list[Setting] = []
    refused: list[Refusal] = []
    splices: list[Splice] = []
    for one in left:
        node = nodes.get(one.at)
        if node is None:
            continue
        try:
            splices.append(next(with_value(file, node, [one.field], one.value, ORDER[one.at.key])))
            done.append(one)
        except Refused as why:
            refused.append(Refusal(one, str(why)))
    new = file.with_splices(splices)
    if not _says_so(content, done, new):
        return None
    refusals += refused
    gone = {id(one) for one in (*done, *(refusal.setting for refusal in refused))}
    left[:] = [one for one in left if id(one) not in gone]
    return new


def _nodes(file: EditableFile, wanted: set[Address]) -> dict[Address, Node]:
    """The records of these addresses, as far as their ids can be seen."""
    ids = {at.id for at in wanted}
    found: dict[Address, Node] = {}
    for standing in records_in(file, lambda text: not ids.isdisjoint(_ID.findall(text))):
        identity = standing.node.value("id")
        if identity and identity.text:
            found.setdefault(Address(standing.key, identity.text), standing.node)
    return {at: node for at, node in found.items() if at in wanted}


def _says_so(content: bytes, settings: Iterable[Setting], new: bytes) -> bool:
    """Whether the bytes say what they did, but for these fields."""
    values: defaultdict[tuple[Any, Any], list[Setting]] = defaultdict(list)
    for one in settings:
        values[one.at.key, one.at.id].append(one)

    def change(thing: Thing) -> Thing:
        key, part, record = thing
        if not isinstance(record, dict):
            return thing
        for one in values.get((key, record.get("id")), ()):
            record = changed(record, [one.field], one.value)
        return key, part, record

    return with_changed(said_in(content), change, new)
