"""The same counts anywhere: the views of an export say what `compare` says, in every engine."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from exporting import selection
from support import CORPORA, ROOT

from claimcli import Corpus
from claimcli.answers.counting import Counts
from claimcli.exports.relational import TABLES
from claimcli.exports.sqlite import make as make_sqlite

Query = Callable[[str], list[Any]]

COLUMNS = ("question", "stance", "label", *Counts.__struct_fields__, "first_year", "last_year")
POSITIONS = f"SELECT {', '.join(COLUMNS)} FROM positions"
HOLDERS = "SELECT question, stance, scholar FROM holders WHERE is_scholar = 1 AND first_hand = {}"
SECOND_HAND = "SELECT DISTINCT claim FROM second_hand"


def of_sqlite(corpus: Path, folder: Path) -> Iterator[Query]:
    make_sqlite(selection(corpus), folder / "x.db")
    with closing(sqlite3.connect(folder / "x.db")) as database:
        yield lambda sql: database.execute(sql).fetchall()


def of_duckdb(corpus: Path, folder: Path) -> Iterator[Query]:
    duckdb = pytest.importorskip("duckdb")
    from claimcli.exports.parquet import make as make_parquet

    make_parquet(selection(corpus), folder / "parquet")
    with duckdb.connect() as engine:
        for table in TABLES:
            file = folder / "parquet" / f"{table.name}.parquet"
            engine.execute(f"CREATE VIEW {table.name} AS FROM '{file}'")
        engine.execute((folder / "parquet" / "views.sql").read_text(encoding="utf-8"))
        yield lambda sql: engine.execute(sql).fetchall()


@contextmanager
def session() -> Iterator[Any]:
    """Spark on this machine, for as long as a test takes."""
    sql = pytest.importorskip("pyspark.sql")
    if not shutil.which("java"):
        pytest.skip("Spark takes Java")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()


def of_spark(corpus: Path, folder: Path) -> Iterator[Query]:
    pytest.importorskip("duckdb")
    from claimcli.exports.engines import views
    from claimcli.exports.parquet import make as make_parquet

    with session() as spark:
        make_parquet(selection(corpus), folder / "parquet")
        for table in TABLES:
            file = folder / "parquet" / f"{table.name}.parquet"
            spark.read.parquet(str(file)).createOrReplaceTempView(table.name)
        for view in views("OR REPLACE TEMPORARY VIEW"):
            spark.sql(view)
        yield lambda query: [tuple(row) for row in spark.sql(query).collect()]


ENGINES = {"sqlite": of_sqlite, "duckdb": of_duckdb}


@pytest.fixture(params=[*ENGINES, pytest.param("spark", marks=pytest.mark.slow)])
def engine(request: pytest.FixtureRequest) -> Callable[[Path, Path], Iterator[Query]]:
    return of_spark if request.param == "spark" else ENGINES[request.param]


def compared(corpus: Corpus) -> list[Any]:
    return [
        (
            comparison.question.id,
            position.stance,
            position.label,
            *(getattr(position.counts, key) for key in Counts.__struct_fields__),
            *(position.first_year, position.last_year),
        )
        for question in corpus.questions
        for comparison in [corpus.compare(question.id)]
        for position in comparison.positions
    ]


def held(corpus: Corpus, *, first_hand: bool) -> set[Any]:
    """Who holds a position, as far as a mark of his in it says that he was read there, or not."""
    found: dict[Any, bool] = {}
    for question in corpus.questions:
        for position in corpus.compare(question.id).positions:
            for mark in position.marks:
                if mark.known in ("read", "second-hand"):
                    key = (question.id, position.stance, mark.holder)
                    found[key] = found.get(key, False) or mark.known == "read"
    return {key for key, is_read in found.items() if is_read is first_hand}


def hold_against(query: Query, corpus: Corpus) -> None:
    expected = compared(corpus)
    assert expected
    assert sorted(map(repr, query(POSITIONS))) == sorted(map(repr, expected))
    assert set(query(HOLDERS.format(1))) == held(corpus, first_hand=True)
    assert set(query(HOLDERS.format(0))) == held(corpus, first_hand=False)
    second_hand = {claim.id for claim in corpus.claims if claim.second_hand}
    assert {id for (id,) in query(SECOND_HAND)} == second_hand


def test_counts_that_were_worked_out_by_hand(tmp_path: Path, engine: Any) -> None:
    """Those in the comments of the small corpus."""
    for query in engine(CORPORA / "small", tmp_path):
        found = query(
            "SELECT stance, scholars, first_hand, second_hand, unnamed, witnesses, by_reading,"
            " claims, first_year, last_year FROM positions WHERE question = 'who-began'"
        )
        assert sorted(found) == [
            ("easton-began", 2, 1, 1, 1, 1, 0, 3, 1975, 2000),
            ("nobody", 0, 0, 0, 0, 0, 0, 0, None, None),
            ("weston-began", 2, 1, 1, 0, 1, 1, 2, 1975, 2000),
        ]


@pytest.mark.slow
def test_every_figure_of_the_shipped_corpus(tmp_path: Path, engine: Any) -> None:
    with Corpus.load(ROOT / "claims") as corpus:
        for query in engine(ROOT / "claims", tmp_path):
            hold_against(query, corpus)


@pytest.mark.slow
@pytest.mark.once
def test_every_figure_of_a_hundred_thousand_claims(tmp_path: Path, engine: Any) -> None:
    generator = ROOT / "benchmarks" / "generate.py"
    many = tmp_path / "many"
    subprocess.run([sys.executable, generator, many, "--claims=100000"], check=True)
    with Corpus.load(many) as corpus:
        for query in engine(many, tmp_path):
            hold_against(query, corpus)


def test_a_stance_that_is_not_declared_and_an_answer_to_ones_own_question(
    tmp_path: Path, engine: Any
) -> None:
    """By hand: `a` is taken by c1 (own) and c2 (own, said again in `answers`), `b` by c1's answer,
    which is unclear, and `new` by c3; nobody declared `new`, nor the scholar `y`.
    """
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "q.yaml").write_text(
        "id: q\nquestion: Q?\nstances: {a: {label: A}, b: {label: B}}\nclaims:\n"
        "- {id: c1, stance: a, scholars: [x, x2], statement: S., citation: {source: w},"
        " answers: [q/b], unclear: [answers], note: N.}\n"
        "- {id: c2, stance: a, scholars: [x], statement: S., citation: {source: w},"
        " answers: [q/a], unclear: [answers], note: N.}\n"
        "- {id: c3, stance: new, scholars: [y], statement: S., via: [{source: r}],"
        " unclear: [stance], note: N.}\n"
        "- {id: c4, stance: none, scholars: [x], statement: S., citation: {source: w}}\n"
        "scholars:\n- {id: x, name: X, kind: person}\n- {id: x2, name: Many, kind: unnamed}\n",
        encoding="utf-8",
    )
    for query in engine(folder, tmp_path):
        found = query(
            "SELECT stance, scholars, first_hand, unnamed, witnesses, unclear, by_reading, claims"
            " FROM positions"
        )
        assert sorted(found) == [
            ("a", 1, 1, 1, 1, 2, 0, 2),
            ("b", 1, 1, 1, 1, 1, 1, 1),
            ("new", 1, 0, 0, 1, 1, 1, 1),
        ]
        with Corpus.load(folder, cache=False) as corpus:
            hold_against(query, corpus)


@pytest.fixture
def expected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `compare` counts in each of two corpora, whose tables are in the folder `union`."""
    pytest.importorskip("duckdb")
    from claimcli.exports.parquet import make as make_parquet

    corpora = {"war": ROOT / "claims", "bridge": CORPORA / "small"}
    monkeypatch.chdir(tmp_path)
    Path("union").mkdir()
    counted = []
    for name, folder in corpora.items():
        make_parquet(selection(folder), Path("union") / name)
        with Corpus.load(folder, cache=False) as corpus:
            counted += [(row[0], row[1], row[3], row[5]) for row in compared(corpus)]
    return sorted(counted)


def example_with(word: str) -> str:
    """The example of docs/scale.md that has the word."""
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    (example,) = (b for b in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if word in b)
    return str(example)


TITLES = {"who-began-the-wars-between-jin-and-song", "a-quarrel-of-two-towns"}


@pytest.mark.slow
def test_a_union_of_corpora_counts_each_as_it_does_alone(expected: list[Any]) -> None:
    names: dict[str, Any] = {}
    exec(example_with("duckdb"), names)
    found = names["held"].fetchall()
    assert sorted(row[1:] for row in found) == expected
    assert {row[0] for row in found} == TITLES


@pytest.mark.slow
def test_so_it_does_in_spark(expected: list[Any]) -> None:
    # one Java runs for all tests, and stays in the folder in which it was started
    example = example_with("spark").replace("union/", f"{Path.cwd().as_posix()}/union/")
    with session() as spark:
        exec(example, {"spark": spark})
        held = "SELECT corpus, question, stance, scholars, second_hand FROM positions"
        found = [tuple(row) for row in spark.sql(held).collect()]
    assert sorted(row[1:] for row in found) == expected
    assert {row[0] for row in found} == TITLES
