"""Names that tests share."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

CORPORA = Path(__file__).parent / "corpora"
ROOT = Path(__file__).parents[1]


class Ran(NamedTuple):
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def program(*arguments: str) -> list[str]:
    """The command line that runs claimcli in a process of its own."""
    return [sys.executable, "-m", "claimcli", *arguments]


def environment(tmp_path: Path, corpus: str = "small") -> dict[str, str]:
    """Of such a process: one of the corpora as the one to read, and a cache of its own."""
    cache = str(tmp_path / "cache")
    return {**os.environ, "CLAIMCLI_CORPUS": str(CORPORA / corpus), "CLAIMCLI_CACHE": cache}


def calls(work: Callable[..., object], *arguments: object) -> int:
    """How many functions are called for some work: a measure that no busy machine changes."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work(*arguments)
    finally:
        sys.setprofile(None)
    return counted
