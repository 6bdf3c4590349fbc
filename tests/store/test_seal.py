"""A cache that was changed, or that others could have written, changes no answer."""

from __future__ import annotations

import os
import random
import shutil
import stat
import time
from pathlib import Path

import pytest
from storing import answers, overwrite, rot
from support import Run

from claimcli.store import cache_path, open_store
from claimcli.store import seal as seals

pytestmark = pytest.mark.slow

COMMANDS = (
    ("search", "canal", "--json"),
    ("search", "mercahnts", "--format", "csv"),
    ("show", "crown-ordered", "--json"),
    ("compare", "--question", "who-built", "--json"),
    ("list", "scholars", "--json"),
)


@pytest.fixture(params=["small", "large"])
def stores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Stores that are always summed, and those that are known by their times."""
    if request.param == "large":
        monkeypatch.setattr(seals, "SMALL", 0)
    return str(request.param)


def opened(root: Path) -> int:
    """The inode of the store that is read: another one where it was made anew."""
    with open_store(root) as store:
        assert store.cached
    return cache_path(root).stat().st_ino


@pytest.mark.usefixtures("stores")
@pytest.mark.parametrize(
    "times", [pytest.param(30), pytest.param(1000, marks=pytest.mark.slow, id="all")]
)
def test_any_damage(corpus: Path, run: Run, times: int) -> None:
    """Of any bytes, of the store or of its seal, with the size and the time of writing kept."""
    asked = [(*command, "--corpus", str(corpus)) for command in COMMANDS]
    expected = [run(*command) for command in asked]
    assert [ran.code for ran in expected] == [0] * len(asked)
    chance = random.Random(times)
    for number in range(times):
        path = cache_path(corpus)
        damaged = path if number % 8 else path.with_suffix(".seal")
        content = damaged.read_bytes()
        start = chance.randrange(len(content))
        length = min(len(content) - start, chance.choice((1, 1, 1, 2, 100, 9000)))
        spoiled = bytes(byte ^ chance.randrange(1, 256) for byte in content[start : start + length])
        rot(damaged, start, spoiled)
        which = chance.randrange(len(asked))
        assert run(*asked[which]) == expected[which], (damaged.suffix, start, length)


def test_a_touched_store_is_used(corpus: Path, stores: str) -> None:
    before = opened(corpus)
    os.utime(cache_path(corpus))
    assert opened(corpus) == before


def test_a_copied_cache_is_used(
    corpus: Path, stores: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(corpus)
    copy = shutil.copytree(cache_path(corpus).parent, tmp_path / "copy")
    copy.chmod(0o700)
    monkeypatch.setenv("CLAIMCLI_CACHE", str(copy))
    before = cache_path(corpus).stat().st_ino
    assert opened(corpus) == before


def test_a_store_without_a_seal_is_made_anew(corpus: Path, stores: str) -> None:
    before = opened(corpus)
    seals.seal_path(cache_path(corpus)).unlink()
    assert opened(corpus) != before


def test_a_large_store_is_summed_once_a_day(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes below the file system shows in no time."""
    opened(corpus)
    path = cache_path(corpus)
    overwrite(path, path.stat().st_size - 1, b"x")
    monkeypatch.setattr(seals, "SMALL", 0)
    kept = seals._read(path)
    assert kept
    now = seals._sealed(path.lstat(), kept.sum)._replace(summed=kept.summed + 20_000_000_000)
    seals._write(path, now)
    monkeypatch.setattr(time, "time_ns", lambda: now.summed + seals.DAY - 1)
    assert seals.is_sealed(path)
    assert not seals.is_sealed(path, by_sum=True)
    monkeypatch.setattr(time, "time_ns", lambda: now.summed + seals.DAY)
    assert not seals.is_sealed(path)


def test_what_is_kept_is_the_users_alone_whatever_the_mask(corpus: Path) -> None:
    mask = os.umask(0)
    try:
        before = opened(corpus)
    finally:
        os.umask(mask)
    path = cache_path(corpus)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert opened(corpus) == before


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_store_that_others_may_write_is_made_anew(corpus: Path, mode: int) -> None:
    before = opened(corpus)
    cache_path(corpus).chmod(mode)
    assert opened(corpus) != before
    assert stat.S_IMODE(cache_path(corpus).stat().st_mode) == 0o600


def test_a_link_is_no_store(corpus: Path, tmp_path: Path) -> None:
    opened(corpus)
    path = cache_path(corpus)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    opened(corpus)
    assert not path.is_symlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_a_store_of_another_user_is_made_anew(corpus: Path) -> None:
    before = opened(corpus)
    os.chown(cache_path(corpus), 65534, 65534)
    assert opened(corpus) != before
    assert cache_path(corpus).stat().st_uid == os.geteuid()


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o1777])
def test_a_directory_that_others_may_write_is_passed_over(
    corpus: Path, run: Run, mode: int
) -> None:
    command = ("search", "canal", "--json", "--corpus", str(corpus))
    expected = run(*command)
    folder = cache_path(corpus).parent
    folder.chmod(mode)
    before = sorted((file.name, file.stat().st_mtime_ns) for file in folder.iterdir())
    told = f"the cache is not used: other users may write to {folder}\n"
    assert run(*command) == expected._replace(err=expected.err + told)
    assert sorted((file.name, file.stat().st_mtime_ns) for file in folder.iterdir()) == before
    with open_store(corpus, use_cache=False) as fresh, open_store(corpus) as store:
        assert not store.cached
        assert answers(store) == answers(fresh)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a directory away")
@pytest.mark.parametrize("linked", [False, True])
def test_a_directory_of_another_user_is_passed_over(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    given = folder
    if linked:
        given = tmp_path / "link"
        given.symlink_to(folder)
    os.chown(given, 65534, 65534, follow_symlinks=False)
    monkeypatch.setenv("CLAIMCLI_CACHE", str(given))
    with open_store(corpus) as store:
        assert not store.cached
        assert store.passed_over == f"{given} belongs to another user"
    assert list(folder.iterdir()) == []
