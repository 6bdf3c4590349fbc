"""From a result to text: one implementation of every output format, for every command.

Renderers take views and query nothing. Rich is imported only where a table is drawn.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from claimcli.render.safe import escaped_json

if TYPE_CHECKING:  # `check` and `cache` print without views
    from claimcli.answers.views import View

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")
FLAT_FORMATS = ("table", "csv", "tsv", "md")


class Mark(Protocol):
    """What matched in a claim: `spans` of `value`, the text of a field, and a reason in words."""

    @property
    def field(self) -> str:
        """The field, as in the claim's JSON."""

    @property
    def term(self) -> str:
        """What was asked for."""

    @property
    def text(self) -> str:
        """What was found."""

    @property
    def reason(self) -> str | None:
        """Why, where it is not the word itself: `Wade-Giles`, `1 typo`."""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where in the recorded text."""


class Result(msgspec.Struct, frozen=True):
    """What a command found, ready for every format.

    `value` is the JSON: views, or one object. `rows` are the same as flat records for
    CSV, TSV, Markdown and JSON lines, with `fields` their columns, also where there are no rows.
    `drawing` names the table for a person (a key of `render.drawing.DRAWINGS`); `marks` are, for
    each row, what it highlights; `labels` the words for ids (`question/stance`) in the view, and
    `remarks` what a table says of them.

    Where claims stand under headings, `totals` are how many there are under each, also those that
    a limit left out; `parts` the heading of each row; `counts` those of a question's stances.
    """

    drawing: str
    value: Any
    rows: Iterable[View]
    fields: tuple[str, ...]
    marks: Sequence[Sequence[Mark]] = ()
    labels: Mapping[str, str] = MappingProxyType({})
    remarks: Mapping[str, str] = MappingProxyType({})
    totals: Mapping[str, int] = MappingProxyType({})
    parts: Sequence[str] = ()
    counts: Mapping[str, View] = MappingProxyType({})


def write(result: Result, format: str, fields: Sequence[str] = ()) -> tuple[str, ...]:
    """Write a result to standard output; `fields` choose and order the columns of flat formats.

    Gives the names of the columns that a table had no room for. Without `fields` Markdown, which
    is read by people, has the columns that say what a table says; CSV and TSV have all.
    """
    if format == "table":
        from claimcli.render.drawing import draw  # rich takes longer to import than all the rest

        return draw(result, fields)
    usual = _MARKDOWN.get(result.drawing, result.fields) if format == "md" else result.fields
    columns = fields or [field for field in usual if field in result.fields]
    send(_TEXTS[format](result, tuple(columns)))
    return ()


_CLAIM = (
    *("position", "compared_on", "verdict"),
    *("id", "statement", "certainty", "scholars", "citation", "via", "stance_label", "unclear"),
)
_MARKDOWN = {
    **dict.fromkeys(("hits", "comparison", "juxtaposition", "claim", "record"), _CLAIM),
    "verified": ("id", "verdict", "quote", "source", "locator", "difference", "hint", "places"),
    "coverage": ("line", "citation", "sources", "verdict", "records", "sentence"),
}
"""The columns of Markdown for what has many fields."""


def json_text(value: Any) -> str:
    """JSON as published: an array has one line for each record, an object is indented.

    An array may come as an iterator; of a great many records only the text is then held.
    """
    return b"".join(_json_parts(value)).decode()


def _json_parts(value: Any) -> Iterator[bytes]:
    if isinstance(value, dict):
        yield msgspec.json.format(_json_line(value), indent=2) + b"\n"
        return
    # All before the first is written: what fails must not leave half an answer behind.
    before = b"[\n"
    for line in list(map(_json_line, value)):
        yield before
        yield line
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


def _json_line(value: Any) -> bytes:
    return escaped_json(_encode(value))


def _encode(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # a lone surrogate: only the standard library can escape it
        import json

        return json.dumps(value).encode()


def _json_lines(result: Result, fields: Sequence[str]) -> list[bytes]:
    return [_json_line(row) + b"\n" for row in result.rows]


_Texts = Callable[[Result, Sequence[str]], Iterable[str | bytes]]


def _flat(format: str) -> _Texts:
    def texts(result: Result, fields: Sequence[str]) -> list[str]:
        from claimcli.render.flat import TEXTS  # csv and re, only for these formats

        return [TEXTS[format](result.rows, fields)]

    return texts


_TEXTS: dict[str, _Texts] = {
    "json": lambda result, fields: _json_parts(result.value),
    "jsonl": _json_lines,
    **{format: _flat(format) for format in ("csv", "tsv", "md")},
}


def send(parts: Iterable[str | bytes]) -> None:
    """Write text to standard output as UTF-8, whatever the terminal's encoding and line ends."""
    sys.stdout.flush()
    out = sys.stdout.buffer
    for part in parts:
        encoded = part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part
        rest = memoryview(encoded)
        while rest:  # an unbuffered stream may take less than it is given, or nothing
            taken = out.write(rest)
            if not taken:
                raise BlockingIOError(errno.EAGAIN, "the reader does not keep up")
            rest = rest[taken:]
    out.flush()
