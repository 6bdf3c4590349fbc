"""A number of a thousand and more is written in one way on pages and in figures."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import Run

MANY = 1203


@pytest.mark.slow
def test_thousands_are_parted(run: Run, tmp_path: Path) -> None:
    scholars = [{"id": f"s{n}", "name": f"Ann Archer {n}"} for n in range(MANY)]
    question = {
        "id": "who",
        "question": "Who closed the bridge?",
        "stances": {"east": {"label": "The east"}},
        "claims": [
            {
                "id": f"c{n}",
                "stance": "east",
                "scholars": [f"s{n}"],
                "statement": "It was closed.",
                "citation": {"source": "towns", "locator": f"p. {n}"},
            }
            for n in range(MANY)
        ],
    }
    towns = {"id": "towns", "type": "book", "title": "Towns", "issued": "1990"}
    corpus = {"title": "Towns", "scholars": scholars, "references": [towns], **question}
    (tmp_path / "corpus.yaml").write_text(json.dumps(corpus), encoding="utf-8")
    page = run("report", "who", "--format", "html", "--corpus", str(tmp_path)).out
    words = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    assert "1,203 notes" in words
    assert ">1,203</a>" in page  # in the figure, where it leads to the claims
    picture = run("compare", "who", "--format", "svg", "--corpus", str(tmp_path)).out
    assert "1,203" in picture
    assert "1203" not in picture
