"""The values in a slice with the characters that they take, to be pointed at or replaced."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import msgspec

from claimcli.corpus.slicing import Slice
from claimcli.corpus.yamltext import (
    DEPTH_LIMIT,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NotYaml,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
    TooDeep,
    failures_told,
)


class Node(msgspec.Struct, frozen=True, dict=True):
    """A value: a scalar's `text`, a mapping's `members`, or a list's `items`.

    `start` and `end` are offsets in the text of the file; a value in lines of its own ends with
    the last line that says something. `style` is that of a scalar: `` (plain), ', ", | or >.
    `braces`: it is a collection in brackets.
    """

    start: int
    end: int
    text: str | None = None
    style: str = ""
    braces: bool = False
    members: tuple[tuple[Node, Node], ...] = ()
    items: tuple[Node, ...] = ()
    is_list: bool = False

    def member(self, key: str) -> tuple[Node, Node] | None:
        """The key and the value of that name, None where there is none."""
        return next((pair for pair in self.members if pair[0].text == key), None)

    def value(self, key: str) -> Node | None:
        """The value of that name, None where there is none."""
        pair = self.member(key)
        return pair[1] if pair else None

    @cached_property
    def inside(self) -> dict[str | int, tuple[Node, Node]]:
        """The keys and values in it by key, the items of a list, each twice, by their index.

        Of a key that is given twice it is the later value, which is the one that is read.
        """
        if self.is_list:
            return {index: (one, one) for index, one in enumerate(self.items)}
        return {key.text or "": (key, value) for key, value in self.members}

    @property
    def id(self) -> str | None:
        """The text of its `id`, if it has one."""
        return (self.inside["id"][1].text or None) if "id" in self.inside else None

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys, or could have."""
        return self.text is None and not self.is_list

    @property
    def scalars(self) -> Iterator[Node]:
        """Every scalar in it, keys too."""
        if self.text is not None:
            yield self
        for key, value in self.members:
            yield from key.scalars
            yield from value.scalars
        for one in self.items:
            yield from one.scalars


def root_of(piece: Slice, offset: int) -> Node | None:
    """The value that a slice is, which begins at that offset of its file.

    For an item that is a list of one. None where it cannot be parsed.
    """
    try:
        return parsed(piece, offset)
    except NotYaml:
        return None


def parsed(piece: Slice, offset: int) -> Node | None:
    """The same; raises `NotYaml` where it cannot be parsed, and is None where nothing is there."""
    with failures_told(piece.text, Parser):
        get = Parser(piece.text).get_event
        for expected in (StreamStartEvent, DocumentStartEvent):
            if type(get()) is not expected:
                return None
        return _node(get, get(), piece.text, offset, 0)


def _node(get: Any, event: Any, text: str, offset: int, depth: int) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if depth > DEPTH_LIMIT:
        raise TooDeep(event)
    if type(event) is ScalarEvent:
        style = event.style or ""
        if style in ("|", ">") or not style:
            end = max(start, len(text[:end].rstrip()))
        return Node(offset + start, offset + end, event.value, style)
    if type(event) is MappingStartEvent:
        return _mapping(get, event, text, offset, depth)
    if type(event) is SequenceStartEvent:
        return _list(get, event, text, offset, depth)
    return Node(offset + start, offset + end)  # an alias, of which nothing is known


def _mapping(get: Any, event: Any, text: str, offset: int, depth: int) -> Node:
    members = []
    while type(name := get()) is not MappingEndEvent:
        key = _node(get, name, text, offset, depth + 1)
        members.append((key, _node(get, get(), text, offset, depth + 1)))
    inside = members[-1][1].end if members else offset + event.start_mark.index
    closing: Any = name
    end = offset + closing.end_mark.index if event.flow_style else inside
    start = offset + event.start_mark.index
    return Node(start, end, braces=bool(event.flow_style), members=tuple(members))


def _list(get: Any, event: Any, text: str, offset: int, depth: int) -> Node:
    items = []
    while type(one := get()) is not SequenceEndEvent:
        items.append(_node(get, one, text, offset, depth + 1))
    inside = items[-1].end if items else offset + event.start_mark.index
    closing: Any = one
    end = offset + closing.end_mark.index if event.flow_style else inside
    start = offset + event.start_mark.index
    return Node(start, end, braces=bool(event.flow_style), items=tuple(items), is_list=True)
