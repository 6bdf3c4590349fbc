"""Reading by worker processes gives what reading in turn gives."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from storing import answers, write

from claimcli.store import building, open_store
from claimcli.store.building import read_all
from claimcli.store.staleness import SeenFile

pytestmark = pytest.mark.slow


@pytest.fixture
def by_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any corpus is large enough for workers."""
    monkeypatch.setattr(building, "WORTH_WORKERS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


def seen(root: Path) -> list[SeenFile]:
    paths = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.yaml"))
    return [SeenFile(path, "", 1) for path in paths]


@pytest.mark.usefixtures("by_workers")
def test_workers_read_what_this_process_would(corpus: Path) -> None:
    write(corpus, {f"broken{n}.yaml": "claims:\n- {id: x}\n- [\n" for n in range(20)})
    files = seen(corpus)
    rows = list(read_all(corpus, files))
    assert [file for file, _ in rows] == files
    assert [row for _, row in rows] == [building.read_rows(corpus, file.path) for file in files]


@pytest.mark.usefixtures("by_workers")
def test_a_store_by_workers_answers_the_same(corpus: Path) -> None:
    with open_store(corpus) as store:
        found = answers(store)
    building.WORTH_WORKERS = 1 << 40
    with open_store(corpus, use_cache=False) as store:
        assert answers(store) == found


@pytest.mark.usefixtures("by_workers")
@pytest.mark.parametrize("python", ["/nonexistent", "/bin/false", "/bin/cat"])
def test_workers_that_fail_are_done_without(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, python: str
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    rows = list(read_all(corpus, seen(corpus)))
    expected = [building.read_rows(corpus, file.path) for file in seen(corpus)]
    assert [row for _, row in rows] == expected


@pytest.mark.usefixtures("by_workers")
def test_workers_end_with_the_reading(corpus: Path) -> None:
    reading = read_all(corpus, seen(corpus))
    next(reading)
    assert worker_count() == building.WORKERS
    reading.close()  # type: ignore[attr-defined]  # a generator, as iterators of functions are
    assert worker_count() == 0


def worker_count() -> int:
    """The worker processes that are children of this one."""
    children = Path("/proc/self/task").glob("*/children")
    pids = " ".join(path.read_text() for path in children).split()
    lines = (Path(f"/proc/{pid}/cmdline").read_bytes() for pid in pids)
    return sum(b"claimcli.store.worker" in line for line in lines)
