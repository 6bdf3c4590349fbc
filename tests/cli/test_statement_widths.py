"""A wider window never narrows the statement, and a narrow one loses nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, Run, cases

from claimcli.render.tables.claim import columns_of
from claimcli.render.tables.page import Page

WIDTHS = range(20, 261)


def test_the_column_of_statements_only_grows() -> None:
    bodies = [columns_of(Page(width)).body for width in WIDTHS]
    assert bodies == sorted(bodies)
    assert bodies[WIDTHS.index(80)] >= 55
    assert max(bodies) <= 80  # wider is not read with ease


def test_no_column_goes_beyond_the_page() -> None:
    for width in WIDTHS:
        columns = columns_of(Page(width))
        gap = 2 if columns.aside else 0
        assert columns.before + columns.body + gap + columns.aside <= max(width, 20), width


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    statement = " ".join(f"{'abcdefghij'[i % 10]}{'x' * (i % 7)}" for i in range(60))
    (tmp_path / "corpus.yaml").write_text(
        "title: T\nformat: 1\nscholars: [{id: ann, name: Ann Archer, kind: person}]\n"
        "references: [{id: a, type: book, author: [{literal: Ann}], issued: '1950'}]\n"
        "id: q\nquestion: Q?\nstances: {x: {label: X}}\nclaims:\n"
        "- {id: one, stance: x, scholars: [ann], citation: {source: a}, "
        f"statement: {statement}}}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("command", [("compare", "q"), ("search",), ("show", "ann")])
@pytest.mark.usefixtures("corpus")
def test_the_lines_of_a_statement_only_grow(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    heights = []
    for width in range(60, 201, 4):
        monkeypatch.setenv("COLUMNS", str(width))
        rows = run(*command).out.splitlines()
        heights.append(sum(bool(re.search(r"\b[a-j]x* [a-j]x*\b", row)) for row in rows))
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]


@pytest.mark.slow
@pytest.mark.parametrize("width", ["40", "60", "80", "100", "140", "200"])
@pytest.mark.parametrize("question", ["who-started-war", "did-song-want-war", "koryo-policy"])
def test_nothing_of_a_claim_is_lost_on_a_narrow_page(
    run: Run, monkeypatch: pytest.MonkeyPatch, question: str, width: str
) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))
    monkeypatch.setenv("COLUMNS", width)
    view = run("compare", question, "--json").json
    told = [view["question"]["text"], view["question"]["scope"]]
    for position in view["positions"]:
        told += [position["label"], position["meaning"], position["stance"]]
    for claim in claims_of(view):
        told += [claim["id"], claim["statement"], *claim["unclear"]]
        told += [holder["name"] for holder in claim["scholars"]]
        told += [work["text"] for work in (claim["citation"], *claim["via"]) if work]
    shown = words(run("compare", question).out)
    assert words(" ".join(filter(None, told))) <= shown


def claims_of(view: dict[str, Any]) -> list[dict[str, Any]]:
    held = [claim for position in view["positions"] for claim in position["claims"]]
    return [*held, *view["without_stance"]]


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w'’-]+", text))


@cases("width", ["40", "60", "80", "100", "140", "200"])
@pytest.mark.usefixtures("small")
def test_no_line_is_wider_than_the_page(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for command in (("compare", "who-began"), ("search",), ("show", "boris"), ("list", "stances")):
        assert max(map(len, run(*command).out.splitlines())) <= int(width)
