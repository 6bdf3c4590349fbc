"""The state that git has of a corpus: which commit, and whether its files are those of it."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

import msgspec

from claimcli.corpus.files import is_yaml
from claimcli.git import asked

_SECONDS = 10
"""How long git may take: what it is asked takes it a few milliseconds."""


class Commit(msgspec.Struct, frozen=True):
    """A commit by its `id`, with the `date` (EDTF) on which it was made.

    `is_clean` where every file that the corpus reads is in it, as it is.
    """

    id: str
    date: str
    is_clean: bool


def commit_of(root: Path, files: Collection[str]) -> Commit | None:
    """The commit that a corpus is at; `files` are those that it reads, below `root`.

    None where git is not there or cannot tell, where there is no commit yet, and where the
    directory is in a repository that knows none of the files.
    """
    head = _git(root, "log", "-1", "--format=%H %cs", "--no-show-signature")
    tracked = _git(root, "ls-files", "-z")
    changed = _git(root, "status", "--porcelain", "-z", "-uno", "--ignore-submodules", "--", ".")
    if not head or tracked is None or changed is None:
        return None
    known = set(tracked.split("\0")).intersection(files)
    if not known:
        return None
    id, _, date = head.strip().partition(" ")
    return Commit(
        id, date, is_clean=len(known) == len(files) and not any(map(is_yaml, changed.split("\0")))
    )


def _git(root: Path, *words: str) -> str | None:
    """What git answers; None where it fails or is not there."""
    answered = asked(root, *words, seconds=_SECONDS)
    return os.fsdecode(answered.out) if answered and answered.code == 0 else None
