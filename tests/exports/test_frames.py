"""Tables as data frames, with the types that the columns have."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CORPORA

from claimcli import Corpus
from claimcli.answers.export import ask
from claimcli.errors import UnknownValue
from claimcli.exports.frames import columns
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
