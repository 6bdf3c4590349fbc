"""One record as YAML text, in the manner of the file that it goes into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from claimcli.editing import scalars
from claimcli.editing.scalars import WIDTH

Values = Mapping[str, Any]
"""A record as it is written: texts, lists and mappings; `None` and empty ones are left out."""


class Manner(NamedTuple):
    """How the records of a list are written.

    `dash` and `keys` are the columns, from 0, of a record's dash and of its keys, `nested` how far
    the dashes of a list in it stand to the right of its key. `braces`: each record is in { }.
    """

    dash: int = 0
    keys: int = 2
    nested: int = 0
    braces: bool = False


def given(values: Values) -> dict[str, Any]:
    """A record as reading gives it: without what it does not say, and with texts for numbers."""
    return {key: as_texts(value) for key, value in values.items() if not _is_nothing(value)}


def trimmed(value: Any) -> Any:
    """A value as it is written: without what is nothing, and white space around texts."""
    if isinstance(value, Mapping):
        return {key: trimmed(inner) for key, inner in value.items() if not _is_nothing(inner)}
    if isinstance(value, list | tuple):
        return [trimmed(one) for one in value]
    return value.strip() if isinstance(value, str) else value


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, list | tuple | dict | str) and not value)


def as_texts(value: Any) -> Any:
    """A value as reading gives it."""
    if isinstance(value, Mapping):
        return given(value)
    if isinstance(value, list | tuple):
        return [as_texts(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value if value is None else str(value).strip()


def item(values: Values, manner: Manner) -> str:
    """A record as an item of a list, with the end of its last line."""
    dash = " " * manner.dash + "-" + " " * (manner.keys - manner.dash - 1)
    if manner.braces:
        return f"{dash}{flow(values)}\n"
    lines = list(_members(values, manner.keys, manner.nested))
    lines[0] = dash + lines[0][manner.keys :]
    return "\n".join(lines) + "\n"


def mapping(values: Values, column: int, nested: int = 0) -> str:
    """The keys of a record, each at the column, with the end of the last line."""
    return "\n".join(_members(values, column, nested)) + "\n"


def member(key: str, value: Any, column: int, nested: int = 0) -> str:
    """A key at the column and its value, with the end of the last line."""
    return mapping({key: value}, column, nested)


def _members(values: Values, column: int, nested: int) -> Iterator[str]:
    for key, value in values.items():
        name = scalars.inline(key)
        first, *below = behind_key(value, column, column + len(name) + 1, nested)
        yield " " * column + name + ":" + first
        yield from below


def behind_key(value: Any, column: int, used: int, nested: int = 0) -> list[str]:
    """What stands behind the colon of a key at this column, and the lines below it.

    `used` is how many columns of the line the key takes.
    """
    if isinstance(value, str):
        return _text(value, column, used)
    short = _truth(value) or flow(value)
    if _has_room(value, used + 1 + len(short)):
        return [f" {short}"]
    if isinstance(value, Mapping):
        return ["", *_members(value, column + 2, nested)]
    return ["", *_items(value, column + nested, nested)]


def _text(value: str, column: int, used: int) -> list[str]:
    short = scalars.inline(value)
    if "\n" not in value and used + 1 + len(short) <= WIDTH:
        return [f" {short}"]
    first, *below = scalars.on_lines(value, column + 2) or [short]
    return [f" {first}", *below]


def _truth(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool | int | float) else ""


def _has_room(value: Any, columns: int) -> bool:
    """Whether a collection is to stand on the line of its key."""
    if not value or isinstance(value, bool | int | float):
        return True
    if columns > WIDTH or _has_breaks(value) or _is_of_stances(value):
        return False
    inside = value.values() if isinstance(value, Mapping) else value
    mappings = [one for one in inside if isinstance(one, Mapping)]
    return not mappings if isinstance(value, Mapping) else len(mappings) <= 1


def _is_of_stances(value: Any) -> bool:
    """Whether it is a stance or several, which have lines of their own."""
    if not isinstance(value, Mapping):
        return False
    return "label" in value or any(map(_is_of_stances, value.values()))


def _has_breaks(value: Any) -> bool:
    if isinstance(value, str):
        return "\n" in value
    inside = value.values() if isinstance(value, Mapping) else value
    return isinstance(value, Mapping | Sequence) and any(map(_has_breaks, inside))


def _items(value: Sequence[Any], column: int, nested: int) -> Iterator[str]:
    for one in value:
        dash = " " * column + "- "
        if isinstance(one, str):
            first, *below = _text(one, column, column + 1)
            yield dash + first[1:]
            yield from below
        elif not isinstance(one, Mapping) or _has_room(one, column + 2 + len(flow(one))):
            yield dash + flow(one)
        else:
            first, *below = _members(one, column + 2, nested)
            yield dash + first[column + 2 :]
            yield from below


def as_json(values: Values) -> str:
    """A record on one line of JSON, for a file that is JSON."""
    return msgspec.json.encode(given(values)).decode()


def flow(value: Any) -> str:
    """A value on one line, in brackets where it is a collection."""
    if isinstance(value, Mapping):
        pairs = (f"{scalars.inline(k, in_brackets=True)}: {flow(v)}" for k, v in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    if value is None:
        return "null"
    return _truth(value) or scalars.inline(str(value), in_brackets=True)
