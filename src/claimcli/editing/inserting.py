"""A new record in a file: where it goes, and the splice that puts it there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from claimcli.corpus.damage import key_on
from claimcli.corpus.nodes import Node, root_of
from claimcli.corpus.slicing import KEYS, LIST
from claimcli.editing.editable_file import EditableFile, Piece, Splice, items_of
from claimcli.editing.emitting import (
    Manner,
    Values,
    as_json,
    as_texts,
    flow,
    given,
    item,
    mapping,
    trimmed,
)
from claimcli.editing.net import Thing, said_in, with_items_more, with_more
from claimcli.editing.refused import Refused

_EMPTY = re.compile(r"\s*(?:\[\s*\]|~|null)?(?=\s*(?:#.*)?$)")


def with_record(content: bytes, key: str, record: Values) -> bytes:
    """The bytes of a file with one record more in its list of that key: see `with_records`."""
    return with_records(content, key, [record])


def with_records(content: bytes, key: str, records: Sequence[Values]) -> bytes:
    """The bytes of a file with more records in its list of that key, which is made if need be.

    They go where their ids sort if the list is sorted by id, else at the end, as they come. Raises
    `Refused` where that cannot be done without touching anything else.
    """
    file = EditableFile(content)
    ids = _plain_ids(file, key)
    new = _with_items(file, key, records, ids) if ids else None
    if new is not None:
        return new
    old = said_in(content)
    ids = [value.get("id") for k, _, value in old.things if k == key and isinstance(value, dict)]
    added = _placed(records, ids)
    for splices in _ways(file, key, added, len(ids)):
        new = file.with_splices(splices)
        if with_more(old, _things(key, added), new):
            return new
    raise Refused(f"no safe place for it was found in the list `{key}`")


_PLAIN_ID = re.compile(r" *- +id: +(?:'([^'\n]+)'|(\w[\w.-]*)) *\n")
"""How nearly every item of a list begins, and what its id is then."""


def _plain_ids(file: EditableFile, key: str) -> list[Any]:
    """The ids of a list, where they can be told without reading it; else none."""
    at = next((n for n, piece in enumerate(file.pieces) if _has_key(piece, key)), None)
    items = items_of(file.pieces, at) if at is not None else []
    found = [_PLAIN_ID.match(piece.slice.text) for piece in items]
    return [one[1] or one[2] for one in found if one] if all(found) else []


def _with_items(
    file: EditableFile, key: str, records: Sequence[Values], ids: list[Any]
) -> bytes | None:
    """The bytes with more items of a list that is in order; None where that is not sure."""
    added = _placed(records, ids)
    new = file.with_splices(next(_ways(file, key, added, len(ids))))
    return new if with_items_more(file.slices(), _things(key, added), new) else None


def _things(key: str, added: Added) -> Iterator[Thing]:
    """What records say, as items of a list."""
    return ((key, None, given(trimmed(record))) for record in _every(added))


class _Some(Sequence[Values]):
    """Some of the records, in an order of their own; each is asked for when it is needed."""

    def __init__(self, records: Sequence[Values], order: Sequence[int]) -> None:
        self._records, self._order = records, order

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, at: Any) -> Any:
        return self._records[self._order[at]]


Added = dict[int, Sequence[Values]]
"""New records by the index, in the list as it is, before which they go."""


def _placed(records: Sequence[Values], ids: list[Any]) -> Added:
    """The records where they go."""
    placed: dict[int, list[int]] = {}
    is_sorted = all(isinstance(id, str) for id in ids) and ids == sorted(ids)
    made = list(map(_id, records)) if is_sorted else []
    for at in sorted(range(len(records)), key=made.__getitem__) if made else range(len(records)):
        place = bisect_left(ids, made[at]) if is_sorted else len(ids)
        placed.setdefault(place, []).append(at)
    return {place: _Some(records, order) for place, order in placed.items()}


def _id(record: Values) -> str:
    """The id as it is written."""
    return str(trimmed(record["id"]))


def _ways(file: EditableFile, key: str, added: Added, count: int) -> Iterator[list[Splice]]:
    """The splices that may do, the best first."""
    pieces = file.pieces
    at = next((n for n, piece in enumerate(pieces) if _has_key(piece, key)), None)
    if at is None:
        yield from _as_new_list(file, key, _every(added))
    elif pieces[at].slice.kind == LIST:
        items = items_of(pieces, at)
        if len(items) != count:  # of some it is not known what they are: all goes to the end
            added = {len(items): _every(added)}
        yield _in_lines(file, pieces[at], items, added, end_of_item)
        yield _in_lines(file, pieces[at], items, added, attrgetter("end"))
    else:
        root = root_of(pieces[at].slice, pieces[at].start)
        value = root.value(key) if root else None
        if value and value.braces and value.items:
            yield [_in_brackets(file, value, *group) for group in added.items()]
        elif root and value and not value.items:
            yield from _in_empty_list(file, root, key, _every(added))


def _every(added: Added) -> Sequence[Values]:
    if len(added) == 1:
        return next(iter(added.values()))
    return [record for place in sorted(added) for record in added[place]]


def _has_key(piece: Piece, key: str) -> bool:
    if piece.slice.kind == LIST:
        return key_on(piece.slice.text.split("\n", 1)[0]) == key
    if piece.slice.kind != KEYS or key not in piece.slice.text:
        return False
    root = root_of(piece.slice, piece.start)
    return bool(root and root.is_mapping and root.member(key))


# --- A list in lines ---


def _in_lines(
    file: EditableFile, key: Piece, items: list[Piece], added: Added, end: Callable[[Piece], int]
) -> list[Splice]:
    """The records among the items of a list; `end` says where an item ends."""
    manner, gap = manner_of(items), _gap(items)
    splices = []
    for place, records in added.items():
        texts = [item(trimmed(record), manner) for record in records]
        if place == 0:
            offset = _behind_line(file, key.start)
            splices.append(Splice(offset, offset, "".join(text + gap for text in texts)))
        else:
            offset = end(items[place - 1])
            splices.append(_line_behind(file, offset, "".join(gap + text for text in texts)))
    return splices


def _gap(items: list[Piece]) -> str:
    """An empty line, where there is one between any two of the items."""
    others = [piece.slice.text.endswith("\n\n") for piece in items[:-1]]
    return "\n" if others and all(others) else ""


def _twice(offset: int) -> tuple[int, int]:
    return offset, offset


def _behind_line(file: EditableFile, offset: int) -> int:
    """The offset of the next line, or the end of the text."""
    return min(file.line_end(offset) + 1, len(file.text))


def _line_behind(file: EditableFile, offset: int, text: str) -> Splice:
    """Whole lines put in at an offset; a last line without an end stays so."""
    if offset and file.text[offset - 1] != "\n":
        return Splice(offset, offset, "\n" + text.removesuffix("\n"))
    return Splice(offset, offset, text)


def end_of_item(piece: Piece) -> int:
    """The offset behind the last line of an item that says something, with its line's end.

    A comment at the column of its dash, and what is empty, belong to what follows.
    """
    lines = _lines(piece.slice.text)
    while len(lines) > 1 and _is_beside(lines[-1], piece.slice.indent):
        lines.pop()
    return piece.start + sum(map(len, lines))


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _is_beside(line: str, dash: int) -> bool:
    words = line.lstrip(" \t")
    return not words.strip() or (words[0] == "#" and len(line) - len(words) <= dash)


def manner_of(items: list[Piece]) -> Manner:
    """How the records of a list are written: as the last of them that shows it."""
    dash = items[-1].slice.indent
    roots = [root for piece in items[-3:] if (root := root_of(piece.slice, piece.start))]
    records = [one for root in roots for one in root.items if one.members]
    if not records:
        return Manner(dash, dash + 2)
    if all(record.braces for record in records):
        return Manner(dash, dash + 2, braces=True)
    record = next(one for one in reversed(records) if not one.braces)
    piece = next(p for p in items if p.start <= record.start < p.end)
    text = piece.slice.text
    keys = record.start - piece.start - (text.rfind("\n", 0, record.start - piece.start) + 1)
    return Manner(dash, keys, _nested(items[-12:]))


_NESTED = re.compile(r"^( *)(?:- )?[\w-]+:[ \t]*(?:#.*)?\n( *)- ", re.MULTILINE)


def _nested(items: list[Piece]) -> int:
    """How far the dashes of lists within records stand to the right of their keys."""
    for piece in reversed(items):
        for found in _NESTED.finditer(piece.slice.text):
            key = len(found[1]) + (2 if found[0].lstrip(" ").startswith("- ") else 0)
            if len(found[2]) >= key:
                return len(found[2]) - key
    return 0


# --- Other lists ---


def _in_brackets(file: EditableFile, value: Node, place: int, records: Sequence[Values]) -> Splice:
    """Within [ ], on lines of their own where the others have theirs."""
    is_json = bool(value.items[0].members and value.items[0].members[0][0].style == '"')
    texts = map(as_json if is_json else flow, map(trimmed, records))
    beside = value.items[max(0, place - 1)]
    between = _between(file, beside)
    if place == 0:
        return Splice(beside.start, beside.start, "".join(f"{text},{between}" for text in texts))
    return Splice(beside.end, beside.end, "".join(f",{between}{text}" for text in texts))


def _between(file: EditableFile, one: Node) -> str:
    """What stands between two items: a line's end and the way to its column, or a space."""
    start = file.line_start(one.start)
    lead = file.text[start : one.start]
    return f"\n{lead}" if not lead.strip() else " "


