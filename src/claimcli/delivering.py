"""What takes long to make, a file or a folder of files, put where it goes whole or not at all.

It is made in a folder beside its place, or in the folder that is there, which may be a disk of its
own; a killed process leaves that for the next to take away.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcli.leftovers import cleared_folders
from claimcli.writing import (
    CannotWrite,
    Overtaken,
    Writing,
    followed,
    put,
    rights,
    settle_folder,
    told,
    unused,
)


@contextlib.contextmanager
def made_whole(path: Path, *, force: bool) -> Iterator[Path]:
    """Where a file or a folder is to be made that takes its place at the end, or else never.

    What stands in a folder that is there, and has no file of the same name, stays. Raises
    `Overtaken` where something is there that was not, unless `force`, and `CannotWrite`.
    """
    target = followed(path)
    with told(path), _workshop(target) as workshop:
        mode = None if target.is_dir() else rights(target)
        new = workshop / target.name
        yield new
        if new.is_dir():
            _put_folder(new, target, force)
        else:
            _settle(new)
            if mode is not None:
                new.chmod(mode)
            put(Writing(target, b"", b"" if force else None), new)


@contextlib.contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    parent = target if target.is_dir() else target.parent
    cleared_folders(parent)
    workshop = unused(parent / target.name)
    workshop.mkdir()
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _put_folder(new: Path, target: Path, force: bool) -> None:
    """Put a folder in its place at once; where one is there, its files, or none of them."""
    files = sorted(path for path in new.rglob("*") if path.is_file())
    _settle_all(files)
    if not target.exists():
        new.rename(target)
        settle_folder(target.parent)
        return
    with _alone(target):
        if not force and any(path != new.parent for path in target.iterdir()):
            raise Overtaken(f"{target} is there already; nothing was written")
        _fill(target, new, [file.relative_to(new) for file in files])
    settle_folder(target)


def _fill(target: Path, new: Path, names: Sequence[Path]) -> None:
    """Put files in a folder that is there, the old ones kept until all are done."""
    for name in names:
        _make_fit(new / name, target / name, target)
    before = new.with_name(f"{new.name}.before")
    folders = {folder for name in names for folder in name.parents if folder.name}
    made = sorted(folder for folder in folders if not (target / folder).exists())
    try:
        for folder in made:
            (target / folder).mkdir()
        for name in names:
            _keep(target / name, before / name)
            (new / name).replace(target / name)
    except BaseException:  # Ctrl-C, too
        _put_back(target, new, before, names)
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                (target / folder).rmdir()
        raise


def _make_fit(new: Path, place: Path, target: Path) -> None:
    """Give a new file the rights of the old one. Raises `CannotWrite` where it cannot go there."""
    within = [folder for folder in place.parents if folder.is_relative_to(target)]
    for folder in within:
        if folder.exists() and not folder.is_dir():
            raise CannotWrite(f"{folder} is no directory, and must be one; nothing was changed")
    if place.exists() and not place.is_file():
        raise CannotWrite(f"{place} is no file, and must be one; nothing was changed")
    with told(place):
        mode = rights(place)
    if mode is not None:
        new.chmod(mode)


def _keep(place: Path, kept: Path) -> None:
    if not os.path.lexists(place):
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(place, kept, follow_symlinks=False)
    except OSError:  # a file system without links
        shutil.copy2(place, kept, follow_symlinks=False)


def _put_back(target: Path, new: Path, before: Path, names: Sequence[Path]) -> None:
    """The files as they were, as far as that can be done."""
    for name in reversed(names):
        with contextlib.suppress(OSError):
            if os.path.lexists(before / name):
                (before / name).replace(target / name)
            elif not (new / name).exists():
                (target / name).unlink()


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait for others who put files into the folder, and let them wait, where locks are known."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # not on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some file systems have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


_MANY = 100
"""Files above which all of the system's are brought to the disk at once: each takes 5 ms alone."""


def _settle_all(files: Sequence[Path]) -> None:
    if len(files) > _MANY and sys.platform == "linux":  # elsewhere it may come back too early
        os.sync()
        return
    for file in files:
        _settle(file)


def _settle(file: Path) -> None:
    """See to it that what was written is on the disk."""
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
