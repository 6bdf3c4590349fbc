"""Files of which nothing can be read are counted, with and without a cache, until they are mended.

Three claims can be read, whatever else is there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from storing import write

from claimcli.corpus.text import SIZE_LIMIT
from claimcli.errors import Lost, told_of
from claimcli.store import open_store

pytestmark = pytest.mark.slow


def too_large(path: Path) -> None:
    path.touch()
    os.truncate(path, SIZE_LIMIT + 1)


UNREADABLE: dict[str, Callable[[Path], object]] = {
    "UTF-16": lambda path: path.write_text("claims: []\n", "utf-16"),
    "too large": too_large,
    "a dangling link": lambda path: path.symlink_to("nowhere"),
    "a pipe": os.mkfifo,
    "no text": lambda path: path.write_bytes(b"\x80\x81\x00"),
    "a list": lambda path: path.write_text("- just\n- a list\n"),
    "a closed file": lambda path: path.touch(0),
    "a directory that is a link": lambda path: path.symlink_to(path.parent),
}


def lost(root: Path) -> Lost:
    """What the store does without, the same from the cache, twice, as without one."""
    found = []
    for use_cache in (True, True, False):
        with open_store(root, use_cache=use_cache) as store:
            assert (store.cached, len(store.claims())) == (use_cache, 3)
            found.append(store.lost)
    assert found == [found[0]] * 3
    return found[0]


@pytest.mark.usefixtures("bound_by_rights")
@pytest.mark.parametrize("make", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read(corpus: Path, make: Callable[[Path], object]) -> None:
    assert lost(corpus) == (0, 0)
    path = corpus / "more.yaml"
    make(path)
    assert lost(corpus) == (0, 1)
    path.unlink()
    assert lost(corpus) == (0, 0)


def test_a_file_that_becomes_readable(corpus: Path) -> None:
    (corpus / "more.yaml").symlink_to(corpus.parent / "target")
    assert lost(corpus) == (0, 1)
    (corpus.parent / "target").write_text("title: More\n")
    assert lost(corpus) == (1, 0)  # a second description of the corpus


@pytest.mark.usefixtures("bound_by_rights")
def test_a_directory_that_cannot_be_looked_into(corpus: Path) -> None:
    write(corpus, {"closed/a.yaml": "claims: []\n", "also/b.yaml": "claims: []\n"})
    for name in ("closed", "also"):
        (corpus / name).chmod(0)
    try:
        assert lost(corpus) == (0, 2)
    finally:
        for name in ("closed", "also"):
            (corpus / name).chmod(0o700)
    assert lost(corpus) == (0, 0)


def test_a_name_that_is_not_utf_8(corpus: Path) -> None:
    try:
        os.close(os.open(os.fsencode(corpus) + b"/caf\xe9.yaml", os.O_CREAT))
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    assert lost(corpus) == (0, 1)


def test_what_is_empty_or_gives_something_is_not_unread(corpus: Path) -> None:
    write(corpus, {"empty.yaml": "", "remark.yaml": "# none yet\n", "list.yaml": "claims: []\n"})
    assert lost(corpus) == (0, 0)
    write(corpus, {"broken.yaml": "claims:\n- id: x\n", "list.yaml": "names: []\nnaems: 1\n"})
    assert lost(corpus) == (1, 1)


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        (Lost(1, 0), "1 record was left out, being broken"),
        (Lost(2, 0), "2 records were left out, being broken"),
        (Lost(0, 1), "nothing could be read of 1 file or directory"),
        (
            Lost(1, 2),
            "1 record was left out, being broken, and"
            " nothing could be read of 2 files or directories",
        ),
    ],
)
def test_what_is_said(lost: Lost, told: str) -> None:
    assert told_of(lost) == f"{told}; `claimcli check` tells why"
