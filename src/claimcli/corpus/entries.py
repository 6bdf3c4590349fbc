"""YAML events to what is at the top of a file, one record at a time.

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
from claimcli.corpus.values import (
    FLAW,
    RECORD,
    no_key,
    note_repeated,
    read_collection,
    read_mapping,
    read_value,
    repeated_keys,
)
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
    failures_told,
)
from claimcli.problems import Problem


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
            read_collection(stream, root, 0)
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
            yield _entry(key, None, read_value(stream, event, 2), event, False)
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
        value = read_value(stream, event, RECORD)
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
            note_repeated(stream, again, "id")
            value |= rest
            flawed = True
    yield _entry(key, index, value, start, flawed)


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
        value = read_value(stream, get(), 3)
        yield _entry(key, name, value, event, len(problems) > before)
        before = len(problems)
    if not seen:
        yield _entry(key, None, {}, start, False)


def _key(stream: Stream, event: Any, seen: set[Any]) -> Any:
    """The text of a key at the top, added to those that were `seen` there."""
    key = event.value if type(event) is ScalarEvent else no_key(stream, event)
    if key in seen:
        note_repeated(stream, event, key)
    seen.add(key)
    return key
