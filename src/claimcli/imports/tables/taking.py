"""The tables of files held against a corpus: what becomes of every row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from claimcli.citations import short
from claimcli.citations.disambiguation import disambiguated
from claimcli.corpus.records import Reading
from claimcli.editing.composing import New
from claimcli.errors import ClaimcliError
from claimcli.imports.collating import Difference, source_of
from claimcli.imports.foreign import Draft, Foreign, Place, Remark, Sheet, Work
from claimcli.imports.holdings import Holdings
from claimcli.imports.tables.called.called_records import CalledRecords
from claimcli.imports.tables.called.proposals import Proposed
from claimcli.imports.tables.cells import parts, plain
from claimcli.imports.tables.claim_rows import ClaimRows, Rows
from claimcli.imports.tables.columns import Mapped, fielded, kind_of
from claimcli.imports.tables.joined import Joined, is_side_table
from claimcli.imports.tables.record_rows import RecordRows, work_from
from claimcli.imports.tables.row_values import locator_of

RowPlace = tuple[int, Place]
"""A row: the number of its file among those that are imported, and where it begins."""

Refused = Mapping[RowPlace, str]
"""What the checks have found wrong with rows."""

NOTHING_REFUSED: Refused = MappingProxyType({})

_ORDER = ("question", "stance", "scholar", "name", "claim")
"""Kinds of tables in the order in which they are taken: claims name the others."""


class _Table(NamedTuple):
    file: int
    kind: str
    sheet: Sheet
    fields: Mapping[str, int]


def _says_who(fields: Mapping[str, int], mapped: Mapped) -> bool:
    """Whether rows can have holders, or are known by an id."""
    return not {*fields, *mapped.fixed}.isdisjoint(("scholars", "id"))


class TakenRows(msgspec.Struct, frozen=True):
    """What all tables come to; `places` say in which row a claim stands."""

    records: tuple[New, ...] = ()
    differences: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()
    places: Mapping[str, RowPlace] = {}


class Tables:
    """The tables of all files, by kind, and what their columns are; `remarks` for each file.

    Raises `ClaimcliError` for a table of which nobody can tell what it holds, `UnknownValue` for a
    map that names a column or a field that there is not.
    """

    def __init__(self, files: Sequence[tuple[str, Foreign]], mapped: Mapped) -> None:
        self._mapped = mapped
        self.remarks: list[list[Remark]] = [[] for _ in files]
        joined = Joined([sheet for _, foreign in files for sheet in foreign.sheets])
        self._tables = [
            self._table(at, name, joined.whole(sheet))
            for at, (name, foreign) in enumerate(files)
            for sheet in foreign.sheets
            if not is_side_table(sheet.columns)
        ]

    def _table(self, file: int, name: str, sheet: Sheet) -> _Table:
        kind = kind_of(sheet.columns, self._mapped)
        if kind is None and not sheet.columns:
            return _Table(file, "claim", sheet, {})
        if kind is None:
            columns = ", ".join(filter(None, sheet.columns)) or "none"
            raise ClaimcliError(
                f"{name}:{sheet.head.line}: no column is known as a statement, nor as a "
                f"quotation, a title or a scholar: {columns}; say --map 'COLUMN=statement'"
            )
        found = fielded(sheet, kind, self._mapped)
        if kind == "claim" and sheet.rows and not _says_who(found.fields, self._mapped):
            columns = ", ".join(filter(None, sheet.columns))
            raise ClaimcliError(
                f"{name}:{sheet.head.line}: no column says who holds the claims: {columns}; say "
                "--map 'COLUMN=scholars', or --set 'scholars=NAME' where one holds them all"
            )
        self.remarks[file] += found.remarks
        return _Table(file, kind, sheet, found.fields)

    def works(self, file: int) -> list[Work]:
        """The works that the tables of sources in a file list."""
        rows = self._rows_of("source", file)
        found = (work_from(row, place, self.remarks[file]) for row, place in rows)
        return [work for work in found if work]

    def drafts(self, file: int) -> list[Draft]:
        """The passages that tables without statements list."""
        rows = self._rows_of("draft", file)
        return [_draft(row, place) for row, place in rows if plain(row.get("quote"))]

    def take(self, reading: Reading, known: Holdings, updates: bool, refused: Refused) -> TakenRows:
        """What the other tables come to; those that others name are taken first."""
        if not any(table.kind in _ORDER for table in self._tables):
            return TakenRows()
        called = CalledRecords(reading, known)
        self._learn(called)
        taken = [Rows() for _ in self.remarks]
        claims, records = ClaimRows(called, updates), RecordRows(called)
        for kind in _ORDER:
            for table in (table for table in self._tables if table.kind == kind):
                into = taken[table.file]
                for row, place in self._rows(table):
                    why = refused.get((table.file, place))
                    if kind == "claim":
                        claims.take(row, place, into, why)
                    else:
                        records.take(kind, row, place, into, why)
        for remarks, rows in zip(self.remarks, taken, strict=True):
            remarks += rows.remarks
        return _together(taken, called)

    def _learn(self, called: CalledRecords) -> None:
        """What claims and works of the tables are called, since others name them so."""
        added = [source_of(item) for item in called.known.added.values()]
        for source in disambiguated([*called.reading.sources, *added]) if added else ():
            called.works.cites(short(source, source.id), source.id)
        for table in self._tables:
            for row, _ in self._rows(table) if table.kind == "claim" else ():
                id, statement = plain(row.get("id")), plain(row.get("statement"))
                if id and statement:
                    called.states(statement, id)

    def _rows_of(self, kind: str, file: int) -> Iterator[tuple[dict[str, Any], Place]]:
        for table in self._tables:
            if (table.file, table.kind) == (file, kind):
                yield from self._rows(table)

    def _rows(self, table: _Table) -> Iterator[tuple[dict[str, Any], Place]]:
        """The rows by their fields, with what is said for all of them."""
        fixed = {f: v for f, v in self._mapped.fixed.items() if f not in table.fields}
        for place, cells in table.sheet.rows:
            row = {field: cells[at] for field, at in table.fields.items()}
            yield {**fixed, **row}, place


def _together(taken: Sequence[Rows], called: CalledRecords) -> TakenRows:
    proposed = [one for rows in taken for one in rows.proposed]
    claims = [(at, claim) for at, rows in enumerate(taken) for claim in rows.claims]
    return TakenRows(
        records=(
            *_records(proposed),
            *(New("claim", claim.values, claim.question) for _, claim in claims),
        ),
        differences=tuple(one for rows in taken for one in rows.differences),
        same=tuple(id for rows in taken for id in rows.same),
        unsure=tuple(called.holders.unsure),
        places={claim.values["id"]: (at, claim.place) for at, claim in claims},
    )


def _records(proposed: Sequence[Proposed]) -> Iterator[New]:
    """New records; the stances of a new question stand in it."""
    questions = {
        one.values["id"]: {**one.values, "stances": dict(one.values.get("stances", {}))}
        for one in proposed
        if one.kind == "question"
    }
    for one in proposed:
        if one.kind == "stance" and one.question in questions:
            told = {name: value for name, value in one.values.items() if name != "id"}
            questions[one.question]["stances"][one.values["id"]] = told
        elif one.kind != "question":
            yield New(one.kind, one.values, one.question)
    yield from (New("question", values) for values in questions.values())


def _draft(row: Mapping[str, Any], place: Place) -> Draft:
    """A passage that a table lists without a statement, which is no claim."""
    quote, comment = plain(row.get("quote")), plain(row.get("note"))
    source = plain(row.get("source")) or plain(row.get("citation"))
    told = plain(row.get("from")) or hashlib.sha256(f"{source}\n{quote}".encode()).hexdigest()[:12]
    title = plain(row.get("title"))
    return Draft(
        origin=told if row.get("from") else f"table {told}",
        quote=quote,
        locator=locator_of(plain(row.get("locator")), plain(row.get("page"))) or None,
        comment=comment or None,
        tags=tuple(parts(row.get("tags"), ";,")),
        place=place,
        key=source or None,
        work={"type": "document", "title": title} if title else None,
    )
