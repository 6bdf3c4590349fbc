"""Texts that try to break out, as the programs read them that open what is for engines.

What else reads an export is asked in the test of its format; here is which one has them where.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from exporting import HOSTILE, of_datasette, selection
from support import ROOT

from claimcli.exports.formats import FORMATS
from claimcli.exports.jsonl import make as make_jsonl
from claimcli.exports.sqlite import make as make_sqlite

EXPECTED = {f"c-{word}": text for word, text in HOSTILE.items()}

ASKED = {
    **dict.fromkeys(("jsonl", "parquet"), "test_hostile_texts.py"),
    **dict.fromkeys(("csv", "xlsx", "sqlite"), "test_tables.py"),
    **dict.fromkeys(("csl-json", "bibtex"), "test_bibliographies.py"),
    **dict.fromkeys(("dot", "mermaid", "graphml", "argdown"), "test_graphs.py"),
    **dict.fromkeys(("trig", "jsonld"), "test_rdf.py"),
    **{"obsidian": "test_obsidian.py", "cldf": "test_cldf.py"},
}
"""Where each format is made of the hostile corpus and read by another program."""


def test_each_format_is_asked_for_them_somewhere() -> None:
    assert ASKED.keys() == FORMATS.keys()
    for format, file in ASKED.items():
        test = (ROOT / "tests" / "exports" / file).read_text(encoding="utf-8")
        assert re.search(rf"claimcli\.exports.*\b{format.replace('-', '_')}\b", test), format
        assert re.search(r"write_hostile\(|\bhostile: Path", test), format


def test_duckdb_reads_json_lines(hostile: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    make_jsonl(selection(hostile), tmp_path / "out")
    with duckdb.connect() as engine:
        query = f"SELECT id, statement, quote, note FROM '{tmp_path / 'out' / 'claims.jsonl'}'"
        found = engine.execute(query).fetchall()
    assert found == [(id, text, text, text) for id, text in EXPECTED.items()]


def test_duckdb_reads_parquet(hostile: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    from claimcli.exports.parquet import make as make_parquet

    make_parquet(selection(hostile), tmp_path / "out")
    with duckdb.connect() as engine:
        engine.execute(f"CREATE VIEW claims AS FROM '{tmp_path / 'out' / 'claims.parquet'}'")
        assert dict(engine.execute("SELECT id, statement FROM claims").fetchall()) == EXPECTED
        tags = f"SELECT claim, tag FROM '{tmp_path / 'out' / 'claim_tags.parquet'}'"
        assert dict(engine.execute(tags).fetchall()) == EXPECTED
        labels = f"SELECT id, label FROM '{tmp_path / 'out' / 'stances.parquet'}'"
        expected = {f"q/{word}": text for word, text in HOSTILE.items()}
        assert dict(engine.execute(labels).fetchall()) == expected


@pytest.mark.slow
def test_spark_reads_parquet_and_json_lines(hostile: Path, tmp_path: Path) -> None:
    sql = pytest.importorskip("pyspark.sql")
    pytest.importorskip("duckdb")
    if not shutil.which("java"):
        pytest.skip("Spark takes Java")
    from claimcli.exports.parquet import make as make_parquet

    make_parquet(selection(hostile), tmp_path / "parquet")
    make_jsonl(selection(hostile), tmp_path / "jsonl")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.getOrCreate()
    try:
        for frame in (
            spark.read.parquet(str(tmp_path / "parquet" / "claims.parquet")),
            spark.read.json(str(tmp_path / "jsonl" / "claims.jsonl")),
        ):
            rows = frame.select("id", "statement").collect()
            assert {row.id: row.statement for row in rows} == EXPECTED
    finally:
        spark.stop()


def test_sqlite_utils_reads_and_searches_a_database(hostile: Path, tmp_path: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    make_sqlite(selection(hostile), tmp_path / "x.db")
    database = sqlite_utils.Database(tmp_path / "x.db")
    assert {row["id"]: row["statement"] for row in database["claims"].rows} == EXPECTED
    assert [row["id"] for row in database["claims"].search("שלום")] == ["c-right-to-left"]
    assert [
        row["id"] for row in database["claims"].search("城", quote=True)
    ] == []  # one word: 東城
    assert [row["id"] for row in database["claims"].search("東城")] == ["c-emoji"]


@pytest.mark.slow
def test_datasette_shows_a_database(hostile: Path, tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    made = tmp_path / "x.db"
    make_sqlite(selection(hostile), made)
    rows: list[dict[str, Any]] = json.loads(
        of_datasette(made, "/x/claims.json?_shape=array&_size=max")
    )
    assert {row["id"]: row["statement"] for row in rows} == EXPECTED
    page = of_datasette(made, "/x/claims/c-links")
    assert "<a href='z'>" not in page
    assert "&lt;a href=&#39;z&#39;&gt;" in page
