"""Doing without the collector of cycles: records make none, and its walks cost a tenth and more.

A whole command does (`cli/`), and so does long work that is asked for from Python.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector, which is as it was before when the work is done."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
