"""The files of a corpus: which are seen, and what cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rights import rights_that_count

from claimcli.corpus.files import files_of
from claimcli.corpus.reading import read_corpus, read_file
from claimcli.corpus.text import SIZE_LIMIT


@contextmanager
def closed(path: Path) -> Iterator[None]:
    """The path without any permission, for as long as it takes."""
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        with rights_that_count():
            yield
    finally:
        path.chmod(mode)


def make(root: Path, *files: str) -> None:
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("claims: []\n", "utf-8")


def test_yaml_files_are_found_at_any_depth_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.yaml", "a.yml", "a/z/c.yaml", "a-b.yaml", "notes.txt", "x.YAML")
    assert files_of(tmp_path).files == ("a-b.yaml", "a.yml", "a/z/c.yaml", "b.yaml", "x.YAML")


def test_hidden_files_and_directories_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".git/config.yaml", ".hidden.yaml", "a.yaml", "b/.venv/c.yaml")
    assert files_of(tmp_path).files == ("a.yaml",)


def test_a_link_to_a_file_is_followed_and_one_to_a_directory_is_not(tmp_path: Path) -> None:
    make(tmp_path, "corpus/a.yaml", "elsewhere/b.yaml")
    root = tmp_path / "corpus"
    (root / "loop").symlink_to(root)
    (root / "out").symlink_to(tmp_path / "elsewhere")
    (root / "dir.yaml").symlink_to(tmp_path / "elsewhere")
    (root / "b.yaml").symlink_to(tmp_path / "elsewhere" / "b.yaml")
    found = files_of(root)
    assert found.files == ("a.yaml", "b.yaml")
    assert sorted(u.path for u in found.problems) == ["dir.yaml", "loop", "out"]
    assert {u.reason for u in found.problems} == {"a link to a directory is not followed"}


def test_a_link_to_a_directory_without_yaml_is_no_concern(tmp_path: Path) -> None:
    make(tmp_path, "corpus/a.yaml")
    (tmp_path / "texts").mkdir()
    (tmp_path / "corpus" / "texts").symlink_to(tmp_path / "texts")
    assert files_of(tmp_path / "corpus") == (("a.yaml",), ())


def test_a_directory_may_be_named_like_a_file(tmp_path: Path) -> None:
    make(tmp_path, "x.yaml/a.yaml")
    assert files_of(tmp_path).files == ("x.yaml/a.yaml",)


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nothing")
    reading = read_corpus(tmp_path)
    assert reading.files == ("a.yaml", "gone.yaml")
    (problem,) = reading.problems
    assert (problem.code, str(problem.location)) == ("E101", "gone.yaml:1:1")
    assert problem.message == "cannot be read: no such file or directory"


def test_links_in_a_circle_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert [p.code for p in read_corpus(tmp_path).problems] == ["E101", "E101"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (problem,) = read_corpus(tmp_path).problems
    assert problem.message == "cannot be read: it is not a regular file"


def test_a_directory_that_is_no_directory_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml")
    listing = files_of(tmp_path / "a.yaml")
    assert listing.files == ()
    assert [(u.path, u.reason) for u in listing.problems] == [(".", "not a directory")]


def test_a_directory_without_permission_hides_no_other(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml", "closed/b.yaml")
    with closed(tmp_path / "closed"):
        reading = read_corpus(tmp_path)
    assert reading.files == ("a.yaml",)
    assert [(p.code, p.location.file) for p in reading.problems] == [("E101", "closed/")]


def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml")
    with closed(tmp_path / "a.yaml"):
        (problem,) = read_file(tmp_path, "a.yaml").problems
    assert (problem.code, problem.message) == ("E101", "cannot be read: permission denied")


def test_a_file_name_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    try:
        os.close(os.open(os.fsencode(tmp_path) + b"/caf\xe9.yaml", os.O_CREAT))
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    reading = read_corpus(tmp_path)
    assert reading.files == ()
    assert [(p.code, str(p.location), p.message) for p in reading.problems] == [
        ("E101", "caf\\xe9.yaml:1:1", "cannot be read: its name is not UTF-8")
    ]


def test_a_file_of_200_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (problem,) = read_corpus(tmp_path).problems
    assert (problem.code, str(problem.location)) == ("E104", "big.yaml:1:1")
    assert problem.message == "the file has 200 MB; more than 64 MB is not read"


@pytest.mark.slow
def test_the_limit_itself_is_read(tmp_path: Path) -> None:
    content = b"title: T\n#"
    (tmp_path / "big.yaml").write_bytes(content + b"x" * (SIZE_LIMIT - len(content)))
    reading = read_corpus(tmp_path)
    assert reading.problems == ()
    assert reading.info is not None
