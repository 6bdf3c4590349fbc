"""Comparisons that a figure is hard to draw of: many positions, none, long labels, no claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from odd_people import PEOPLE
from support import Run

LONG = "Equal to any of its neighbours and in some respects a good deal stronger than we are told"


def claim(id: str, stance: str, scholar: str, work: str) -> dict[str, Any]:
    said = {"id": id, "stance": stance, "scholars": [scholar], "statement": f"So it was: {id}."}
    return {**said, "citation": {"source": work}}


def question(id: str, labels: list[str], *claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    stances = {f"s{i}": {"label": label} for i, label in enumerate(labels)}
    return {"id": id, "question": f"{id.title()}?", "stances": stances, **more} | {
        "claims": list(claims)
    }


QUESTIONS = [
    question("thirty", [f"Place {i}" for i in range(30)], claim("a1", "s27", "ann", "old")),
    question(
        "namesakes",
        ["Yes", "No"],
        claim("n1", "s0", "ann", "old"),
        claim("n2", "s1", "ann-the-younger", "old"),
    ),
    question("nothing", ["Yes", "No"]),
    question("bare", []),
    question("yearless", ["Yes"], claim("u1", "s0", "tao", "undated")),
    question("elsewhere", ["Yes"], claim("e1", "lost", "cai", "old")),
    question("long", [LONG, "強い 强 сильное"], claim("l1", "s1", "steer", "old"), ordered=True),
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("odd")
    (root / "corpus.yaml").write_text(json.dumps(PEOPLE), "utf-8")
    for asked in QUESTIONS:
        (root / f"{asked['id']}.yaml").write_text(json.dumps(asked), "utf-8")
    return root


@pytest.fixture(autouse=True)
def read(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(corpus))


QUICK = ("1", "52", "200")
WIDTHS = [
    pytest.param(width, marks=() if width in QUICK else pytest.mark.slow)
    for width in ("1", "7", "20", "33", "52", "60", "80", "118", "200")
]


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("asked", [asked["id"] for asked in QUESTIONS])
def test_it_is_drawn_at_every_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, asked: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for more in ((), ("--figure", "matrix"), ("--by", "decade")):
        ran = run("compare", asked, *more)
        assert ran.code == 0
        assert f"{asked.title()}?" in ran.out
        assert "\x9b" not in ran.out
    assert run("list", "questions").code == 0


def test_letters_go_on_after_z(run: Run) -> None:
    rows = run("compare", "thirty").out.splitlines()
    # the axis of a single year is five years longer on each side, so that it stands in the middle
    (row,) = (row for row in rows if row.startswith("AB  Place 27"))
    marks = row.split()[3]
    assert marks.index("●") == len(marks) // 2
    assert "  No claim recorded." in "\n".join(rows)


def test_without_claims_there_is_no_axis_and_no_counting(run: Run) -> None:
    out = run("compare", "nothing").out
    assert "Works by year" not in out
    assert "\nNo claim recorded.\n" in out
    assert "0 scholars" not in out


def test_without_stances_there_is_no_figure(run: Run) -> None:
    assert run("compare", "bare").out == "Bare?\n\nNo claim recorded.\n"


def test_works_without_a_year_are_counted_beside_the_figure(run: Run) -> None:
    out = run("compare", "yearless").out
    assert "Works by year" not in out
    assert "1 has no year and is not drawn" in out


def test_a_position_that_is_not_declared_has_the_next_letter(run: Run) -> None:
    out = run("compare", "elsewhere").out
    assert "\nB  lost" in out
    assert "◇ of the time spoken of, no scholar" in out


def test_answers_in_an_order_are_said_to_be(run: Run) -> None:
    assert "The answers run from pole to pole." in run("compare", "long").out


def test_holders_of_one_name_are_told_apart_by_their_ids(run: Run) -> None:
    out = " ".join(run("compare", "namesakes").out.split())
    assert "Михаил Воробьёв (ann)" in out
    assert "Михаил Воробьёв (ann-the-younger)" in out.partition("By scholar")[2]
    assert "(ann)" not in run("compare", "thirty").out
