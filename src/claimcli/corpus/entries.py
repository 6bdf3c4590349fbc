"""The YAML events of a slice to what is at the top of a file, one record at a time.

Each item of a top-level list comes out by itself with its line and column, so that a file is never
held as a whole tree. Where in a record a value stands is not kept: `positions` finds it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from claimcli.corpus.lookalikes import shortened
from claimcli.corpus.slicing import ITEM, KEYS, Slice
from claimcli.corpus.values import (
    FLAW,
    RECORD,
    no_key,
    note_repeated,
    read_collection,
    read_mapping,
    read_no_key,
    read_value,
    repeated_keys,
)
from claimcli.corpus.yamltext import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    Stream,
    StreamEndEvent,
)


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


_QUESTION = re.compile(r"^question\s*:", re.MULTILINE)


class Top:
    """What has been met at the top of a file so far, over all its slices.

    `keys` are those that were given, `key` is that of the list which is open, and `items` is how
    many of its items have been read. `ended`: what follows is no part of what is read.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: set[Any] = set()
        self.key: Any = None
        self.items = 0
        self.ended = False
        self._before: Any = None
        self._new: list[Any] = []

    @cached_property
    def last_question(self) -> int:
        """The line, from 0, on which the last question of the file is asked."""
        last = max((found.start() for found in _QUESTION.finditer(self.text)), default=0)
        return self.text.count("\n", 0, last)

    def begin(self) -> None:
        """Begin with a slice, so that it can be forgotten."""
        self._before, self._new = self.key, []

    def forget(self) -> None:
        """Forget the keys of the slice that was begun, since it is read in another way."""
        self.key, self.ended = self._before, False
        self.keys.difference_update(self._new)

    def add(self, key: Any) -> None:
        """Take a key that is given."""
        if key not in self.keys:
            self._new.append(key)
            self.keys.add(key)
        self.key, self.items = key, 0


def entries_of(stream: Stream, piece: Slice, top: Top) -> Iterator[Entry]:
    """What is in a slice, in order; adds what is wrong with it to the problems of the stream.

    Raises a parser's error where it cannot be parsed.
    """
    get = stream.get
    top.begin()
    get()
    if type(get()) is StreamEndEvent:
        return
    root, no_key = get(), False
    if piece.kind == ITEM:
        for entry in _items(stream, root, top.key, top.items):
            top.items += 1
            yield entry
    elif type(root) is MappingStartEvent:
        yield from _keys(stream, piece, top)
    elif type(root) is not ScalarEvent or root.value or root.style:
        _note_no_key(stream, root)
        no_key = True
    if not top.ended:
        while type(get()) is not StreamEndEvent:
            pass
        top.ended = no_key


def _note_no_key(stream: Stream, root: Any) -> None:
    """E121 where something else than keys is at the top."""
    stream.note(
        "E121",
        root.start_mark,
        "the file does not begin with a key",
        "write `claims:`, `scholars:`, `references:`, `names:` or `question:` above",
    )
    if type(root) is not ScalarEvent:
        read_collection(stream, root, 0)


def _keys(stream: Stream, piece: Slice, top: Top) -> Iterator[Entry]:
    """The keys of a slice and what is below them; of the key of a list only the key."""
    get, problems = stream.get, stream.problems
    before = len(problems)
    while type(event := get()) is not MappingEndEvent:
        if type(event) is ScalarEvent and _begins_question(stream, top, event):
            stream.note(
                "E123",
                event.start_mark,
                "a second question begins here, and nothing from here on is read",
                "keep one question in each file: move it to a file of its own",
            )
            top.ended = True
            return
        if type(event) is not ScalarEvent:
            yield _entry(stream, FLAW, None, read_no_key(stream, event), event, True)
            key = FLAW
        else:
            key = _key(stream, event, top.keys)
        top.add(key)
        event = get()
        if len(problems) > before:
            yield _entry(stream, key, None, FLAW, event, True)
        if type(event) is SequenceStartEvent:
            yield from _items(stream, event, key, 0)
        elif type(event) is MappingStartEvent:
            yield from _members(stream, event, key)
        elif len(problems) == before and piece.kind == KEYS:
            yield _entry(stream, key, None, read_value(stream, event, 2), event, False)
        before = len(problems)


def _begins_question(stream: Stream, top: Top, event: Any) -> bool:
    """Whether with a key that is given again a second question begins, as far as it can be told.

    It does where the first has its stances or claims behind it, or where `id` is followed by
    another `question`; else a single key is given twice.
    """
    if event.value not in top.keys or "question" not in top.keys:
        return False
    if event.value == "question":
        return not top.keys.isdisjoint(("stances", "claims"))
    return bool(event.value == "id") and top.last_question > stream.lines + event.start_mark.line


def _entry(
    stream: Stream, key: Any, part: int | str | None, value: Any, event: Any, flawed: bool
) -> Entry:
    mark = event.start_mark
    return Entry(key, part, value, stream.lines + mark.line + 1, mark.column + 1, flawed)


def _items(stream: Stream, start: Any, key: Any, index: int) -> Iterator[Entry]:
    """The items of a list at the top, one by one, the first as the one of that index."""
    get, problems = stream.get, stream.problems
    before = len(problems)
    while type(event := get()) is not SequenceEndEvent:
        stream.item, stream.before = event, before
        value = read_value(stream, event, RECORD)
        if stream.again is not None:
            yield from _without_dash(stream, key, index, value, len(problems) > before)
        else:
            if len(problems) > before:
                _told_together(stream, before, value)
            yield _entry(stream, key, index, value, event, len(problems) > before)
        before = len(problems)
        index += 1
    stream.item = None
    if index == 0:
        yield _entry(stream, key, None, [], start, False)


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
            yield _entry(stream, key, index, value, start, flawed)
            value, start, flawed = rest, again, True
        else:
            note_repeated(stream, again, "id")
            value |= rest
            flawed = True
    yield _entry(stream, key, index, value, start, flawed)


def _rest_of(stream: Stream, key: Any) -> dict[Any, Any]:
    """What is in a mapping from a key on that has been taken already."""
    get = stream.get
    stream.get = chain((key,), iter(get, None)).__next__
    try:
        return read_mapping(stream, RECORD)
    finally:
        stream.get = get


def _told_together(stream: Stream, before: int, value: Any) -> None:
    """One problem for most fields of a record that are given twice, since they are of another."""
    repeated = repeated_keys(stream, before, stream.item.start_mark.column)
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
        seen.add(name)
        value = read_value(stream, get(), 3)
        yield _entry(stream, key, name, value, event, len(problems) > before)
        before = len(problems)
    if not seen:
        yield _entry(stream, key, None, {}, start, False)


def _key(stream: Stream, event: Any, seen: set[Any]) -> Any:
    """The text of a key at the top, where others were `seen`."""
    key = event.value if type(event) is ScalarEvent else no_key(stream, event)
    if key in seen:
        note_repeated(stream, event, key)
    return key
