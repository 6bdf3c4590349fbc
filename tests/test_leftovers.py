"""What a killed process left is taken away; what one may still be at stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import CORPORA, Run

from claimcli.leftovers import cleared, cleared_workshops, workshop_of
from claimcli.site.publishing import publish

LONG_AGO = 7200.0


def left(folder: Path, process: int, age: float = LONG_AGO, end: str = "0123abcd.tmp") -> Path:
    """A file as a process of that number leaves it, so many seconds old."""
    file = folder / f".claimcli-{process}-{end}"
    file.write_bytes(b"half of it")
    then = time.time() - age
    os.utime(file, (then, then))
    return file


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_what_a_dead_process_left_goes(tmp_path: Path, dead: int) -> None:
    file = left(tmp_path, dead)
    assert cleared([tmp_path, tmp_path]) == [file]
    assert not file.exists()


def test_what_somebody_may_still_be_at_stays(tmp_path: Path, dead: int) -> None:
    kept = [
        left(tmp_path, os.getpid()),
        left(tmp_path, dead, age=60),  # on another machine, with numbers of its own
        left(tmp_path, dead, end="0123abcd.tmp.yaml"),
        left(tmp_path, dead, end="mine.tmp"),
    ]
    link = tmp_path / f".claimcli-{dead}-ffffffff.tmp"
    link.symlink_to(kept[0])
    folder = tmp_path / f".claimcli-{dead}-eeeeeeee.tmp"
    folder.mkdir()
    os.utime(folder, (0, 0))
    assert cleared([tmp_path, tmp_path / "nowhere"]) == []
    assert all(path.exists() for path in (*kept, link, folder))


def test_the_next_command_that_writes_takes_it_away(tmp_path: Path, dead: int, run: Run) -> None:
    corpus = shutil.copytree(CORPORA / "small", tmp_path / "corpus")
    file = left(corpus, dead)
    assert run("list", "sources", "--corpus", str(corpus)).code == 0
    assert file.exists()
    edit = ("edit", "ann", "--set", "school=northern", "--corpus", str(corpus))
    assert run(*edit, "--dry-run").code == 0
    assert file.exists()
    assert run(*edit).code == 0
    assert not file.exists()


def workshop(place: Path, process: int, age: float = LONG_AGO) -> Path:
    """The folder of a site half made by a process of that number, so many seconds old."""
    folder = place.with_name(f".{place.name}.claimcli-{process}")
    (folder / "claim").mkdir(parents=True)
    (folder / "claim" / "a.html").write_bytes(b"half of it")
    then = time.time() - age
    os.utime(folder, (then, then))
    return folder


def test_a_site_half_made_goes_when_the_next_is_made(tmp_path: Path, dead: int) -> None:
    place = tmp_path / "my (site)"
    half = workshop(place, dead)
    publish(place, [("index.html", b"whole")])
    assert not half.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["my (site)"]


def test_a_site_that_somebody_may_still_be_making_stays(tmp_path: Path, dead: int) -> None:
    place = tmp_path / "site"
    assert workshop_of(place).name == f".site.claimcli-{os.getpid()}"
    others = workshop(tmp_path / "outside", dead)
    kept = [
        workshop(place, os.getpid()),
        workshop(place, dead, age=60),
        others,
        workshop(tmp_path / "a.site", dead),
    ]
    link = tmp_path / f".site.claimcli-{dead + 1}"
    link.symlink_to(others, target_is_directory=True)
    assert cleared_workshops(place) == []
    assert all((folder / "claim" / "a.html").exists() for folder in (*kept, link))
    assert cleared_workshops(tmp_path / "nowhere" / "site") == []
