"""What three versions of a file say, brought together: each record and field on its own."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimcli.corpus.schema import LIST_KEYS
from claimcli.editing.net import said_in

Place = tuple[str, str | None]
"""A record: the key of its list and its id; a stance: `stances` and its id; a key at the top."""

Values = dict[Place, Any]


class Merged(NamedTuple):
    """What a file is to say, and the places where both sides changed the same to different ends.

    There the values are ours.
    """

    values: Values
    conflicts: tuple[Place, ...]


def told(content: bytes) -> Values | None:
    """What a file says, by place; None where something is damaged or cannot be told apart."""
    said = said_in(content)
    values: Values = {}
    for key, part, value in said.things:
        place = _place(key, part, value)
        if place is None or place in values:
            return None
        if value is not None:
            values[place] = _recorded(value)
    return None if said.problems or said.lost else values


def _place(key: Any, part: Any, value: Any) -> Place | None:
    if not isinstance(key, str) or (part is not None and not isinstance(part, str)):
        return None
    if key not in LIST_KEYS:
        return key, part
    id = value.get("id") if isinstance(value, dict) else None
    return (key, id) if isinstance(id, str) else None


def _recorded(value: Any) -> Any:
    """A value without the fields that say nothing."""
    if not isinstance(value, dict):
        return value
    return {field: inner for field, inner in value.items() if inner is not None}


def merged(base: Values, ours: Values, theirs: Values) -> Merged:
    """What both sides together say. What only one of them changed is as that one has it."""
    values: Values = {}
    conflicts = []
    for place in dict.fromkeys([*ours, *theirs, *base]):
        versions = (base.get(place), ours.get(place), theirs.get(place))
        is_one, value = _brought_together(*versions)
        if not is_one:
            conflicts.append(place)
        if value is not None:
            values[place] = value
    return Merged(values, tuple(conflicts))


def _brought_together(base: Any, ours: Any, theirs: Any) -> tuple[bool, Any]:
    """Whether two changes go together, and what they come to; None is what is not there."""
    if ours == theirs or theirs == base:
        return True, ours
    if ours == base:
        return True, theirs
    if not all(isinstance(one, dict) for one in (base, ours, theirs)):
        return False, ours
    fields = {
        field: _of_field(base.get(field), ours.get(field), theirs.get(field))
        for field in dict.fromkeys([*ours, *theirs])
    }
    is_one = all(found for found, _ in fields.values())
    return is_one, {field: value for field, (_, value) in fields.items() if value is not None}


def _of_field(base: Any, ours: Any, theirs: Any) -> tuple[bool, Any]:
    if ours == theirs or theirs == base:
        return True, ours
    return (True, theirs) if ours == base else (False, ours)
