"""The records of an answer as columns in memory, each of the type that docs/json.md says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from claimcli.answers.answer import Answer
from claimcli.answers.list import Listing
from claimcli.answers.show import ShownRecord
from claimcli.errors import ClaimcliError
from claimcli.render import json_line
from claimcli.schemas.dialect import Schema
from claimcli.schemas.printed import of_line

_PRINTED = {
    "Found": "`search`",
    "Comparison": "`compare --question ID --format jsonl`",
    "Matrix": "`compare --question ID --figure matrix`",
    "Chains": "`compare --question ID --figure chains`",
    "Replies": "`compare --question ID --figure replies`",
    "Juxtaposition": "`compare --scholar ID --scholar ID --format jsonl`",
    "ShownClaim": "`show ID` of a claim",
    "ShownDraft": "`show ID` of a draft",
    "Description": "`show corpus`",
    "Citations": "`cite ID`",
    "Verification": "`verify`",
    "Covered": "`coverage TEXT --source ID`",
    "Review": "`review`",
    "BlindReview": "`review --blind`",
    "Diff": "`diff REV`",
    "Inspected": "`check`",
}
"""The answers whose records are told of in docs/json.md, with the row that names them there.

By the names of their classes: of some the module reads YAML, and is loaded for who asks alone.
"""


_TEXT: Schema = {"type": "string"}
"""Of what is told of in words alone, as the records of a diff are."""


class Types(NamedTuple):
    """What a library calls the types of columns; a list and a record are of others."""

    text: Any
    integer: Any
    number: Any
    boolean: Any
    listed: Callable[[Any], Any]
    record: Callable[[dict[str, Any]], Any]


def answer_columns(answer: Answer, types: Types) -> tuple[dict[str, list[Any]], dict[str, Any]]:
    """The columns of an answer by the names of its keys, and their types in a library.

    Keys of which any number may be there, as a work's CSL has them, are JSON. Raises for an answer
    that is no list of records.
    """
    schema = of_line(_printed(answer))
    shape, shapes = _resolved(schema.get("items", schema), schema["$defs"]), schema["$defs"]
    rows = list(answer.rows)
    found: dict[str, list[Any]] = {}
    columns: dict[str, Any] = {}
    for field in answer.fields:
        kind = shape["properties"].get(field, _TEXT)
        found[field] = [_value(row[field], kind, shapes) for row in rows]
        columns[field] = _type(kind, shapes, types)
    return found, columns


def _printed(answer: Answer) -> str:
    if isinstance(answer, Listing):
        return f"`list {answer.kind}`"
    if isinstance(answer, ShownRecord):
        return "`show ID --format jsonl` of another record"
    name = type(answer).__name__
    if name not in _PRINTED:
        raise ClaimcliError(f"no data frame of a {name}, which is told as a whole: `view` gives it")
    return _PRINTED[name]


def _resolved(shape: Schema, shapes: Schema) -> Schema:
    """A shape without references and without the null that it may be."""
    for one in shape.get("anyOf", ()):
        if one != {"type": "null"}:
            return _resolved(one, shapes)
    if "$ref" in shape:
        return _resolved(shapes[shape["$ref"].removeprefix("#/$defs/")], shapes)
    return shape


def _kind(shape: Schema) -> str:
    kinds: Sequence[str] = shape.get("type", "string")
    every = [kinds] if isinstance(kinds, str) else [kind for kind in kinds if kind != "null"]
    return every[0] if len(every) == 1 else "string"


def _type(shape: Schema, shapes: Schema, types: Types) -> Any:
    shape = _resolved(shape, shapes)
    match _kind(shape):
        case "array":
            return types.listed(_type(shape["items"], shapes, types))
        case "object" if "properties" in shape:
            inner = shape["properties"].items()
            return types.record({name: _type(one, shapes, types) for name, one in inner})
        case "integer":
            return types.integer
        case "number":
            return types.number
        case "boolean":
            return types.boolean
        case _:
            return types.text


def _value(value: Any, shape: Schema, shapes: Schema) -> Any:
    """The value with the keys of its shape, in their order, and text for what has none."""
    if value is None:
        return None
    shape = _resolved(shape, shapes)
    match _kind(shape):
        case "array":
            return [_value(one, shape["items"], shapes) for one in value]
        case "object" if "properties" in shape:
            inner = shape["properties"].items()
            return {name: _value(value.get(name), one, shapes) for name, one in inner}
        case "integer" | "number" | "boolean":
            return value
        case _:
            return sound(value if isinstance(value, str) else json_line(value).decode())


_HALF = re.compile("[\ud800-\udfff]")


def sound(text: Any) -> Any:
    """A text with U+FFFD for half of a surrogate pair, which no UTF-8 can hold."""
    return _HALF.sub("\ufffd", text) if isinstance(text, str) else text
