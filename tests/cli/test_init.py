"""`claimcli init`: a corpus that passes and compares, written over nothing, known to git."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from storing import contents
from support import Run

from claimcli.editing.initial import FILES, SCHEMA


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_corpus_passes_and_compares(place: Path, run: Run) -> None:
    ran = run("init", "quarrel")
    assert (ran.code, ran.out) == (0, "")
    assert "cd quarrel" in ran.err
    assert "claimcli import library.bib --scholars" in ran.err
    written = {p.relative_to(place / "quarrel").as_posix() for p in place.rglob("*") if p.is_file()}
    assert written == {*FILES, SCHEMA}
    checked = run("check", "--corpus", "quarrel")
    assert (checked.code, checked.out) == (0, "")
    view = run("compare", "example-who-began", "--json", "--corpus", "quarrel").json
    assert [len(position["claims"]) for position in view["positions"]] == [1, 1]
    assert len((place / "quarrel" / "README.md").read_text("utf-8").splitlines()) <= 11


def test_the_example_is_taken_away_in_one_stroke(place: Path, run: Run) -> None:
    said = run("init").err
    assert "claimcli init --without-example" in said
    begun = contents(place)
    ran = run("init", "--without-example")
    assert (ran.code, ran.out, ran.err) == (0, "", "the example is gone\n")
    left = contents(place)
    gone = "questions/example-who-began.yaml"
    assert {name for name in begun if left.get(name) != begun[name]} == {
        gone,
        "scholars.yaml",
        "sources.yaml",
    }
    assert gone not in left
    assert left["scholars.yaml"].endswith("\nscholars:\n")
    checked = run("check")
    assert (checked.code, checked.out) == (0, "")
    assert run("new", "scholar", "--name", "Ada Grey", "--kind", "person").out == "grey\n"
    assert "the example is not there any more" in run("init", "--without-example").err


def test_a_corpus_may_begin_without_the_example(place: Path, run: Run) -> None:
    ran = run("init", "quarrel", "--without-example")
    assert (ran.code, ran.out) == (0, "")
    assert "10 files written" in ran.err
    assert "example" not in ran.err
    assert "questions/example-who-began.yaml" not in contents(place / "quarrel")
    run("init", "other")
    run("init", "other", "--without-example")
    assert contents(place / "quarrel") == contents(place / "other")


def test_of_the_example_nothing_goes_that_is_needed(place: Path, run: Run) -> None:
    run("init")
    (place / "background.yaml").write_text(
        "claims:\n- id: a\n  scholars: [example-archer]\n  statement: S.\n"
        "  citation: {source: example-archer-1950}\n  quote: s\n",
        "utf-8",
    )
    begun = contents(place)
    ran = run("init", "--without-example")
    assert (ran.code, "E301" in ran.err, "E302" in ran.err) == (2, True, True)
    assert contents(place) == begun
    question = place / "questions" / "example-who-began.yaml"
    own = question.read_text("utf-8").replace("example-baker-1980-south-provoked", "mine")
    question.write_text(own, "utf-8")
    ran = run("init", "--without-example")
    assert (ran.code, "has claims that are yours: mine" in ran.err) == (2, True)


def test_what_is_gone_of_the_example_already_is_passed_over(place: Path, run: Run) -> None:
    run("init")
    (place / "questions" / "example-who-began.yaml").unlink()
    assert run("edit", "example-archer", "--delete").code == 0
    assert run("init", "--without-example").code == 0
    assert "example" not in contents(place)["scholars.yaml"]


@pytest.mark.parametrize("name", sorted([*FILES, SCHEMA]))
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


def git(place: Path, *words: str, code: int = 0) -> str:
    name = ("-c", "user.name=a", "-c", "user.email=a@b")
    ran = subprocess.run(
        ["git", *name, *words], cwd=place, capture_output=True, text=True, check=False, env=SHELL
    )
    assert ran.returncode == code, ran.stdout + ran.stderr
    return ran.stdout


SHELL = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
ID = "example-baker-1980-south-provoked"


@pytest.fixture
def repository(place: Path, run: Run) -> Path:
    run("init")
    git(place, "init", "-q", "-b", "main")
    git(place, "add", "-A")
    git(place, "commit", "-q", "-m", "a")
    ran = run("init", "--merge-driver")
    assert (ran.code, ran.out) == (0, "")
    assert "git merges by record in this clone now" in ran.err
    return place


def test_a_hunk_of_a_diff_names_its_claim(repository: Path, run: Run) -> None:
    assert run("edit", ID, "--set", "note=Sure.").code == 0
    (header,) = (line for line in git(repository, "diff").splitlines() if line.startswith("@@"))
    assert header.endswith(f"@@ {ID}")


@pytest.mark.slow
def test_branches_merge_by_record(repository: Path, run: Run) -> None:
    """Both change fields of one claim that stand on lines beside each other."""
    for branch, change in (("left", "certainty=probable"), ("right", "quote=Whose words?")):
        git(repository, "checkout", "-q", "-b", branch, "main")
        assert run("edit", ID, "--set", change).code == 0
        git(repository, "commit", "-q", "-a", "-m", branch)
    git(repository, "merge", "-q", "--no-edit", "left")
    claim = run("show", ID, "--json").json
    assert (claim["certainty"], claim["quote"]) == ("probable", "Whose words?")
    git(repository, "checkout", "-q", "-b", "other", "main")
    assert run("edit", ID, "--set", "certainty=asserted").code == 0
    git(repository, "commit", "-q", "-a", "-m", "other")
    git(repository, "merge", "-q", "--no-edit", "left", code=1)
    text = (repository / "questions" / "example-who-began.yaml").read_text("utf-8")
    assert text.count("<<<<<<< ours") == 1
    assert text.index(ID) < text.index("<<<<<<< ours")


def test_git_is_told_only_where_it_is(place: Path, run: Run) -> None:
    run("init")
    ran = run("init", "--merge-driver")
    assert ran.code == 2
    assert "is in no repository of git; `git init` makes one" in ran.err


def test_what_gitattributes_lack_is_said(repository: Path, run: Run) -> None:
    git(repository, "rm", "-q", ".gitattributes")
    ran = run("init", "--merge-driver")
    assert ".gitattributes has to say: *.yaml diff=claims merge=claims" in ran.err
