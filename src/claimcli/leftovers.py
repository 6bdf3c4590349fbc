"""Files that a killed process left beside those it was writing, taken away by the next that writes.

Each is named for its process (see `writing`). What a process of this machine may still be at is
left, and so is what is young: a folder that is shared may have a writer on another machine.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

_NAME = re.compile(r"\.claimcli-(\d{1,9})-[0-9a-f]{8}\.tmp")

_OLD = 3600.0
"""Seconds after which nobody is still at a file: writing one takes a moment."""


def cleared(folders: Iterable[Path]) -> list[Path]:
    """Take away what processes left in these folders that are no more; what was taken away.

    What a journal names is no such file: whoever calls has done what it says.
    """
    gone = []
    for folder in dict.fromkeys(folders):
        with contextlib.suppress(OSError):
            for file in folder.iterdir():
                if _is_left(file):
                    file.unlink()
                    gone.append(file)
    return gone


def _is_left(file: Path) -> bool:
    found = _NAME.fullmatch(file.name)
    if found is None or file.is_symlink() or not file.is_file():
        return False
    return time.time() - file.stat().st_mtime > _OLD and not _is_running(int(found[1]))


def _is_running(process: int) -> bool:
    """Whether a process of that number is there; Windows, where asking would end it, is not asked.

    There the age of a file has to do.
    """
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is there, and somebody else's
        return True
    return True
