"""`claimcli init`: a corpus that passes and compares, written over nothing, known to git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import Run

from claimcli.editing.initial import FILES


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_corpus_passes_and_compares(place: Path, run: Run) -> None:
    ran = run("init", "quarrel")
    assert (ran.code, ran.out) == (0, "")
    assert "cd quarrel" in ran.err
    written = {p.relative_to(place / "quarrel").as_posix() for p in place.rglob("*") if p.is_file()}
    assert written == set(FILES)
    checked = run("check", "--corpus", "quarrel")
    assert (checked.code, checked.out) == (0, "")
    view = run("compare", "example-who-began", "--json", "--corpus", "quarrel").json
    assert [len(position["claims"]) for position in view["positions"]] == [1, 1]
    assert len((place / "quarrel" / "README.md").read_text("utf-8").splitlines()) <= 11


def test_the_example_is_deleted_in_three_strokes(place: Path, run: Run) -> None:
    run("init")
    (place / "questions" / "example-who-began.yaml").unlink()
    for id in ("example-archer", "example-baker", "example-archer-1950", "example-baker-1980"):
        assert run("edit", id, "--delete").code == 0
    checked = run("check")
    assert (checked.code, checked.out) == (0, "")
    assert run("new", "scholar", "--name", "Ada Grey", "--kind", "person").out == "grey\n"


@pytest.mark.parametrize("name", sorted(FILES))
def test_nothing_is_written_over(place: Path, run: Run, name: str) -> None:
    (place / name).parent.mkdir(parents=True, exist_ok=True)
    (place / name).write_text("mine")
    ran = run("init")
    assert ran.code == 2
    assert f"{name} in . would be written over" in ran.err
    assert [p for p in place.rglob("*") if p.is_file()] == [place / name]


def test_a_file_is_no_place_for_a_corpus(place: Path, run: Run) -> None:
    (place / "a").touch()
    assert "a is a file; name a directory" in run("init", "a").err


def test_a_hunk_of_a_diff_names_its_claim(place: Path, run: Run) -> None:
    ran = run("init")
    (setting,) = (line for line in ran.err.splitlines() if "xfuncname" in line)

    def git(*words: str) -> str:
        told = subprocess.run(
            ["git", *words], cwd=place, capture_output=True, text=True, check=True
        )
        return told.stdout

    git("init", "-q")
    git("add", "-A")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "a")
    subprocess.run(["bash", "-c", setting.strip()], cwd=place, check=True)
    id = "example-baker-1980-south-provoked"
    assert run("edit", id, "--set", "note=Sure.").code == 0
    (header,) = (line for line in git("diff").splitlines() if line.startswith("@@"))
    assert header.endswith(f"@@ {id}")
