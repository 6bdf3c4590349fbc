"""Rows into tables and out of them, file by file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

import msgspec

from claimcli.model import Claim, Record, Source
from claimcli.store import rows
from claimcli.store.rows import FileRows
from claimcli.store.schema import (
    CLAIM_COLUMNS,
    ENTITY_COLUMNS,
    HASH_SIZE,
    PAGE_SIZE,
    SLOT_BITS,
    TABLES,
    Role,
    link,
)

_CLAIM = "INSERT INTO claims VALUES (?, ?, ?, ?, ?)"
_ENTITY = "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?)"
_SPELLING = "INSERT INTO spellings VALUES (?, ?, ?, ?)"


def _texts(table: str, columns: tuple[str, ...], command: str | None = None) -> str:
    """The statement that puts texts into a full-text table, or gives it a command about them."""
    names = [*([table] if command else []), "rowid", *columns]
    values = [*([f"'{command}'"] if command else []), *("?" for _ in ("rowid", *columns))]
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(values)})"


_CLAIM_TEXTS = _texts("claims_fts", CLAIM_COLUMNS)
_NO_CLAIM_TEXTS = _texts("claims_fts", CLAIM_COLUMNS, "delete")
_ENTITY_TEXTS = _texts("entities_fts", ENTITY_COLUMNS)
_NO_ENTITY_TEXTS = _texts("entities_fts", ENTITY_COLUMNS, "delete")

Taken = Callable[[str], bool]
"""Whether a record that stands before has an id; asking takes the id."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    connection.execute(f"PRAGMA page_size={PAGE_SIZE}")
    _unwatched(connection)
    connection.executescript(f"BEGIN; {TABLES} COMMIT")
    _gathering(connection)


def prepare(connection: sqlite3.Connection) -> None:
    """Set a database that has the tables up for writing."""
    _unwatched(connection)
    _gathering(connection)


def _unwatched(connection: sqlite3.Connection) -> None:
    """It is a copy that nobody else sees: no journal, no sync."""
    for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-16384"):
        connection.execute(f"PRAGMA {setting}")


def _gathering(connection: sqlite3.Connection) -> None:
    """Much is indexed before anything of it is written."""
    connection.execute(
        "INSERT INTO claims_fts (claims_fts, rank) VALUES ('hashsize', ?)", (HASH_SIZE,)
    )


def first_use() -> Taken:
    """For a database without records: an id is taken by the first to ask for it."""
    seen: set[str] = set()

    def taken(id: str) -> bool:
        known = id in seen
        seen.add(id)
        return known

    return taken


def stands(connection: sqlite3.Connection) -> Taken:
    """For a database that has records."""
    return lambda id: any(_rows_of_id(connection, id))


def add_file(
    connection: sqlite3.Connection, slot: int, path: str, seen: str, file: FileRows, taken: Taken
) -> None:
    """Insert a file's rows. Files are added in ascending order of their slots."""
    connection.execute(
        "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)",
        (slot, path, seen, file.left_out, file.unread, file.info),
    )
    start = slot << SLOT_BITS
    kept = _kept_positions(connection, slot, file, taken)
    claims = [claim for claim in file.claims if claim[1] in kept]
    connection.executemany(_CLAIM, ((start + at, *row) for _, at, row, _ in claims))
    connection.executemany(_CLAIM_TEXTS, ((start + at, *texts) for _, at, _, texts in claims))
    placed = [
        (row, *entity)
        for _, at, entities in file.entities
        if at in kept
        for row, entity in enumerate(entities, start + at)
    ]
    connection.executemany(_ENTITY, ((row, *entity) for row, entity, _, _ in placed))
    connection.executemany(_ENTITY_TEXTS, ((row, *texts) for row, _, texts, _ in placed))
    connection.executemany(_SPELLING, ((row, *form) for row, *_, forms in placed for form in forms))


def _kept_positions(
    connection: sqlite3.Connection, slot: int, file: FileRows, taken: Taken
) -> set[int]:
    """The positions of the records whose ids are theirs; the others are noted as left out."""
    ids = [(at, id) for id, at, *_ in file.claims] + [(at, id) for id, at, _ in file.entities]
    kept: dict[str, int] = {}
    for at, id in sorted(ids):
        if id in kept or taken(id):
            connection.execute("INSERT INTO shadowed VALUES (?, ?)", (id, slot))
        else:
            kept[id] = at
    return set(kept.values())


