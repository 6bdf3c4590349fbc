"""What was typed does what was meant: names for ids, a question alone; what is unsure is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Run, cases

pytestmark = pytest.mark.usefixtures("small")


@cases(
    ("name", "id"),
    [
        *[("Boris", "boris"), ("Борис Воробьёв", "boris"), ("B. Vorob'ev", "boris")],
        *[("Воробьёв", "boris"), ("Ann Archer", "ann"), ("many historians", "archer-2000-many")],
        *[("Easton", "easton"), ("東城", "easton"), ("Dongcheng", "easton"), ("WESTON", "weston")],
    ],
)
def test_a_name_shows_what_has_it(run: Run, name: str, id: str) -> None:
    assert run("show", name).out == run("show", id).out
    assert run("show", name, "--json").json["id"] == id


def test_a_name_of_several_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(
        "title: T\nformat: 1\nscholars:\n- {id: kim-a, name: Kim A., kind: person,"
        " names: [{value: Kim}]}\n- {id: kim-b, name: Kim B., kind: person,"
        " names: [{value: Kim}]}\n",
        encoding="utf-8",
    )
    ran = run("show", "Kim", "--corpus", str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean one of these: kim-a, kim-b?" in ran.err


@cases(
    ("typed", "meant"),
    [
        (("who-began",), ("--question", "who-began")),
        (("who-began", "--by", "school"), ("--question", "who-began", "--by", "school")),
        (("ann", "boris"), ("--scholar", "ann", "--scholar", "boris")),
        (("Ann Archer", "Воробьёв"), ("--scholar", "ann", "--scholar", "boris")),
        (
            ("who-began", "ann", "boris"),
            ("--question", "who-began", "--scholar", "ann", "--scholar", "boris"),
        ),
        (("ann", "--scholar", "boris"), ("--scholar", "ann", "--scholar", "boris")),
    ],
)
def test_what_is_compared_needs_no_option(
    run: Run, typed: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    ran = run("compare", *typed)
    assert ran.code == 0
    assert ran.out == run("compare", *meant).out


def test_who_is_on_several_sides(run: Run) -> None:
    # Boris on the second side only by a reading, Ann in words; on `why` nobody is on two.
    rows = run("list", "several", "--json").json
    assert [(row["id"], row["question"], row["by_reading"], row["revised"]) for row in rows] == [
        ("boris", "who-began", True, False),
        ("ann", "who-began", False, False),
    ]
    assert rows[1]["stances"] == [
        {"id": "easton-began", "text": "Easton began it"},
        {"id": "weston-began", "text": "Weston began it"},
    ]
    assert (rows[1]["exclusive"], rows[1]["claims"], rows[1]["name"]) == (True, 2, "Ann Archer")
    assert [row["second_hand_claims"] for row in rows] == [2, 0]  # all of Boris is Ann's report
    shown = run("list", "several").out
    assert (
        "Ann Archer: A Easton began it; B Weston began it\n    as worded, and these exclude"
        in shown
    )
    assert "    only by the recorder's reading; all of it second-hand\n    boris\n" in shown


def test_nobody_on_several_sides_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    ran = run("list", "several", "--corpus", str(tmp_path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "nobody holds more than one position on a question\n"


def test_claims_by_what_they_do_to_others(run: Run, tmp_path: Path) -> None:
    ids = ("--format", "csv", "--fields", "id")
    found = run("search", "--relation", "disputes", *ids).out.split()[1:]
    assert found == ["archer-2000-weston-closed-the-bridge"]
    assert run("search", "--relation", "revises", *ids).out == "id\n"
    either = run("search", "--relation", "revises", "--relation", "disputes", *ids).out.split()
    assert either[1:] == found
    ran = run("search", "--relation", "disputs")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'disputes'" in ran.err


def test_what_a_claim_disputes_is_told_in_the_others_words(run: Run) -> None:
    compared = " ".join(run("compare", "who-began").out.split())
    assert "disputes: Easton sent its riders out before any word was given." in compared
    assert "disputes: Easton began it" in compared
    shown = " ".join(run("show", "vorobev-1975-easton").out.split())
    assert (
        "disputes this Weston closed the bridge, which was an act of war. "
        "[archer-2000-weston-closed-the-bridge]"
    ) in shown


def test_a_relation_to_what_is_not_there_goes_by_its_id(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(
        "title: T\nformat: 1\nscholars: [{id: ann, name: Ann, kind: person}]\n"
        "references: [{id: a, type: book, author: [{literal: Ann}]}]\nclaims:\n"
        "- {id: c, scholars: [ann], statement: S., citation: {source: a},"
        " relations: [{disputes: lost/stance}]}\n",
        encoding="utf-8",
    )
    view = run("show", "c", "--json", "--corpus", str(tmp_path)).json
    assert view["relations"] == [{"type": "disputes", "target": "lost/stance", "text": None}]
    assert "lost/stance" in run("show", "c", "--corpus", str(tmp_path)).out


def test_a_question_with_one_voice_says_so(run: Run) -> None:
    listed = run("list", "questions").out.splitlines()
    (one,) = (line for line in listed if line.startswith("Why did Easton want the bridge?"))
    assert one.endswith("  one voice only")
    assert sum("one voice" in line for line in listed) == 1
