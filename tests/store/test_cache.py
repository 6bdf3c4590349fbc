"""The cache is only ever a cache: whatever happens to it, the answers are the same."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from storing import FILES, answers, overwrite, rot_table, write
from support import Run

from claimcli.store import Store, StoreDamaged, cache_path, clear, open_store
from claimcli.store.seal import seal

pytestmark = pytest.mark.slow

Damage = Callable[[Path], None]


def fresh(root: Path) -> dict[str, Any]:
    """What the corpus answers without a cache."""
    with open_store(root, use_cache=False) as store:
        return answers(store)


def cached(root: Path) -> dict[str, Any]:
    """What it answers with one, which must have been used."""
    with open_store(root) as store:
        assert store.cached
        return answers(store)


def cut(share: float) -> Damage:
    return lambda path: os.truncate(path, int(path.stat().st_size * share))


def set_meta(key: str, value: object) -> Damage:
    """A store of another version or another corpus, whole in itself."""

    def change(path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))
        connection.close()
        seal(path)

    return change


def as_text(path: Path) -> None:
    path.write_text("hello")


def as_dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def as_directory(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "in the way").touch()


def as_other_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (a, b, c)")
    connection.close()


DAMAGES: dict[str, Damage] = {
    "deleted": Path.unlink,
    "emptied": cut(0),
    "cut in half": cut(0.5),
    "cut by little": cut(0.999),
    "head overwritten": lambda path: overwrite(path, 0, b"not a database at all"),
    "middle overwritten": lambda path: overwrite(path, 8192, os.urandom(9000)),
    "end overwritten": lambda path: overwrite(path, path.stat().st_size - 100, bytes(100)),
    "lengthened": lambda path: overwrite(path, path.stat().st_size, b"more"),
    "text": as_text,
    "a dangling link": as_dangling_link,
    "another database": as_other_database,
    "another version": set_meta("edition", "0 00000000 3.11.0 3.40.0"),
    "another corpus": set_meta("root", "/somewhere/else"),
    "another time": lambda path: os.utime(path),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage(corpus: Path, damage: Damage) -> None:
    expected = fresh(corpus)
    assert cached(corpus) == expected
    damage(cache_path(corpus))
    assert cached(corpus) == expected
    assert cached(corpus) == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("root", "/somewhere/else"),
        ("edition", "0 00000000 3.11.0 3.40.0"),
    ],
)
def test_a_store_that_is_not_what_it_says_is_made_anew(
    corpus: Path, key: str, value: object
) -> None:
    assert cached(corpus)
    path = cache_path(corpus)
    before = path.stat().st_ino
    set_meta(key, value)(path)
    assert cached(corpus)
    assert path.stat().st_ino != before


def test_a_store_of_another_sqlite_is_made_anew(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cached(corpus)
    path = cache_path(corpus)
    before = path.stat().st_ino
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.0.0")
    assert cached(corpus)
    after = path.stat().st_ino
    assert after != before
    assert cached(corpus)
    assert path.stat().st_ino == after


def test_the_store_is_named_for_the_whole_way_to_the_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And lies in the cache directory, wherever that is."""
    roots = [tmp_path / "a" / "claims", tmp_path / "b" / "claims", tmp_path / "b" / "more"]
    assert len({cache_path(root) for root in roots}) == 3
    assert [cache_path(root).name.split("-")[0] for root in roots] == ["claims", "claims", "more"]
    before = cache_path(roots[0])
    monkeypatch.setenv("CLAIMCLI_CACHE", str(tmp_path / "elsewhere"))
    assert cache_path(roots[0]) == tmp_path / "elsewhere" / before.name


def test_a_directory_in_its_place(corpus: Path) -> None:
    expected = fresh(corpus)
    assert cached(corpus) == expected
    as_directory(cache_path(corpus))
    with open_store(corpus) as store:
        assert not store.cached
        assert answers(store) == expected


def test_what_the_seal_does_not_tell_is_found_when_it_is_read(corpus: Path) -> None:
    expected = fresh(corpus)
    assert cached(corpus) == expected
    path = cache_path(corpus)
    # The first pages, by which a store is known, are left whole.
    overwrite(path, 5 * 4096, b"\xff" * (path.stat().st_size - 5 * 4096))
    seal(path)
    with open_store(corpus) as store, pytest.raises(StoreDamaged) as damaged:
        answers(store)
    damaged.value.renew()
    assert not path.exists()
    assert cached(corpus) == expected


