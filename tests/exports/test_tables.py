"""Tables as CSV, as a workbook and in SQLite, each read by what people read them with."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from exporting import HOSTILE, of_datasette, selection
from support import CORPORA, Run

from claimcli.exports.csv import make as make_csv
from claimcli.exports.csv import make_for_excel
from claimcli.exports.relational import TABLES
from claimcli.exports.sqlite import make as make_sqlite


@pytest.fixture
def small_database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    make_sqlite(selection(CORPORA / "small"), tmp_path / "small.db")
    with closing(sqlite3.connect(tmp_path / "small.db")) as database:
        yield database


def records(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_each_list_of_a_claim_is_a_table_with_its_order(tmp_path: Path) -> None:
    make_csv(selection(CORPORA / "small"), tmp_path / "out")
    of_bridge = [
        row
        for row in records(tmp_path / "out" / "claim_relations.csv")
        if row["claim"] == "archer-2000-weston-closed-the-bridge"
    ]
    assert [(row["nth"], row["type"], row["target"]) for row in of_bridge] == [
        ("1", "disputes", "vorobev-1975-easton"),
        ("2", "disputes", "who-began/easton-began"),
    ]
    assert [row["target_claim"] for row in of_bridge] == ["vorobev-1975-easton", ""]
    assert [row["target_position"] for row in of_bridge] == ["", "who-began/easton-began"]


def test_a_csv_has_every_text_as_it_is_but_for_what_would_be_run(
    tmp_path: Path, hostile: Path
) -> None:
    make_csv(selection(hostile), tmp_path / "out")
    found = {row["id"]: row["statement"] for row in records(tmp_path / "out" / "claims.csv")}
    guarded = {"formula", "formula-behind-a-quote"}
    expected = {f"c-{w}": f"'{t}" if w in guarded else t for w, t in HOSTILE.items()}
    assert found == expected


def test_for_excel_a_table_begins_with_its_mark(tmp_path: Path) -> None:
    make_for_excel(selection(CORPORA / "small"), tmp_path / "out")
    assert (tmp_path / "out" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfid,question,")


def test_references_of_a_database_hold_and_it_is_sound(
    small_database: sqlite3.Connection,
) -> None:
    assert small_database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert small_database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_position_leads_to_its_stance_and_none_to_nothing(
    small_database: sqlite3.Connection,
) -> None:
    found = small_database.execute(
        "SELECT c.id, s.label FROM claims c LEFT JOIN stances s ON s.id = c.position"
        " WHERE c.question = 'who-began' ORDER BY c.line"
    ).fetchall()
    assert found == [
        ("vorobev-1975-easton", "Easton began it"),
        ("archer-2000-many-easton", "Easton began it"),
        ("archer-2000-weston-closed-the-bridge", "Weston began it"),
        ("vorobev-1975-weston", "Weston began it"),
        ("archer-2000-debate", None),
        ("chronicle-flood", None),
    ]


def test_a_database_is_searched_by_words(small_database: sqlite3.Connection) -> None:
    found = small_database.execute(
        "SELECT c.id FROM claims_fts f JOIN claims c ON c.rowid = f.rowid"
        " WHERE claims_fts MATCH 'flood'"
    ).fetchall()
    assert found == [("chronicle-flood",)]


def test_a_database_has_every_text_as_it_is(tmp_path: Path, hostile: Path) -> None:
    make_sqlite(selection(hostile), tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as database:
        found = dict(database.execute("SELECT id, statement FROM claims").fetchall())
        assert found == {f"c-{word}": text for word, text in HOSTILE.items()}
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_is_named_and_not_declared_has_a_row_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    (tmp_path / "q.yaml").write_text(
        "id: q\nquestion: Q?\npart_of: wider\nstances: {a: {label: A}}\nclaims:\n"
        "- {id: c, stance: b, scholars: [who], statement: S., citation: {source: w},"
        " answers: [other/x, odd], basis: [{claim: gone}]}\n",
        encoding="utf-8",
    )
    make_sqlite(selection(tmp_path), tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table, ids in (
            ("scholars", ["who"]),
            ("sources", ["w"]),
            ("questions", ["other", "wider"]),
            ("stances", ["other/x", "q/b"]),
        ):
            found = database.execute(f"SELECT id FROM {table} WHERE NOT declared ORDER BY id")
            assert [id for (id,) in found] == ids
        assert database.execute("SELECT ground, ground_claim FROM claim_basis").fetchall() == [
            ("gone", None)
        ]


def test_filters_choose_claims_and_what_they_name(tmp_path: Path) -> None:
    make_sqlite(selection(CORPORA / "small", question=("why",)), tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as database:
        ids = {
            table: [id for (id,) in database.execute(f"SELECT id FROM {table} ORDER BY id")]
            for table in ("claims", "questions", "scholars", "sources")
        }
        assert ids == {
            "claims": ["archer-2000-easton-wanted-tolls"],
            "questions": ["who-began", "why"],
            "scholars": ["ann"],
            "sources": ["archer-2000"],
        }
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_a_claim_refers_to_leads_only_to_what_is_handed_on(tmp_path: Path) -> None:
    """`a` rests on `b` and `gone`, disputes `b` and `q/none`; `b` has another tag than `a`."""
    (tmp_path / "q.yaml").write_text(
        "title: T\nformat: 1\nid: q\nquestion: Q?\nstances: {x: {label: X}}\nclaims:\n"
        "- {id: a, stance: x, scholars: [s], statement: S., citation: {source: w}, tags: [one],"
        " basis: [{claim: b}, {claim: gone}], relations: [{disputes: b}, {revises: q/none},"
        " {qualifies: q/x}]}\n"
        "- {id: b, stance: none, scholars: [s], statement: S., citation: {source: w}}\n",
        encoding="utf-8",
    )
    whole = [("b", "b"), ("gone", None), ("b", "b"), ("q/none", None), ("q/x", None)]
    alone = [(named, None) for named, _ in whole]
    for filters, expected in (({}, whole), ({"tag": ("one",)}, alone)):
        path = tmp_path / f"{len(filters)}.db"
        make_sqlite(selection(tmp_path, **filters), path)
        with closing(sqlite3.connect(path)) as database:
            found = database.execute("SELECT ground, ground_claim FROM claim_basis").fetchall()
            query = "SELECT target, target_claim FROM claim_relations"
            assert found + database.execute(query).fetchall() == expected
            query = "SELECT target_position FROM claim_relations ORDER BY nth"
            assert database.execute(query).fetchall() == [(None,), (None,), ("q/x",)]


def test_a_workbook_has_every_text_as_text(tmp_path: Path, hostile: Path) -> None:
    make_xlsx = pytest.importorskip("claimcli.exports.xlsx", exc_type=ImportError).make
    calamine = pytest.importorskip("python_calamine")
    make_xlsx(selection(hostile), tmp_path / "x.xlsx")
    book = calamine.CalamineWorkbook.from_path(tmp_path / "x.xlsx")
    assert book.sheet_names == [table.name for table in TABLES]
    header, *rows = book.get_sheet_by_name("claims").to_python()
    found = {row[0]: row[header.index("statement")] for row in rows}
    # XML's rule of line ends, and what ECMA-376 writes for what XML cannot have.
    ends = {"lines": HOSTILE["lines"].replace("\r\n", "\n").replace("\r", "\n")}
    ends["control"] = HOSTILE["control"].replace("\uffff", "_xFFFF_")
    expected = {f"c-{w}": ends.get(w, t) for w, t in HOSTILE.items()}
    as_read = {id: text.replace("\r\n", "\n").replace("\r", "\n") for id, text in found.items()}
    assert as_read == expected


def test_sqlite_utils_finds_the_search_and_the_references(tmp_path: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    make_sqlite(selection(CORPORA / "small"), tmp_path / "x.db")
    database = sqlite_utils.Database(tmp_path / "x.db")
    claims = database["claims"]
    assert claims.detect_fts() == "claims_fts"
    assert [row["id"] for row in claims.search("flood")] == ["chronicle-flood"]
    leads = {(key.column, key.other_table, key.other_column) for key in claims.foreign_keys}
    assert ("position", "stances", "id") in leads
    assert set(database.view_names()) == {"taken", "holders", "positions", "second_hand"}


@pytest.mark.slow
def test_datasette_links_searches_and_shows_the_views(tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    made = tmp_path / "x.db"
    make_sqlite(selection(CORPORA / "small"), made)
    claims = json.loads(of_datasette(made, "/x/claims.json?_search=flood&_shape=array"))
    assert [row["id"] for row in claims] == ["chronicle-flood"]
    page = of_datasette(made, "/x/claims?id=vorobev-1975-easton")
    assert '<a href="/x/stances/who-began~2Feaston-began">' in page
    assert '<a href="/x/sources/archer-2000">The Two Towns</a>' in page
    views = json.loads(of_datasette(made, "/x.json"))["views"]
    assert {view["name"] for view in views} == {"taken", "holders", "positions", "second_hand"}
    began = json.loads(
        of_datasette(made, "/x/positions.json?question=who-began&_shape=array&_sort=stance")
    )
    assert [(row["stance"], row["scholars"]) for row in began] == [
        ("easton-began", 2),
        ("nobody", 0),
        ("weston-began", 2),
    ]


def test_a_corpus_that_is_called_as_every_new_one_is_told_of(run: Run, tmp_path: Path) -> None:
    """Tables of many corpora are told apart by their titles (docs/scale.md)."""
    pytest.importorskip("duckdb")
    corpus = tmp_path / "mine"
    run("init", str(corpus))
    told = run("export", "parquet", "-o", str(tmp_path / "a"), "--corpus", str(corpus)).err
    assert "'A corpus of my own', as every new one is: give it a title of its own" in told
    about = corpus / "corpus.yaml"
    text = about.read_text("utf-8")
    about.write_text(text.replace("title: A corpus of my own", "title: Bridges"), "utf-8")
    told = run("export", "parquet", "-o", str(tmp_path / "b"), "--corpus", str(corpus)).err
    assert told.endswith("b: 3 claims, and all that they name\n")
