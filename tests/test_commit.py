"""The commit of a corpus, asked of git: never a reason to fail."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from repositories import git, repository

from claimcli.commit import Commit, commit_of

FILES = {"corpus.yaml": "title: T\n", "claims/a.yml": "claims: []\n", "README.md": "Words.\n"}
READ = ("claims/a.yml", "corpus.yaml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "corpus", FILES)


def state(root: Path, files: tuple[str, ...] = READ) -> bool | None:
    commit = commit_of(root, files)
    return commit.is_clean if commit else None


def test_the_commit_with_its_day(root: Path) -> None:
    head, day = git(root, "log", "-1", "--format=%H %cs").split()
    assert commit_of(root, READ) == Commit(head, day, is_clean=True)


def test_a_changed_file_is_not_that_of_the_commit(root: Path) -> None:
    (root / "corpus.yaml").write_text("title: U\n", "utf-8")
    assert state(root) is False
    git(root, "add", "-A")
    assert state(root) is False
    git(root, "commit", "-q", "-m", "Change")
    assert state(root) is True


def test_a_file_that_git_does_not_know(root: Path) -> None:
    (root / "new.yaml").write_text("claims: []\n", "utf-8")
    assert state(root, (*READ, "new.yaml")) is False
    (root / ".gitignore").write_text("new.yaml\n", "utf-8")
    assert state(root, (*READ, "new.yaml")) is False


def test_a_file_that_is_gone(root: Path) -> None:
    (root / "claims" / "a.yml").unlink()
    assert state(root, ("corpus.yaml",)) is False


def test_what_no_corpus_reads_may_change(root: Path) -> None:
    (root / "README.md").write_text("Other words.\n", "utf-8")
    (root / "report.html").touch()
    assert state(root) is True


def test_a_corpus_in_a_part_of_a_repository(root: Path) -> None:
    (root / "corpus.yaml").write_text("title: U\n", "utf-8")
    assert state(root / "claims", ("a.yml",)) is True


def test_a_name_in_another_script(tmp_path: Path) -> None:
    root = repository(tmp_path / "文 書", {'張 "覺".yaml': "claims: []\n"})
    assert state(root, ('張 "覺".yaml',)) is True


def test_without_a_repository_or_a_commit_there_is_none(tmp_path: Path) -> None:
    assert state(tmp_path) is None
    git(tmp_path, "init", "-q")
    assert state(tmp_path) is None


def test_a_repository_that_knows_none_of_the_files(root: Path) -> None:
    """As where a home directory is one, and a corpus lies in it that was never added."""
    (root / ".gitignore").write_text("other/\n", "utf-8")
    (root / "other").mkdir()
    (root / "other" / "corpus.yaml").write_text("title: T\n", "utf-8")
    assert state(root / "other", ("corpus.yaml",)) is None


def test_without_git_there_is_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert state(root) is None


def test_a_directory_that_is_gone(tmp_path: Path) -> None:
    assert state(tmp_path / "nowhere") is None


def test_in_a_hook_of_another_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository(tmp_path / "other", {"b.yaml": "claims: []\n"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    assert state(root) is True


def test_the_configuration_of_a_folder_runs_no_program(root: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for key in ("core.fsmonitor", "core.pager", "core.editor"):
        git(root, "config", key, str(program))
    assert state(root) is True
    assert not (tmp_path / "ran").exists()
