"""A file's text cut into slices, each of which is YAML by itself.

A slice is whole lines: an item of a list at the top of the file, the key of such a list, or one
or more other keys with what is below them. So damage in one slice is none in the next, and a
record can be replaced or taken out by the span of its lines.

Only the layout is looked at: a line at the margin with a colon begins a key, a dash where a list
has its dashes an item. What looks so within quotes or brackets is found out when the slice before
turns out to be open (`Document`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

KEYS, LIST, ITEM = "keys", "list", "item"


class Slice(NamedTuple):
    """Some lines of a file, each with its end.

    `kind` is ITEM, LIST (the key of a list, up to its first item) or KEYS; `line` is the number of
    the first line, from 1, `end` that of the line behind the last, and `indent` the column from 0
    of its dash or its keys.
    """

    kind: str
    text: str
    line: int
    end: int
    indent: int


class Extent(NamedTuple):
    """The first document of a text: from where to where, and the column of its keys.

    `whole`: it is cut nowhere, since it is one value in brackets or begins behind its `---`.
    """

    start: int
    end: int
    indent: int
    whole: bool


_OPENING = re.compile(r"\ufeff?(?:(?:[ \t]*(?:#[^\n]*)?|%[^\n]*)\n)*---(?=\s|\Z)")
_BLANK = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_MARKER = re.compile(r"(?:---|\.\.\.)(?=\s|\Z)")
_BEHIND = re.compile(
    r"(?:\.\.\.[ \t]*(?:#[^\n]*)?(?:\n|\Z)|[ \t]*(?:#[^\n]*)?\n)*(?:[ \t]*(?:#[^\n]*)?\Z)?"
)
_CONTENT = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*)?\n)*( *)([^\s#]?)")
_KEY = r"(?=[^\s#\[\]{},:-])(?:\?(?=\s)|[^:\n]*(?::(?=\S)[^:\n]*)*:(?=\s|\Z))"
_ALONE = re.compile(r"[^:\n]*(?::(?=\S)[^:\n]*)*:(?:[ \t]+#[^\n]*|[ \t]*)(?:\n|\Z)")
_FIRST_ITEM = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*( *)-(?=\s|\Z)")


def extent_of(text: str) -> Extent:
    """Where the first document of a text is, and how far its keys are indented."""
    opening = _OPENING.match(text)
    behind = opening.end() if opening else 0
    end = min(_marker(text, behind, "---"), _marker(text, behind, "..."))
    if opening and ("\n%" in f"\n{opening[0]}" or not _BLANK.match(text, behind)):
        return Extent(0, end, 0, True)
    content = _CONTENT.match(text, behind, end)
    if content is None or not content[2]:
        return Extent(content.start(1) if content else behind, end, 0, True)
    indent = len(content[1])
    if indent and re.compile(rf"^ {{0,{indent - 1}}}[^\s#]", re.MULTILINE).search(
        text, behind, end
    ):
        indent = 0  # one key stands too far right, not all the others too far left
    return Extent(content.start(1), end, indent, content[2] in "[{")


def _marker(text: str, start: int, marker: str) -> int:
    """The offset of the first line with a marker of documents; the end where there is none."""
    at = start - 1  # a line begins there
    while (at := text.find(f"\n{marker}", max(at, 0))) >= 0:
        if _MARKER.match(text, at + 1):
            return at + 1
        at += 1
    return len(text)


def second_document(text: str, extent: Extent) -> int | None:
    """The offset at which something stands behind the first document; None where nothing does."""
    behind = _BEHIND.match(text, extent.end)
    at = behind.end() if behind else extent.end
    return at if at < len(text) else None


def slices(text: str, extent: Extent | None = None) -> Iterator[Slice]:
    """The slices of the first document of a text, in order and without gaps."""
    start, end, indent, whole = extent or extent_of(text)
    line = text.count("\n", 0, start) + 1
    if whole:
        if start < end:
            yield _slice(KEYS, text[start:end], line, indent)
    else:
        yield from _cut(text, line, indent, None, start, end)


def recut(text: str, line: int, margin: int, dashes: int | None = None) -> Iterator[Slice]:
    """The slices of a text with keys at a margin that begins on a line of a file.

    It begins within a list that has its dashes in the column `dashes`, where one is given.
    """
    return _cut(text, line, margin, dashes, 0, len(text))


def _cut(
    text: str, line: int, margin: int, dashes: int | None, start: int, stop: int
) -> Iterator[Slice]:
    """The same of a part of a text, which is not copied: a file may have 64 MB."""
    for begin, end in _sections(text, margin, dashes is not None, start, stop):
        in_list = dashes is not None and begin == start
        cut = (
            _items(text, dashes or 0, begin, end) if in_list else _section(text, margin, begin, end)
        )
        for kind, first, last, indent in cut:
            piece = _slice(kind, text[first:last], line, indent)
            yield piece
            line = piece.end


def _slice(kind: str, text: str, line: int, indent: int) -> Slice:
    return Slice(kind, text, line, line + text.count("\n") + (text[-1:] != "\n"), indent)


def next_start(text: str, margin: int, dashes: int | None) -> int:
    """The offset of the first line that can begin a slice; the end where there is none."""
    whole = 0, len(text)
    starts = [next(_line_starts(text, _key_line(margin), *whole), len(text))]
    if dashes is not None:
        starts.append(next(_line_starts(text, _dash(dashes), *whole), len(text)))
    return min(starts)


def _sections(
    text: str, margin: int, in_list: bool, start: int, stop: int
) -> Iterator[tuple[int, int]]:
    """From each key at the margin to the next; what stands above the first key belongs to it."""
    begin, begun = start, in_list
    for key in _line_starts(text, _key_line(margin), start, stop):
        if begun and key > begin:
            yield begin, key
            begin = key
        begun = True
    if begin < stop:
        yield begin, stop


def _line_starts(text: str, begins: str, start: int, stop: int) -> Iterator[int]:
    """The offsets of the lines that begin with a pattern; one begins at the start."""
    if _pattern(begins).match(text, start, stop):
        yield start
    # The break of the line above comes first, since that is looked for thirty times as fast.
    for found in _pattern(f"\n{begins}").finditer(text, start, stop):
        yield found.start() + 1


def begins_key(line: str, margin: int) -> bool:
    """Whether a line begins with a key at the margin."""
    return bool(_pattern(_key_line(margin)).match(line))


def stands_alone(line: str) -> bool:
    """Whether a line is a key with nothing behind it."""
    return bool(_ALONE.fullmatch(line))


_Cut = tuple[str, int, int, int]


def _section(text: str, margin: int, start: int, end: int) -> Iterator[_Cut]:
    """The slices of a key and what is below it."""
    key = _pattern(_key_line(margin)).match(text, start, end)
    alone = _ALONE.match(text, start, end) if key else None
    item = alone and _FIRST_ITEM.match(text, alone.end(), end)
    if not alone or not item or len(item[1]) < margin:
        yield KEYS, start, end, margin
        return
    yield LIST, start, item.start(1), margin
    yield from _items(text, len(item[1]), item.start(1), end)


def _items(text: str, indent: int, start: int, end: int) -> Iterator[_Cut]:
    begin = start
    for dash in _pattern(f"\n{_dash(indent)}").finditer(text, start, end):
        yield ITEM, begin, dash.start() + 1, indent
        begin = dash.start() + 1
    yield ITEM, begin, end, indent


def _key_line(margin: int) -> str:
    return f"{' ' * margin}{_KEY}"


def _dash(indent: int) -> str:
    return rf"{' ' * indent}-(?=\s|\Z)"


_pattern = lru_cache(re.compile)
