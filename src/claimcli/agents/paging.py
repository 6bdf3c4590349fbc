"""What comes back of an answer: some of its rows, with how many there are and what is told of them.

A corpus may hold more than any agent can read. How a claim is known is in every row of one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from claimcli.agents.parameters import Given, Parameter
from claimcli.answers.views import View
from claimcli.render import check_fields, json_line

LIMIT, MOST = 20, 100
"""How many rows come back unless told otherwise, and at most."""

BYTES = 60_000
"""Of JSON, after which no further row comes back, however many were asked for."""


def paging(rows: int) -> tuple[Parameter, ...]:
    """What every tool takes beside its own, with how many rows come back unless told otherwise."""
    return (
        Parameter("fields", "texts"),
        Parameter("limit", "number", bounds={"default": rows, "maximum": MOST}),
        Parameter("offset", "number"),
    )


KEPT = (
    *("id", "part", "kind", "scholars", "certainty", "via", "second_hand", "second_hand_claims"),
    *("unnamed", "contemporaries", "unclear", "by_reading", "secondary"),
)
"""Keys that no choice of fields leaves out: who holds it, how firmly, and how that is known."""

BESIDE = {"quote": ("quote_source", "words"), "translation": ("quote_source", "words")}
"""Keys that come with another: whose words a quotation is, and of which text."""

SELDOM = frozenset(
    (
        *("question_text", "translation", "period", "basis", "relations", "answers", "tags"),
        *("note", "recorded", "checked", "file", "line", "score"),
    )
)
"""Keys of a claim that come when they are asked for."""


class Asked(msgspec.Struct, frozen=True):
    """An answer as a tool gives it.

    Args:
        rows: the records from the offset on; the JSON of the command line.
        fields: the keys that they have.
        total: how many records there are, also before the offset.
        about: what the records are of, where the command prints an object; it comes once, with the
            first of them.
        remarks: what is to be told beside it.
    """

    rows: Iterable[View]
    fields: tuple[str, ...]
    total: int
    about: View | None = None
    remarks: tuple[str, ...] = ()


def page(asked: Asked, given: Given, usual: int = LIMIT) -> View:
    """The rows that are wanted, and where the next begin. Raises for a field that they have not.

    `usual` are so many as come back unless told otherwise.
    """
    fields = _fields(asked, given["fields"] or ())
    limit = usual if given["limit"] is None else min(given["limit"], MOST)
    offset, told = given["offset"] or 0, list(asked.remarks)
    about = {"about": _cut(asked.about, "about", told)} if asked.about and not offset else {}
    chosen = ({key: row[key] for key in fields} for row in islice(asked.rows, limit))
    picked = chosen if given["fields"] else map(_briefly, chosen)
    rows = [_cut(row, row.get("id") or "row", told) for row in _within_bytes(picked)]
    end = offset + len(rows)
    following = end if end < asked.total else None
    counted = {"total": asked.total, "offset": offset, "next_offset": following}
    return {**about, "rows": rows, **counted, "remarks": list(map(shortened, told))}


def shortened(message: str) -> str:
    """A message without the middle of what was given at great length, and is said again in it."""
    if len(message) <= _LONGEST:
        return message
    half = _LONGEST // 2
    return f"{message[:half]} […] {message[-half:]}"


_LONGEST = 4_000
"""Characters of a message."""


def _fields(asked: Asked, wanted: Sequence[str]) -> Sequence[str]:
    known = asked.fields
    check_fields(wanted, known)
    if wanted:
        beside = {one for key in wanted for one in BESIDE.get(key, ())}
        return [key for key in known if key in wanted or key in KEPT or key in beside]
    of_claims = {"statement", "second_hand"} <= set(known)
    return [key for key in known if key not in SELDOM] if of_claims else known


def _briefly(row: View) -> View:
    """The row without the reasons that its own words tell: where it matched as typed."""
    if "matches" not in row:
        return row
    return {**row, "matches": [match for match in row["matches"] if match["kind"] != "exact"]}


def _within_bytes(rows: Iterable[View]) -> Iterator[View]:
    """The rows up to a size; one at least."""
    size = 0
    for number, row in enumerate(rows):
        size += len(json_line(row))
        if number and size > BYTES:
            return
        yield row


def _cut(record: View, name: str, told: list[str]) -> View:
    """The record with no list longer than MOST, and no text than BYTES; what was cut is told."""
    sizes: dict[type, int] = {list: MOST, str: BYTES}
    long = {
        key: size
        for key, value in record.items()
        if (size := sizes.get(type(value))) and len(value) > size
    }
    told += [f"{name}.{key}: the first {n:,} of {len(record[key]):,}" for key, n in long.items()]
    return {**record, **{key: record[key][:n] for key, n in long.items()}}


_SURROGATE = re.compile("[\ud800-\udfff]")


def sendable(value: Any) -> Any:
    """The value with U+FFFD for what is no character: half of a pair, which no UTF-8 can hold."""
    try:
        msgspec.json.encode(value)
    except UnicodeEncodeError:
        return json.loads(_SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False)))
    return value
