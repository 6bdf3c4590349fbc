"""The cache: where compiled corpora are kept, and when one may be used.

Only ever a cache. What is there is used when it is whole, of this edition of the program, and made
of the files as they are now. Anything else is brought up to date in a copy, or built anew, and
takes its place by a rename, so that no reader sees half of it. Where nothing can be written, the
corpus is compiled into memory. The answers are the same.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimcli.paths import NoHome, expanded
from claimcli.store.locking import lock
from claimcli.store.records import Store
from claimcli.store.schema import PREVALENT, VERSION
from claimcli.store.staleness import Listing, look, settle

if TYPE_CHECKING:
    from claimcli.progress import Progress

VARIABLE = "CLAIMCLI_CACHE"
"""The environment variable that names the cache directory."""

PATIENCE = 120.0
"""Seconds to wait for another process that builds the same store."""

_STEM = r".*-[0-9a-f]{16}"
"""The name of a compiled corpus: that of its directory, and the sums of the way there."""

_PACKAGE = Path(__file__).parent.parent
_MAKERS = ("corpus", "citations", "names", "names/tables", "store", ".")
"""The parts of the package that decide what is in a store."""


def open_store(root: Path, *, use_cache: bool = True, progress: Progress | None = None) -> Store:
    """The corpus below `root`, compiled: from the cache, or in memory where that cannot be used."""
    root = root.resolve()
    listing = look(root)
    if use_cache:
        with contextlib.suppress(OSError, sqlite3.Error, ValueError, RuntimeError, NoHome):
            path = cache_path(root)
            store = _current(path, root, listing) or _renewed(path, root, progress)
            if store:
                return store
    return _in_memory(root, listing, progress)


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


def clear(root: Path | None = None) -> list[Path]:
    """Delete the compiled corpus of `root`, or of every corpus; gives the files deleted.

    Locks stay: another process may hold one. So does whatever else lies in the directory.
    """
    with contextlib.suppress(OSError):
        stem = re.escape(cache_path(root).stem) if root else _STEM
        ours = re.compile(rf"{stem}\.(sqlite|new-\d+)", re.DOTALL).fullmatch
        every = sorted(file for file in cache_directory().iterdir() if ours(file.name))
        return [file for file in every if _deleted(file)]
    return []


def _deleted(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True


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


# --- Using what is there ---


def _current(path: Path, root: Path, listing: Listing) -> Store | None:
    """The store in the cache if it is whole and up to date."""
    found = _whole(path, root)
    if found is None:
        return None
    connection, made_of = found
    if made_of != listing.text:
        connection.close()
        return None
    return Store(connection, root, cached=True)


def _whole(path: Path, root: Path) -> tuple[sqlite3.Connection, str] | None:
    """A connection to the store in the cache, and what files it was made of.

    None unless it is of this corpus and this edition, and as large and as old as it says itself:
    whatever was cut, overwritten or left half done has another size or time.
    """
    try:
        status = path.stat()
        connection = sqlite3.connect(_uri(path), uri=True, isolation_level=None)
    except (OSError, sqlite3.Error):
        return None
    with contextlib.suppress(sqlite3.Error):
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        said = (meta.get("size"), meta.get("time"), meta.get("root"), meta.get("edition"))
        if said == (status.st_size, status.st_mtime_ns, str(root), edition()):
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
        return _current(path, root, listing)


@contextlib.contextmanager
def _workpiece(path: Path) -> Iterator[Path]:
    """A new file beside the store. Those that killed processes left behind are deleted."""
    for left in path.parent.iterdir():
        if left.name.startswith(f"{path.stem}.new-"):
            left.unlink()
    new = path.with_suffix(f".new-{os.getpid()}")
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)


def _updated(
    path: Path, new: Path, root: Path, listing: Listing, progress: Progress | None
) -> bool:
    """Whether a copy of the store, if there is a whole one, could be brought up to date."""
    found = _whole(path, root)
    if found is None:
        return False
    found[0].close()
    from claimcli.store.incremental import update  # only when a file has changed

    shutil.copyfile(path, new)
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
        if update(connection, root, listing.files, progress):
            _finish(connection, new, root, listing)
            return True
    new.unlink()
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
    # Whole, even seconds, which every file system keeps and nothing else leaves behind.
    stamp = int(time.time()) // 2 * 2 * 1_000_000_000
    meta = {"root": str(root), "edition": edition(), "time": stamp, "size": 0}
    describe(connection, listing, meta)
    [[pages]], [[size]] = (
        connection.execute(f"PRAGMA {name}").fetchall() for name in ("page_count", "page_size")
    )
    connection.execute("UPDATE meta SET value = ? WHERE key = 'size'", (pages * size,))
    connection.close()
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    os.utime(new, ns=(stamp, stamp))


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


def _in_memory(root: Path, listing: Listing, progress: Progress | None) -> Store:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _build(connection, root, listing, progress)
    describe(connection, listing)
    return Store(connection, root, cached=False)
