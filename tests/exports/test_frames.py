"""Tables as data frames, with the types that the columns have."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from storing import write
from support import CORPORA

from claimcli import Corpus
from claimcli.answers.export import ask
from claimcli.answers.list import LISTED
from claimcli.api import Results
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.exports.answer_frames import Types, answer_columns
from claimcli.exports.frames import columns
from claimcli.exports.relational import TABLES
from claimcli.search import Filters
from claimcli.store import open_store
from claimcli.writing import CannotWrite

YEARS = [2000, 1975, None, 2000, 1975, 2000, None, 2000]
"""Of the works of the claims of the small corpus, in file order."""


@pytest.fixture(params=["pandas", "polars", "pyarrow"])
def library(request: pytest.FixtureRequest) -> str:
    pytest.importorskip(request.param)
    return str(request.param)


@pytest.mark.slow
def test_years_are_integers_and_what_is_not_known_is_missing(library: str) -> None:
    with Corpus.load(CORPORA / "small", cache=False) as corpus:
        if library == "pandas":
            frame = corpus.to_pandas()
            found = [
                None if year != year else int(year)
                for year in frame["year"].to_numpy("f8", na_value=float("nan"))
            ]
            assert str(frame.dtypes["year"]) == "Int64"
        elif library == "polars":
            found = corpus.to_polars()["year"].to_list()
        else:
            found = corpus.to_arrow().column("year").to_pylist()
    assert found == YEARS


HELD = CORPORA / "held"
ANSWERS: dict[str, Callable[[Corpus], Any]] = {
    "search": lambda c: c.search("riders toll"),
    "nothing found": lambda c: c.search("zzzz"),
    "compare": lambda c: c.compare("bridge"),
    "juxtapose": lambda c: c.juxtapose(*(s.id for s in c.scholars)),
    "matrix": lambda c: c.matrix("bridge"),
    "chains": lambda c: c.chains("bridge"),
    "replies": lambda c: c.replies("bridge"),
    "cite": lambda c: c.cite("bridge"),
    "show scholar": lambda c: c.show(c.scholars[0].id),
    "show claim": lambda c: c.show("shared"),
    "info": lambda c: c.info,
    "verify": lambda c: c.verify(texts=HELD),
    "coverage": lambda c: c.coverage(HELD / "archer-2000.txt", "archer-2000"),
    "review": lambda c: c.review(),
    "blind": lambda c: c.review_blind("X"),
    "diff": lambda c: c.diff(),
    "check": lambda c: c.check(),
    "check of nothing": lambda c: c.check(select="E"),
    **{f"list {kind}": partial(Corpus.list, kind=kind) for kind in LISTED},
}


def framed(library: str, corpus: Corpus, of: Any) -> tuple[list[str], list[dict[str, Any]]]:
    """The names of the columns, and the rows with None for what is missing."""
    if library == "pandas":
        frame = corpus.to_pandas(of)
        rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
        return list(frame.columns), rows
    if library == "polars":
        frame = corpus.to_polars(of)
        return frame.columns, frame.to_dicts()
    frame = corpus.to_arrow(of)
    return frame.column_names, frame.to_pylist()


@pytest.mark.slow
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_has_its_keys_and_values(library: str, name: str) -> None:
    """What is an object of any keys comes as JSON; all else is what the command prints."""
    with Corpus.load(HELD) as corpus:
        of = ANSWERS[name](corpus)
        answer = of.answer if isinstance(of, Results) else of
        columns, rows = framed(library, corpus, of)
        assert columns == list(answer.fields)
        printed = json.loads(json.dumps(list(answer.rows)))
        assert len(rows) == len(printed)
        for row, expected in zip(rows, printed, strict=True):
            for key, value in row.items():
                if isinstance(value, str) and not isinstance(expected[key], str):
                    value = json.loads(value)
                assert value == expected[key], key


@pytest.mark.slow
def test_columns_of_answers_have_types(library: str) -> None:
    """The same with and without rows: years whole numbers, lists of texts and of records."""
    wanted = {
        "pandas": ["string", "Int64", "boolean", "object", "object"],
        "polars": [
            *("String", "Int64", "Boolean", "List(String)"),
            "List(Struct({'source': String, 'locator': String, 'text': String}))",
        ],
        "pyarrow": [
            *("string", "int64", "bool", "list<item: string>"),
            "list<item: struct<source: string, locator: string, text: string>>",
        ],
    }[library]
    with Corpus.load(HELD) as corpus:
        for found in (corpus.search("toll"), corpus.search("zzzz")):
            if library == "pandas":
                types = corpus.to_pandas(found).dtypes
            elif library == "polars":
                types = corpus.to_polars(found).schema
            else:
                schema = corpus.to_arrow(found).schema
                types = {name: schema.field(name).type for name in schema.names}
            names = ("statement", "year", "second_hand", "tags", "via")
            assert [str(types[name]) for name in names] == wanted


HOSTILE = (
    *("<script>", "=1+1", "\x00\x1b[2J", "a\nb\tc", "\u202etxet", "\\N", '"', "😀", "NaN"),
    *("", "null", "1975"),
)


@pytest.mark.slow
def test_hostile_text_comes_through(library: str, tmp_path: Path) -> None:
    claims = "".join(
        f"- {{id: c-{n:02}, scholars: [a], statement: {json.dumps('x ' + text)},"
        f" citation: {{source: s}}, tags: [{json.dumps('t' + text)}]}}\n"
        for n, text in enumerate(HOSTILE)
    )
    people = "scholars:\n- {id: a, name: A, kind: person}\nreferences:\n- {id: s, type: book}\n"
    write(tmp_path / "c", {"corpus.yaml": "title: T\n", "p.yaml": people})
    (tmp_path / "c" / "claims.yaml").write_text(f"claims:\n{claims}", "utf-8")
    with Corpus.load(tmp_path / "c", cache=False) as corpus:
        expected = [claim.statement for claim in corpus.claims]
        assert len(expected) == len(HOSTILE)
        for of in ("claims", corpus.search("")):
            _, rows = framed(library, corpus, of)
            assert [row["statement"] for row in rows] == expected
        _, tags = framed(library, corpus, "claim_tags")
        assert len(tags) == len(HOSTILE)


@pytest.mark.slow
def test_a_path_that_is_no_text_is_told_as_far_as_it_is(library: str, tmp_path: Path) -> None:
    """A byte of a name that is no UTF-8 is half of a surrogate pair to Python."""
    texts = tmp_path / os.fsdecode(b"t\xff")
    texts.mkdir()
    shutil.copy(HELD / "archer-2000.txt", texts)
    with Corpus.load(HELD) as corpus:
        _, [row] = framed(library, corpus, corpus.verify("shared", texts=texts))
        assert "/t\ufffd/" in row["places"][0]["file"]


@pytest.mark.slow
def test_every_table_keeps_its_columns_without_rows(library: str) -> None:
    with Corpus.load(CORPORA / "small", cache=False) as corpus:
        none = corpus.filters(tag="money", scholar="boris")
        for table in TABLES:
            if library == "pandas":
                frame = corpus.to_pandas(table.name, none)
                names, rows = list(frame.columns), len(frame)
            elif library == "polars":
                frame = corpus.to_polars(table.name, none)
                names, rows = frame.columns, frame.height
            else:
                frame = corpus.to_arrow(table.name, none)
                names, rows = frame.column_names, frame.num_rows
            assert names == list(table.fields)
            whole = {"corpus": 1, "names": 2, "spellings": 2}  # which no filter chooses from
            assert rows == whole.get(table.name, 0)


def test_what_is_no_list_of_records_makes_no_frame() -> None:
    types = Types("t", "i", "n", "b", lambda one: [one], dict)
    with Corpus.load(CORPORA / "small") as corpus:
        found, kinds = answer_columns(corpus.compare("who-began"), types)
        assert kinds["year"] == "i"
        assert kinds["scholars"] == [{"id": "t", "name": "t", "kind": "t", "school": "t"}]
        assert len(found["id"]) == 7
        with pytest.raises(ClaimcliError, match="no data frame of a Dossier"):
            answer_columns(corpus.report("who-began"), types)
        with pytest.raises(TypeError, match="table is to be a text, and is of int"):
            corpus._columns(3, None, types)  # type: ignore[arg-type]  # what is tested


def test_a_table_has_its_columns_also_without_rows() -> None:
    found = columns(
        ask(open_store(CORPORA / "small", use_cache=False), Filters(tag=("none",))), "claim_via"
    )
    assert found == {"claim": [], "nth": [], "source": [], "locator": [], "corpus": []}


def test_an_unknown_table_is_told() -> None:
    selection = ask(open_store(CORPORA / "small", use_cache=False), Filters())
    with pytest.raises(UnknownValue, match="no table 'claim'"):
        columns(selection, "claim")


def test_a_corpus_is_exported_from_python_and_over_nothing(tmp_path: Path) -> None:
    with Corpus.load(CORPORA / "small", cache=False) as corpus:
        corpus.export("bibtex", tmp_path / "x.bib")
        assert (tmp_path / "x.bib").read_text(encoding="utf-8").count("@") == 3
        with pytest.raises(CannotWrite, match="is there already"):
            corpus.export("bibtex", tmp_path / "x.bib")
        corpus.export("bibtex", tmp_path / "x.bib", Filters(scholar=("boris",)), force=True)
        assert (tmp_path / "x.bib").read_text(encoding="utf-8").count("@") == 2
        with pytest.raises(UnknownValue, match="no format 'bibtx'; did you mean 'bibtex'"):
            corpus.export("bibtx", tmp_path / "y.bib")
