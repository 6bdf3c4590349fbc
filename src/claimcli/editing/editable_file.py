"""A file as text that can be spliced, and its bytes as they are on disk."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from claimcli.corpus.positions import line_starts
from claimcli.corpus.slicing import ITEM, LIST, Slice, extent_of, slices
from claimcli.corpus.text import BYTE_ORDER_MARK, decode
from claimcli.editing.refused import Refused

_LINE_END = re.compile(rb"\r\n|\r|\n")


class Splice(NamedTuple):
    """Characters of a text, from one offset to another, and what is to stand in their place."""

    start: int
    end: int
    text: str


class Piece(NamedTuple):
    """A slice of a text, and the offset at which it begins."""

    slice: Slice
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.slice.text)


class EditableFile:
    """The text of a file with line feeds alone, whatever its lines end with on disk.

    Raises `Refused` for bytes that are not UTF-8, of which the places are not known.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content
        try:
            content.decode()
        except UnicodeDecodeError:
            raise Refused("the file is not UTF-8") from None
        self.text = decode("", content).text
        self._bytes = _line_starts(content)
        self._starts = line_starts(self.text)
        self.extent = extent_of(self.text)

    @cached_property
    def pieces(self) -> list[Piece]:
        """The slices of the file, which are kept."""
        return [Piece(one, self._starts[one.line - 1]) for one in self.slices()]

    def slices(self) -> Iterator[Slice]:
        """The slices of the file one by one, of which none is kept any more."""
        vars(self).pop("pieces", None)
        return slices(self.text, self.extent)

    def line(self, offset: int) -> int:
        """The line, from 1, that an offset is on."""
        return bisect_right(self._starts, offset)

    def line_start(self, offset: int) -> int:
        """The offset at which the line of an offset begins."""
        return self._starts[self.line(offset) - 1]

    def column(self, offset: int) -> int:
        """The column, from 0, of an offset."""
        return offset - self.line_start(offset)

    def line_end(self, offset: int) -> int:
        """The offset of the line feed that ends the line of an offset, or the end of the text."""
        at = self.text.find("\n", offset)
        return len(self.text) if at < 0 else at

    def byte(self, offset: int) -> int:
        """The byte of the file, from 0, at which an offset of the text stands."""
        line = self.line(offset) - 1
        return self._bytes[line] + len(self.text[self._starts[line] : offset].encode())

    def with_splices(self, splices: Iterable[Splice]) -> bytes:
        """The bytes of the file with some characters replaced; all others as they are.

        What is put in has the line ends that most lines of the file have; what goes to one place
        stands there as it comes.
        """
        content, last = memoryview(self.content), 0
        made: list[bytes | memoryview] = []
        for one in sorted(splices, key=attrgetter("start", "end")):
            made.append(content[last : self.byte(one.start)])
            made.append(one.text.replace("\n", self._line_end).encode())
            last = self.byte(one.end)
        return b"".join([*made, content[last:]])

    @cached_property
    def _line_end(self) -> str:
        pairs = self.content.count(b"\r\n")
        bare = {"\r\n": pairs, "\n": self.content.count(b"\n") - pairs}
        bare["\r"] = self.content.count(b"\r") - pairs
        return max(bare, key=lambda end: (bare[end], end == "\n"))


def _line_starts(content: bytes) -> array[int]:
    """The first byte of each line, whatever it ends with."""
    first = len(BYTE_ORDER_MARK) if content.startswith(BYTE_ORDER_MARK) else 0
    starts = array("Q", (first,))
    starts.extend(found.end() for found in _LINE_END.finditer(content, first))
    return starts


def items_of(pieces: list[Piece], at: int) -> list[Piece]:
    """The items of the list whose key is the piece of that index."""
    found = []
    for piece in pieces[at + 1 :] if pieces[at].slice.kind == LIST else ():
        if piece.slice.kind != ITEM:
            break
        found.append(piece)
    return found
