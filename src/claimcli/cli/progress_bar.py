"""Progress of long work, on stderr and on a terminal only."""

from __future__ import annotations

import sys
import time

PATIENCE = 1.0
"""Seconds of work before anything is shown."""

_started = 0.0


def progress(
    done: int,
    total: int,
    doing: str = "reading the corpus",
    unit: str = "files",
    *,
    stays: bool = False,
) -> None:
    """Show how many of how many are done, once the work has taken over a second.

    At the end it goes away; if it `stays`, since more is to be done, `clear` takes it away.
    """
    global _started
    now = time.monotonic()
    if done == 0 or not _started:
        _started = now
    if not sys.stderr.isatty() or now - _started < PATIENCE:
        return
    end = _CLEARED if done >= total and not stays else ""
    print(f"\r{doing}: {done:,} of {total:,} {unit}{end}", end="", file=sys.stderr, flush=True)


def clear() -> None:
    """Take away what stayed."""
    if sys.stderr.isatty():
        print(_CLEARED, end="", file=sys.stderr, flush=True)


_CLEARED = "\r\x1b[K"