@pytest.mark.parametrize("spoiled", [b'"id":"merchants-pai",', b'"id":"merch\xffnts-paid"'])
def test_a_record_that_is_none_is_damage(corpus: Path, spoiled: bytes) -> None:
    assert cached(corpus)
    path = cache_path(corpus)
    overwrite(path, path.read_bytes().index(b'"id":"merchants-paid"'), spoiled)
    seal(path)
    with open_store(corpus) as store, pytest.raises(StoreDamaged):
        store.claims()


def test_a_command_does_without_a_damaged_cache(corpus: Path, tmp_path: Path, run: Run) -> None:
    """It answers as ever, from a new one; the cache of another corpus is left as it is."""
    other = tmp_path / "other"
    write(other, FILES)
    for root in (corpus, other):
        assert run("search", "--corpus", str(root), "--json").code == 0
    expected = run("show", "merchants-paid", "--corpus", str(corpus), "--json")
    path = cache_path(corpus)
    overwrite(path, path.read_bytes().index(b'"id":"merchants-paid"'), b'"id":"merchants-pai",')
    seal(path)
    before = cache_path(other).stat().st_ino
    assert run("show", "merchants-paid", "--corpus", str(corpus), "--json") == expected
    assert cache_path(other).stat().st_ino == before
    assert cached(corpus) == fresh(corpus)


def test_a_command_prints_once_also_where_what_it_tells_last_is_damaged(
    corpus: Path, run: Run
) -> None:
    command = ("search", "--json", "--corpus", str(corpus))
    expected = run(*command)
    rot_table(cache_path(corpus), "files")
    assert run(*command) == expected


def test_what_fails_with_a_new_cache_too_is_told(
    corpus: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "ids", lambda store: store.rows("SELECT x FROM nowhere"))
    ran = run("show", "no-such-id", "--corpus", str(corpus))
    assert (ran.code, ran.out) == (2, "")
    assert "the compiled corpus cannot be read (no such table: nowhere)" in ran.err


def test_what_is_asked_wrongly_is_not_damage(corpus: Path) -> None:
    with open_store(corpus, use_cache=False) as store, pytest.raises(sqlite3.OperationalError):
        store.rows("SELECT x FROM nowhere")


