"""Repositories of git for tests, which need no configuration of the machine's."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from storing import write

_WHO = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")


def git(directory: Path, *asked: str) -> str:
    """What git prints."""
    line = ["git", *_WHO, "-C", str(directory), *asked]
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout.strip()


def repository(directory: Path, files: dict[str, str]) -> Path:
    """A directory with these files and one commit that has them."""
    shutil.copytree(_begun(tuple(files.items())), directory, dirs_exist_ok=True)
    return directory


_KEPT = TemporaryDirectory()


@cache
def _begun(files: tuple[tuple[str, str], ...]) -> Path:
    """What is copied: the same few files are asked for by each test of a module."""
    directory = Path(mkdtemp(dir=_KEPT.name))
    write(directory, dict(files))
    git(directory, "init", "-q", "--template=")
    git(directory, "add", "-A")
    git(directory, "commit", "-q", "-m", "Begin", "--date=2026-03-04T12:00:00")
    return directory
