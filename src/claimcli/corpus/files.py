"""The YAML files of a corpus.

Every command asks for them before anything else, so nothing is imported here that takes time.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_SUFFIXES = (".yaml", ".yml")

SITE = "claimcli-site.json"
"""By this file a folder of published pages is known, in which no records are."""


class Unseen(NamedTuple):
    """A file or directory that could not be looked into, why, and what to do about it."""

    path: str
    reason: str
    hint: str = "look at its permissions, or remove it"


class Files(NamedTuple):
    """The files below a root, `/`-separated and sorted, and the places that could not be seen."""

    files: tuple[str, ...]
    problems: tuple[Unseen, ...]


def files_of(root: Path) -> Files:
    """Every `*.yaml` and `*.yml` file below `root`, sorted by path; capitals do not matter.

    Hidden files and directories (`.git`) are passed over. A link to a file is followed, a link to
    a directory is not, so that no loop and nothing outside the corpus is walked. `problems` are
    directories that cannot be listed, links to directories with such files, and files whose name
    is not UTF-8.
    """
    files: list[str] = []
    unseen: list[Unseen] = []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    _sort_in(entry, folder, files, waiting, unseen)
        except OSError as error:
            unseen.append(Unseen(folder or ".", why_not(error)))
    return Files(tuple(sorted(files)), tuple(unseen))


def is_yaml(name: str) -> bool:
    """Whether a file of this name is one that a corpus reads."""
    return name.lower().endswith(_SUFFIXES) and not name.startswith(".")


def _sort_in(
    entry: os.DirEntry[str],
    folder: str,
    files: list[str],
    waiting: list[str],
    unseen: list[Unseen],
) -> None:
    if entry.name.startswith("."):
        return
    path = folder + entry.name
    if entry.is_dir(follow_symlinks=False):
        waiting.append(path + "/")
    elif _leads_to_directory(entry):
        if has_yaml(entry.path):
            unseen.append(Unseen(path, "a link to a directory is not followed", _INSTEAD))
    elif is_yaml(entry.name):
        if _is_utf8(path):
            files.append(path)
        else:
            unseen.append(_misnamed(path))


def _leads_to_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a circle: a file, for the reading to report
        return False


_INSTEAD = "move its files into the corpus, or link each of them"


def has_yaml(directory: str | Path) -> bool:
    """Whether there are such files in a directory itself."""
    with suppress(OSError), os.scandir(directory) as entries:
        return any(is_yaml(entry.name) for entry in entries)
    return False


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _misnamed(path: str) -> Unseen:
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return Unseen(shown, "its name is not UTF-8", "rename it")


def why_not(error: OSError) -> str:
    """What the system gives as the reason for not letting us read."""
    return (error.strerror or "unknown reason").lower()
