"""What a foreign file holds, as values: works, drafts, tables, and remarks with their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from re import finditer
from typing import Any, NamedTuple, overload

import msgspec

CslItem = dict[str, Any]
"""A work as CSL has it: texts, names as lists of mappings, dates as EDTF or date-parts."""


class Loss(StrEnum):
    """What became of something that could not be taken as it stands."""

    BROKEN = "broken"
    """It could not be read, and nothing of it was taken."""
    LEFT = "left"
    """It has no place in a corpus, and was left behind."""
    CHANGED = "changed"
    """It was taken in another form, or with a meaning that is not certain."""


class Place(NamedTuple):
    """A line and column of a foreign file, both from 1."""

    line: int
    column: int = 1


class Remark(msgspec.Struct, frozen=True):
    """One thing that a person should know of: where it stands, and what became of it.

    `key` is that of the entry, where there is one; `about` names the field, so that remarks on
    one field of many entries can be told together.
    """

    place: Place
    loss: Loss
    message: str
    key: str | None = None
    about: str | None = None


def _packed(item: CslItem) -> bytes | CslItem:
    try:
        return msgspec.msgpack.encode(item)
    except (UnicodeEncodeError, OverflowError):  # half a character, a number beyond all use
        return item


def _unpacked(packed: bytes | CslItem) -> CslItem:
    return _decode(packed) if isinstance(packed, bytes) else packed


_decode = msgspec.msgpack.Decoder(dict[str, Any]).decode


class Items(Sequence[CslItem]):
    """Items that are kept packed: each comes anew whenever it is asked for."""

    def __init__(self, items: Iterable[CslItem]) -> None:
        self._packed = list(map(_packed, items))

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> CslItem: ...
    @overload
    def __getitem__(self, at: slice) -> list[CslItem]: ...
    def __getitem__(self, at: int | slice) -> CslItem | list[CslItem]:
        if isinstance(at, slice):
            return list(map(_unpacked, self._packed[at]))
        return _unpacked(self._packed[at])


class Work(msgspec.Struct, frozen=True):
    """A work: its citation key as the file has it, None where it has none, and its CSL item.

    The item has no `id`: what it will be called is settled when it is held against a corpus. It is
    kept packed, a fifth of its size, since a library has a hundred thousand of them at once.
    """

    key: str | None
    packed: bytes | CslItem
    place: Place

    @classmethod
    def of(cls, key: str | None, csl: CslItem, place: Place) -> Work:
        """A work of that item."""
        return cls(key, _packed(csl), place)

    @property
    def csl(self) -> CslItem:
        """The item, anew each time."""
        return _unpacked(self.packed)


class Draft(msgspec.Struct, frozen=True):
    """A passage that somebody marked: words, where they stand, and what was noted beside them.

    `origin` says where the mark comes from, so that it is known when it comes again. `work` is the
    work it stands in as the foreign file describes it, `key` the citation key where it gives one.
    """

    origin: str
    quote: str | None
    locator: str | None
    comment: str | None
    tags: tuple[str, ...]
    place: Place
    key: str | None = None
    work: CslItem | None = None


class Row(NamedTuple):
    """The cells of a row of a table, as many as it has columns, and where it begins."""

    place: Place
    cells: Sequence[Any]


class Sheet(msgspec.Struct, frozen=True):
    """A table: its columns by name, and its rows, whose cells are texts or values of JSON.

    `head` is where the header stands, `name` what the table is called where a file has several.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    head: Place = Place(1)
    name: str | None = None


class Foreign(msgspec.Struct, frozen=True):
    """What was read of a file."""

    format: str
    works: tuple[Work, ...] = ()
    drafts: tuple[Draft, ...] = ()
    remarks: tuple[Remark, ...] = ()
    sheets: tuple[Sheet, ...] = ()


class Lines:
    """The lines of a text, which may end in CR LF, LF or CR: an offset to its place."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in finditer(r"\r\n|\n|\r", text))]

    def place(self, offset: int) -> Place:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


def without_empty(item: Mapping[str, Any]) -> CslItem:
    """An item without the variables that say nothing."""
    return {key: value for key, value in item.items() if value not in (None, "", [], {})}


def as_texts(value: Any) -> Any:
    """A value with all that is in it as text, as a corpus reads it."""
    if isinstance(value, dict):
        return {str(key): as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_texts(inner) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(str(value).split())
