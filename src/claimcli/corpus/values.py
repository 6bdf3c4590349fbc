"""Values of YAML from their events, as plain texts, lists and mappings.

Every scalar is the text that was typed; an empty one, `~` and `null` are None when not quoted.
"""

from __future__ import annotations

from typing import Any

from claimcli.corpus.yamltext import (
    DEPTH_LIMIT,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    Stream,
    TooDeep,
)
from claimcli.problems import Problem

RECORD = 3
"""How deep a record in a list at the top is."""

ABSENT = frozenset(("", "~", "null"))
"""Unquoted scalars that mean "not recorded"."""


class Flaw:
    """The value of what is none, as an alias, and the key that is none: reported already."""


FLAW = Flaw()


class Bare(str):
    """A key without a colon, as the second word is in `{a: b, c}`; otherwise like any other."""

    __slots__ = ()


def read_value(stream: Stream, event: Any, depth: int) -> Any:
    """What an event is or begins."""
    if type(event) is ScalarEvent:
        value = event.value
        return None if len(value) < 5 and value in ABSENT and not event.style else value
    return read_collection(stream, event, depth)


# The two loops below run for every event of a corpus, so they take scalars in place and call each
# other directly; through `_value` the whole reading is a fifth slower.


_KNOWN: dict[str, str] = {}
"""Keys that were met: a corpus of 100,000 works has each of them once, and not a million times."""


def _known(key: str) -> str:
    return _KNOWN.setdefault(key, key) if len(_KNOWN) < _MOST_KNOWN else key


_MOST_KNOWN = 1000


def read_mapping(stream: Stream, depth: int) -> dict[Any, Any]:
    """The rest of a mapping, up to its end or to a second `id` (`stream.again`)."""
    get, known = stream.get, _KNOWN
    values: dict[Any, Any] = {}
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            key = event.value
            key = known.get(key) or _known(key)
        elif kind is MappingEndEvent:
            return values
        else:
            key = no_key(stream, event, depth)
        if key in values:
            if key == "id" and depth == RECORD and _can_begin_record(stream, event):
                stream.again = event
                return values
            note_repeated(stream, event, key)
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if len(value) < 5 and value in ABSENT and not event.style:
                if not value and type(key) is str and stream.has_no_colon(event):
                    key = Bare(key)
                value = None
            values[key] = value
        elif kind is MappingStartEvent and depth < DEPTH_LIMIT:
            values[key] = read_mapping(stream, depth + 1)
        else:
            values[key] = read_collection(stream, event, depth + 1)


def _can_begin_record(stream: Stream, event: Any) -> bool:
    """Whether a second `id` may be that of a record of its own, all above it being of another."""
    item = stream.item
    if type(item) is not MappingStartEvent or item.flow_style:
        return False
    at = event.start_mark.column
    if at != stream.item.start_mark.column:
        return False
    return not repeated_keys(stream, stream.before, at)


def repeated_keys(stream: Stream, before: int, column: int) -> list[Problem]:
    """What has been said of keys given twice in a column, from some problem on."""
    found = (p for p in stream.problems[before:] if p.code == "E111")
    return [problem for problem in found if problem.location.column == column + 1]


def _sequence(stream: Stream, depth: int) -> list[Any]:
    get = stream.get
    values: list[Any] = []
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if len(value) < 5 and value in ABSENT and not event.style:
                value = None
            values.append(value)
        elif kind is SequenceEndEvent:
            return values
        elif kind is MappingStartEvent and depth < DEPTH_LIMIT:
            values.append(read_mapping(stream, depth + 1))
        else:
            values.append(read_collection(stream, event, depth + 1))


def read_collection(stream: Stream, event: Any, depth: int) -> Any:
    """The mapping or list that an event begins, or the flaw that an alias is."""
    if depth > DEPTH_LIMIT:
        raise TooDeep(event)
    if type(event) is SequenceStartEvent:
        return _sequence(stream, depth)
    return read_mapping(stream, depth) if type(event) is MappingStartEvent else FLAW


def no_key(stream: Stream, event: Any, depth: int = RECORD) -> Flaw:
    """E119 for a list, a mapping or an alias in the place of a key."""
    read_no_key(stream, event, depth)
    return FLAW


def read_no_key(stream: Stream, event: Any, depth: int = RECORD) -> Any:
    """The same, and what stands in the place of the key."""
    stream.note(
        "E119",
        event.start_mark,
        "a key must be a word, not a list or a mapping",
        "put the text in quotes if it begins with [, { or ?",
    )
    return read_collection(stream, event, max(depth, RECORD) + 1)  # no record begins in it


def note_repeated(stream: Stream, event: Any, key: Any) -> None:
    """E111 for a key that is given again, unless it is none."""
    if key is not FLAW:
        message = f"'{key}' is given a second time"
        stream.note("E111", event.start_mark, message, "keep one of the two")
