"""What is exported and imported again is the same corpus, id for id and field for field."""

from __future__ import annotations

import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import pytest
from exporting import selection
from hypothesis import Phase, given, settings
from support import CORPORA, ROOT
from whole_corpora import Fields, corpora, write

from claimcli import Corpus
from claimcli.answers.import_ import ask
from claimcli.exports.formats import FORMATS
from claimcli.imports.given_files import ForeignFile
from claimcli.imports.planning import Wish

BACK = ("jsonl", "csv", "sqlite", pytest.param("parquet", marks=pytest.mark.skipif(
    find_spec("duckdb") is None, reason="duckdb is not installed"
)))  # fmt: skip
KINDS = ("questions", "scholars", "sources", "names", "claims")


def come_back(corpus: Path, format: str, folder: Path) -> tuple[Path, Any]:
    """The corpus made by importing what was exported, and what the import said."""
    made, back = folder / "made", folder / "back"
    back.mkdir()
    (back / "corpus.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    FORMATS[format].make(selection(corpus), made)
    files = sorted(made.iterdir()) if made.is_dir() else [made]
    given = [ForeignFile(str(file), file.read_bytes()) for file in files if file.suffix != ".sql"]
    return back, ask(back, given, Wish())


def records(corpus: Path) -> dict[str, dict[str, Any]]:
    with Corpus.load(corpus, cache=False) as loaded:
        assert (loaded.left_out, loaded.unread) == (0, 0)
        return {kind: {r.id: plain(r) for r in getattr(loaded, kind)} for kind in KINDS}


def plain(record: Any) -> dict[str, Any]:
    """A record as JSON has it, without its place."""
    said: dict[str, Any] = msgspec.to_builtins(record)
    for key in ("file", "line"):
        said.pop(key, None)
    for stance in said.get("stances", ()):
        stance.pop("line", None)
    return said


@pytest.mark.slow
@pytest.mark.parametrize("format", BACK)
def test_the_small_corpus_comes_back(tmp_path: Path, format: str) -> None:
    back, said = come_back(CORPORA / "small", format, tmp_path)
    assert records(back) == records(CORPORA / "small")
    assert not said.has_failed


@pytest.mark.slow
@pytest.mark.parametrize("format", BACK)
def test_the_shipped_corpus_comes_back(tmp_path: Path, format: str) -> None:
    back, _ = come_back(ROOT / "claims", format, tmp_path)
    assert records(back) == records(ROOT / "claims")


@pytest.mark.slow
@pytest.mark.parametrize("corpus", [CORPORA / "small", ROOT / "claims"], ids=["small", "shipped"])
def test_a_workbook_comes_back(tmp_path: Path, corpus: Path) -> None:
    pytest.importorskip("xlsxwriter")
    pytest.importorskip("python_calamine")
    back, said = come_back(corpus, "xlsx", tmp_path)
    assert records(back) == records(corpus)
    assert not said.has_failed


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.parametrize("format", BACK)
@settings(max_examples=15, phases=[Phase.generate])  # what fails is small, and shrinking slow
@given(files=corpora())
def test_a_generated_corpus_comes_back(format: str, files: dict[str, Fields]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = write(files, Path(folder) / "corpus")
        back, _ = come_back(corpus, format, Path(folder))
        assert records(back) == records(corpus)


@pytest.mark.slow
@pytest.mark.parametrize("format", BACK)
def test_what_looks_like_a_guard_a_formula_or_a_second_claim_comes_back(
    tmp_path: Path, format: str
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "c.yaml").write_text(
        "title: T\nformat: 1\nid: q\nquestion: \"'=1+1\"\nstances: {a: {label: '=SUM(A1)'}}\n"
        "references: [{id: w, type: book, title: X, author: [{literal: A}]}]\n"
        "scholars: [{id: s, name: A, kind: person, school: '#N/A'}]\nclaims:\n"
        "- {id: c, stance: a, scholars: [s], statement: '=SUM(A1)', citation: {source: w},"
        ' quote: "a\\tb\\nc", note: "\'-1"}\n'
        "- {id: d, stance: a, scholars: [s], statement: '=SUM(A1)', citation: {source: w}}\n"
        '- {id: e, stance: a, scholars: [s], statement: "a\\u2028b", citation: {source: w},'
        ' note: "\\ufeffc"}\n',
        encoding="utf-8",
    )
    back, _ = come_back(tmp_path / "corpus", format, tmp_path)
    assert records(back) == records(tmp_path / "corpus")
