"""The schema of files for one corpus: what refers to a record takes the ids that there are.

JSON Schema cannot point into the document that it is held against. So each question's stances are
said to be those of claims in the file that has the question's id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from claimcli.claim_fields import REFERENCES, FieldPath
from claimcli.model import NO_STANCE
from claimcli.schemas.dialect import Schema
from claimcli.schemas.written import of_files
from claimcli.store import Store


class KnownIds(NamedTuple):
    """The ids of a corpus: of each kind, and the stances of each question by its id."""

    ids: dict[str, list[str]]
    stances: dict[str, list[str]]


def known_in(store: Store) -> KnownIds:
    """The ids that a corpus has, in the order of its files."""
    stances = {question.id: [s.id for s in question.stances] for question in store.questions()}
    kinds = ("scholar", "source", "question", "claim")
    ids = {kind: list(store.ids(kind)) for kind in kinds}
    pairs = [f"{question}/{stance}" for question, some in stances.items() for stance in some]
    return KnownIds({**ids, "stance": pairs}, stances)


def of_files_with(known: KnownIds) -> Schema:
    """The schema of files in which what refers to a record takes these ids and no others."""
    schema = of_files()
    del schema["$id"]  # it is of this corpus alone
    claim = schema["properties"]["claims"]["items"]
    for path, kinds in _kinds_at().items():
        for place in _at(claim, path):
            _take_only(place, kinds)
    claim["properties"]["stance"]["type"] = "string"  # else `true` is offered beside the stances
    schema["properties"]["part_of"] = {
        "description": schema["properties"]["part_of"]["description"],
        "enum": [*known.ids["question"], None],
    }
    schema["$defs"] = {kind: {"enum": ids} for kind, ids in known.ids.items() if kind != "question"}
    schema["allOf"] += [_stances_of(*question) for question in known.stances.items()]
    return schema


def ids_in(content: bytes) -> dict[str, list[str]] | None:
    """The ids that a schema of this kind was made with, in either dialect; None of any other."""
    try:
        schema = msgspec.json.decode(content)
        defined = schema.get("$defs") or schema.get("definitions") or {}
        found = {kind: list(one["enum"]) for kind, one in defined.items()}
    except (msgspec.DecodeError, AttributeError, KeyError, TypeError):
        return None
    return found if "claim" in found else None


def _kinds_at() -> dict[FieldPath, list[str]]:
    """Which kinds of records each field of a claim refers to; a question only with a stance."""
    found: dict[FieldPath, list[str]] = {}
    for kind, paths in REFERENCES.items():
        for path in paths if kind != "question" else ():
            found.setdefault(path, []).append(kind)
    return found


def _at(schema: Schema, path: FieldPath) -> Iterator[Schema]:
    """The schemas at the end of a path: of a field, of each item, of each key."""
    if not path:
        yield schema
        return
    step, *rest = path
    if step != "*":
        inside = [schema["properties"][step]]
    else:
        inside = [schema["items"]] if "items" in schema else list(schema["properties"].values())
    for one in inside:
        yield from _at(one, tuple(rest))


def _take_only(place: Schema, kinds: list[str]) -> None:
    """Let a field take the ids of these kinds alone."""
    del place["type"]
    references: list[Any] = [{"$ref": f"#/$defs/{kind}"} for kind in kinds]
    place["anyOf"] = [*references, {"type": "null"}]


def _stances_of(question: str, stances: list[str]) -> Schema:
    taken = {"properties": {"stance": {"enum": [*stances, NO_STANCE]}}}
    return {
        "if": {"properties": {"id": {"const": question}}, "required": ["id", "question"]},
        "then": {"properties": {"claims": {"items": taken}}},
    }
