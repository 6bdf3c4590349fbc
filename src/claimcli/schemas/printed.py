"""JSON Schema of what the commands print, from the tables of docs/json.md.

Every key is required, since every key is always printed. Keys beside them are allowed: within a
major version some may be added, and a schema that was kept must not refuse them.
"""

from __future__ import annotations

import re
from typing import Any

from claimcli.errors import UnknownValue
from claimcli.schemas.contract import Key, Keys, keys_below_headings, printed_types
from claimcli.schemas.dialect import LATEST, Schema

_LINES = " --format jsonl"


def commands() -> tuple[str, ...]:
    """Whose output has a schema: `search`, and `list tags` for one list alone."""
    names = dict.fromkeys(_name(row) for row in printed_types())
    return tuple(dict.fromkeys([*(name.split()[0] for name in names), *names]))


def of_output(command: str) -> Schema:
    """The schema of the JSON of a command: of any that it can print.

    Raises `UnknownValue` for one that prints none.
    """
    types = {
        type: None
        for row, type in printed_types().items()
        if _LINES not in row and command in (_name(row), _name(row).split()[0])
    }
    if not types:
        raise UnknownValue("schema", command, ("corpus", *commands()))
    every = [_type(type, None) for type in types]
    return {
        "$schema": LATEST,
        **(every[0] if len(every) == 1 else {"anyOf": every}),
        **_defs(every),
    }


def of_line(row: str) -> Schema:
    """The schema of one line of JSON lines; `row` is the command as docs/json.md has it."""
    made = _type(printed_types()[row], None)
    return {"$schema": LATEST, **made, **_defs([made])}


def _name(row: str) -> str:
    """The command that a row of the table is of, with the words of one list, and no options."""
    words = row.split("`")[1].split(" --")[0].split()
    return " ".join(word for word in words if not word.isupper())


def _defs(made: list[Schema]) -> Schema:
    """The definitions that are reached from here."""
    shapes, found = keys_below_headings(), {}
    waiting = list(_named(made))
    while waiting:
        heading = waiting.pop()
        if heading not in found:
            found[heading] = _object(shapes[heading])
            waiting += _named(found[heading])
    return {"$defs": dict(sorted(found.items()))}


def _named(part: Any) -> list[str]:
    """The headings that a schema refers to."""
    if isinstance(part, list):
        return [name for one in part for name in _named(one)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"].removeprefix("#/$defs/")] if "$ref" in part else []
    return own + [name for one in part.values() for name in _named(one)]


def _object(keys: Keys) -> Schema:
    return {
        "type": "object",
        "properties": {name: _described(key) for name, key in keys.items()},
        "required": list(keys),
    }


def _described(key: Key) -> Schema:
    meaning = re.sub(r"\[(.+?)\]\(.*?\)", r"\1", key.meaning)
    return {**({"description": meaning} if meaning else {}), **_type(key.type, key)}


def _type(type: str, key: Key | None) -> Schema:
    """What a cell of the column of types says."""
    whole, _, nullable = type.partition(" or ")
    made = _whole(whole, key)
    if not nullable:
        return made
    if "enum" in made:
        return {"enum": [*made["enum"], None]}
    if "type" in made:
        return {**made, "type": [made["type"], "null"]}
    return {"anyOf": [made, {"type": "null"}]}


def _whole(type: str, key: Key | None) -> Schema:
    kind, _, part = type.partition(" of ")
    if kind == "array":
        return {"type": "array", "items": _type(part, key)}
    if kind == "object":
        return {"type": "object", **({"additionalProperties": _type(part, key)} if part else {})}
    if type == "word":
        return {"enum": list(key.words if key else ())}
    if linked := re.fullmatch(r"\[.+\]\(#(.+)\)", type):
        return {"$ref": f"#/$defs/{linked[1]}"}
    return {"type": type}
