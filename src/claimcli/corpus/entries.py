"""YAML events to plain values, one record at a time.

Every scalar is the text that was typed; an empty one, `~` and `null` are None when not quoted.
Each item of a top-level list comes out by itself with its line and column, so that a file is never
held as a whole tree. Where in a record a value stands is not kept: `places` finds it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from claimcli.corpus.lookalikes import shortened
from claimcli.corpus.yamltext import (
    AnyParser,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    Stream,
    StreamEndEvent,
    TooDeep,
    failures_told,
)
from claimcli.problems import Problem

DEPTH_LIMIT = 50
"""Collections inside collections; a record has five."""

_RECORD = 3
"""How deep a record in a list at the top is."""

ABSENT = frozenset(("", "~", "null"))
"""Unquoted scalars that mean "not recorded"."""


class Flaw:
    """The value of what is none, as an alias, and the key that is none: reported already."""


FLAW = Flaw()


class Bare(str):
    """A key without a colon, as the second word is in `{a: b, c}`; otherwise like any other."""

    __slots__ = ()


class Entry(NamedTuple):
    """One thing at the top of a file: a whole value, or an item of a list or of a mapping.

    `key` is a text, or FLAW where it is no word. `part` is the index in the list, the key in the
    mapping, or None for a whole value; `line` and `column` are those of the value, of the key for
    a member of a mapping. `flawed`: a problem was found inside it, so it is not what the writer
    meant.
    """

    key: Any
    part: int | str | None
    value: Any
    line: int
    column: int
    flawed: bool


def entries(
    file: str, text: str, problems: list[Problem], parser: AnyParser = Parser
) -> Iterator[Entry]:
    """What is at the top of a text, in order; adds what is wrong with it to `problems`.

    Raises `NotYaml` where the text cannot be parsed any further.
    """
    with failures_told(text, parser):
        yield from _entries(Stream(file, text, problems, parser))


def _entries(stream: Stream) -> Iterator[Entry]:
    """What is at the top of the first document."""
    get = stream.get
    get()
    if type(get()) is StreamEndEvent:
        return
    root = get()
    if type(root) is MappingStartEvent:
        yield from _top_level(stream)
    elif type(root) is not ScalarEvent or root.value or root.style:
        stream.note(
            "E121",
            root.start_mark,
            "the file does not begin with a key",
            "write `claims:`, `scholars:`, `references:`, `names:` or `question:` above",
        )
        if type(root) is not ScalarEvent:
            _collection(stream, root, 0)
    while type(get()) is not DocumentEndEvent:
        pass
    following = get()
    if type(following) is DocumentStartEvent:
        stream.note(
            "E115",
            following.start_mark,
            "a second document begins here, and is not read",
            "delete the line `---`, or move what follows to a file of its own",
        )


def _top_level(stream: Stream) -> Iterator[Entry]:
    get, problems = stream.get, stream.problems
    seen: set[Any] = set()
    before = len(problems)
    while type(event := get()) is not MappingEndEvent:
        if type(event) is ScalarEvent and _begins_question(stream, event, seen):
            stream.note(
                "E123",
                event.start_mark,
                "a second question begins here, and nothing from here on is read",
                "keep one question in each file: move it to a file of its own",
            )
            return
        key = _key(stream, event, seen)
        event = get()
        if len(problems) > before:
            yield _entry(key, None, FLAW, event, True)
        if type(event) is SequenceStartEvent:
            yield from _items(stream, event, key)
        elif type(event) is MappingStartEvent:
            yield from _members(stream, event, key)
        elif len(problems) == before:
            yield _entry(key, None, _value(stream, event, 2), event, False)
        before = len(problems)


_QUESTION = re.compile(r"^question\s*:", re.MULTILINE)


def _begins_question(stream: Stream, event: Any, seen: set[Any]) -> bool:
    """Whether with a key that is given again a second question begins, as far as it can be told.

    It does where the first has its stances or claims behind it, or where `id` is followed by
    another `question`; else a single key is given twice.
    """
    if event.value not in seen or "question" not in seen:
        return False
    if event.value == "question":
        return not seen.isdisjoint(("stances", "claims"))
    return event.value == "id" and bool(_QUESTION.search(stream.text, event.start_mark.index))


def _entry(key: Any, part: int | str | None, value: Any, event: Any, flawed: bool) -> Entry:
    mark = event.start_mark
    return Entry(key, part, value, mark.line + 1, mark.column + 1, flawed)


def _items(stream: Stream, start: Any, key: Any) -> Iterator[Entry]:
    """The items of a list at the top, one by one."""
    get, problems = stream.get, stream.problems
    index = 0
    before = len(problems)
    while type(event := get()) is not SequenceEndEvent:
        stream.item, stream.before = event, before
        value = _value(stream, event, _RECORD)
        if stream.again is not None:
            yield from _without_dash(stream, key, index, value, len(problems) > before)
        else:
            if len(problems) > before:
                _told_together(stream, before, value)
            yield _entry(key, index, value, event, len(problems) > before)
        before = len(problems)
        index += 1
    stream.item = None
    if index == 0:
        yield _entry(key, None, [], start, False)


def _without_dash(
    stream: Stream, key: Any, index: int, value: dict[Any, Any], flawed: bool
) -> Iterator[Entry]:
    """The records in an item that has more than one `id`: each but the first lacks its dash.

    An `id` that comes again without any other field is just given twice.
    """
    start = stream.item
    while (again := stream.again) is not None:
        stream.again, stream.before = None, len(stream.problems)
        rest = _rest_of(stream, again)
        if (value.keys() & rest.keys()) - {"id"}:
            name = shortened(rest["id"]) if type(rest["id"]) is str else "…"
            message = "'id' is given a second time: a new record begins here, without its dash"
            stream.note("E111", again.start_mark, message, f"write `- id: {name}`")
            yield _entry(key, index, value, start, flawed)
            value, start, flawed = rest, again, True
        else:
            _note_repeated(stream, again, "id")
            value |= rest
            flawed = True
    yield _entry(key, index, value, start, flawed)


def _rest_of(stream: Stream, key: Any) -> dict[Any, Any]:
    """What is in a mapping from a key on that has been taken already."""
    get = stream.get
    stream.get = chain((key,), iter(get, None)).__next__
    try:
        return _mapping(stream, _RECORD)
    finally:
        stream.get = get


def _told_together(stream: Stream, before: int, value: Any) -> None:
    """One problem for most fields of a record that are given twice, since they are of another."""
    repeated = _repeated(stream, before, stream.item.start_mark.column)
    if len(repeated) < 3 or 2 * len(repeated) <= len(value):
        return
    for problem in repeated[1:]:
        stream.problems.remove(problem)
    at = stream.problems.index(repeated[0])
    stream.problems[at] = msgspec.structs.replace(
        repeated[0],
        message="most fields are given a second time from here on: a record without its dash",
        hint="begin each record with `- `; neither of the two is read",
    )


def _members(stream: Stream, start: Any, key: Any) -> Iterator[Entry]:
    """The members of a mapping at the top, one by one."""
    get, problems = stream.get, stream.problems
    seen: set[Any] = set()
    before = len(problems)
    while type(event := get()) is not MappingEndEvent:
        name = _key(stream, event, seen)
        value = _value(stream, get(), 3)
        yield _entry(key, name, value, event, len(problems) > before)
        before = len(problems)
    if not seen:
        yield _entry(key, None, {}, start, False)


def _key(stream: Stream, event: Any, seen: set[Any]) -> Any:
    """The text of a key at the top, added to those that were `seen` there."""
    key = event.value if type(event) is ScalarEvent else _no_key(stream, event)
    if key in seen:
        _note_repeated(stream, event, key)
    seen.add(key)
    return key


def _value(stream: Stream, event: Any, depth: int) -> Any:
    if type(event) is ScalarEvent:
        value = event.value
        return None if len(value) < 5 and value in ABSENT and not event.style else value
    return _collection(stream, event, depth)


# The two loops below run for every event of a corpus, so they take scalars in place and call each
# other directly; through `_value` the whole reading is a fifth slower.


def _mapping(stream: Stream, depth: int) -> dict[Any, Any]:
    get = stream.get
    values: dict[Any, Any] = {}
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            key = event.value
        elif kind is MappingEndEvent:
            return values
        else:
            key = _no_key(stream, event)
        if key in values:
            if key == "id" and depth == _RECORD and _can_begin_record(stream, event):
                stream.again = event
                return values
            _note_repeated(stream, event, key)
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
            values[key] = _mapping(stream, depth + 1)
        else:
            values[key] = _collection(stream, event, depth + 1)


def _can_begin_record(stream: Stream, event: Any) -> bool:
    """Whether a second `id` may be that of a record of its own, all above it being of another."""
    item = stream.item
    if type(item) is not MappingStartEvent or item.flow_style:
        return False
    at = event.start_mark.column
    if at != stream.item.start_mark.column:
        return False
    return not _repeated(stream, stream.before, at)


def _repeated(stream: Stream, before: int, column: int) -> list[Problem]:
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
            values.append(_mapping(stream, depth + 1))
        else:
            values.append(_collection(stream, event, depth + 1))


def _collection(stream: Stream, event: Any, depth: int) -> Any:
    """The mapping or list that an event begins, or the flaw that an alias is."""
    if depth > DEPTH_LIMIT:
        raise TooDeep(event)
    if type(event) is SequenceStartEvent:
        return _sequence(stream, depth)
    return _mapping(stream, depth) if type(event) is MappingStartEvent else FLAW


def _no_key(stream: Stream, event: Any) -> Flaw:
    """E119 for a list, a mapping or an alias in the place of a key."""
    stream.note(
        "E119",
        event.start_mark,
        "a key must be a word, not a list or a mapping",
        "put the text in quotes if it begins with [, { or ?",
    )
    _collection(stream, event, _RECORD + 1)  # no record begins in it
    return FLAW


def _note_repeated(stream: Stream, event: Any, key: Any) -> None:
    if key is not FLAW:
        message = f"'{key}' is given a second time"
        stream.note("E111", event.start_mark, message, "keep one of the two")
