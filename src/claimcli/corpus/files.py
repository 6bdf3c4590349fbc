"""The YAML files of a corpus."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from claimcli.problems import Location, Problem

_SUFFIXES = (".yaml", ".yml")


class Files(NamedTuple):
    """The files below a root, `/`-separated and sorted, and the places that could not be seen."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def files_of(root: Path) -> Files:
    """Every `*.yaml` and `*.yml` file below `root`, sorted by path.

    Hidden files and directories (`.git`) are passed over. A link to a file is followed, a link to
    a directory is not, so that no loop and nothing outside the corpus is walked. Gives E101 for a
    directory that cannot be listed and for a file name that is not UTF-8.
    """
    files: list[str] = []
    problems: list[Problem] = []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    _sort_in(entry, folder, files, waiting, problems)
        except OSError as error:
            problems.append(unreadable(folder or ".", error))
    return Files(tuple(sorted(files)), tuple(problems))


def _sort_in(
    entry: os.DirEntry[str],
    folder: str,
    files: list[str],
    waiting: list[str],
    problems: list[Problem],
) -> None:
    if entry.name.startswith("."):
        return
    path = folder + entry.name
    if entry.is_dir(follow_symlinks=False):
        waiting.append(path + "/")
    elif entry.name.endswith(_SUFFIXES) and not entry.is_dir():
        if _is_utf8(path):
            files.append(path)
        else:
            problems.append(_misnamed(path))


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _misnamed(path: str) -> Problem:
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return Problem(
        "E101", Location(shown), "the file's name is not UTF-8", "rename the file; it is not read"
    )


def unreadable(file: str, error: OSError) -> Problem:
    """E101 for a file or directory that the system does not let us read."""
    reason = (error.strerror or "cannot be read").lower()
    return Problem(
        "E101", Location(file), f"cannot be read: {reason}", "look at its permissions, or remove it"
    )