def tell_apart(connection: sqlite3.Connection) -> None:
    """Give the sources what tells them apart in short citations, which depends on all of them."""
    from claimcli.citations.disambiguation import disambiguated  # only where something is compiled

    found = connection.execute("SELECT rowid, json FROM entities WHERE kind = 'source'").fetchall()
    decode = msgspec.json.Decoder(Source).decode
    sources = [decode(json) for _, json in found]
    for (row, _), source, told in zip(found, sources, disambiguated(sources), strict=True):
        if (told.makers, told.letter) != (source.makers, source.letter):
            json = msgspec.json.encode(told)
            connection.execute("UPDATE entities SET json = ? WHERE rowid = ?", (json, row))
        if told.letter != source.letter:
            for record, statement in ((source, _NO_ENTITY_TEXTS), (told, _ENTITY_TEXTS)):
                [(_, texts, _)] = rows.entity_rows(record)
                connection.execute(statement, (row, *texts))


def remove_file(connection: sqlite3.Connection, slot: int) -> set[str]:
    """Delete a file's rows. Gives the ids of its records, those that were left out included."""
    start, end = slot << SLOT_BITS, (slot + 1) << SLOT_BITS
    ids = {id for (id,) in connection.execute("SELECT id FROM shadowed WHERE slot = ?", (slot,))}
    ids.update(_unindex_claims(connection, start, end))
    ids.update(_unindex_entities(connection, start, end))
    for table, column in (("claims", "rowid"), ("entities", "rowid"), ("spellings", "entity")):
        where = f"{column} >= ? AND {column} < ?"
        connection.execute(f"DELETE FROM {table} WHERE {where}", (start, end))
    connection.execute("DELETE FROM shadowed WHERE slot = ?", (slot,))
    connection.execute("DELETE FROM files WHERE slot = ?", (slot,))
    return ids


def _unindex_claims(connection: sqlite3.Connection, start: int, end: int) -> list[str]:
    """Take rows out of the full-text index, which must be told again what is in them."""
    decode = msgspec.json.Decoder(Claim).decode
    found = connection.execute(
        "SELECT rowid, json FROM claims WHERE rowid >= ? AND rowid < ?", (start, end)
    ).fetchall()
    claims = [decode(json) for _, json in found]
    for (row, _), texts in zip(found, rows.claim_texts(claims), strict=True):
        connection.execute(_NO_CLAIM_TEXTS, (row, *texts))
    return [claim.id for claim in claims]


def _unindex_entities(connection: sqlite3.Connection, start: int, end: int) -> Iterator[str]:
    for row, kind, json in connection.execute(
        "SELECT rowid, kind, json FROM entities WHERE rowid >= ? AND rowid < ? AND json NOT NULL",
        (start, end),
    ).fetchall():
        record: Record = msgspec.json.decode(json, type=rows.ENTITY_TYPES[kind])
        for at, (_, texts, _) in enumerate(rows.entity_rows(record), row):
            connection.execute(_NO_ENTITY_TEXTS, (at, *texts))
        yield record.id


def holders(connection: sqlite3.Connection, ids: Iterable[str]) -> set[int]:
    """The slots of the files that have a record of one of these ids, left out or not."""
    slots: set[int] = set()
    for id in ids:
        slots.update(row >> SLOT_BITS for row in _rows_of_id(connection, id))
        shadowed = connection.execute("SELECT slot FROM shadowed WHERE id = ?", (id,))
        slots.update(slot for (slot,) in shadowed)
    return slots


def _rows_of_id(connection: sqlite3.Connection, id: str) -> Iterator[int]:
    token = f'links : "{link(Role.ID, id)}"'
    found = connection.execute("SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?", (token,))
    yield from (row for (row,) in found)
    found = connection.execute("SELECT rowid FROM entities WHERE id = ?", (id,))
    yield from (row for (row,) in found)
