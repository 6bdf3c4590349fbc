"""`claimcli merge-file`: what it writes, and what it says and ends with."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Run

BASE = "claims:\n- id: a\n  note: x\n- id: b\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(BASE + "- id: c\n", encoding="utf-8")
    (tmp_path / "theirs.yaml").write_text(BASE + "- id: d\n", encoding="utf-8")
    return tmp_path


VERSIONS = ("base.yaml", "ours.yaml", "theirs.yaml")


def test_ours_is_written_over(place: Path, run: Run) -> None:
    assert run("merge-file", *VERSIONS) == (0, "", "")
    assert (place / "ours.yaml").read_text("utf-8") == BASE + "- id: c\n- id: d\n"
    assert (place / "theirs.yaml").read_text("utf-8") == BASE + "- id: d\n"


def test_it_is_printed_where_that_is_asked_for(place: Path, run: Run) -> None:
    assert run("merge-file", "--stdout", *VERSIONS).out == BASE + "- id: c\n- id: d\n"
    assert (place / "ours.yaml").read_text("utf-8") == BASE + "- id: c\n"


def test_what_is_left_to_a_person_is_named(place: Path, run: Run) -> None:
    for name, note in (("ours", "y"), ("theirs", "z")):
        (place / f"{name}.yaml").write_text(BASE.replace("note: x", f"note: {note}"), "utf-8")
    ran = run("merge-file", *VERSIONS, "questions/q.yaml")
    assert ran == (1, "", "questions/q.yaml: for you to decide: a\n")
    marked = "<<<<<<< ours\n  note: y\n=======\n  note: z\n>>>>>>> theirs\n"
    assert (place / "ours.yaml").read_text("utf-8") == BASE.replace("  note: x\n", marked)
    assert "merge conflict" in run("check", "--corpus", str(place)).out


def test_a_version_that_is_not_there(place: Path, run: Run) -> None:
    ran = run("merge-file", "base.yaml", "ours.yaml", "nothing.yaml")
    assert (ran.code, ran.err) == (
        2,
        "claimcli: nothing.yaml cannot be read: no such file or directory\n",
    )
