"""The two drafts of JSON Schema that are written: 2020-12, and draft-07 for older editors."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

LATEST = "https://json-schema.org/draft/2020-12/schema"
DRAFT_07 = "http://json-schema.org/draft-07/schema#"


def in_draft_07(schema: Schema) -> Schema:
    """The same in draft-07: definitions have another name, and nothing counts beside a `$ref`."""
    return {**_moved(schema), "$schema": DRAFT_07}


def _moved(part: Any) -> Any:
    if isinstance(part, list):
        return [_moved(one) for one in part]
    if not isinstance(part, dict):
        return part
    moved = {key.replace("$defs", "definitions"): _moved(value) for key, value in part.items()}
    reference = moved.get("$ref")
    if not isinstance(reference, str):
        return moved
    reference = reference.replace("#/$defs/", "#/definitions/")
    rest = {key: value for key, value in moved.items() if key != "$ref"}
    return {**rest, "allOf": [{"$ref": reference}]} if rest else {"$ref": reference}
