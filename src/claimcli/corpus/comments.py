"""Texts without quotes that a comment cuts short: found by parsing again, for the checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from claimcli.corpus.values import ABSENT
from claimcli.corpus.yamltext import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    failures_told,
)

_COMMENT = re.compile(r"[ \t](?=#)")  # who means a comment leaves two spaces before it
_OWN = 0
_LIST, _NO_WORD = "[", "?"  # which no field is called


class Cut(NamedTuple):
    """A comment behind a text: the key of the text, where the # is, and the id of the record."""

    key: str
    line: int
    column: int
    record: str | None


class _Value(NamedTuple):
    """A scalar that is the value of a key, and the number of the record that it is in.

    `field`: it is a field of the record itself, or of the file's own where the number is `_OWN`.
    """

    record: int
    key: str
    event: Any
    field: bool


def cuts(text: str, keys: Collection[str]) -> list[Cut]:
    """The plain texts under these keys that are followed, after one space, by a comment.

    Raises `NotYaml` where the text cannot be parsed to its end.
    """
    lines = text.split("\n")
    found: list[tuple[int, Cut]] = []
    names: dict[int, str] = {}
    with failures_told(text, Parser):
        for record, key, event, field in _values(Parser(text).get_event):
            if field and key == "id":
                names[record] = event.value
            if key in keys and not event.style and event.value not in ABSENT:
                end = event.end_mark
                comment = _COMMENT.match(lines[end.line], end.column)
                if comment:
                    found.append((record, Cut(key, end.line + 1, comment.end() + 1, None)))
    return [cut._replace(record=names.get(record)) for record, cut in found]


def _values(get: Callable[[], Any]) -> Iterator[_Value]:
    """The scalars of the first document that are values of keys."""
    opened: list[str | None] = []  # the key of which the value comes; None before a key; or _LIST
    record, in_list = _OWN, False
    while (kind := type(event := get())) is not DocumentEndEvent and kind is not StreamEndEvent:
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            opened.pop()
            continue
        depth, key = len(opened), opened[-1] if opened else _LIST
        if key is None:
            opened[-1] = (event.value if kind is ScalarEvent else "") or _NO_WORD
        elif key != _LIST:
            opened[-1] = None
        if depth == 1:
            in_list = kind is SequenceStartEvent
        if depth == 2 and in_list:
            record += 1
        if kind is MappingStartEvent:
            opened.append(None)
        elif kind is SequenceStartEvent:
            opened.append(_LIST)
        elif key and key != _LIST:
            field = depth == (3 if in_list else 1)
            yield _Value(record if in_list else _OWN, key, event, field)
