"""The tables of an export to records as `search --json` and `list --json` have them.

What follows from other columns is left, and so is what was named only (`declared` false).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from claimcli.claim_fields import CLAIM_FIELDS, ClaimField

Row = dict[str, Any]
Tables = Mapping[str, Iterable[Row]]
"""The rows of each table by its name, with nothing where there is none."""


def records_of(tables: Tables) -> Iterator[list[Row]]:
    """The records of each kind, in the order in which each refers to those before it."""
    yield [_scholar(row, names) for row, names in _with(tables, "scholars", "scholar_names")]
    yield list(map(_source, _declared(tables, "sources")))
    yield [_name(row, spelt) for row, spelt in _with(tables, "names", "spellings", "name")]
    yield list(_questions(tables))
    yield list(_claims(tables))


def _declared(tables: Tables, name: str) -> list[Row]:
    return [row for row in tables.get(name, ()) if row.get("declared") not in (False, 0)]


def _with(
    tables: Tables, name: str, more: str, key: str = "scholar"
) -> Iterator[tuple[Row, list[Row]]]:
    """The rows of a table with those of another that belong to each."""
    lists = _by(tables, more, key)
    for row in _declared(tables, name):
        yield row, lists.get(row["id"], [])


def _by(tables: Tables, name: str, key: str) -> dict[str, list[Row]]:
    """The rows of a table by what they belong to, in their order."""
    found: dict[str, list[Row]] = {}
    for row in tables.get(name, ()):
        found.setdefault(row[key], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: int(row["nth"]))
    return found


def _taken(row: Row, names: str) -> Row:
    return {name: row[name] for name in names.split() if row.get(name) is not None}


def _spellings(rows: list[Row]) -> list[Row]:
    return [_taken(row, "value scheme") for row in rows]


def _scholar(row: Row, names: list[Row]) -> Row:
    known = _taken(row, "id name kind school note")
    return {**known, "names": _spellings(names)}


def _name(row: Row, spellings: list[Row]) -> Row:
    known = _taken(row, "id name kind note")
    return {**known, "spellings": _spellings(spellings)}


def _source(row: Row) -> Row:
    csl = row.get("csl")
    return {
        "id": row["id"],
        "type": row["type"],
        "csl": json.loads(csl) if isinstance(csl, str) else csl,
    }


def _questions(tables: Tables) -> Iterator[Row]:
    stances: dict[str, list[Row]] = {}
    for row in _declared(tables, "stances"):
        stances.setdefault(row["question"], []).append(row)
    for row in _declared(tables, "questions"):
        known = _taken(row, "id question scope period part_of note")
        known |= {flag: True for flag in ("exclusive", "ordered") if row.get(flag)}
        own = sorted(stances.get(row["id"], []), key=lambda stance: int(stance["nth"]))
        yield {**known, "stances": [_stance(stance) for stance in own]}


def _stance(row: Row) -> Row:
    return {"id": row["stance"], **_taken(row, "label meaning note")}


def _claims(tables: Tables) -> Iterator[Row]:
    lists = {
        field.name: _by(tables, f"claim_{field.name}", "claim")
        for field in CLAIM_FIELDS
        if field.value in _LISTED
    }
    for row in tables.get("claims", ()):
        found = {"id": row["id"], "question": row.get("question"), "stance": row.get("stance")}
        for field in CLAIM_FIELDS:
            found[field.name] = _value(field, row, lists)
        yield found


def _value(field: ClaimField, row: Row, lists: Mapping[str, Mapping[str, list[Row]]]) -> Any:
    if field.value in _LISTED:
        return list(map(_LISTED[field.value], lists[field.name].get(row["id"], ())))
    if field.value == "work":
        prefix = "" if field.name == "citation" else f"{field.name}_"
        parts = {part: row.get(f"{prefix}{part}") for part in ("source", "locator")}
        return parts if parts["source"] else None
    if field.value == "stamp":
        parts = {part: row.get(f"{field.name}_{part}") for part in ("by", "date")}
        return parts if parts["by"] else None
    return row.get(field.name)


def _ground(row: Row) -> Row:
    known = _taken(row, "source locator")
    return known if row.get("ground") is None else {**known, "claim": row["ground"]}


_LISTED: dict[str, Callable[[Row], Any]] = {
    "scholars": lambda row: {"id": row["scholar"]},
    "works": lambda row: _taken(row, "source locator"),
    "grounds": _ground,
    "relations": lambda row: _taken(row, "type target"),
    "answers": lambda row: row["answer"],
    "tags": lambda row: row["tag"],
    "fields": lambda row: row["field"],
}
"""What makes a value of a list of a row, by what kind of value the field takes."""
