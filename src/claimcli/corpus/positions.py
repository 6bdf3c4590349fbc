"""Where in a file its keys and records stand: found when a problem has to be placed."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator

import msgspec

from claimcli.corpus.document import Document
from claimcli.corpus.nodes import Node, parsed
from claimcli.corpus.slicing import ITEM, KEYS, Slice, slices
from claimcli.corpus.text import FileText
from claimcli.corpus.yamltext import NotYaml

Wanted = Callable[[Slice], bool]


class Places:
    """Where things stand in a text: its own keys, and the records in its lists by their line."""

    def __init__(self, text: str, pieces: Iterable[Slice] = ()) -> None:
        """Parse these slices of the text. Raises `NotYaml`."""
        self.text = text
        self.records: dict[int, list[Node]] = {}
        self._starts = line_starts(text)
        own: dict[str, tuple[Node, Node]] = {}
        for piece in pieces:
            root = parsed(piece, self._starts[piece.line - 1])
            if root and root.is_list and piece.kind == ITEM:
                self._take(root)
            for key, value in root.members if root else ():
                own.setdefault(key.text or "", (key, _bare(value)))
                self._take(value)
        self.own = Node(
            min((key.start for key, _ in own.values()), default=0), 0, members=tuple(own.values())
        )

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _take(self, value: Node) -> None:
        for record in (one for item in value.items for one in _records(item)):
            line, _ = self.at(record.start)
            self.records.setdefault(line, []).append(record)


def line_starts(text: str) -> array[int]:
    """The offset at which each line of a text begins."""
    starts = array("Q", (0,))
    starts.extend(found.end() for found in re.finditer("\n", text))
    return starts


def places(text: str, wanted: Wanted) -> Places:
    """Where things stand in the slices of a text that are wanted.

    What cannot be parsed is nowhere.
    """
    for attempt in (_as_cut, _without_damage, _as_one):
        try:
            sound, pieces = attempt(text)
            return Places(sound, filter(wanted, pieces))
        except NotYaml:
            continue
    return Places(text)


def on_lines(lines: Collection[int], keys: bool) -> Wanted:
    """The slices in which one of these lines is, and those of the file's own keys if wanted."""
    ordered = sorted(lines)

    def wanted(piece: Slice) -> bool:
        if keys and piece.kind != ITEM:
            return True
        at = bisect_left(ordered, piece.line)
        return at < len(ordered) and ordered[at] < piece.end

    return wanted


def _as_cut(text: str) -> tuple[str, Iterable[Slice]]:
    return text, slices(text)


def _without_damage(text: str) -> tuple[str, Iterable[Slice]]:
    sound = without_damage(FileText(text))
    return sound, slices(sound)


def _as_one(text: str) -> tuple[str, Iterable[Slice]]:
    """The whole text: quotes in it may hold what looks like the beginning of a slice."""
    sound = without_damage(FileText(text))
    return sound, (Slice(KEYS, sound, 1, sound.count("\n") + 2, 0),)


def without_damage(content: FileText) -> str:
    """The text of a file with what cannot be parsed blanked; every line keeps its number."""
    document = Document("", content)
    for _ in document.entries():
        pass
    return document.text


def _bare(value: Node) -> Node:
    """A value without the items of a list, which have places of their own."""
    return msgspec.structs.replace(value, items=()) if value.is_list else value


def _records(item: Node) -> Iterator[Node]:
    """The item of a list, and the records that begin in it with an `id` without a dash."""
    if item.braces or not item.members:
        yield item
        return
    apart: list[list[tuple[Node, Node]]] = [[]]
    for key, value in item.members:
        if key.text == "id" and any(other.text == "id" for other, _ in apart[-1]):
            apart.append([])
        apart[-1].append((key, value))
    first, *others = apart
    found = [first]
    for members in others:
        names, those = ({key.text for key, _ in each} for each in (found[-1], members))
        if names & those == {"id"}:  # merely given twice
            found[-1] = found[-1] + members
        else:
            found.append(members)
    for members in found:
        yield msgspec.structs.replace(item, start=members[0][0].start, members=tuple(members))
