"""How a corpus looks from outside: its files and by what a change of one is told.

No file is opened. Size, the times of the last writing and of the last change of the directory
entry, and the inode together miss no edit that people or programs make, except a second one of the
same length within one tick of the clock: `settle` waits such a tick out before files are read.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

from claimcli.corpus.files import files_of

TICK = 20_000_000
"""Nanoseconds that pass at most before the file system's clock has moved on."""


class SeenFile(NamedTuple):
    """A YAML file, `/`-separated, and by what a change of it is told."""

    path: str
    seen: str
    size: int


class Listing(NamedTuple):
    """The files of a corpus in order, and how many places could not be looked into.

    `newest` is the time of the last change of any of them, in nanoseconds.
    """

    files: list[SeenFile]
    problems: int
    newest: int

    @property
    def text(self) -> str:
        """The whole as text: equal for two listings exactly where nothing changed."""
        lines = [f"{file.seen} {file.path}" for file in self.files]
        return "\n".join([str(self.problems), *lines])


def look(root: Path) -> Listing:
    """The files of the corpus as they are now."""
    found = files_of(root)
    folder = f"{root}/"
    seen, newest = [], 0
    for path in found.files:
        try:
            status = os.stat(folder + path)  # noqa: PTH116 - a Path for each would double the time
        except OSError:  # reading it will say what is wrong
            seen.append(SeenFile(path, "unreadable", 0))
            continue
        times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
        seen.append(SeenFile(path, f"{status.st_size} {times} {status.st_ino}", status.st_size))
        newest = max(newest, status.st_ctime_ns, status.st_mtime_ns)
    return Listing(seen, len(found.problems), newest)


def settle(listing: Listing) -> None:
    """Wait until a further edit of the files would show in their times."""
    age = time.time_ns() - listing.newest
    if 0 <= age < TICK:
        time.sleep((TICK - age) / 1e9)
