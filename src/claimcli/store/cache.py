"""The cache: when a compiled corpus that is kept may be used, and how it is made new.

Only ever a cache. What is there is used when it is as it was sealed, of this edition of the
program, and made of the files as they are now. Anything else is brought up to date in a copy, or
built anew, and takes its place by a rename, so that no reader sees half of it. Where nothing can be
written, the corpus is compiled into memory. The answers are the same.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimcli.paths import NoHome
from claimcli.store.location import cache_path, clear, distrust
from claimcli.store.lookup import Store
from claimcli.store.schema import PREVALENT, VERSION
from claimcli.store.seal import is_sealed, seal
from claimcli.store.staleness import Listing, look, settle

if TYPE_CHECKING:
    from claimcli.progress import Progress

PATIENCE = 120.0
"""Seconds to wait for another process that builds the same store."""

_PACKAGE = Path(__file__).parent.parent
_MAKERS = ("corpus", "citations", "names", "names/tables", "store", ".")
"""The parts of the package that decide what is in a store."""


def open_store(root: Path, *, use_cache: bool = True, progress: Progress | None = None) -> Store:
    """The corpus below `root`, compiled: from the cache, or in memory where that cannot be used.

    Where the cache is passed over since others could have written it, `Store.passed_over` says so.
    """
    root = root.resolve()
    listing = look(root)
    passed_over = None
    if use_cache:
        with contextlib.suppress(OSError, sqlite3.Error, ValueError, RuntimeError, NoHome):
            path = cache_path(root)
            passed_over = distrust(path.parent)
            store = None
            if not passed_over:
                store = _current(path, root, listing) or _renewed(path, root, progress)
            if store:
                return store
    return _in_memory(root, listing, progress, passed_over)


def edition() -> str:
    """What a store depends on besides its files: the code that made it, and what that runs on."""
    stamps = []
    for part in _MAKERS:
        with contextlib.suppress(OSError), os.scandir(_PACKAGE / part) as entries:
            stamps += [
                f"{part}/{entry.name} {status.st_size} {status.st_mtime_ns}"
                for entry in entries
                if entry.name.endswith((".py", ".txt")) and (status := entry.stat())
            ]
    code = zlib.crc32("\n".join(sorted(stamps)).encode())
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{VERSION} {code:08x} {python} {sqlite3.sqlite_version}"


def is_current(store: Store) -> bool:
    """Whether the files of a corpus are as they were when it was compiled."""
    return store.listing == look(store.root).text


# --- Using what is there ---


def _current(path: Path, root: Path, listing: Listing) -> Store | None:
    """The store in the cache if it is whole and up to date."""
    found = _whole(path, root) if is_sealed(path) else None
    if found is None:
        return None
    connection, made_of = found
    if made_of != listing.text:
        connection.close()
        return None
    return Store(connection, root, renew=lambda: clear(root))


def _whole(path: Path, root: Path) -> tuple[sqlite3.Connection, str] | None:
    """A connection to a store that is sealed, and what files it was made of.

    None unless it is of this corpus and this edition.
    """
    try:
        connection = sqlite3.connect(_uri(path), uri=True, isolation_level=None)
    except sqlite3.Error:
        return None
    with contextlib.suppress(sqlite3.Error):
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        if (meta.get("root"), meta.get("edition")) == (str(root), edition()):
            return connection, meta["listing"]
    connection.close()
    return None


def _uri(path: Path) -> str:
    """A store to be read only, of which nothing will change under the reader's hands."""
    quoted = str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if os.sep != "/":
        quoted = "/" + quoted.replace(os.sep, "/")
    return f"file:{quoted}?mode=ro&immutable=1"


# --- Making it new ---


def _renewed(path: Path, root: Path, progress: Progress | None) -> Store | None:
    """Bring the cache up to date, unless another process has done so meanwhile; then use it.

    Raises OSError or sqlite3.Error where that cannot be done.
    """
    from claimcli.store.locking import lock  # a store that is only read needs none

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with lock(path.with_suffix(".lock"), PATIENCE):
        listing = look(root)
        found = _current(path, root, listing)
        if found:
            return found
        settle(listing)
        with _workpiece(path) as new:
            if not _updated(path, new, root, listing, progress):
                _built(new, root, listing, progress)
            new.replace(path)
        seal(path)
        return _current(path, root, listing)


@contextlib.contextmanager
def _workpiece(path: Path) -> Iterator[Path]:
    """A new file beside the store, the user's alone. Those that killed processes left are deleted.

    It is empty: a database without tables.
    """
    for left in path.parent.iterdir():
        if left.name.startswith(f"{path.stem}.new-"):
            left.unlink()
    new = path.with_suffix(f".new-{os.getpid()}")
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)


def _updated(
    path: Path, new: Path, root: Path, listing: Listing, progress: Progress | None
) -> bool:
    """Whether a copy of the store, if there is a whole one, could be brought up to date."""
    found = _whole(path, root) if is_sealed(path, by_sum=True) else None
    if found is None:
        return False
    found[0].close()
    from claimcli.store.incremental import update  # only when a file has changed

    shutil.copyfile(path, new)
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
        if update(connection, root, listing.files, progress):
            _finish(connection, new, root, listing)
            return True
    os.truncate(new, 0)
    return False


def _built(new: Path, root: Path, listing: Listing, progress: Progress | None) -> None:
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
        _build(connection, root, listing, progress)
        _finish(connection, new, root, listing)


def _build(
    connection: sqlite3.Connection, root: Path, listing: Listing, progress: Progress | None
) -> None:
    from claimcli.store.building import build  # a store that is only read needs none of it

    build(connection, root, listing.files, progress)


def _finish(connection: sqlite3.Connection, new: Path, root: Path, listing: Listing) -> None:
    """Write down what the store is, close it, and see to it that it is on the disk."""
    describe(connection, listing, {"root": str(root), "edition": edition()})
    connection.close()
    with new.open("rb+") as file:
        os.fsync(file.fileno())


def describe(
    connection: sqlite3.Connection, listing: Listing, meta: dict[str, object] | None = None
) -> None:
    """Write down what files a store was made of, and which works are everywhere in it.

    What tells its works apart is found here, too: like these it depends on every file.
    """
    from claimcli.store.compiling import tell_apart  # a store that is only read needs none of it

    tell_apart(connection)
    known = {"listing": listing.text, "listing_problems": listing.problems, **(meta or {})}
    known["prevalent"] = "\n".join(term for (term,) in connection.execute(PREVALENT))
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", known.items())


def _in_memory(
    root: Path, listing: Listing, progress: Progress | None, passed_over: str | None
) -> Store:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _build(connection, root, listing, progress)
    describe(connection, listing)
    return Store(connection, root, passed_over=passed_over)
