"""From a result to text: one implementation of every output format, for every command.

Renderers take views and query nothing. Rich is imported only where a table is drawn.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

import msgspec

from claimcli.render.safe import escaped_json
from claimcli.views import View

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

    `value` is the JSON: a list of views, or one object. `rows` are the same as flat records for
    CSV, TSV, Markdown and JSON lines, with `fields` their columns, also where there are no rows.
    `drawing` names the table for a person (a key of `render.drawing.DRAWINGS`); `marks` are, for
    each row, what it highlights; `labels` the words for ids (`question/stance`) in the view.

    Where claims stand under headings, `totals` are how many there are under each, also those that
    a limit left out; `parts` the heading of each row; `counts` those of a question's stances.
    """

    drawing: str
    value: Any
    rows: Sequence[View]
    fields: tuple[str, ...]
    marks: Sequence[Sequence[Mark]] = ()
    labels: Mapping[str, str] = MappingProxyType({})
    totals: Mapping[str, int] = MappingProxyType({})
    parts: Sequence[str] = ()
    counts: Mapping[str, View] = MappingProxyType({})


def write(result: Result, format: str, fields: Sequence[str] = ()) -> None:
    """Write a result to standard output; `fields` choose and order the columns of flat formats."""
    if format == "table":
        from claimcli.render.drawing import draw  # rich takes longer to import than all the rest

        draw(result, fields)
    else:
        send([_TEXTS[format](result, tuple(fields) or result.fields)])


def json_text(value: Any) -> str:
    """JSON as published: an array has one line for each record, an object is indented."""
    if isinstance(value, list):
        lines = ",\n".join(map(_json_line, value))
        return f"[\n{lines}\n]\n" if value else "[]\n"
    return escaped_json(msgspec.json.format(_encode(value), indent=2).decode()) + "\n"


def _json_line(value: Any) -> str:
    return escaped_json(_encode(value).decode())


def _encode(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # a lone surrogate: only the standard library can escape it
        import json

        return json.dumps(value).encode()


def _json_lines(result: Result, fields: Sequence[str]) -> str:
    return "".join(_json_line(row) + "\n" for row in result.rows)


def _flat(name: str) -> Callable[[Result, Sequence[str]], str]:
    def text(result: Result, fields: Sequence[str]) -> str:
        from claimcli.render import flat  # csv and re, only for these formats

        return str(getattr(flat, f"{name}_text")(result.rows, fields))

    return text


_TEXTS: dict[str, Callable[[Result, Sequence[str]], str]] = {
    "json": lambda result, fields: json_text(result.value),
    "jsonl": _json_lines,
    "csv": _flat("csv"),
    "tsv": _flat("tsv"),
    "md": _flat("markdown"),
}


def send(parts: Iterable[str]) -> None:
    """Write text to standard output as UTF-8, whatever the terminal's encoding and line ends."""
    sys.stdout.flush()
    for part in parts:
        sys.stdout.buffer.write(part.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
