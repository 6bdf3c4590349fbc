"""A file written whole or not at all.

The new content is made beside the file, brought to the disk, and takes its place by a rename: at
any moment the old file is there or the new one, and never half of either.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claimcli.errors import ClaimcliError


class CannotWrite(ClaimcliError):
    """A file could not be written; it is as it was before."""


class Overtaken(CannotWrite):
    """Somebody else has changed the file since it was read, or made it meanwhile."""


class Writing(NamedTuple):
    """A file and what is to be in it.

    `expected` is what was read there, None for a file that must not be there yet. `content` None
    takes the file away.
    """

    path: Path
    content: bytes | None
    expected: bytes | None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, whatever was there before; its rights stay, and a link is followed.

    Raises `CannotWrite`.
    """
    with told(path), _beside(followed(path), content) as new:
        new.replace(followed(path))
        settle_folder(followed(path).parent)


def write_all(writings: list[Writing], journal: Path | None = None) -> None:
    """Write several files: all, or none where one of them cannot be written.

    A process that is killed between two of them leaves `journal`, a file that says what is to be
    done yet, and `finish` does it; without a journal some files are then old and others new. Raises
    `Overtaken` where a file is not as it was read, and `CannotWrite`.
    """
    with contextlib.ExitStack() as made:
        ready = [(one, _made(one, made)) for one in writings]
        for one in writings:
            _demand_unchanged(one)
        if journal is not None and len(ready) > 1:
            made.enter_context(_kept(journal, ready))
        done: list[Writing] = []
        try:
            for one, new in ready:
                with told(one.path):
                    put(one, new)
                done.append(one)
        except BaseException:  # Ctrl-C, too
            _undo(done)
            raise


@contextlib.contextmanager
def _kept(journal: Path, ready: list[tuple[Writing, Path | None]]) -> Iterator[None]:
    """A journal of what is to be put where, on the disk until all of it is done or undone."""
    import json  # for several files only

    steps = [
        {
            "file": _seen_from(journal, followed(one.path)),
            "new": _seen_from(journal, new) if new else None,
            "before": _sum(one.expected),
            "after": _sum(one.content),
        }
        for one, new in ready
    ]
    write_whole(journal, json.dumps(steps, indent=1).encode())
    try:
        yield
    finally:
        journal.unlink(missing_ok=True)
        settle_folder(journal.parent)


def _seen_from(journal: Path, path: Path) -> str:
    """The way to a file from the journal's folder, which may be moved meanwhile."""
    return os.path.relpath(path, journal.parent)


def _sum(content: bytes | None) -> str | None:
    from hashlib import sha256

    return None if content is None else sha256(content).hexdigest()


def finish(journal: Path) -> list[Path]:
    """Do what a journal says is to be done yet; the files that were written, or taken away, now.

    Nobody else may write meanwhile. A file that somebody has changed since is left: then all else
    is done, and `Overtaken` raised, with the place of what it was to hold.
    """
    import json

    with told(journal):
        try:
            steps = json.loads(journal.read_bytes())
        except FileNotFoundError:  # whoever was at it has done it
            return []
    folder, done, left = journal.parent, [], []
    for step in steps:
        path, new = folder / step["file"], folder / step["new"] if step["new"] else None
        with told(path):
            found = _sum(path.read_bytes()) if path.exists() else None
            if found == step["after"]:
                continue
            if found == step["before"] and (new is None or new.exists()):
                put(Writing(path, b"" if new else None, None if found is None else b""), new)
                done.append(path)
            else:
                left.append(f"{path} (it was to be as {new})" if new else f"{path} (it was to go)")
    journal.unlink(missing_ok=True)
    settle_folder(folder)
    if left:
        listed = "; ".join(left)
        raise Overtaken(f"a change was broken off, and somebody has changed since: {listed}")
    return done


def _made(one: Writing, made: contextlib.ExitStack) -> Path | None:
    """The file beside it with the new content, None where it is to go."""
    with told(one.path):
        if one.content is None:
            return None
        target = followed(one.path)
        if one.expected is None:
            target.parent.mkdir(parents=True, exist_ok=True)
        return made.enter_context(_beside(target, one.content))


def put(one: Writing, new: Path | None) -> None:
    """Put what was made in its place, or take away what is there. Raises `Overtaken`."""
    target = followed(one.path)
    if new is None:
        target.unlink()
    elif one.expected is None:
        _put_new(new, target)
    else:
        new.replace(target)
    settle_folder(target.parent)


def _put_new(new: Path, target: Path) -> None:
    """Put a file where none may be: a link fails where a rename would write over."""
    try:
        os.link(new, target)
    except FileExistsError:
        raise Overtaken(f"{target} is there already; nothing was written") from None
    except OSError:  # a file system without links
        if target.exists():
            raise Overtaken(f"{target} is there already; nothing was written") from None
        new.replace(target)


def _undo(done: list[Writing]) -> None:
    """Put back what was there, as far as that can be done."""
    for one in reversed(done):
        with contextlib.suppress(OSError, CannotWrite):
            if one.expected is None:
                followed(one.path).unlink()
            else:
                write_whole(one.path, one.expected)


def _demand_unchanged(one: Writing) -> None:
    with told(one.path):
        try:
            found: bytes | None = one.path.read_bytes()
        except FileNotFoundError:
            found = None
    if found != one.expected:
        what = "has been changed by somebody else" if one.expected is not None else "is there now"
        raise Overtaken(f"{one.path} {what}; nothing was written")


def followed(path: Path) -> Path:
    """Where a file is, through all links."""
    return Path(os.path.realpath(path))


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """What the system says against it, as a message for the caller."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(f"{path} cannot be written: {reason}; nothing was changed") from error


@contextlib.contextmanager
def _beside(target: Path, content: bytes) -> Iterator[Path]:
    """A new file in the same folder with this content, on the disk; gone at the end if unused."""
    mode = rights(target)
    new = unused(target)
    try:
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:  # noqa: PTH123 - no path
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            new.chmod(mode)
        yield new
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def unused(target: Path) -> Path:
    """A name beside a file that nothing has."""
    return target.parent / f".claimcli-{os.getpid()}-{os.urandom(4).hex()}.tmp"


def rights(target: Path) -> int | None:
    """The rights of a file that is there. Raises OSError where nobody may write to it.

    A rename asks only for the rights of the folder, and would write over a file that is locked.
    """
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
    os.close(os.open(target, os.O_WRONLY))
    return mode


def settle_folder(folder: Path) -> None:
    """See to it that a rename is on the disk, where the system knows how."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # some file systems do not
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
