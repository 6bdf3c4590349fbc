"""`list questions`: a line each where there is room, with the id whole and a strip."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from storing import write
from support import ROOT, Run, cases

from claimcli.render.tables.lines import shortened, width_of


@cases(
    ("words", "width", "shown"),
    [
        ("Who began the war?", 18, "Who began the war?"),
        ("Who began the war?", 17, "Who began the…"),
        ("Who began the war?", 14, "Who began the…"),
        ("Who began the war?", 13, "Who began…"),
        ("Unbreakable", 6, "Unbre…"),
        # each Han character is two columns wide, and a line may end after any
        ("誰先開戰", 8, "誰先開戰"),
        ("誰先開戰", 7, "誰先開…"),
    ],
)
def test_a_line_is_cut_after_a_word(words: str, width: int, shown: str) -> None:
    line = shortened([(words, "bold")], width)
    assert "".join(text for text, _ in line) == shown
    assert width_of(line) <= width


@pytest.mark.parametrize("width", [72, 80, 90, 100, 120, 140, 180])
def test_each_question_has_a_line_with_its_id_and_strip(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("list", "questions", "--limit", "99").out.splitlines()
    questions = run("list", "questions", "--json").json
    assert max(map(len, lines)) <= width
    for question in questions:
        (line,) = (line for line in lines if f"  {question['id']}  " in line)
        assert re.search(r"  A[●○◌◇\d·]+( [B-Z][●○◌◇\d·]+)*(\s|$)", line), line
        began = line.split(question["id"])[0].strip().removesuffix("…")
        assert len(began) > 16
        assert question["question"].startswith(began)


def test_of_a_long_strip_there_is_what_fits(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stances = {f"s{n}": {"label": f"S{n}"} for n in range(30)}
    question = {
        "id": "many",
        "question": "Which of them was it in the end?",
        "stances": stances,
    }
    corpus = {"corpus.yaml": "title: T\nformat: 1\n", "q.yaml": json.dumps(question)}
    write(tmp_path / "many", corpus)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path / "many"))
    monkeypatch.setenv("COLUMNS", "80")
    # a quarter of 80 columns: six positions of two columns with a blank between, and an ellipsis
    out = run("list", "questions").out
    assert "many  A· B· C· D· E· F· …" in out
