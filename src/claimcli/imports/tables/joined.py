"""The tables of an exported corpus, where a list of a record is a table of its own, joined again.

`claims` with `claim_scholars`, `claim_via` and the like, `scholars` with `scholar_names`, `names`
with `spellings`: as `export csv`, `sqlite` and `parquet` write them. Its columns tell a table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from claimcli.imports.foreign import Row, Sheet
from claimcli.imports.tables.cells import plain

Record = Mapping[str, Any]

_SIGNS: dict[str, frozenset[str]] = {
    "claim_scholars": frozenset(("claim", "nth", "scholar")),
    "claim_basis": frozenset(("claim", "nth", "source", "ground")),
    "claim_via": frozenset(("claim", "nth", "source")),
    "claim_relations": frozenset(("claim", "nth", "type", "target")),
    "claim_answers": frozenset(("claim", "nth", "answer")),
    "claim_tags": frozenset(("claim", "nth", "tag")),
    "claim_unclear": frozenset(("claim", "nth", "field")),
    "scholar_names": frozenset(("scholar", "nth", "value")),
    "spellings": frozenset(("name", "nth", "value")),
    "claims": frozenset(("id", "statement", "recorded_by", "corpus")),
    "stances": frozenset(("id", "question", "label", "declared")),
    "questions": frozenset(("id", "question", "scope", "declared")),
    "sources": frozenset(("id", "csl", "declared")),
    "scholars": frozenset(("id", "name", "school", "declared")),
    "names": frozenset(("id", "name", "kind", "corpus")),
    "corpus": frozenset(("title", "about", "licence")),
}
"""What columns each table has; of several that fit the first is meant."""


def table_named(columns: Iterable[str]) -> str | None:
    """The table of an exported corpus that has these columns; None where none has."""
    names = {column.strip() for column in columns}
    return next((name for name, sign in _SIGNS.items() if sign <= names), None)


def is_side_table(columns: Iterable[str]) -> bool:
    """Whether it is one that only says what belongs to the records of another."""
    name = table_named(columns)
    return name is not None and ("_" in name or name in ("spellings", "corpus"))


class Joined:
    """The side tables among sheets, by the record that their rows belong to."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._rows: dict[str, defaultdict[str, list[Record]]] = {}
        for sheet in sheets:
            name = table_named(sheet.columns)
            if name and is_side_table(sheet.columns) and name != "corpus":
                self._take(name, sheet)

    def _take(self, name: str, sheet: Sheet) -> None:
        owner = "claim" if name.startswith("claim_") else name.removesuffix("_names")
        owner = {"spellings": "name"}.get(name, owner)
        rows = self._rows.setdefault(name, defaultdict(list))
        for row in sorted(_records(sheet), key=lambda row: int(plain(row["nth"]) or 0)):
            rows[plain(row[owner])].append(row)

    def whole(self, sheet: Sheet) -> Sheet:
        """A table with what the side tables say of its records; any other as it is."""
        name = table_named(sheet.columns)
        make = _MADE.get(name or "")
        if make is None:
            return sheet
        kept = [
            (row.place, make(record, self))
            for row, record in zip(sheet.rows, _records(sheet), strict=True)
            if plain(record.get("declared", True)).lower() not in ("false", "0")
        ]
        columns = tuple(dict.fromkeys(key for _, record in kept for key in record))
        rows = (Row(place, [record.get(key) for key in columns]) for place, record in kept)
        return Sheet(columns, tuple(rows), sheet.head, sheet.name)

    def listed(self, table: str, id: str) -> list[Record]:
        """The rows of a side table for a record."""
        return self._rows[table].get(id, []) if table in self._rows else []


def _records(sheet: Sheet) -> list[dict[str, Any]]:
    return [dict(zip(sheet.columns, row.cells, strict=True)) for row in sheet.rows]


def _claim(row: Record, joined: Joined) -> dict[str, Any]:
    def several(table: str, make: Callable[[Record], Any]) -> list[Any]:
        return [make(one) for one in joined.listed(f"claim_{table}", plain(row["id"]))]

    texts = ("id", "question", "stance", "statement", "quote", "words", "translation", "certainty")
    made: dict[str, Any] = {name: row.get(name) for name in (*texts, "period", "note")}
    made["scholars"] = several("scholars", lambda one: {"id": plain(one["scholar"])})
    made["citation"] = _cited(row) if plain(row.get("source")) else None
    made["via"] = several("via", _cited)
    made["basis"] = several("basis", _ground)
    made["relations"] = several("relations", lambda one: {plain(one["type"]): plain(one["target"])})
    for table, column in (("answers", "answer"), ("tags", "tag"), ("unclear", "field")):
        made[table] = several(table, lambda one, column=column: plain(one[column]))  # type: ignore[misc]  # the column is bound
    for stamp in ("recorded", "checked"):
        parts = {key: plain(row.get(f"{stamp}_{key}")) for key in ("by", "date")}
        made[stamp] = parts if parts["by"] else None
    return made


def _cited(row: Record) -> dict[str, str]:
    return {"source": plain(row.get("source")), "locator": plain(row.get("locator"))}


def _ground(row: Record) -> dict[str, str]:
    return {"claim": plain(row["ground"])} if plain(row.get("ground")) else _cited(row)


def _spelled(table: str, field: str) -> Callable[[Record, Joined], dict[str, Any]]:
    def make(row: Record, joined: Joined) -> dict[str, Any]:
        listed = joined.listed(table, plain(row["id"]))
        spellings = [{key: plain(one.get(key)) for key in ("value", "scheme")} for one in listed]
        kept = ("id", "name", "kind", "school", "note")
        return {**{key: row[key] for key in kept if key in row}, field: spellings}

    return make


def _only(*fields: str) -> Callable[[Record, Joined], dict[str, Any]]:
    return lambda row, joined: {field: row.get(field) for field in fields}


def _question(row: Record, joined: Joined) -> dict[str, Any]:
    flags = {
        name: plain(row.get(name)).lower() in ("true", "1") or None
        for name in ("exclusive", "ordered")
    }
    texts = ("id", "question", "scope", "period", "part_of", "note")
    return {**{name: row.get(name) for name in texts}, **flags}


_MADE: dict[str, Callable[[Record, Joined], dict[str, Any]]] = {
    "claims": _claim,
    "scholars": _spelled("scholar_names", "names"),
    "names": _spelled("spellings", "spellings"),
    "questions": _question,
    "stances": _only("id", "question", "label", "meaning", "note"),
    "sources": _only("id", "csl"),
}
