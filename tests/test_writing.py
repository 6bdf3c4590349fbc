"""Files are written whole or not at all: rights, links, full disks, and who writes meanwhile."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcli.writing import CannotWrite, Overtaken, Writing, write_all, write_whole

OLD, NEW = b"old: 1\n", b"new: 2\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def test_rights_stay_and_nothing_is_left_beside(file: Path) -> None:
    file.chmod(0o640)
    write_whole(file, NEW)
    assert file.read_bytes() == NEW
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(file.parent) == ["a.yaml"]


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_all([Writing(tmp_path / "deep" / "b.yaml", NEW, None)])
    finally:
        os.umask(mask)
    made = tmp_path / "deep" / "b.yaml"
    assert (made.read_bytes(), made.stat().st_mode & 0o777) == (NEW, 0o640)
    assert names(made.parent) == ["b.yaml"]


def test_a_link_is_followed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW


def test_what_somebody_else_has_written_meanwhile_stays(file: Path) -> None:
    with pytest.raises(Overtaken, match="changed by somebody else; nothing was written"):
        write_all([Writing(file, NEW, b"what was read\n")])
    assert file.read_bytes() == OLD
    with pytest.raises(Overtaken):
        write_all([Writing(file, NEW, None)])
    assert file.read_bytes() == OLD


def test_of_several_files_all_are_written_or_none(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.yaml"
    other.write_bytes(OLD)
    with pytest.raises(Overtaken):
        write_all([Writing(file, NEW, OLD), Writing(other, NEW, b"else")])
    assert (file.read_bytes(), other.read_bytes()) == (OLD, OLD)
    write_all([Writing(file, NEW, OLD), Writing(other, None, OLD)])
    assert file.read_bytes() == NEW
    assert not other.exists()


def test_what_was_written_is_put_back_where_a_later_file_fails(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "c.yaml"
    folder.mkdir()
    (folder / "full").touch()
    with pytest.raises(CannotWrite):
        write_all([Writing(file, NEW, OLD), Writing(folder, None, OLD)])
    assert file.read_bytes() == OLD


@pytest.mark.usefixtures("bound_by_rights")
@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_written_is_left(file: Path, locked: str) -> None:
    place = file if locked == "file" else file.parent
    place.chmod(0o444 if locked == "file" else 0o555)
    try:
        with pytest.raises(CannotWrite, match="permission denied; nothing was changed"):
            write_whole(file, NEW)
    finally:
        place.chmod(0o755)
    assert file.read_bytes() == OLD


def test_a_full_disk_changes_nothing(file: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old_signal = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(CannotWrite, match="nothing was changed"):
            write_whole(file, b"#" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old_signal)
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["a.yaml"]


WRITER = """
import sys
from pathlib import Path
from claimcli.writing import write_whole
path = Path(sys.argv[1])
print(flush=True)
while True:
    for letter in (b"a", b"b"):
        write_whole(path, letter * 300_000)
"""


@pytest.mark.slow
@pytest.mark.once
def test_a_kill_at_any_moment_leaves_one_of_the_two(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a" * 300_000)
    for attempt in range(25):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(0.0013 * attempt)
            writer.kill()
        assert file.read_bytes() in (b"a" * 300_000, b"b" * 300_000)
