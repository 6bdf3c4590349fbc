"""Where on disk the slices of a file stand: from which byte to which, whatever its line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcli.corpus.slicing import Slice, slices
from claimcli.corpus.text import BYTE_ORDER_MARK, decode

_LINE_END = re.compile(rb"\r\n|\r|\n")


class Span(NamedTuple):
    """Bytes of a file: the first, counted from 0, and the one behind the last."""

    start: int
    end: int


def spans(content: bytes) -> Iterator[tuple[Slice, Span]]:
    """The slices of a file's first document with their bytes, in order and without gaps.

    A byte-order mark and comments above the first key are in none of them; comments between two
    records belong to the one above, and so does the end of its last line. What is not UTF-8 does
    not move the lines.
    """
    lines = line_starts(content)
    for piece in slices(decode("", content).text):
        end = lines[piece.end - 1] if piece.end <= len(lines) else len(content)
        yield piece, Span(lines[piece.line - 1], end)


def line_starts(content: bytes) -> list[int]:
    """The first byte of each line."""
    first = len(BYTE_ORDER_MARK) if content.startswith(BYTE_ORDER_MARK) else 0
    return [first, *(found.end() for found in _LINE_END.finditer(content, first))]
