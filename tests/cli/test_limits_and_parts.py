"""How much of a record or a comparison is shown, under what headings, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import Run, cases

# The small corpus: `archer-2000` is cited by four claims and reports three; nothing rests on it.
# `chronicle` is cited by one and the basis of another. `who-began` has six claims of its own and
# one of `why` that answers it.


@pytest.mark.usefixtures("small")
def test_a_source_tells_its_parts_apart(run: Run) -> None:
    shown = run("show", "archer-2000")
    assert [line for line in shown.out.splitlines() if "claims" in line and " in it" in line] == [
        "4 claims made in it",
        "3 claims reported in it",
    ]
    shown = run("show", "chronicle")
    made, resting = shown.out.index("1 claim made in it"), shown.out.index("1 claim resting on it")
    assert made < shown.out.index("  chronicle-flood") < resting
    assert resting < shown.out.index("  archer-2000-weston-closed-the-bridge")


@pytest.mark.usefixtures("small")
def test_a_question_tells_its_stances_and_who_takes_them(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    shown = run("show", "who-began").out
    assert (
        "stances    A Easton began it (easton-began): 2 scholars (1 second-hand), 1 unnamed\n"
        "             Easton moved first.\n"
        "           B Weston began it (weston-began): 2 scholars (1 second-hand)\n"
        "           C It began by itself (nobody): nobody recorded\n"
    ) in shown
    assert "6 claims on it" in shown
    assert "1 claim recorded under another question" in shown


@pytest.mark.usefixtures("small")
def test_a_limit_holds_under_each_heading_and_says_what_it_leaves_out(run: Run) -> None:
    shown = run("show", "archer-2000", "--limit", "1")
    assert "4 claims made in it" in shown.out
    assert "  … and 3 more claims\n" in shown.out
    assert "  … and 2 more claims\n" in shown.out
    assert shown.err == "5 more claims; --limit 4 under each heading shows all\n"
    ids = [c["id"] for c in run("show", "archer-2000", "--limit", "1", "--json").json["claims"]]
    assert ids == ["archer-2000-bridge-was-shared", "vorobev-1975-easton"]
    assert len(run("show", "archer-2000", "--json").json["claims"]) == 7


def test_a_table_of_a_record_shows_twenty(run: Run, tmp_path: Path) -> None:
    claims = "".join(
        f"- {{id: c{i}, scholars: [ann], statement: 'No. {i}', citation: {{source: s}}}}\n"
        for i in range(23)
    )
    (tmp_path / "corpus.yaml").write_text(
        "title: Many\nformat: 1\nscholars: [{id: ann, name: Ann, kind: person}]\n"
        "references: [{id: s, type: book, author: [{literal: Ann}]}]\nclaims:\n" + claims
    )
    shown = run("show", "ann", "--corpus", str(tmp_path))
    assert "\n23 claims held\n" in shown.out
    assert shown.out.count("No. ") == 20
    assert shown.err == "3 more claims; --limit 23 shows all\n"


@pytest.mark.usefixtures("small")
def test_the_rows_of_a_record_are_its_claims(run: Run) -> None:
    rows = run("show", "boris", "--format", "csv", "--fields", "id,stance").out
    assert rows == (
        "id,stance\nvorobev-1975-easton,easton-began\nvorobev-1975-weston,weston-began\n"
    )
    lines = run("show", "boris", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [
        "vorobev-1975-easton",
        "vorobev-1975-weston",
    ]
    one = run("show", "vorobev-1975-easton", "--format", "csv", "--fields", "id").out
    assert one == "id\nvorobev-1975-easton\n"


@pytest.mark.usefixtures("small")
def test_a_limited_comparison_counts_the_whole(run: Run) -> None:
    options = ("compare", "--question", "who-began", "--limit", "1")
    view = run(*options, "--json").json
    assert [len(p["claims"]) for p in view["positions"]] == [1, 1, 0]
    assert [p["counts"]["claims"] for p in view["positions"]] == [3, 2, 0]
    assert (len(view["without_stance"]), view["totals"]["claims"]) == (1, 7)
    shown = run(*options)
    assert shown.out.count("… and") == 3  # two positions, and those that take no side
    assert shown.err == "4 more claims; --limit 3 under each heading shows all\n"
    assert "  ◌ many historians  " in shown.out  # in the matrix, although not among the claims
    assert "◌ a reporter's phrase, no scholar" in shown.out


@pytest.mark.usefixtures("small")
def test_scholars_side_by_side_can_be_limited(run: Run) -> None:
    options = ("compare", "--scholar", "ann", "--scholar", "boris", "--limit", "1")
    held = [h for q in run(*options, "--json").json["questions"] for h in q["held"]]
    assert {len(h["claims"]) for h in held} == {0, 1}
    shown = run(*options)
    # on who-began Ann holds three (one through `answers`) and Boris two
    assert shown.err == "3 more claims; --limit 3 under each heading shows all\n"


@pytest.mark.usefixtures("small")
@cases(
    ("arguments", "message"),
    [
        (("compare", "who-began", "why"), "--question is given 2"),
        (("compare", "who-began", "--question", "why"), "--question is given 2"),
        (("compare", "ann"), "name two or more"),
        (("compare", "--question", "who-began", "--question", "why"), "--question is given 2"),
        (("list", "agreement", "--question", "why", "--question", "who-began"), "given 2 times"),
        (("search", "--first-hand", "--second-hand"), "exclude each other"),
    ],
)
def test_what_contradicts_itself_is_refused(
    run: Run, arguments: tuple[str, ...], message: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_scholar_is_on_a_question_that_he_answers_elsewhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(
        "title: T\nformat: 1\nscholars: [{id: ann, name: Ann, kind: person}]\n"
        "references: [{id: s, type: book, author: [{literal: Ann}]}]\n"
    )
    question = "id: {0}\nquestion: {0}?\nstances: {{{0}-yes: {{label: Yes}}}}\n"
    (tmp_path / "who.yaml").write_text(
        question.format("who") + "claims:\n- id: c\n  stance: who-yes\n  scholars: [ann]\n"
        "  statement: S.\n  citation: {source: s}\n  answers: [why/why-yes]\n"
    )
    (tmp_path / "why.yaml").write_text(question.format("why"))
    (row,) = run("list", "scholars", "--json", "--corpus", str(tmp_path)).json
    assert (row["questions"], row["first_hand_claims"], row["claims"]) == (2, 1, 1)


@pytest.mark.parametrize("columns", ["40", "60"])
@pytest.mark.usefixtures("small")
def test_a_narrow_terminal_keeps_names_whole(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = run("compare", "--question", "who-began").out
    assert all(len(line) <= int(columns) for line in shown.splitlines())
    for label in ("A  Easton began it", "B  Weston began it", "C  It began by itself"):
        assert f"\n{label}" in shown
    for kind in ("questions", "scholars", "sources", "witnesses", "names"):
        head, *rows = run("list", kind).out.rstrip("\n").split("\n")
        assert all(len(row) <= int(columns) for row in (head, *rows))
    assert "\nmany historians" in run("list", "scholars").out


def test_a_year_before_our_era_is_told_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(
        "title: T\nformat: 1\nscholars: [{id: cae, name: Caesar, kind: person}]\nreferences:\n"
        "- {id: war, type: book, title: War, author: [{literal: Caesar}], issued: '-0043'}\n"
        "claims: [{id: c, scholars: [cae], statement: S., citation: {source: war}}]\n"
    )
    corpus = ("--corpus", str(tmp_path))
    assert "44 BCE" in run("list", "sources", *corpus).out.splitlines()[-2]
    assert "year of the work  44 BCE" in run("show", "c", *corpus).out
    assert run("list", "sources", "--fields", "year", *corpus).out == "year\n44 BCE\n"
    assert run("list", "sources", "--json", *corpus).json[0]["year"] == -43
    assert run("list", "sources", "--format", "csv", "--fields", "year", *corpus).out == (
        "year\n-43\n"
    )
