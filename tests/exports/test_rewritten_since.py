"""Tables of an export that another program has opened and saved: what comes back, or is told."""

from __future__ import annotations

import csv
import io
import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from exporting import selection
from support import CORPORA, cases

from claimcli.errors import ClaimcliError
from claimcli.exports.csv import make as make_csv
from claimcli.exports.sqlite import make as make_sqlite
from claimcli.imports.exported.reading import joined

Rows = list[list[str]]
Change = Callable[[str, Rows], Rows | None]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    folder = tmp_path_factory.mktemp("made") / "csv"
    make_csv(selection(CORPORA / "small"), folder)
    found = {}
    for path in folder.iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.reader(file))
    return found


def saved(tables: dict[str, Rows], change: Change, folder: str = "csv") -> list[tuple[str, bytes]]:
    """The tables as files, each changed, or left out where the change gives none."""
    files = []
    for name, rows in tables.items():
        changed = change(name, [list(row) for row in rows])
        if changed is not None:
            text = io.StringIO(newline="")
            csv.writer(text).writerows(changed)
            files.append((f"{folder}/{name}.csv", text.getvalue().encode()))
    return files


def as_it_is(name: str, rows: Rows) -> Rows:
    return rows


def records(files: list[tuple[str, bytes]]) -> list[list[str]]:
    """The records of each kind as lines, in any order."""
    return [sorted(given.content.decode().splitlines()) for given in joined(files)]


def of_columns(names: tuple[str, ...], make: Callable[[str], str]) -> Change:
    def change(name: str, rows: Rows) -> Rows:
        at = [i for i, column in enumerate(rows[0]) if column in names]
        for row in rows[1:]:
            for i in at:
                row[i] = make(row[i])
        return rows

    return change


FLAGS = ("declared", "exclusive", "ordered", "second_hand")


def shuffled(name: str, rows: Rows) -> Rows:
    return [rows[0], *random.Random(1).sample(rows[1:], len(rows) - 1)]


def without_last_empty(name: str, rows: Rows) -> Rows:
    """As Excel does with the last cells of a row, where many are empty."""
    for row in rows:
        while not row[-1]:
            row.pop()
    return rows


@cases(
    "change",
    [
        of_columns(FLAGS, str.upper),  # LibreOffice, Excel, R
        of_columns(FLAGS, str.capitalize),  # pandas
        of_columns(FLAGS, lambda flag: {"true": "1", "false": "0"}.get(flag, "")),
        of_columns(("nth", "line", "year"), lambda number: number and f"{number}.0"),
        shuffled,
        of_columns(("corpus",), lambda _: ""),
        lambda name, rows: [line for row in rows for line in (row, [""] * len(row))],
        lambda name, rows: [[*row, "", ""] for row in rows],
        without_last_empty,
        lambda name, rows: [row[::-1] for row in rows] if name == "sources" else rows,
        of_columns(("nth",), lambda _: ""),
    ],
)
def test_what_a_spreadsheet_makes_of_it_is_the_same(
    tables: dict[str, Rows], change: Change
) -> None:
    expected = records(saved(tables, as_it_is))
    assert [len(lines) for lines in expected] == [4, 3, 2, 2, 8]  # of the small corpus, by hand
    assert records(saved(tables, change)) == expected


def test_what_was_only_named_is_no_record_whoever_wrote_its_flag(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "title: T\nformat: 1\nid: q\nquestion: Q?\nexclusive: true\nstances: {a: {label: A}}\n"
        "scholars: [{id: s, name: S, kind: person}]\nclaims:\n"
        "- {id: c, stance: a, scholars: [s, nobody], statement: S., citation: {source: w}}\n",
        encoding="utf-8",
    )
    make_sqlite(selection(tmp_path), tmp_path / "x.db")
    for form in ("%s", "CASE %s WHEN 1 THEN 'true' ELSE 'false' END"):
        with closing(sqlite3.connect(tmp_path / "x.db")) as database:
            for table, flag in (
                ("scholars", "declared"),
                ("questions", "exclusive"),
                ("questions", "ordered"),
            ):
                database.execute(f'UPDATE {table} SET "{flag}" = {form % flag}')
            database.commit()
        scholars, questions, claims = records([("x.db", (tmp_path / "x.db").read_bytes())])
        assert [json.loads(line)["id"] for line in scholars] == ["s"]
        assert [(json.loads(q)["exclusive"], "ordered" in json.loads(q)) for q in questions] == [
            (True, False)
        ]
        assert len(claims) == 1


def test_two_exports_given_at_once_are_both_read(tables: dict[str, Rows]) -> None:
    files = [*saved(tables, as_it_is, "war"), *saved(tables, as_it_is, "bridge")]
    found = joined(files)
    assert [given.name for given in found] == ["war"] * 5 + ["bridge"] * 5


def test_a_database_with_a_write_ahead_log_is_read_and_one_not_written_back_is_told(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.db"
    make_sqlite(selection(CORPORA / "small"), path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("UPDATE claims SET note = 'x'")
        database.commit()
        with pytest.raises(ClaimcliError, match="close what has it open"):
            joined([(str(path), path.read_bytes())])
    claims = records([(str(path), path.read_bytes())])[-1]
    assert [json.loads(line)["note"] for line in claims] == ["x"] * 8


@cases(
    ("change", "message"),
    [
        (
            lambda name, rows: None if name == "claim_via" else rows,
            "csv: the table claim_via of the export is not here: give all of it",
        ),
        (
            lambda name, rows: None if name == "stances" else rows,
            "csv: the table stances of the export is not here: give all of it",
        ),
        (
            lambda name, rows: [row[1:] for row in rows] if name == "names" else rows,
            "csv: a row of the table names has no id",
        ),
        (of_columns(("scholar",), lambda _: ""), "a row of the table scholar_names has no scholar"),
        (of_columns(("tag",), lambda _: ""), "a row of the table claim_tags has no tag"),
        (
            of_columns(("csl",), lambda _: "{"),
            "csv: the csl of the source 'archer-2000' is no JSON",
        ),
        (
            lambda name, rows: [rows[0], *([*row, "more"] for row in rows[1:])],
            r"csv/\w+\.csv:2: the row has more cells than there are columns",
        ),
    ],
)
def test_what_would_come_back_otherwise_is_told(
    tables: dict[str, Rows], change: Change, message: str
) -> None:
    with pytest.raises(ClaimcliError, match=message):
        joined(saved(tables, change))


def test_what_is_no_text_in_a_database_is_told(tmp_path: Path) -> None:
    make_sqlite(selection(CORPORA / "small"), tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as database:
        database.execute("UPDATE claims SET statement = x'ff00'")
        database.commit()
    with pytest.raises(ClaimcliError, match=r"x\.db: b'\\xff\\x00' is no text"):
        joined([("x.db", (tmp_path / "x.db").read_bytes())])
