"""Progress of long work, on stderr and on a terminal only."""

from __future__ import annotations

import sys
import time

PATIENCE = 1.0
"""Seconds of work before anything is shown."""

_started = 0.0


def progress(done: int, total: int) -> None:
    """Show how many files of how many are read, once the work has taken over a second."""
    global _started
    now = time.monotonic()
    if done == 0 or not _started:
        _started = now
    if not sys.stderr.isatty() or now - _started < PATIENCE:
        return
    end = "\r\x1b[K" if done >= total else ""
    print(
        f"\rreading the corpus: {done} of {total} files{end}", end="", file=sys.stderr, flush=True
    )
