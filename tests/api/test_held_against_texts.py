"""Quotations, citations and footnotes from Python: what the commands say, as values."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import CORPORA, Run

from claimcli import Corpus
from claimcli.errors import ClaimcliError

HELD = CORPORA / "held"
TEXT = HELD / "archer-2000.txt"


@pytest.fixture
def corpus() -> Corpus:
    return Corpus.load(HELD, cache=False)


def test_quotations_have_the_verdicts_of_the_command(corpus: Corpus, run: Run) -> None:
    found = corpus.verify(texts=HELD)
    assert [(one.claim.id, str(one.status)) for one in found] == [
        ("shared", "exact"),
        ("hundred-years", "normalised"),
        ("riders-at-dawn", "elsewhere"),
        ("closing-is-war", "near"),
        ("toll-was-high", "ambiguous"),
        ("mid-flood", "missing"),
        ("mixed-scripts", "normalised"),
        ("unread", "no text"),
    ]
    printed = run("verify", "--corpus", str(HELD), "--texts", str(HELD), "--json").json
    assert json.loads(json.dumps([corpus.view(one) for one in found])) == printed


def test_a_named_text_goes_before_the_directory(corpus: Corpus, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("It was shared by both towns, twice shared by both towns.")
    (one,) = corpus.verify("shared", texts=HELD, text={"archer-2000": other})
    assert (one.status, one.file) == ("ambiguous", str(other))
    assert [str(one.status) for one in corpus.verify("shared")] == ["no text"]


def test_citations_of_a_text_as_the_command_has_them(corpus: Corpus, run: Run) -> None:
    found = corpus.coverage(TEXT, "archer-2000")
    assert [str(cited.coverage) for cited in found] == [
        "recorded",
        "recorded",
        "elsewhere",
        "missing",
    ]
    printed = run("coverage", str(TEXT), "--source", "archer-2000", "--corpus", str(HELD), "--json")
    assert json.loads(json.dumps([corpus.view(cited) for cited in found])) == printed.json


def test_footnotes(corpus: Corpus) -> None:
    assert corpus.cite("toll-roll", "hundred-years", style="author-date") == [
        "(The Toll Roll)",
        "(Vorob'ev 1975, 12, cited in Archer 2000, 1)",
    ]
    assert corpus.cite("toll-roll", style="bibliography", markup="markdown") == ["*The Toll Roll*."]


def test_the_callers_mistakes_are_raised(corpus: Corpus) -> None:
    with pytest.raises(ClaimcliError, match="no claim 'share'; did you mean 'shared'"):
        corpus.verify("share", texts=HELD)
    with pytest.raises(ClaimcliError, match="no source 'archer-200'"):
        corpus.verify(text={"archer-200": TEXT})
    with pytest.raises(ClaimcliError, match="no source 'archer-200'"):
        corpus.coverage(TEXT, "archer-200")
    with pytest.raises(ClaimcliError, match="no such file"):
        corpus.coverage("nothing.txt", "archer-2000")
    with pytest.raises(ClaimcliError, match="no style 'notes'; did you mean 'note'"):
        corpus.cite("shared", style="notes")
