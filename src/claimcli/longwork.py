"""What long work has in common: progress, and doing without the collector of cycles."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much: at the start and after each step."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: records make none, and its walks cost a tenth and more."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
