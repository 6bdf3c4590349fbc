"""Where compiled corpora are kept, whether that is a safe place, and how to be rid of them."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import zlib
from pathlib import Path

from claimcli.paths import expanded
from claimcli.store.seal import seal_path, written_by_others

VARIABLE = "CLAIMCLI_CACHE"
"""The environment variable that names the cache directory."""

_STEM = r".*-[0-9a-f]{16}"
"""The name of a compiled corpus: that of its directory, and the sums of the way there."""


def cache_directory() -> Path:
    """Where compiled corpora are kept: `CLAIMCLI_CACHE`, else the user's cache directory.

    Raises `NoHome` where that cannot be told.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return expanded(Path(named), VARIABLE)
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    return (Path(base) if os.path.isabs(base) else expanded(Path("~/.cache"))) / "claimcli"  # noqa: PTH117 - no Path of an empty text


def cache_path(root: Path) -> Path:
    """The file that the corpus below `root` is compiled into, whether it exists or not."""
    root = root.resolve()
    name = os.fsencode(root)
    # Two corpora of one name and sum would only build over each other: the store knows its root.
    return cache_directory() / f"{root.name}-{zlib.crc32(name):08x}{zlib.adler32(name):08x}.sqlite"


def distrust(directory: Path) -> str | None:
    """Why nothing in a cache directory is to be believed: another user could have put it there.

    None where only the user and root can, or where the directory is still to be made.
    """
    try:
        link, status = directory.lstat(), directory.stat()
    except OSError:
        return None
    whose = {link.st_uid, status.st_uid} - {0, os.geteuid()} if os.name == "posix" else ()
    if whose:
        return f"{directory} belongs to another user"
    if written_by_others(status):
        return f"other users may write to {directory}"
    return None


def clear(root: Path | None = None) -> list[Path]:
    """Delete the compiled corpus of `root`, or of every corpus; gives the files deleted.

    Locks stay: another process may hold one. So does whatever else lies in the directory. Seals
    go with their stores, and are not among what is given.
    """
    with contextlib.suppress(OSError):
        stem = re.escape(cache_path(root).stem) if root else _STEM
        ours = re.compile(rf"{stem}\.(sqlite|new-\d+(-seal)?)", re.DOTALL).fullmatch
        every = sorted(file for file in cache_directory().iterdir() if ours(file.name))
        return [file for file in every if _deleted(file)]
    return []


def _deleted(path: Path) -> bool:
    try:
        path.unlink()
        if path.suffix == ".sqlite":
            seal_path(path).unlink(missing_ok=True)
    except OSError:
        return False
    return True
