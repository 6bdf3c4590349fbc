"""The files of an export among those that are imported, each set of tables as lines of JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path, PurePath
from typing import NamedTuple

from claimcli.errors import ClaimcliError
from claimcli.imports.exported.joining import Lacking, Row, records_of
from claimcli.paths import expanded

_SQLITE, _PARQUET = b"SQLite format 3\0", b"PAR1"
_KEY = b"claim,nth,"
"""So begins the header of a list that claims have, which no other table does."""
_FORMULA = re.compile(r"'(?=[\s'\"]*[=+\-@＝＋－＠])")
_TABLES = frozenset(
    "corpus questions stances scholars scholar_names sources names spellings claims".split()
)


class Given(NamedTuple):
    """A file by its name."""

    name: str
    content: bytes


def joined(files: Iterable[tuple[str, bytes]]) -> list[Given]:
    """The files, those of an export put together to records; the others as they are.

    Raises `ClaimcliError` for a database or a Parquet file that cannot be read.
    """
    found, folders = list[Given](), dict[str, dict[str, Given]]()
    for name, content in files:
        path = PurePath(name)
        if content.startswith(_SQLITE):
            found += _lines(name, _of_database(name, content))
        elif content.startswith(_PARQUET) or path.suffix == ".csv":
            folders.setdefault(str(path.parent), {})[path.stem] = Given(name, content)
        elif not _says_nothing(path, content):
            found.append(Given(name, content))
    for folder, tables in folders.items():
        found += _of_folder(folder, tables)
    return found


def _of_folder(folder: str, tables: dict[str, Given]) -> list[Given]:
    """The records of an export, and its other tables as they are."""
    if not _is_exported(tables):
        return list(tables.values())
    others = [given for name, given in tables.items() if not _is_table(name)]
    rows = {name: list(_rows(given)) for name, given in tables.items() if _is_table(name)}
    return [*others, *_lines(folder, rows)]


def _says_nothing(path: PurePath, content: bytes) -> bool:
    """Whether a file of an export has no record: of a kind that the corpus has none of, or the
    corpus itself.
    """
    if path.suffix == ".jsonl" and not content.strip():
        return True
    return path.name == "corpus.jsonl" and b'"claimcli"' in content[:100_000]


def _is_exported(tables: dict[str, Given]) -> bool:
    """Whether a folder has the claims of an export beside the lists that they have.

    What has other commas, quotes or letters since is read as any table is.
    """
    scholars = tables.get("claim_scholars")
    if "claims" not in tables or scholars is None:
        return False
    if scholars.content.startswith(_PARQUET):
        return True
    texts = (given.content for name, given in tables.items() if _is_table(name))
    return scholars.content.removeprefix(BOM_UTF8).startswith(_KEY) and all(map(_is_utf8, texts))


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.startswith(_PARQUET)
    return True


def _is_table(name: str) -> bool:
    return name in _TABLES or name.startswith("claim_")


def _lines(name: str, tables: dict[str, list[Row]]) -> Iterator[Given]:
    """Each kind of record as lines of JSON, by the name of where they come from."""
    try:
        for records in records_of(tables):
            if records:
                lines = (json.dumps(one, default=_text) for one in records)
                yield Given(name, "\n".join(lines).encode())
    except Lacking as lacking:
        raise ClaimcliError(f"{name}: {lacking}") from lacking


def _text(value: object) -> str:
    """A value of a type that JSON has not: a day is what one would have typed."""
    if isinstance(value, bytes):
        raise Lacking(f"{value[:20]!r} is no text")
    return str(value)


def _rows(given: Given) -> Iterator[Row]:
    if given.content.startswith(_PARQUET):
        return _of_parquet(given)
    text = given.content.decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    rows = []
    try:
        for row in reader:
            if any(row.pop("", ())):
                where = f"{given.name}:{reader.line_num}"
                raise ClaimcliError(f"{where}: the row has more cells than there are columns")
            rows.append({key: _cell(text) for key, text in row.items()})
    except csv.Error as error:
        raise ClaimcliError(f"{given.name}:{reader.line_num}: {error}") from error
    return (row for row in rows if any(row.values()))


def _cell(text: str | None) -> str | None:
    """A cell as it was before it was made a text: empty is nothing, a formula loses its mark."""
    return text[1:] if text and _FORMULA.match(text) else text or None


def _of_database(name: str, content: bytes) -> dict[str, list[Row]]:
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(_without_log(name, content))
            database.row_factory = sqlite3.Row
            listed = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            known = [table for (table,) in listed.fetchall() if _is_table(table)]
            return {table: _all(database, table) for table in known if not table.endswith("_fts")}
    except sqlite3.Error as error:
        raise ClaimcliError(f"{name} is no database that can be read: {error}") from error


def _without_log(name: str, content: bytes) -> bytes:
    """A database as one without a write-ahead log, as which alone it can be read from memory.

    Raises `ClaimcliError` where changes are in the log only. Bytes 18 and 19: SQLite's file format,
    1.3.3.
    """
    if content[18:20] != b"\2\2":
        return content
    log = expanded(Path(f"{name}-wal"))
    if log.exists() and log.stat().st_size:
        raise ClaimcliError(
            f"{name}-wal has changes that are not in {name} yet: close what has it open, or"
            f" sqlite3 {name} 'PRAGMA wal_checkpoint(TRUNCATE)'"
        )
    return content[:18] + b"\1\1" + content[20:]


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