def _in_empty_list(
    file: EditableFile, root: Node, key: str, records: Sequence[Values]
) -> Iterator[list[Splice]]:
    """Below a key that has nothing behind it, or what stands for nothing."""
    pair = root.member(key)
    assert pair
    name = pair[0]
    colon = file.text.index(":", name.end) + 1
    text = file.text[colon : file.line_end(colon)]
    if empty := _EMPTY.match(text):
        column = file.column(name.start)
        lines = _listed(records, column)
        behind = text[empty.end() :]
        rest = file.line_end(colon)
        has_end = rest < len(file.text)
        made = behind + "\n" + (lines.removesuffix("\n") if has_end else lines)
        yield [Splice(colon, rest, made if has_end else made.removesuffix("\n"))]
    if pair[1].braces:
        yield [Splice(pair[1].start, pair[1].end, flow(trimmed(list(records))))]


def _listed(records: Sequence[Values], column: int) -> str:
    return "".join(item(trimmed(record), Manner(column, column + 2)) for record in records)


def _as_new_list(file: EditableFile, key: str, records: Sequence[Values]) -> Iterator[list[Splice]]:
    """With the key of the list, at the end of the file."""
    written = file.text[file.extent.start : file.extent.end]
    if file.extent.whole and written.strip():
        return
    column = file.extent.indent
    text = f"{' ' * column}{key}:\n{_listed(records, column)}"
    yield [_line_behind(file, file.extent.end, text)]


