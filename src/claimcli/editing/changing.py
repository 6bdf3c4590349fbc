"""One value of a record changed, put in or taken out, and no other byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimcli.corpus.nodes import Node
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.emitting import as_json, as_texts, behind_key, flow, member, trimmed
from claimcli.editing.refused import Refused
from claimcli.editing.scalars import WIDTH, in_style_of


def with_value(
    file: EditableFile, record: Node, path: Sequence[str], value: Any, order: Sequence[str]
) -> Iterator[Splice]:
    """The splices, of which any may do, that give a field of a record this value.

    `path` leads to it: a field, and where it is a mapping, a field of that. A field that is not
    there yet goes where `order` has it. Raises `Refused`.
    """
    field, *inside = path
    pair = record.member(field)
    if inside and pair and pair[1].is_mapping and pair[1].members:
        yield from with_value(file, pair[1], inside, value, ("source", "by", "locator", "date"))
    elif inside:
        yield from with_value(file, record, (field,), {inside[0]: value}, order)
    elif pair:
        yield from _replaced(file, record, *pair, trimmed(value))
    else:
        yield from _put_in(file, record, field, trimmed(value), order)


# --- A value in the place of another ---


def _replaced(
    file: EditableFile, record: Node, key: Node, old: Node, value: Any
) -> Iterator[Splice]:
    written = file.text[old.start : old.end]
    short = _short(value, written, record.braces)
    if record.braces:
        yield Splice(old.start, old.end, short)
        return
    column = file.column(key.start)
    is_on_line = "\n" not in file.text[key.start : old.end]
    if is_on_line and old.start < old.end:
        has_room = file.column(old.start) + len(short) <= WIDTH
        if has_room or not isinstance(value, str):
            yield Splice(old.start, old.end, short)
    colon = file.text.index(":", key.end) + 1
    _demand_no_comment(file, colon, old)
    lines = behind_key(value, column, column + colon - key.start)
    yield Splice(colon, max(colon, old.end), "\n".join(lines))
    # A comment behind the value would end up in the lines below the key: all on the key's line.
    yield (
        Splice(old.start, old.end, short) if old.end > colon else Splice(colon, colon, f" {short}")
    )


def _short(value: Any, written: str, in_brackets: bool) -> str:
    if isinstance(value, str):
        return in_style_of(written, value, in_brackets=in_brackets)
    return flow(value)


def _demand_no_comment(file: EditableFile, start: int, old: Node) -> None:
    """Raise where a comment would go with the value that is replaced."""
    rest = list(file.text[start : old.end])
    for scalar in old.scalars:
        first = file.text[scalar.start : scalar.end].split("\n", 1)[0]
        begin = scalar.start + len(first) if scalar.style in ("|", ">") else scalar.start
        rest[begin - start : scalar.end - start] = " " * (scalar.end - begin)
    if "#" in "".join(rest):
        line = file.line(start)
        raise Refused(f"a comment stands in the value on line {line}; change it in an editor")


# --- A field that is not there yet ---


def _put_in(
    file: EditableFile, record: Node, field: str, value: Any, order: Sequence[str]
) -> Iterator[Splice]:
    before = (
        set(order[: order.index(field)]) if field in order else {k.text for k, _ in record.members}
    )
    above = [pair for pair in record.members if pair[0].text in before]
    name, last = above[-1] if above else record.members[0]
    if record.braces:
        is_json = name.style == '"'
        made = as_json({field: value})[1:-1] if is_json else flow({field: value})[1:-1]
        yield Splice(last.end, last.end, f", {made}")
        return
    made = member(field, value, file.column(record.members[0][0].start))
    for offset in (file.line_end(last.end), last.end):
        yield Splice(offset, offset, "\n" + made.removesuffix("\n"))


# --- A field taken out ---


def without_field(file: EditableFile, record: Node, path: Sequence[str]) -> Splice:
    """The splice that takes a field out of a record, with the line that it alone is on.

    Raises `Refused` where the record does not have it.
    """
    field, *inside = path
    pair = record.member(field)
    if pair is None:
        raise Refused(f"it has no {'.'.join(path)}")
    if inside and pair[1].is_mapping and len(pair[1].members) > 1:
        return without_field(file, pair[1], inside)
    at = record.members.index(pair)
    if record.braces:
        return _without_pair(record, at)
    _demand_no_comment(file, pair[0].end, pair[1])
    if at == 0 and len(record.members) > 1:  # it is behind the dash
        return Splice(pair[0].start, record.members[1][0].start, "")
    start, end = file.line_start(pair[0].start), file.line_end(pair[1].end)
    if end < len(file.text):
        return Splice(start, end + 1, "")
    return Splice(max(0, start - 1), end, "")


def _without_pair(record: Node, at: int) -> Splice:
    """A pair in { } with the comma beside it."""
    key, value = record.members[at]
    if at:
        return Splice(record.members[at - 1][1].end, value.end, "")
    after = record.members[1][0].start if len(record.members) > 1 else value.end
    return Splice(key.start, after, "")


def changed(values: dict[str, Any], path: Sequence[str], value: Any) -> dict[str, Any]:
    """What a record says when a field has another value, or where it is None no more."""
    field, *inside = path
    made = dict(values)
    if inside:
        within = made.get(field)
        within = changed(within if isinstance(within, dict) else {}, inside, value)
        value = within or None
    if value is None:
        made.pop(field, None)
    else:
        made[field] = as_texts(value)
    return made
