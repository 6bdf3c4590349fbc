"""What a killed process left beside what it was writing, taken away by the next that writes.

Each file is named for its process (see `writing`), and so is the folder in which a site or an
export was made.
What a process of this machine may still be at is left, and so is what is young: a folder that is
shared may have a writer on another machine.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
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


def cleared_folders(folder: Path) -> list[Path]:
    """Take away, in a folder, those in which killed processes made an export; what went."""
    gone = []
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            found = _NAME.fullmatch(path.name)
            if not found or not path.is_dir() or path.is_symlink():
                continue
            if all(_is_abandoned(part, int(found[1])) for part in (path, *path.rglob("*"))):
                shutil.rmtree(path, ignore_errors=True)
                gone.append(path)
    return gone


def workshop_of(place: Path) -> Path:
    """The folder, beside a place, in which this process makes what is to stand there."""
    return place.with_name(f".{place.name}.claimcli-{os.getpid()}")


def cleared_workshops(place: Path) -> list[Path]:
    """Take away the folders in which killed processes made what was to stand at a place."""
    name = re.compile(rf"\.{re.escape(place.name)}\.claimcli-(\d{{1,9}})")
    gone = []
    with contextlib.suppress(OSError):
        for folder in place.parent.iterdir():
            found = name.fullmatch(folder.name)
            if found and folder.is_dir() and _is_abandoned(folder, int(found[1])):
                shutil.rmtree(folder, ignore_errors=True)
                gone.append(folder)
    return gone


def _is_left(file: Path) -> bool:
    found = _NAME.fullmatch(file.name)
    return bool(found and file.is_file() and _is_abandoned(file, int(found[1])))


def _is_abandoned(path: Path, process: int) -> bool:
    if path.is_symlink() or time.time() - path.stat().st_mtime <= _OLD:
        return False
    return not _is_running(process)


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
