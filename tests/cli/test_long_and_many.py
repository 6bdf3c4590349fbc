"""What is too long or too many to read is cut in a table, and is whole in data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import Run

pytestmark = pytest.mark.slow

PEOPLE = """\
title: T
format: 1
scholars: [{id: ann, name: Ann, kind: person}]
references: [{id: a, type: book, author: [{literal: Ann}], issued: '1950'}]
"""
LENGTH = 5_000_000


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "corpus.yaml").write_text(PEOPLE, "utf-8")
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))
    return tmp_path


FIELDS = ("statement", "note", "quote", "translation")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("word", ["word ", "女", "x" * 1000 + " "])
def test_a_text_of_millions_of_characters(corpus: Path, run: Run, field: str, word: str) -> None:
    long = (word * (LENGTH // 10 // len(word))).strip()
    fields = {"statement": "S.", field: long}
    claim = {"id": "one", "stance": "x", "scholars": ["ann"], "citation": {"source": "a"}, **fields}
    question = {"id": "q", "question": "Q?", "stances": {"x": {"label": "X"}}, "claims": [claim]}
    (corpus / "q.yaml").write_text(json.dumps(question), "utf-8")
    for command in (("show", "one"), ("compare", "q"), ("search",)):
        ran = run(*command)
        assert ran.code == 0
        assert len(ran.out) < 30_000
    shown = run("show", "one").out
    assert "characters; --json has them all)" in " ".join(shown.split())
    assert run("show", "one", "--json").json[field] == long


def test_a_question_of_ten_thousand_stances(corpus: Path, run: Run) -> None:
    stances = {f"s{i}": {"label": f"Stance {i}"} for i in range(10_000)}
    claims = [
        {"id": f"c{i}", "stance": f"s{i}", "scholars": ["ann"], "statement": "S."}
        | {"citation": {"source": "a"}}
        for i in range(2)
    ]
    question = {"id": "q", "question": "Q?", "stances": stances, "claims": claims}
    (corpus / "q.yaml").write_text(json.dumps(question), "utf-8")
    shown = run("compare", "q").out
    assert "… and 9,800 more positions; --json has all" in shown
    assert "Stance 199  s199" in shown
    assert "Stance 200" not in shown
    assert len(run("compare", "q", "--json").json["positions"]) == 10_000
    assert "more lines; --json has all" in run("show", "q").out


def test_a_matrix_of_many_groups(corpus: Path, run: Run) -> None:
    holders = "".join(f"- {{id: h{i}, name: Holder {i}, kind: person}}\n" for i in range(250))
    claims = "".join(
        f"- {{id: c{i}, stance: x, scholars: [h{i}], statement: S., via: [{{source: a}}]}}\n"
        for i in range(250)
    )
    (corpus / "people.yaml").write_text(f"scholars:\n{holders}", "utf-8")
    (corpus / "q.yaml").write_text(
        f"id: q\nquestion: Q?\nstances: {{x: {{label: X}}}}\nclaims:\n{claims}", "utf-8"
    )
    shown = run("compare", "q").out
    assert "Holder 199 " in shown
    assert "… and 50 more groups; --json has all" in shown
    assert len(run("compare", "q", "--json").json["groups"]) == 250


WIDTHS = ["0", "-1", "-80", "", " ", "abc", "8e1", "80.5", "²", "８０", "0x50", "99999999999", "00"]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    "command", [("search",), ("list", "scholars"), ("show", "ann"), ("compare", "who-began")]
)
def test_a_width_that_is_none_is_as_if_unset(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], columns: str
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    unset = run(*command)
    monkeypatch.setenv("COLUMNS", columns)
    ran = run(*command)
    assert (ran.code, ran.out) == (0, unset.out)
    assert "Ann Archer" in ran.out


@pytest.mark.usefixtures("small")
def test_a_width_that_is_one_is_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (70, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = run("compare", "who-began").out.splitlines()
        assert columns - 30 < max(map(len, lines)) <= columns
