"""The tables of an export to records as `search --json` and `list --json` have them.

What follows from other columns is left, and so is what was named only (`declared` false).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from claimcli.claim_fields import CLAIM_FIELDS, ClaimField

Row = dict[str, Any]
Tables = Mapping[str, Iterable[Row]]
"""The rows of each table by its name."""


class Lacking(ValueError):
    """A table of the export, or something in one, is not as it was written."""


def records_of(tables: Tables) -> Iterator[list[Row]]:
    """The records of each kind, in the order in which each refers to those before it.

    Numbers, flags and the order of rows may have been written anew by another program. Raises
    `Lacking` for a table without which records would be others than they were.
    """
    _demand_lists(tables)
    yield [_scholar(row, names) for row, names in _with(tables, "scholars", "scholar_names")]
    yield list(map(_source, _declared(tables, "sources")))
    yield [_name(row, spelt) for row, spelt in _with(tables, "names", "spellings", "name")]
    yield list(_questions(tables))
    yield list(_claims(tables))


def _demand_lists(tables: Tables) -> None:
    claims = [f"claim_{field.name}" for field in CLAIM_FIELDS if field.value in _LISTED]
    needed = {"claims": claims, "scholars": ["scholar_names"], "names": ["spellings"]}
    for table, lists in {**needed, "questions": ["stances"]}.items():
        if lacking := [name for name in lists if table in tables and name not in tables]:
            raise Lacking(f"the table {lacking[0]} of the export is not here: give all of it")


def _declared(tables: Tables, name: str) -> list[Row]:
    return [row for row in tables.get(name, ()) if _flag(row.get("declared")) is not False]


_FLAGS = {"true": True, "1": True, "1.0": True, "false": False, "0": False, "0.0": False}


def _flag(value: Any) -> bool | None:
    """A flag, whoever wrote it: `TRUE` is what a spreadsheet makes of `true`."""
    return _FLAGS.get(str(value).lower())


def _with(
    tables: Tables, name: str, more: str, key: str = "scholar"
) -> Iterator[tuple[Row, list[Row]]]:
    """The rows of a table with those of another that belong to each."""
    lists = _by(tables, more, key)
    for row in _declared(tables, name):
        yield row, lists.get(_demanded(row, "id", name), [])


def _by(tables: Tables, name: str, key: str) -> dict[str, list[Row]]:
    """The rows of a table by what they belong to, in their order."""
    found: dict[str, list[Row]] = {}
    for row in tables.get(name, ()):
        found.setdefault(_demanded(row, key, name), []).append(row)
    for rows in found.values():
        rows.sort(key=_place)
    return found


def _demanded(row: Row, key: str, table: str) -> Any:
    if row.get(key) is None:
        raise Lacking(f"a row of the table {table} has no {key}")
    return row[key]


def _place(row: Row) -> float:
    """Where a value stands in its list; behind the others where nothing tells."""
    try:
        return float(row["nth"])
    except (KeyError, TypeError, ValueError):
        return math.inf


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
    id, csl = _demanded(row, "id", "sources"), row.get("csl")
    try:
        read = json.loads(csl) if isinstance(csl, str) else csl
    except json.JSONDecodeError as error:
        raise Lacking(f"the csl of the source '{id}' is no JSON: {error}") from error
    return {"id": id, "type": row.get("type"), "csl": read}


def _questions(tables: Tables) -> Iterator[Row]:
    stances: dict[str, list[Row]] = {}
    for row in _declared(tables, "stances"):
        stances.setdefault(_demanded(row, "question", "stances"), []).append(row)
    for row in _declared(tables, "questions"):
        known = _taken(row, "id question scope period part_of note")
        known |= {flag: True for flag in ("exclusive", "ordered") if _flag(row.get(flag))}
        own = sorted(stances.get(_demanded(row, "id", "questions"), []), key=_place)
        yield {**known, "stances": [_stance(stance) for stance in own]}


def _stance(row: Row) -> Row:
    return {"id": _demanded(row, "stance", "stances"), **_taken(row, "label meaning note")}


def _claims(tables: Tables) -> Iterator[Row]:
    lists = {
        field.name: _by(tables, f"claim_{field.name}", "claim")
        for field in CLAIM_FIELDS
        if field.value in _LISTED
    }
    for row in tables.get("claims", ()):
        _demanded(row, "id", "claims")
        found = {key: row.get(key) for key in ("id", "question", "stance")}
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
    "scholars": lambda row: {"id": _demanded(row, "scholar", "claim_scholars")},
    "works": lambda row: _taken(row, "source locator"),
    "grounds": _ground,
    "relations": lambda row: _taken(row, "type target"),
    "answers": lambda row: _demanded(row, "answer", "claim_answers"),
    "tags": lambda row: _demanded(row, "tag", "claim_tags"),
    "fields": lambda row: _demanded(row, "field", "claim_unclear"),
}
"""What makes a value of a list of a row, by what kind of value the field takes."""
