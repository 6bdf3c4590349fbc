"""Pages of a corpus, and of a question, on which nothing is recorded: no heading over nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from storing import write

from claimcli.cli.main import main


def _site(tmp_path: Path, files: dict[str, str]) -> Path:
    write(tmp_path / "corpus", files)
    place = tmp_path / "public"
    given = ["site", str(place), "--corpus", str(tmp_path / "corpus"), "--no-cache"]
    assert main(given) == 0
    return place


@pytest.mark.slow
def test_an_empty_corpus_says_that_it_has_no_question(tmp_path: Path) -> None:
    front = (_site(tmp_path, {"corpus.yaml": '{"title": "Towns"}'}) / "index.html").read_text()
    assert "No question is recorded." in front
    assert "one mark for each who holds it" not in front


@pytest.mark.slow
def test_a_question_without_claims_has_no_key_and_nothing_unsure(tmp_path: Path) -> None:
    asked = {"id": "who", "question": "Who?", "stances": {"east": {"label": "East"}}, "claims": []}
    site = _site(tmp_path, {"corpus.yaml": '{"title": "Towns"}', "who.yaml": json.dumps(asked)})
    page = (site / "question" / "who.html").read_text()
    assert "Nothing is recorded on this question." in page
    assert "What is unsure" not in page
    assert "one mark for each holder and work" not in page
    assert "one mark for each who holds it<" in (site / "index.html").read_text()
