"""Rights that stop whoever runs the tests, also where that is root."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_VERSION = 0x20080522
_PASSING_RIGHTS_BY = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of capabilities(7)."""


@contextmanager
def rights_that_count() -> Iterator[None]:
    """For as long as it takes, this process may do only what the rights of a file allow.

    Another user would not do: it could not read the Python that runs the tests, which may be
    root's own. Programs that are started meanwhile are not bound by it.
    """
    if os.geteuid() or sys.platform != "linux":
        yield
        return
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    held = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable: the lower half, the upper
    _call("capget", header, held)
    fewer = (ctypes.c_uint32 * 6)(*held)
    fewer[0] &= ~_PASSING_RIGHTS_BY
    _call("capset", header, fewer)
    try:
        yield
    finally:
        _call("capset", header, held)


def _call(name: str, *arguments: ctypes.Array[ctypes.c_uint32]) -> None:
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments):
        raise OSError(ctypes.get_errno(), name)
