"""Files to a store: all of them into an empty database, by worker processes where they are many.

A file is read and turned into rows on its own; only the inserting needs the files in order. So
workers read ahead, each a process of its own with a pipe, and this process inserts.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING

from claimcli.collector import uncollected
from claimcli.progress import Progress
from claimcli.store import compiling
from claimcli.store.schema import SLOT_GAP
from claimcli.store.staleness import SeenFile

if TYPE_CHECKING:
    from claimcli.store.rows import FileRows

WORKERS = 2
WORTH_WORKERS = 4_000_000
"""Bytes of YAML from which on starting processes costs less than it saves."""


def build(
    connection: sqlite3.Connection,
    root: Path,
    files: Sequence[SeenFile],
    progress: Progress | None,
) -> None:
    """Compile the files, given in order, into an empty database."""
    compiling.create(connection)
    taken = compiling.first_use()
    connection.execute("BEGIN")
    with uncollected():
        for number, (file, rows) in enumerate(read_all(root, files, progress), 1):
            compiling.add_file(connection, number * SLOT_GAP, file.path, file.seen, rows, taken)
    connection.execute("COMMIT")


def read_all(
    root: Path, files: Sequence[SeenFile], progress: Progress | None = None
) -> Iterator[tuple[SeenFile, FileRows]]:
    """The rows of each file, in the order given."""
    large = sum(file.size for file in files) >= WORTH_WORKERS and len(files) > WORKERS
    reading = _with_workers(root, files) if large and _has_cores() else _in_turn(root, files)
    tell = progress or (lambda done, total: None)
    tell(0, len(files))
    for done, pair in enumerate(reading, 1):
        yield pair
        tell(done, len(files))


def _has_cores() -> bool:
    """Whether two processes can run at once, and this Python can be started again."""
    # The cores that this process may use, which can be fewer than the machine has.
    usable = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))(0)
    return bool(sys.executable) and len(usable) > 1


def _in_turn(root: Path, files: Sequence[SeenFile]) -> Iterator[tuple[SeenFile, FileRows]]:
    for file in files:
        yield file, read_rows(root, file.path)


def read_rows(root: Path, path: str) -> FileRows:
    """The rows of one file."""
    # Neither YAML nor the tables of names are needed where a compiled corpus is only read.
    from claimcli.corpus.reading import read_file
    from claimcli.store.rows import rows_of

    return rows_of(read_file(root, path))


_AHEAD = 4
"""Files given to a worker at a time: enough to keep it busy, few enough to fit in memory."""


def _with_workers(root: Path, files: Sequence[SeenFile]) -> Iterator[tuple[SeenFile, FileRows]]:
    """As `_in_turn`. A worker that fails is replaced by this process for what it owes."""
    with ExitStack() as stack:
        try:
            workers = [stack.enter_context(_Worker(root)) for _ in range(WORKERS)]
        except OSError:
            yield from _in_turn(root, files)
            return
        given = 0
        for number, file in enumerate(files):
            while given < min(len(files), number + _AHEAD * WORKERS):
                workers[given % WORKERS].give(files[given].path)
                given += 1
            yield file, workers[number % WORKERS].take() or read_rows(root, file.path)


class _Worker:
    """A process that reads files in the order in which they are given, and hands back rows.

    A thread empties its pipe, so that it need not wait until somebody takes what it has read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: SimpleQueue[bytes] = SimpleQueue()

    def __enter__(self) -> _Worker:
        from subprocess import DEVNULL, PIPE, Popen  # only large corpora come here

        package = str(Path(__file__).parent.parent.parent)
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self._process = Popen(
            [sys.executable, "-P", "-m", "claimcli.store.worker", str(self._root)],
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        )
        assert self._process.stdin
        assert self._process.stdout
        self._given = self._process.stdin
        self._thread = Thread(target=self._empty, args=(self._process.stdout,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._thread.join()
        self._process.communicate()

    def _empty(self, pipe: IO[bytes]) -> None:
        while content := receive(pipe):
            self._read.put(content)
        self._read.put(b"")

    def give(self, path: str) -> None:
        """Ask for a file."""
        with suppress(OSError):  # where it is gone, `take` will find that out
            self._given.write(path.encode() + b"\0")
            self._given.flush()

    def take(self) -> FileRows | None:
        """The rows of the file that was given first of those not yet taken; None if it failed."""
        from claimcli.store.rows import FileRows

        content = self._read.get()
        if not content:
            self._read.put(content)  # it will not come back
            return None
        return FileRows(*marshal.loads(content))


def send(rows: FileRows, pipe: IO[bytes]) -> None:
    """Write the rows of a file to a pipe."""
    content = marshal.dumps(tuple(rows))
    pipe.write(len(content).to_bytes(8, "big") + content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Read what `send` wrote; nothing where the other end was closed before all of it came."""
    length = int.from_bytes(pipe.read(8), "big")
    content = pipe.read(length)
    return content if len(content) == length else b""
