"""Where in a slice a value stands: found by parsing it again, when a problem has to be placed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple

from claimcli.corpus.document import Document
from claimcli.corpus.slicing import ITEM, KEYS, Slice, slices
from claimcli.corpus.text import FileText
from claimcli.corpus.yamltext import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NotYaml,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
    failures_told,
)


class Place(NamedTuple):
    """Where a value stands, where its key does, and the same for what is inside it.

    `text` is that of a scalar; `end` is the line and column behind one that is not in quotes.
    """

    line: int
    column: int
    key_line: int
    key_column: int
    inside: dict[str | int, Place]
    text: str | None = None
    end: tuple[int, int] | None = None


class Places(NamedTuple):
    """Where things stand in a file: its own keys, and the records in its lists by their line."""

    keys: Place
    records: dict[int, list[Place]]


Wanted = Callable[[Slice], bool]


def places(text: str, wanted: Wanted) -> Places:
    """Where things stand in the slices of a text that are wanted.

    What cannot be parsed is nowhere.
    """
    sound = text
    for attempt in (slices, _without_damage, _as_one):
        try:
            return _places(filter(wanted, attempt(sound)))
        except NotYaml:
            continue
    return _places(())


def on_lines(lines: Collection[int], keys: bool) -> Wanted:
    """The slices in which one of these lines is, and those of the file's own keys if wanted."""
    ordered = sorted(lines)

    def wanted(piece: Slice) -> bool:
        if keys and piece.kind != ITEM:
            return True
        at = bisect_left(ordered, piece.line)
        return at < len(ordered) and ordered[at] < piece.end

    return wanted


def _without_damage(text: str) -> Iterable[Slice]:
    return slices(without_damage(FileText(text)))


def _as_one(text: str) -> Iterable[Slice]:
    """The whole text: quotes in it may hold what looks like the beginning of a slice."""
    sound = without_damage(FileText(text))
    return (Slice(KEYS, sound, 1, sound.count("\n") + 2, 0),)


def without_damage(content: FileText) -> str:
    """The text of a file with what cannot be parsed blanked; every line keeps its number."""
    document = Document("", content)
    for _ in document.entries():
        pass
    return document.text


def _places(pieces: Iterable[Slice]) -> Places:
    keys: dict[str | int, Place] = {}
    records: dict[int, list[Place]] = {}
    for piece in pieces:
        with failures_told(piece.text, Parser):
            for name, place in _in_slice(piece):
                if name is None:
                    records.setdefault(place.line, []).append(place)
                else:
                    keys.setdefault(name, place)
    first = min(((p.key_line, p.key_column) for p in keys.values()), default=(1, 1))
    return Places(Place(*first, *first, keys), records)


def _in_slice(piece: Slice) -> Iterator[tuple[str | None, Place]]:
    """The keys in a slice with their places, and the places of records with None."""
    marks = _Marks(piece)
    get = marks.get
    for expected in (StreamStartEvent, DocumentStartEvent):
        if type(get()) is not expected:
            return
    root = get()
    if type(root) is SequenceStartEvent and piece.kind == ITEM:
        yield from marks.records()
    elif type(root) is MappingStartEvent:
        while type(key := get()) is not MappingEndEvent:
            if type(key) is not ScalarEvent:
                marks.place(key, key)
            name = getattr(key, "value", None) or ""
            event = get()
            if type(event) is SequenceStartEvent:
                yield name, marks.bare(event, key)
                yield from marks.records()
            else:
                yield name, marks.place(event, key)


class _Marks:
    """The events of a slice to places in its file."""

    def __init__(self, piece: Slice) -> None:
        self.get = Parser(piece.text).get_event
        self._above = piece.line

    def bare(self, event: Any, key: Any) -> Place:
        """The place of a value without what is inside."""
        at, name = event.start_mark, key.start_mark
        end: tuple[int, int] | None = None
        text: str | None = None
        if type(event) is ScalarEvent:
            text, behind = event.value, event.end_mark
            end = (
                None
                if event.style or not behind
                else (self._above + behind.line, behind.column + 1)
            )
        lines = self._above
        return Place(
            lines + at.line, at.column + 1, lines + name.line, name.column + 1, {}, text, end
        )

    def place(self, event: Any, key: Any) -> Place:
        """The place of a value, with what is inside; reads to the value's end."""
        place, get = self.bare(event, key), self.get
        if type(event) is MappingStartEvent:
            while type(name := get()) is not MappingEndEvent:
                if type(name) is not ScalarEvent:
                    self.place(name, name)
                inner = self.place(get(), name)
                # Of a key that is given twice, the later value is the one that is read.
                place.inside[getattr(name, "value", "") or ""] = inner
        elif type(event) is SequenceStartEvent:
            index = 0
            while type(item := get()) is not SequenceEndEvent:
                place.inside[index] = self.place(item, item)
                index += 1
        return place

    def records(self) -> Iterator[tuple[None, Place]]:
        """The places of the records in a list, up to its end."""
        while type(item := self.get()) is not SequenceEndEvent:
            for place in self._in_item(item):
                yield None, place

    def _in_item(self, item: Any) -> list[Place]:
        """The place of an item, and of the records that begin in it with an `id` without a dash."""
        if type(item) is not MappingStartEvent or item.flow_style:
            return [self.place(item, item)]
        found = [self.bare(item, item)]
        while type(name := self.get()) is not MappingEndEvent:
            if type(name) is not ScalarEvent:
                self.place(name, name)
            key = getattr(name, "value", "") or ""
            if key == "id" and key in found[-1].inside:
                found.append(self.bare(name, name))
            found[-1].inside[key] = self.place(self.get(), name)
        apart = found[:1]
        for place in found[1:]:
            if apart[-1].inside.keys() & place.inside.keys() == {"id"}:  # merely given twice
                apart[-1].inside.update(place.inside)
            else:
                apart.append(place)
        return apart
