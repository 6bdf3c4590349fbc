"""The files of an export among those that are imported, each set of tables as lines of JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from claimcli.errors import ClaimcliError
from claimcli.imports.exported.joining import Row, records_of

_SQLITE, _PARQUET = b"SQLite format 3\0", b"PAR1"
_KEY = "claim,nth,"
"""So begins the header of a list that claims have, which no other table does."""
_FORMULA = re.compile(r"'(?=[\s'\"]*[=+\-@＝＋－＠])")
_TABLES = frozenset(
    "corpus questions stances scholars scholar_names sources names spellings claims".split()
)
_FLAGS = frozenset(("declared", "exclusive", "ordered", "second_hand"))


class Given(NamedTuple):
    """A file by its name."""

    name: str
    content: bytes


def joined(files: Iterable[tuple[str, bytes]]) -> list[Given]:
    """The files, those of an export put together to records; the others as they are.

    Raises `ClaimcliError` for a database or a Parquet file that cannot be read.
    """
    found, tables = list[Given](), dict[str, Given]()
    for name, content in files:
        if content.startswith(_SQLITE):
            found += _lines(name, _of_database(name, content))
        elif content.startswith(_PARQUET) or PurePath(name).suffix == ".csv":
            tables[PurePath(name).stem] = Given(name, content)
        elif not _says_nothing(PurePath(name), content):
            found.append(Given(name, content))
    if not _is_exported(tables):
        return [*found, *tables.values()]
    ours = {name: given for name, given in tables.items() if _is_table(name)}
    others = [given for name, given in tables.items() if name not in ours]
    folder = str(PurePath(ours["claims"].name).parent)
    rows = {name: list(_rows(given)) for name, given in ours.items()}
    return [*found, *others, *_lines(folder, rows)]


def _says_nothing(path: PurePath, content: bytes) -> bool:
    """Whether a file of an export has no record: of a kind that the corpus has none of, or the
    corpus itself.
    """
    if path.suffix == ".jsonl" and not content.strip():
        return True
    return path.name == "corpus.jsonl" and b'"claimcli"' in content[:100_000]


def _is_exported(tables: dict[str, Given]) -> bool:
    """Whether a folder has the claims of an export beside the lists that they have."""
    scholars = tables.get("claim_scholars")
    if "claims" not in tables or scholars is None:
        return False
    head = scholars.content[:100].decode("utf-8-sig", "replace")
    return scholars.content.startswith(_PARQUET) or head.startswith(_KEY)


def _is_table(name: str) -> bool:
    return name in _TABLES or name.startswith("claim_")


def _lines(name: str, tables: dict[str, list[Row]]) -> Iterator[Given]:
    """Each kind of record as lines of JSON, by the name of where they come from."""
    for records in records_of(tables):
        if records:
            lines = (json.dumps(record, ensure_ascii=False) for record in records)
            yield Given(name, "\n".join(lines).encode())


def _rows(given: Given) -> Iterator[Row]:
    if given.content.startswith(_PARQUET):
        return _of_parquet(given)
    reader = csv.DictReader(io.StringIO(given.content.decode("utf-8-sig"), newline=""), strict=True)
    try:
        return iter([{key: _cell(key, text) for key, text in row.items()} for row in reader])
    except csv.Error as error:
        raise ClaimcliError(f"{given.name}:{reader.line_num}: {error}") from error


def _cell(key: str, text: str) -> Any:
    """A cell as it was before it was made a text: empty is nothing, a formula loses its mark."""
    if key in _FLAGS:
        return text == "true"
    return text[1:] if _FORMULA.match(text) else text or None


def _of_database(name: str, content: bytes) -> dict[str, list[Row]]:
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content)
            database.row_factory = sqlite3.Row
            listed = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            known = [table for (table,) in listed.fetchall() if _is_table(table)]
            return {table: _all(database, table) for table in known if not table.endswith("_fts")}
    except sqlite3.Error as error:
        raise ClaimcliError(f"{name} is no database that can be read: {error}") from error


def _all(database: sqlite3.Connection, table: str) -> list[Row]:
    quoted = table.replace('"', '""')
    return [dict(row) for row in database.execute(f'SELECT * FROM "{quoted}" ORDER BY rowid')]


def _of_parquet(given: Given) -> Iterator[Row]:
    try:
        import duckdb  # only for who has such files
    except ModuleNotFoundError as error:
        raise ClaimcliError(
            "Parquet takes duckdb, which is not installed: pip install 'claimcli[parquet]'"
        ) from error
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as engine:
        file = Path(folder) / "table.parquet"
        file.write_bytes(given.content)
        try:
            found = engine.execute("SELECT * FROM read_parquet(?)", [str(file)])
            keys = [column[0] for column in found.description]
            return iter([dict(zip(keys, row, strict=True)) for row in found.fetchall()])
        except duckdb.Error as error:
            raise ClaimcliError(f"{given.name} cannot be read: {error}") from error