# --- Members of a mapping at the top: the stances of a question ---


def with_stance(content: bytes, id: str, values: Values) -> bytes:
    """The bytes of a question's file with one stance more, behind those that it has."""
    file, old, values = EditableFile(content), said_in(content), trimmed(values)
    for splice in _stance_ways(file, id, values):
        new = file.with_splices([splice])
        if with_more(old, [("stances", id, as_texts(values))], new):
            return new
    raise Refused("no safe place for it was found below `stances`")


def _stance_ways(file: EditableFile, id: str, values: Values) -> Iterator[Splice]:
    piece = next((piece for piece in file.pieces if _has_key(piece, "stances")), None)
    column = file.extent.indent
    if piece is None:
        made = mapping({"stances": {id: values}}, column)
        before = next((p for p in file.pieces if _has_key(p, "claims")), None)
        if before:
            yield Splice(*_twice(before.start), made)
        else:
            yield _line_behind(file, file.extent.end, made)
        return
    root = root_of(piece.slice, piece.start)
    pair = root.member("stances") if root else None
    if pair and pair[1].members:
        yield _behind_member(file, pair[1], id, values)
    elif pair and not file.text[pair[0].end : file.line_end(pair[0].end)].strip(": {}~"):
        colon = file.text.index(":", pair[0].end) + 1
        made = mapping({id: values}, column + 2)
        yield Splice(colon, file.line_end(colon), "\n" + made.removesuffix("\n"))


def _behind_member(file: EditableFile, mapped: Node, id: str, values: Values) -> Splice:
    last = mapped.members[-1]
    if mapped.braces:
        return Splice(last[1].end, last[1].end, f", {id}: {flow(values)}")
    made = mapping({id: values}, file.column(mapped.members[0][0].start))
    end = file.line_end(last[1].end)
    return Splice(end, end, "\n" + made.removesuffix("\n"))
