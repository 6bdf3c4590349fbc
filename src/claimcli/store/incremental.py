"""A store whose files have changed since it was made: only those are read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcli.progress import Progress
from claimcli.store import compiling
from claimcli.store.building import read_all
from claimcli.store.schema import SLOT_GAP
from claimcli.store.staleness import SeenFile

if TYPE_CHECKING:
    from claimcli.store.rows import FileRows

_FEW = 8
"""Changed files that are always read again by themselves; of more, at most a quarter of all."""


def update(
    connection: sqlite3.Connection,
    root: Path,
    files: Sequence[SeenFile],
    progress: Progress | None = None,
) -> bool:
    """Bring a store up to date with the files as they are now, given in order.

    False where building it anew is the better way; nothing has been changed then.
    """
    slots: dict[str, int] = dict(connection.execute("SELECT path, slot FROM files"))
    seen = dict(connection.execute("SELECT path, seen FROM files"))
    changed = [file for file in files if seen.get(file.path) != file.seen]
    placed = place([file.path for file in files], slots)
    if placed is None or len(changed) > max(_FEW, len(files) // 4):
        return False
    compiling.prepare(connection)
    connection.execute("BEGIN")
    kept = {file.path for file in files} - {file.path for file in changed}
    ids = _remove(connection, (slot for path, slot in slots.items() if path not in kept))
    rows = {file.path: rows for file, rows in read_all(root, changed, progress)}
    rows.update(_rivals(connection, root, files, ids | _ids(rows.values())))
    taken = compiling.stands(connection)
    for file in files:
        if file.path in rows:
            slot = placed[file.path]
            compiling.add_file(connection, slot, file.path, file.seen, rows[file.path], taken)
    connection.execute("COMMIT")
    return True


def place(paths: Sequence[str], slots: dict[str, int]) -> dict[str, int] | None:
    """A slot for each path, ascending; those that have one keep it. None where there is no room."""
    placed: dict[str, int] = {}
    last = 0
    for number, path in enumerate(paths):
        slot = slots.get(path)
        if slot is None:
            following = next((slots[p] for p in paths[number:] if p in slots), None)
            slot = last + SLOT_GAP if following is None else (last + following) // 2
        if slot <= last:
            return None
        placed[path] = last = slot
    return placed


def _remove(connection: sqlite3.Connection, slots: Iterable[int]) -> set[str]:
    return set().union(*(compiling.remove_file(connection, slot) for slot in slots))


def _ids(files: Iterable[FileRows]) -> set[str]:
    ids: set[str] = set()
    for rows in files:
        ids.update(id for id, *_ in rows.claims)
        ids.update(id for id, *_ in rows.entities)
    return ids


def _rivals(
    connection: sqlite3.Connection, root: Path, files: Sequence[SeenFile], ids: set[str]
) -> dict[str, FileRows]:
    """Take out the files that have one of these ids too, so that the first in order gets it again.

    Gives their rows. They are few: the same id in two files is a mistake.
    """
    rivals = compiling.holders(connection, ids)
    paths = dict(connection.execute("SELECT slot, path FROM files"))
    again = {paths[slot] for slot in rivals}
    _remove(connection, rivals)
    chosen = [file for file in files if file.path in again]
    return {file.path: rows for file, rows in read_all(root, chosen)}
