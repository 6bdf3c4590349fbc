"""A folder or a file that takes long to make: there whole, or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from claimcli.delivering import made_whole
from claimcli.writing import CannotWrite, Overtaken

NEW = {"a.csv": "new a", "b/c.csv": "new c", "d.csv": "new d"}


def make(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def state(folder: Path) -> dict[str, str | None]:
    """Every path below a folder, with what is in it; folders have nothing."""
    return {
        str(path.relative_to(folder)): path.read_text("utf-8") if path.is_file() else None
        for path in folder.rglob("*")
    }


def deliver(place: Path, *, force: bool = True) -> None:
    with made_whole(place, force=force) as new:
        make(new, NEW)


def test_in_a_folder_files_of_others_stay_and_those_of_the_same_name_are_new(
    tmp_path: Path,
) -> None:
    place = make(tmp_path / "out", {"a.csv": "old a", "mine.txt": "mine", "b/mine.txt": "too"})
    deliver(place)
    assert state(place) == {**NEW, "mine.txt": "mine", "b": None, "b/mine.txt": "too"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({"a.csv": "old a", "d.csv/mine.txt": "mine"}, "d.csv is no file, and must be one"),
        ({"a.csv": "old a", "b": "mine"}, "b is no directory, and must be one"),
    ],
)
def test_where_one_file_cannot_go_none_goes(
    tmp_path: Path, there: dict[str, str], told: str
) -> None:
    place = make(tmp_path / "out", there)
    before = state(tmp_path)
    with pytest.raises(CannotWrite, match=f"{told}; nothing was changed"):
        deliver(place)
    assert state(tmp_path) == before


@pytest.mark.parametrize("at", [1, 2, 3])
def test_what_is_broken_off_while_files_take_their_places_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    place = make(tmp_path / "out", {"a.csv": "old a", "d.csv": "old d", "mine.txt": "mine"})
    before = state(tmp_path)
    replace, done = Path.replace, []

    def interrupted(path: Path, target: Path) -> Any:
        done.append(target)
        if len(done) == at:
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        deliver(place)
    monkeypatch.undo()
    assert state(tmp_path) == before


def test_an_empty_folder_stays_the_folder_in_which_somebody_stands(tmp_path: Path) -> None:
    place = tmp_path / "out"
    place.mkdir(mode=0o750)
    before = place.stat()
    deliver(place, force=False)
    assert (place.stat().st_ino, place.stat().st_mode) == (before.st_ino, before.st_mode)
    assert state(place) == {**NEW, "b": None}


def test_a_folder_that_is_there_may_be_a_disk_of_its_own(tmp_path: Path) -> None:
    """Nothing is renamed from one disk to another, and what is above need not be writable."""
    place = make(tmp_path / "out", {"a.csv": "old"})
    with made_whole(place, force=True) as new:
        assert new.is_relative_to(place)
        assert list(tmp_path.iterdir()) == [place]
        make(new, NEW)
    assert state(place) == {**NEW, "b": None}


def test_what_somebody_else_has_made_meanwhile_stays(tmp_path: Path) -> None:
    place = tmp_path / "out"

    def deliver_late() -> None:
        with made_whole(place, force=False) as new:
            make(new, NEW)
            make(place, {"a.csv": "theirs"})

    with pytest.raises(Overtaken, match="is there already"):
        deliver_late()
    assert state(tmp_path) == {"out": None, "out/a.csv": "theirs"}


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    place = make(tmp_path / "out", {"a.csv": "old"})
    (place / "a.csv").chmod(0o640)
    deliver(place)
    assert stat.S_IMODE((place / "a.csv").stat().st_mode) == 0o640


def test_what_a_killed_process_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    gone = make(tmp_path / f".claimcli-{ended.pid}-0123abcd.tmp", {"x.db": "half"})
    young = make(tmp_path / f".claimcli-{ended.pid}-89abcdef.tmp", {"x.db": "half"})
    own = make(tmp_path / f".claimcli-{os.getpid()}-01234567.tmp", {"x.db": "half"})
    long_ago = time.time() - 7200
    for path in (gone / "x.db", gone, young, own / "x.db", own):
        os.utime(path, (long_ago, long_ago))
    deliver(tmp_path / "out")
    assert sorted(tmp_path.iterdir()) == sorted([own, young, tmp_path / "out"])
