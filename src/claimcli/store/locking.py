"""One process at a time: a lock on a file, which the system lifts when its holder ends or dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.02
"""Seconds between two tries."""

if sys.platform == "win32":
    import msvcrt

    def _try(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def lock(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock on a file, which is made where it is missing.

    Waits for another holder at most `patience` seconds. Raises OSError where the lock cannot be
    had: TimeoutError, or what the file system says.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(file, time.monotonic() + patience)
        yield
    finally:
        os.close(file)


def _wait(file: int, deadline: float) -> None:
    while True:
        try:
            return _try(file)
        except (BlockingIOError, PermissionError):  # another process holds it
            if time.monotonic() > deadline:
                raise TimeoutError("the cache is in use") from None
            time.sleep(_PAUSE)
