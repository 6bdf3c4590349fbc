"""git asked, and nothing done with it: what the folder or a hook has configured is no matter."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_SECONDS = 60
"""How long git may take: what it is asked takes it a few milliseconds."""

_OF_ANOTHER = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"),
)
"""What a hook of git's has in its environment: it names the repository that the hook is of."""

_HARMLESS = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=false", "--no-pager")
"""A folder that came from elsewhere has a configuration of its own, which could name programs."""


class Answered(NamedTuple):
    """What git said: its exit code and the bytes it wrote."""

    code: int
    out: bytes


def asked(
    folder: Path, *words: str, input: bytes = b"", seconds: int = _SECONDS
) -> Answered | None:
    """What git answers in a folder; None where it is not there or does not come to an end."""
    import subprocess  # a tenth of the start of `show`, which asks only for a whole corpus

    environment = {key: value for key, value in os.environ.items() if key not in _OF_ANOTHER}
    try:
        ran = subprocess.run(
            ["git", *_HARMLESS, "-C", os.fspath(folder), *words],
            env={**environment, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"},
            input=input,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return Answered(ran.returncode, ran.stdout)
