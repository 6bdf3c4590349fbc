"""What is exported and imported again is the same corpus, id for id and field for field."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import pytest
from exporting import selection
from support import CORPORA, ROOT

from claimcli import Corpus
from claimcli.answers.import_ import ForeignFile, ask
from claimcli.exports.formats import FORMATS
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
