"""Where in a file a value stands: found by parsing again, when a problem has to be placed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from claimcli.corpus.yamltext import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
    failures_told,
)


class Place(NamedTuple):
    """Where a value stands, where its key does, and the same for what is inside it."""

    line: int
    column: int
    key_line: int
    key_column: int
    inside: dict[str | int, Place]
    text: str | None = None


def places(text: str, lines: Collection[int]) -> tuple[Place, dict[int, list[Place]]]:
    """Where things stand: the file's own keys, and the items of top-level lists on these lines.

    Raises `NotYaml` where the text cannot be parsed to its end.
    """
    inside: dict[str | int, Place] = {}
    items: dict[int, list[Place]] = {}
    with failures_told(text, Parser):
        _gather_places(Parser(text).get_event, lines, inside, items)
        if not items.keys() >= set(lines):  # a record without its dash begins inside an item
            items.clear()
            _gather_places(Parser(text).get_event, None, {}, items)
    first = min(((p.key_line, p.key_column) for p in inside.values()), default=(1, 1))
    return Place(*first, *first, inside), items


def _gather_places(
    get: Callable[[], Any],
    lines: Collection[int] | None,
    own: dict[str | int, Place],
    items: dict[int, list[Place]],
) -> None:
    for expected in (StreamStartEvent, DocumentStartEvent, MappingStartEvent):
        if type(get()) is not expected:
            return
    while type(key := get()) is not MappingEndEvent:
        if type(key) is not ScalarEvent:
            _place(get, key, key)
        name = getattr(key, "value", None) or ""
        event = get()
        if type(event) is not SequenceStartEvent:
            own.setdefault(name, _place(get, event, key))
            continue
        own.setdefault(name, _bare_place(event, key))
        while type(item := get()) is not SequenceEndEvent:
            line = item.start_mark.line + 1
            if lines is None or line in lines:
                for place in _records(get, item):
                    items.setdefault(place.line, []).append(place)
            else:
                _skip(get, item)


def _records(get: Callable[[], Any], item: Any) -> list[Place]:
    """The place of an item, and of the records that begin in it with an `id` without a dash."""
    if type(item) is not MappingStartEvent or item.flow_style:
        return [_place(get, item, item)]
    found = [_bare_place(item, item)]
    while type(name := get()) is not MappingEndEvent:
        if type(name) is not ScalarEvent:
            _place(get, name, name)
        key = getattr(name, "value", "") or ""
        if key == "id" and key in found[-1].inside:
            found.append(_bare_place(name, name))
        found[-1].inside[key] = _place(get, get(), name)
    apart = found[:1]
    for place in found[1:]:
        if apart[-1].inside.keys() & place.inside.keys() == {"id"}:  # merely given twice
            apart[-1].inside.update(place.inside)
        else:
            apart.append(place)
    return apart


def _skip(get: Callable[[], Any], event: Any) -> None:
    """Read to the end of the value that an event begins."""
    depth = 0
    while True:
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            depth += 1
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            depth -= 1
        if depth == 0:
            return
        event = get()


def _bare_place(event: Any, key: Any) -> Place:
    at, name = event.start_mark, key.start_mark
    text = event.value if type(event) is ScalarEvent else None
    return Place(at.line + 1, at.column + 1, name.line + 1, name.column + 1, {}, text)


def _place(get: Callable[[], Any], event: Any, key: Any) -> Place:
    """The place of a value, with what is inside; reads to the value's end."""
    place = _bare_place(event, key)
    if type(event) is MappingStartEvent:
        while type(name := get()) is not MappingEndEvent:
            if type(name) is not ScalarEvent:
                _place(get, name, name)
            inner = _place(get, get(), name)
            # Of a key that is given twice, the later value is the one that is read.
            place.inside[getattr(name, "value", "") or ""] = inner
    elif type(event) is SequenceStartEvent:
        index = 0
        while type(item := get()) is not SequenceEndEvent:
            place.inside[index] = _place(get, item, item)
            index += 1
    return place