@pytest.mark.parametrize("place", ["in a file", "in a missing device", "a file"])
def test_where_nothing_can_be_written(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """As on a read-only disk; the rights of a directory do not stop everybody."""
    file = tmp_path / "file"
    file.touch()
    places = {"in a file": file / "x", "in a missing device": Path("/proc/x"), "a file": file}
    monkeypatch.setenv("CLAIMCLI_CACHE", str(places[place]))
    with open_store(corpus) as store:
        assert not store.cached
        assert answers(store) == fresh(corpus)
    assert clear(corpus) == []


@pytest.mark.usefixtures("bound_by_rights")
def test_a_cache_that_may_only_be_read(corpus: Path) -> None:
    expected = fresh(corpus)
    assert cached(corpus) == expected
    folder = cache_path(corpus).parent
    folder.chmod(0o500)
    try:
        assert cached(corpus) == expected
        write(corpus, {"more.yaml": "title: More\n"})
        with open_store(corpus) as store:
            assert not store.cached
            assert answers(store) == fresh(corpus)
        assert clear(corpus) == []
    finally:
        folder.chmod(0o700)


@pytest.mark.usefixtures("bound_by_rights")
def test_where_no_cache_may_be_made(corpus: Path) -> None:
    """As in the home of somebody else."""
    home = cache_path(corpus).parent.parent
    home.chmod(0o500)
    try:
        with open_store(corpus) as store:
            assert not store.cached
            assert answers(store) == fresh(corpus)
    finally:
        home.chmod(0o700)
    assert not cache_path(corpus).parent.exists()


@pytest.mark.usefixtures("bound_by_rights")
@pytest.mark.parametrize("what", ["store", "lock"])
def test_a_file_of_the_cache_that_is_closed(corpus: Path, what: str) -> None:
    """As one that another user has left in a cache that both use."""
    expected = fresh(corpus)
    assert cached(corpus) == expected
    path = cache_path(corpus)
    closed = path if what == "store" else path.with_suffix(".lock")
    closed.chmod(0)
    write(corpus, {"more.yaml": "title: More\n"})
    with open_store(corpus) as store:
        assert store.cached == (what == "store")  # which is replaced; a lock cannot be held
        assert answers(store) == fresh(corpus)


@pytest.mark.usefixtures("bound_by_rights")
def test_a_file_of_the_corpus_that_is_closed(corpus: Path, run: Run) -> None:
    """Its records go and come back with the right to read it; the others are there."""
    arguments = ("search", "--json", "--corpus", str(corpus))
    before = run(*arguments)
    file = corpus / "questions" / "why-built.yaml"
    file.chmod(0)
    without = run(*arguments)
    assert [hit["id"] for hit in without.json] == ["merchants-paid", "crown-ordered"]
    assert (without.code, run(*arguments, "--no-cache")) == (0, without)
    assert "why-built.yaml" in run("check", "--corpus", str(corpus)).out
    file.chmod(0o600)
    assert run(*arguments) == before


def in_child(work: Callable[[], object]) -> int:
    """Run work in a process of its own; gives its id. It ends with 0 if work says True."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if work() else 2
        finally:
            os._exit(code)
    return child


def ended_well(child: int) -> bool:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("kilobytes", [0, 1, 20, 100, 200])
def test_a_full_disk(corpus: Path, kilobytes: int) -> None:
    expected = fresh(corpus)

    def work() -> bool:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))
        with open_store(corpus) as store:
            return answers(store) == expected

    assert ended_well(in_child(work))
    assert cached(corpus) == expected
    assert left_behind(corpus) == []


def left_behind(root: Path) -> list[str]:
    """What is in the cache besides the store, its seal and its lock."""
    store = cache_path(root)
    expected = [store.with_suffix(f".{kind}").name for kind in ("sqlite", "seal", "lock")]
    return [p.name for p in store.parent.iterdir() if p.name not in expected]


@pytest.mark.once
def test_two_hundred_kills(corpus: Path) -> None:
    """A builder that is killed at any moment leaves nothing that answers wrongly."""
    write(corpus, {f"more{n}.yaml": many_claims(n) for n in range(3)})
    expected = fresh(corpus)
    assert cached(corpus) == expected
    cache_path(corpus).unlink()
    started = time.monotonic()
    assert cached(corpus) == expected
    longest = time.monotonic() - started
    moments = random.Random(1)
    for number in range(200):
        if number % 2:  # a store that is to be mended, not built
            write(corpus, {"more0.yaml": many_claims(0)})
        else:
            cache_path(corpus).unlink(missing_ok=True)
        child = in_child(lambda: cached(corpus))
        time.sleep(moments.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if number % 4 < 2:
            assert cached(corpus) == expected
        else:  # the next to come is killed as well
            continue
    assert cached(corpus) == expected
    assert left_behind(corpus) == []


@pytest.mark.parametrize("way", ["clear", "clear all", "open"])
def test_what_a_killed_builder_leaves_goes_with_the_next_command(corpus: Path, way: str) -> None:
    def killed(done: int, total: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    child = in_child(lambda: open_store(corpus, progress=killed))
    os.waitpid(child, 0)
    left = [f"{cache_path(corpus).stem}.new-{child}"]
    assert left_behind(corpus) == left
    if way == "open":
        assert cached(corpus)
    else:
        deleted = clear(corpus if way == "clear" else None)
        assert [path.name for path in deleted] == left
    assert left_behind(corpus) == []


def many_claims(file: int) -> str:
    claim = (
        "- {{id: f{0}n{1}, scholars: [ivanov], statement: Keeper {1}., citation: {{source: s}}}}\n"
    )
    return "claims:\n" + "".join(claim.format(file, number) for number in range(40))


def test_sixteen_processes_at_once(corpus: Path) -> None:
    expected = fresh(corpus)
    children = [in_child(lambda: cached(corpus) == expected) for _ in range(16)]
    assert {ended_well(child) for child in children} == {True}
    assert left_behind(corpus) == []


def test_readers_while_the_corpus_changes(corpus: Path) -> None:
    """A reader sees the corpus as it was before an edit or as it is after it, never between."""
    record = "id: n, scholars: [a], statement: Edit {0}., citation: {{source: s}}, note: {0}"
    claim = f"claims:\n- {{{{{record}}}}}\n"
    write(corpus, {"n.yaml": claim.format(0)})

    def read() -> bool:
        for _ in range(40):
            with open_store(corpus) as store:
                found = store.claim("n")
                if (
                    not found
                    or found.statement != f"Edit {found.note}."
                    or len(store.claims()) != 4
                ):
                    return False
        return True

    children = [in_child(read) for _ in range(4)]
    for number in range(1, 30):
        (corpus / ".next").write_text(claim.format(number))
        (corpus / ".next").replace(corpus / "n.yaml")
        time.sleep(0.01)
    assert {ended_well(child) for child in children} == {True}
    assert cached(corpus) == fresh(corpus)


def test_what_stands_in_the_cache_is_used(corpus: Path) -> None:
    """No YAML is read where nothing changed: what the files hold cannot be seen any more."""
    assert cached(corpus)
    path = cache_path(corpus)
    before = path.stat()
    assert cached(corpus)
    assert path.stat().st_ino == before.st_ino
    (corpus / "names.yaml").touch()
    assert cached(corpus)
    assert path.stat().st_ino != before.st_ino


def test_without_the_cache_nothing_is_written(corpus: Path) -> None:
    with open_store(corpus, use_cache=False) as store:
        assert not store.cached
    assert not cache_path(corpus).parent.exists()


def test_each_corpus_has_its_own_store(corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "claims"
    shutil.copytree(corpus, other)
    write(other, {"scholars.yaml": FILES["scholars.yaml"].replace("Ivanov", "Petrov")})
    assert cache_path(corpus) != cache_path(other)
    assert cached(corpus) == fresh(corpus)
    assert cached(other) == fresh(other)
    assert cache_path(corpus) == cache_path(corpus / ".." / "claims")


def test_clearing(corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(other, FILES)
    assert cached(corpus)
    assert cached(other)
    assert clear(corpus) == [cache_path(corpus)]
    assert not cache_path(corpus).exists()
    assert cache_path(other).exists()
    assert cached(corpus)
    precious = cache_path(corpus).with_name("precious.sqlite")
    precious.touch()
    shutil.rmtree(other)
    assert sorted(clear()) == sorted([cache_path(corpus), cache_path(other)])
    assert clear() == []
    assert precious.exists()


def test_clearing_every_cache_asks_for_no_corpus(
    corpus: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cached(corpus)
    path = cache_path(corpus)
    shutil.rmtree(corpus)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(corpus))  # where there is none any more
    assert run("cache", "clear").code == 3
    ran = run("cache", "clear", "--all")
    assert (ran.code, ran.out, ran.err) == (0, "", "deleted 1 file\n")
    assert not path.exists()
    assert run("cache", "path", "--all").code == 2


@pytest.mark.parametrize("name", ["a[b]c", "[", "*", "a?", "line\nbreak"])
def test_clearing_a_corpus_whose_name_is_a_pattern(tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    write(root, FILES)
    write(tmp_path / "abc", FILES)
    assert cached(root)
    assert cached(tmp_path / "abc")
    assert clear(root) == [cache_path(root)]
    assert cache_path(tmp_path / "abc").exists()


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMCLI_CACHE", str(tmp_path / "named"))
    assert cache_path(tmp_path).parent == tmp_path / "named"
    monkeypatch.delenv("CLAIMCLI_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_path(tmp_path).parent == tmp_path / "xdg" / "claimcli"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # which the standard says to pass over
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_path(tmp_path).parent == tmp_path / ".cache" / "claimcli"


def test_progress_is_told_of_what_is_read(corpus: Path) -> None:
    told: list[tuple[int, int]] = []
    open_store(corpus, progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 6) for done in range(7)]
    told.clear()
    open_store(corpus, progress=lambda done, total: told.append((done, total)))
    assert told == []
    (corpus / "names.yaml").touch()
    open_store(corpus, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (1, 1)]


def test_a_path_that_a_database_name_could_misread(tmp_path: Path) -> None:
    root = tmp_path / "100% ? #1 & ключ"
    write(root, FILES)
    assert cached(root) == fresh(root)
    assert cached(root) == fresh(root)
