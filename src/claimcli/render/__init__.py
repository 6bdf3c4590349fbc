"""From an answer to text: one implementation of every output format, for every command.

Renderers take answers and ask nothing. Rich is imported only where a table is drawn.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from claimcli.errors import ClaimcliError, Renewable
from claimcli.render.safe import escaped_json

if TYPE_CHECKING:  # `check --explain` and `cache` print without answers
    from claimcli.answers.answer import Answer


def write(answer: Answer, format: str, fields: Sequence[str] = ()) -> None:
    """Write an answer to standard output; `fields` choose and order its columns, or keys of JSON.

    Without `fields` Markdown, which is read by people, has the columns that say what a table says;
    all else has all.
    """
    send(_whole(parts(answer, format, fields)))


def parts(answer: Answer, format: str, fields: Sequence[str] = ()) -> Iterable[str | bytes]:
    """The same in pieces."""
    usual = {"md": answer.columns, "json": (), "jsonl": ()}.get(format, answer.fields)
    return _TEXTS[format](answer, tuple(fields or usual))


def known_fields(answer: Answer, format: str) -> tuple[str, ...]:
    """What can be asked for with `fields`: of an object its keys, else those of each record."""
    if format != "json":
        return answer.fields
    view = answer.view
    return tuple(view) if isinstance(view, dict) else answer.keys


def check_fields(fields: Sequence[str], known: Sequence[str]) -> None:
    """Raise for a field that is not known."""
    for field in fields:
        if field not in known:
            raise ClaimcliError(f"no field '{field}'; the fields are: {', '.join(known)}")


def _picked(value: Any, fields: Sequence[str]) -> Any:
    """An object with these keys alone, or with all where none is asked for."""
    return {field: value[field] for field in fields} if fields else value


def _json_of(answer: Answer, fields: Sequence[str]) -> Iterator[bytes]:
    view = answer.view
    if fields:
        is_one = isinstance(view, dict)
        view = _picked(view, fields) if is_one else (_picked(row, fields) for row in view)
    return _json_parts(view)


def json_text(value: Any) -> str:
    """JSON as published: an array has one line for each record, an object is indented."""
    return b"".join(_json_parts(value)).decode()


def _json_parts(value: Any) -> Iterator[bytes]:
    if isinstance(value, dict):
        yield msgspec.json.format(json_line(value), indent=2) + b"\n"
        return
    before = b"[\n"
    for line in map(json_line, value):
        yield before + line
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


def json_line(value: Any) -> bytes:
    """A value as JSON in one line, with no character that a terminal could obey."""
    return escaped_json(_encode(value))


def _encode(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # a lone surrogate: only the standard library can escape it
        import json

        return json.dumps(value).encode()


def _json_lines(answer: Answer, fields: Sequence[str]) -> Iterator[bytes]:
    return (json_line(_picked(row, fields)) + b"\n" for row in answer.rows)


_Texts = Callable[["Answer", Sequence[str]], Iterable[str | bytes]]


def _flat(format: str) -> _Texts:
    def texts(answer: Answer, fields: Sequence[str]) -> Iterable[str]:
        from claimcli.render.flat import TEXTS  # csv and re, only for these formats

        return TEXTS[format](answer.rows, fields)

    return texts


_TEXTS: dict[str, _Texts] = {
    "json": _json_of,
    "jsonl": _json_lines,
    **{format: _flat(format) for format in ("csv", "tsv", "md")},
}
"""What gives the text of each format but the table, which is drawn for a terminal."""

FORMATS = ("table", *_TEXTS)

HELD_BACK = 4 << 20
"""Bytes that are made before any is written: what fails at once leaves no half answer behind."""


def _whole(parts: Iterable[str | bytes]) -> Iterator[bytes]:
    """The parts in pieces of a good size; no more of a great answer is held than that.

    Raises for a cache that proves damaged only after some of it was written: it is made anew, but
    what was written cannot be taken back.
    """
    held: list[bytes] = []
    size, is_begun = 0, False
    try:
        for part in parts:
            held.append(_bytes(part))
            size += len(held[-1])
            if size >= HELD_BACK:
                yield b"".join(held)
                held, size, is_begun = [], 0, True
    except Renewable as damaged:
        if not is_begun:
            raise
        damaged.renew()
        raise ClaimcliError("what was printed is not all: ask again") from damaged
    yield b"".join(held)


def _bytes(part: str | bytes) -> bytes:
    return part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part


def send(parts: Iterable[str | bytes]) -> None:
    """Write text to standard output as UTF-8, whatever the terminal's encoding and line ends."""
    sys.stdout.flush()
    out = sys.stdout.buffer
    for part in parts:
        rest = memoryview(_bytes(part))
        while rest:  # an unbuffered stream may take less than it is given, or nothing
            taken = out.write(rest)
            if not taken:
                raise BlockingIOError(errno.EAGAIN, "the reader does not keep up")
            rest = rest[taken:]
    out.flush()
