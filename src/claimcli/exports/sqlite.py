"""A SQLite database: tables with their references declared, views, and full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from claimcli.answers.export import Selection
from claimcli.claim_fields import PROSE
from claimcli.errors import ClaimcliError
from claimcli.exports.engines import views
from claimcli.exports.relational import TABLES, Column, Table
from claimcli.exports.tabulating import Row, tabulated

_TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "BOOLEAN", "json": "TEXT"}

# Datasette and sqlite-utils find a search by the words of the statement: with "claims" in double
# quotes.
_SEARCH = """
CREATE VIRTUAL TABLE claims_fts USING fts5({columns}, content="claims", tokenize='unicode61');
INSERT INTO claims_fts (claims_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO claims_fts (rowid, {columns}) SELECT rowid, {columns} FROM claims;
"""


def make(selection: Selection, path: Path) -> None:
    """A database at a path where none is."""
    try:
        with closing(sqlite3.connect(path)) as database:
            fill(database, tabulated(selection))
    except sqlite3.OperationalError as error:
        raise ClaimcliError(f"the database cannot be written: {error}") from error


def fill(database: sqlite3.Connection, tables: Iterable[tuple[str, Sequence[Row]]]) -> None:
    """Tables with these rows, some of a table at a time, and all that leads to them."""
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
    for table in TABLES:
        database.execute(_declaration(table))
    insert = {table.name: _insert(table) for table in TABLES}
    for name, rows in tables:
        database.executemany(insert[name], rows)
    for statement in (*_indexes(), *views()):
        database.execute(statement)
    database.commit()
    database.executescript(_SEARCH.format(columns=", ".join(PROSE)) + "ANALYZE;")


def _declaration(table: Table) -> str:
    key = ", ".join(f'"{column.name}"' for column in table.columns[: table.key])
    columns = ",\n    ".join(map(_column, table.columns))
    return f'CREATE TABLE "{table.name}" (\n    {columns},\n    PRIMARY KEY ({key})\n)'


def _column(column: Column) -> str:
    refers = f' REFERENCES "{column.refers}" (id)' if column.refers else ""
    return f'"{column.name}" {_TYPES[column.type]}{refers}'


def _insert(table: Table) -> str:
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'


def _indexes() -> Iterator[str]:
    """An index for each reference that is not the beginning of a key."""
    for table in TABLES:
        for column in table.columns[1:]:
            if column.refers not in ("", "corpus"):
                name = f"{table.name}_by_{column.name}"
                yield f'CREATE INDEX "{name}" ON "{table.name}" ("{column.name}")'
