"""The seal of a compiled corpus: the sum of its file, and by what a later change of it is told.

It stands in a small file beside the store. A store is used only if its file is as it was sealed: so
no changed byte gives another answer. Summing costs 0.4 ms for each megabyte. A small store is
summed whenever it is opened; a large one where its size, inode or times are not those in the seal,
and once a day. Whoever writes to a file sets the time of its last change, which nobody can set
back, as anybody can the time of its last writing. What that leaves are bytes of a large store that
change below the file system, as on a failing disk: they are noticed within a day.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from claimcli.store.staleness import TICK

SMALL = 4 << 20
"""Bytes up to which a store is always summed: less than two milliseconds."""

DAY = 24 * 3600 * 1_000_000_000
"""Nanoseconds for which a large store is known by its times."""

_CHUNK = 1 << 20


class Seal(NamedTuple):
    """What a store was when it was summed, at the time `summed`, in nanoseconds as all times."""

    sum: int
    size: int
    inode: int
    written: int
    changed: int
    summed: int


def seal_path(store: Path) -> Path:
    """The file of a store's seal."""
    return store.with_suffix(".seal")


def seal(store: Path) -> None:
    """Seal a store as it is; raises OSError where the seal cannot be written."""
    status = store.lstat()  # before summing, so that what is written meanwhile shows in the times
    _write(store, _sealed(status, sum_of(store)))


def is_sealed(store: Path, *, by_sum: bool = False) -> bool:
    """Whether a store is the user's own file and as it was sealed; `by_sum` by nothing less."""
    try:
        status = store.lstat()
        found = _read(store)
        if found is None or found.size != status.st_size or not _is_ones_own(status):
            return False
        now = _sealed(status, found.sum)
        if not by_sum and status.st_size > SMALL and _is_known(found, now):
            return True
        if sum_of(store) != found.sum:
            return False
    except (OSError, ValueError):
        return False
    if status.st_size > SMALL:
        with suppress(OSError):  # as on a disk that is read only: it is summed again
            _write(store, now)
    return True


def _is_ones_own(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and not written_by_others(status)


def written_by_others(status: os.stat_result) -> bool:
    """Whether another user owns a file or directory, or may write to it.

    Root is no other user: who has its rights could as well change this program.
    """
    if os.name != "posix":
        return False
    is_open = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return status.st_uid not in (0, os.geteuid()) or bool(is_open)


def sum_of(path: Path) -> int:
    """The CRC-32 of a file, which tells every change of one byte, or of several close together."""
    total = 0
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return total


def _sealed(status: os.stat_result, total: int) -> Seal:
    times = (status.st_mtime_ns, status.st_ctime_ns, time.time_ns())
    return Seal(total, status.st_size, status.st_ino, *times)


def _is_known(found: Seal, now: Seal) -> bool:
    """Whether nothing can have been written to a store since it was summed, not long ago."""
    return (
        found[:-1] == now[:-1]
        and found.summed - found.changed > TICK
        and 0 <= now.summed - found.summed < DAY
    )


def _read(store: Path) -> Seal | None:
    """The seal of a store; None where it is missing or damaged."""
    *said, total = seal_path(store).read_bytes().split() or (b"",)
    if total != _total(b" ".join(said)) or len(said) != len(Seal._fields):
        return None
    return Seal(*map(int, said))


def _write(store: Path, made: Seal) -> None:
    said = " ".join(map(str, made)).encode()
    new = store.with_suffix(f".new-{os.getpid()}-seal")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - what is open has no path
        file.write(said + b" " + _total(said))
    new.replace(seal_path(store))


def _total(said: bytes) -> bytes:
    return b"%08x" % zlib.crc32(said)
