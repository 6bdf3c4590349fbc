"""A new record in a file: where it goes, and the splice that puts it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcli.corpus.damage import key_on
from claimcli.corpus.slicing import KEYS, LIST
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
from claimcli.editing.filetext import FileText, Piece, Splice, items_of
from claimcli.editing.net import said_in, with_one_more
from claimcli.editing.nodes import Node, root_of
from claimcli.editing.refused import Refused

_EMPTY = re.compile(r"\s*(?:\[\s*\]|~|null)?(?=\s*(?:#.*)?$)")


def with_record(content: bytes, key: str, record: Values) -> bytes:
    """The bytes of a file with one record more in its list of that key.

    It goes where its id sorts if the list is sorted by id, else at the end. Raises `Refused` where
    that cannot be done without touching anything else.
    """
    file, values, record = FileText(content), given(record), trimmed(record)
    old = said_in(content)
    ids = [value.get("id") for k, _, value in old.things if k == key and isinstance(value, dict)]
    for splice in _ways(file, key, record, ids):
        new = file.with_splices([splice])
        if with_one_more(old, key, None, values, new):
            return new
    raise Refused(f"no safe place for it was found in the list `{key}`")


def _ways(file: FileText, key: str, record: Values, ids: list[Any]) -> Iterator[Splice]:
    """The splices that may do, the best first."""
    pieces = file.pieces
    at = next((n for n, piece in enumerate(pieces) if _has_key(piece, key)), None)
    if at is None:
        yield from _as_new_list(file, key, record)
    elif pieces[at].slice.kind == LIST:
        items = items_of(pieces, at)
        yield from _in_lines(file, pieces[at], items, record, _place(record, ids, len(items)))
    else:
        root = root_of(pieces[at].slice, pieces[at].start)
        value = root.value(key) if root else None
        if value and value.braces and value.items:
            yield _in_brackets(file, value, record, _place(record, ids, len(value.items)))
        elif root and value and not value.items:
            yield from _in_empty_list(file, root, key, record)


def _has_key(piece: Piece, key: str) -> bool:
    if piece.slice.kind == LIST:
        return key_on(piece.slice.text.split("\n", 1)[0]) == key
    if piece.slice.kind != KEYS or key not in piece.slice.text:
        return False
    root = root_of(piece.slice, piece.start)
    return bool(root and root.is_mapping and root.member(key))


def _place(record: Values, ids: list[Any], count: int) -> int:
    """The index at which the record goes."""
    if len(ids) != count or not all(isinstance(id, str) for id in ids) or ids != sorted(ids):
        return count
    return sum(id < record["id"] for id in ids)


# --- A list in lines ---


def _in_lines(
    file: FileText, key: Piece, items: list[Piece], record: Values, place: int
) -> Iterator[Splice]:
    manner = manner_of(items)
    text = item(record, manner)
    if place == 0:
        yield Splice(*_twice(_behind_line(file, key.start)), _spaced(text, items, before=False))
        yield Splice(*_twice(items[0].start), _spaced(text, items, before=False))
        return
    above = items[place - 1]
    for offset in (end_of_item(above), above.end):
        yield _line_behind(file, offset, _spaced(text, items, before=True))


def _twice(offset: int) -> tuple[int, int]:
    return offset, offset


def _behind_line(file: FileText, offset: int) -> int:
    """The offset of the next line, or the end of the text."""
    return min(file.line_end(offset) + 1, len(file.text))


def _line_behind(file: FileText, offset: int, text: str) -> Splice:
    """Whole lines put in at an offset; a last line without an end stays so."""
    if offset and file.text[offset - 1] != "\n":
        return Splice(offset, offset, "\n" + text.removesuffix("\n"))
    return Splice(offset, offset, text)


def _spaced(text: str, items: list[Piece], *, before: bool) -> str:
    """The record with an empty line beside it, where the others have one between them."""
    gaps = [piece.slice.text.endswith("\n\n") for piece in items[:-1]]
    if not gaps or not all(gaps):
        return text
    return "\n" + text if before else text + "\n"


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


def _in_brackets(file: FileText, value: Node, record: Values, place: int) -> Splice:
    """Within [ ], on a line of its own where the others have theirs."""
    is_json = bool(value.items[0].members and value.items[0].members[0][0].style == '"')
    text = as_json(record) if is_json else flow(record)
    if place == 0:
        first = value.items[0]
        return Splice(first.start, first.start, f"{text},{_between(file, first)}")
    above = value.items[place - 1]
    return Splice(above.end, above.end, f",{_between(file, above)}{text}")


def _between(file: FileText, one: Node) -> str:
    """What stands between two items: a line's end and the way to its column, or a space."""
    start = file.line_start(one.start)
    lead = file.text[start : one.start]
    return f"\n{lead}" if not lead.strip() else " "


def _in_empty_list(file: FileText, root: Node, key: str, record: Values) -> Iterator[Splice]:
    """Below a key that has nothing behind it, or what stands for nothing."""
    pair = root.member(key)
    assert pair
    name = pair[0]
    colon = file.text.index(":", name.end) + 1
    text = file.text[colon : file.line_end(colon)]
    if empty := _EMPTY.match(text):
        column = file.column(name.start)
        lines = item(record, Manner(column, column + 2))
        behind = text[empty.end() :]
        rest = file.line_end(colon)
        has_end = rest < len(file.text)
        made = behind + "\n" + (lines.removesuffix("\n") if has_end else lines)
        yield Splice(colon, rest, made if has_end else made.removesuffix("\n"))
    if pair[1].braces:
        yield Splice(pair[1].start, pair[1].end, f"[{flow(record)}]")


def _as_new_list(file: FileText, key: str, record: Values) -> Iterator[Splice]:
    """With the key of the list, at the end of the file."""
    written = file.text[file.extent.start : file.extent.end]
    if file.extent.whole and written.strip():
        return
    column = file.extent.indent
    lines = item(record, Manner(column, column + 2))
    yield _line_behind(file, file.extent.end, f"{' ' * column}{key}:\n{lines}")


# --- Members of a mapping at the top: the stances of a question ---


def with_stance(content: bytes, id: str, values: Values) -> bytes:
    """The bytes of a question's file with one stance more, behind those that it has."""
    file, old, values = FileText(content), said_in(content), trimmed(values)
    for splice in _stance_ways(file, id, values):
        new = file.with_splices([splice])
        if with_one_more(old, "stances", id, as_texts(values), new):
            return new
    raise Refused("no safe place for it was found below `stances`")


def _stance_ways(file: FileText, id: str, values: Values) -> Iterator[Splice]:
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


def _behind_member(file: FileText, mapped: Node, id: str, values: Values) -> Splice:
    last = mapped.members[-1]
    if mapped.braces:
        return Splice(last[1].end, last[1].end, f", {id}: {flow(values)}")
    made = mapping({id: values}, file.column(mapped.members[0][0].start))
    end = file.line_end(last[1].end)
    return Splice(end, end, "\n" + made.removesuffix("\n"))
