"""Names that tests share."""

from __future__ import annotations

import functools
import inspect
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple, TypeVar

import pytest

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
Found = TypeVar("Found")


def there(found: Found | None) -> Found:
    """What was looked up, which must be there."""
    assert found is not None
    return found


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


Test = Callable[..., None]


def cases(names: str | Sequence[str], table: Iterable[Any]) -> Callable[[Test], Test]:
    """A table of cases as one test, which tries them all and tells each that fails.

    It is written as `pytest.mark.parametrize` is, where a case takes next to no time: a test by
    itself costs some milliseconds. The cases share what fixtures give.
    """
    columns = names.split(", ") if isinstance(names, str) else list(names)
    rows = [row if len(columns) > 1 else (row,) for row in table]
    assert rows, "a table without cases"

    def decorate(test: Test) -> Test:
        @functools.wraps(test)
        def tried(**fixtures: object) -> None:
            failed = []
            for number, row in enumerate(rows, 1):
                try:
                    test(**dict(zip(columns, row, strict=True)), **fixtures)
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note(f"case {number}: {', '.join(map(repr, row))[:_SHOWN]}")
                    failed.append(error)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(rows)} cases", failed)

        given = inspect.signature(test)
        left = [each for name, each in given.parameters.items() if name not in columns]
        tried.__signature__ = given.replace(parameters=left)  # type: ignore[attr-defined]  # as pytest reads
        return tried

    return decorate


_SHOWN = 500
"""Characters of a case that are told: some are whole files."""
