"""The files of a corpus as a revision of git has them, read from its objects.

Nothing is checked out, and no file of the working tree is touched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claimcli.corpus.files import is_yaml
from claimcli.errors import ClaimcliError
from claimcli.git import asked


class UnknownRevision(ClaimcliError):
    """What was given names no commit, or there is no git to ask."""


def commit_named(root: Path, revision: str) -> str:
    """The commit that a revision (`HEAD~2`, a branch, a tag) names. Raises `UnknownRevision`.

    What a person gives goes to git here alone: it could be an option, which this cannot take.
    """
    inside = asked(root, "rev-parse", "--show-prefix")
    if inside is None:
        raise UnknownRevision("git could not be run, which `diff` needs")
    if inside.code != 0:
        raise UnknownRevision(f"{root} is in no repository of git, so that it has no revisions")
    wanted = f"{revision}^{{commit}}"
    found = asked(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if found is None or found.code != 0 or "\0" in revision:
        hint = "`git log --oneline` lists commits"
        raise UnknownRevision(f"git knows no revision '{revision}' here; {hint}")
    return found.out.decode("ascii").strip().splitlines()[-1]


def files_at(root: Path, commit: str) -> dict[str, bytes]:
    """The YAML files below a root in a commit, by their paths from it, `/`-separated and sorted.

    Hidden ones are passed over, as reading does, and so are links, of which git has the target.
    """
    tree = asked(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    if tree is None or tree.code != 0:
        raise UnknownRevision(f"git cannot tell the files of {commit}")
    found = dict(_blobs(os.fsdecode(tree.out), _prefix(root)))
    contents = _contents(root, list(found.values()))
    return {path: contents[found[path]] for path in sorted(found) if found[path] in contents}


class Origin(NamedTuple):
    """Where a line comes from: the commit that wrote it, and the file and line that it was then."""

    commit: str
    file: str
    line: int


def origins(root: Path, commit: str, file: str) -> list[Origin]:
    """For each line of a file below a root, as a commit has it, where it comes from.

    Nothing where git cannot tell. It follows a file that was renamed as a whole. Programs that a
    folder names for its files are not run.
    """
    asked_for = ("blame", "--line-porcelain", "--no-textconv", commit, "--", file)
    answered = asked(root, *_IGNORES_NO_COMMIT, *asked_for)
    if not answered or answered.code != 0:
        return []
    return list(_origins(os.fsdecode(answered.out), _prefix(root)))


def _prefix(root: Path) -> str:
    """The way to a root from the top of its repository."""
    inside = asked(root, "rev-parse", "--show-prefix")
    return os.fsdecode(inside.out).rstrip("\n") if inside else ""


_IGNORES_NO_COMMIT = ("-c", "blame.ignoreRevsFile=")
_OF_A_LINE = re.compile(r"([0-9a-f]{40,64}) (\d+) \d+")


def _origins(told: str, prefix: str) -> Iterator[Origin]:
    """What `git blame --line-porcelain` says: heads, then the line itself behind a tab."""
    commit, line, file = "", 0, ""
    for said in told.split("\n"):
        if found := _OF_A_LINE.match(said):
            commit, line = found[1], int(found[2])
        elif said.startswith("filename "):
            file = said.removeprefix("filename ").removeprefix(prefix)
        elif said.startswith("\t"):
            yield Origin(commit, file, line)


def parents(root: Path, commit: str) -> list[str]:
    """The commits that a commit was made from; none of the first, and of one cut off."""
    told = asked(root, "rev-list", "--parents", "-n", "1", commit)
    return told.out.decode("ascii").split()[1:] if told and told.code == 0 else []


def _blobs(listed: str, prefix: str) -> Iterator[tuple[str, str]]:
    """The files of a corpus among those that `git ls-tree -z` lists, and their objects."""
    for line in filter(None, listed.split("\0")):
        told, _, path = line.partition("\t")
        mode, kind, object = told.split(" ")
        inside = path.removeprefix(prefix)
        is_there = path.startswith(prefix) and not any(p[0] == "." for p in inside.split("/"))
        if kind == "blob" and mode != "120000" and is_there and is_yaml(inside):
            yield inside, object


def _contents(root: Path, objects: list[str]) -> dict[str, bytes]:
    """The bytes of objects, asked for in one go."""
    answered = asked(root, "cat-file", "--batch", input="".join(f"{o}\n" for o in objects).encode())
    out, at, found = (answered.out if answered else b""), 0, {}
    while (end := out.find(b"\n", at)) >= 0:
        words = out[at:end].split()
        at = end + 1
        if len(words) == 3:  # else it is missing, as in a clone without all objects
            size = int(words[2])
            found[words[0].decode()] = out[at : at + size]
            at += size + 1
    return found
