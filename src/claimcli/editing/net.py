"""The net under a splice: what was made is read again, and held against what was read before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from claimcli.corpus.document import Document
from claimcli.corpus.entries import Entry
from claimcli.corpus.schema import LIST_KEYS
from claimcli.corpus.slicing import ITEM, Slice
from claimcli.corpus.text import decode

Thing = tuple[Any, Any, Any]
"""A key at the top of a file, the part of its value (none for an item of a list), and that part."""


class Said(NamedTuple):
    """What a file says, in order, and how often each code was told while it was read."""

    things: list[Thing]
    problems: Counter[str]
    lost: int


def said_in(content: bytes) -> Said:
    """Everything that the bytes of a file say."""
    document = Document("", decode("", content))
    return Said(list(_things(document)), _errors(document), _lost(document))


def _things(document: Document) -> Iterator[Thing]:
    """What a file says, one thing after the other."""
    yield from filter(_says, map(_thing, document.entries()))


def _thing(entry: Entry) -> Thing:
    return entry.key, None if type(entry.part) is int else entry.part, _ended(entry.value)


def _errors(document: Document) -> Counter[str]:
    return Counter(problem.code for problem in document.problems if problem.code[0] == "E")


def _lost(document: Document) -> int:
    return sum(damage.records for damage in document.lost)


def _ended(value: Any) -> Any:
    """A value without the end of its last line, which the last in a file may lack."""
    if isinstance(value, dict):
        return {key: _ended(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_ended(inner) for inner in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def _says(thing: Thing) -> bool:
    """Whether it says anything: the key of a list without items does not."""
    key, part, value = thing
    return not (key in LIST_KEYS and part is None and value in (None, []))


def holds(old: Said, new: bytes, wanted: Iterable[Thing]) -> bool:
    """Whether the bytes say exactly what is wanted, and no more is wrong with them than was."""
    rest = iter(wanted)
    document = Document("", decode("", new))
    is_same = all(thing == next(rest, None) for thing in _things(document))
    return is_same and next(rest, None) is None and _is_no_worse(document, old)


def with_more(old: Said, more: Iterable[Thing], new: bytes) -> bool:
    """Whether the bytes say all that the old ones did, and these things more, in this order."""
    wanted = ((key, part, _ended(value)) for key, part, value in more)
    kept = iter(old.things)
    first_wanted, first_kept = next(wanted, None), next(kept, None)
    document = Document("", decode("", new))
    for thing in _things(document):
        if thing == first_kept:
            first_kept = next(kept, None)
        elif thing == first_wanted:
            first_wanted = next(wanted, None)
        else:
            return False
    return first_wanted is None and first_kept is None and _is_no_worse(document, old)


def with_items_more(old: Iterable[Slice], more: Iterable[Thing], new: bytes) -> bool:
    """Whether the bytes are these slices of a file, whole and in order, and between them `more`.

    It says what `with_more` would, and reads the new bytes alone: nothing is wrong with them, so
    each slice can be read by itself, and one that is as it was says what it did. What is new are
    items of a list, which open no other. False where that cannot be told in this way.
    """
    wanted = ((key, part, _ended(value)) for key, part, value in more)
    kept = iter(old)
    there = next(kept, None)
    document = Document("", decode("", new))
    for piece, things in _slice_by_slice(document):
        if there and (piece.kind, piece.text, piece.indent) == (
            there.kind,
            there.text,
            there.indent,
        ):
            there = next(kept, None)
        elif piece.kind != ITEM or things != [next(wanted, None)]:
            return False
    is_all = there is None and next(wanted, None) is None
    return is_all and not document.lost and not _errors(document)


def _slice_by_slice(document: Document) -> Iterator[tuple[Slice, list[Thing]]]:
    """The slices of a file in which nothing is wrong, each with what it says."""
    cut, found = document.slices(), document.entries()
    entry = next(found, None)
    for piece in cut:
        things: list[Thing] = []
        while entry is not None and entry.line < piece.end:
            things.append(_thing(entry))
            entry = next(found, None)
        yield piece, things
    for _ in found:  # to its end, so that all is told that is wrong
        pass


def _is_no_worse(document: Document, old: Said) -> bool:
    """Whether no more is wrong with a file that has been read to its end than was."""
    return _lost(document) == old.lost and not _errors(document) - old.problems


def with_changed(old: Said, change: Callable[[Thing], Thing | None], new: bytes) -> bool:
    """Whether the bytes say all that the old ones did, each thing changed, None being gone."""
    changed = (change(thing) for thing in old.things)
    return holds(old, new, (thing for thing in changed if thing is not None and _says(thing)))
