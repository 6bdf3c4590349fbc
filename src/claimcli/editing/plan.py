"""What is to become of the files of a corpus: planned whole, tried, and written whole or not."""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from claimcli.checks.catalogue import CATALOGUE
from claimcli.checks.excerpts import Excerpt
from claimcli.corpus.reading import read_corpus
from claimcli.corpus.records import Reading
from claimcli.editing.trial import tried
from claimcli.errors import ClaimcliError
from claimcli.leftovers import cleared
from claimcli.paths import NoHome
from claimcli.problems import Severity
from claimcli.store.location import cache_path
from claimcli.store.locking import lock
from claimcli.writing import Overtaken, Writing, finish, write_all

PATIENCE = 60.0
"""Seconds to wait for another process that writes to the same corpus."""

JOURNAL = ".claimcli-unfinished"
"""The file below the root that says what is to be done yet of a change over several files."""

_ATTEMPTS = 5
"""How often a change is planned anew, since an editor has written the file meanwhile."""


_EXPECTED = frozenset(("I704", "I705", "I706", "I707", "I708", "I710"))
"""What is said of a record that nothing refers to, as of every one just made, and of drafts."""


class Change(NamedTuple):
    """A file below the root, its bytes, and those that it is to have; None where it is not."""

    file: str
    before: bytes | None
    after: bytes | None


class Plan(NamedTuple):
    """What is to become of some files, and what that is in words.

    `renamed` are an id that goes and the one that takes its place, which the checks name then.
    """

    changes: tuple[Change, ...]
    said: tuple[str, ...] = ()
    renamed: tuple[str, str] | None = None


class Done(NamedTuple):
    """What was written, or would be, and what the checks say of it beside errors.

    That a new record is not used yet goes without saying.
    """

    plan: Plan
    remarks: tuple[Excerpt, ...]


class Rejected(ClaimcliError):
    """With the change there would be errors that are not there now; nothing was written."""

    def __init__(self, found: tuple[Excerpt, ...]) -> None:
        told = "".join(f"\n  {p.location}: {p.code} {p.message}" for p, *_ in found)
        super().__init__(f"nothing is written: the checks would find these errors{told}")
        self.found = found


ERRORS = frozenset(code for code in CATALOGUE if code[0] == "E")
"""The codes of what stops a change."""


def carry_out(
    root: Path,
    planned: Callable[[Reading], Plan | Callable[[], Plan]],
    *,
    dry_run: bool = False,
    codes: Collection[str] = CATALOGUE,
) -> Done:
    """Plan a change of the corpus as it is on disk, try it, and write it.

    `planned` is called again where somebody has changed a file meanwhile; it may give what makes
    the plan, for which the corpus need not be kept in memory. `codes` are those that
    the checks look for, among them all `ERRORS`. Raises `Rejected` where
    the checks find errors that were not there before, and what `planned` and writing raise.
    """
    with _alone(root):
        finish(root / JOURNAL)
        for attempt in range(_ATTEMPTS):
            done = _planned(root, planned, codes)
            if dry_run:
                return done
            try:
                changes = done.plan.changes
                writings = [Writing(root / c.file, c.after, c.before) for c in changes]
                write_all(writings, root / JOURNAL)
                cleared(one.path.parent for one in writings)
            except Overtaken:
                if attempt == _ATTEMPTS - 1:
                    raise
            else:
                return done
    raise AssertionError("unreachable")


def finished(root: Path) -> list[Path]:
    """Do what a process that was killed has left undone; the files that this concerned.

    Raises `CannotWrite`, and `Overtaken` where somebody has changed one of the files since.
    """
    with _alone(root):
        return finish(root / JOURNAL)


def _planned(
    root: Path,
    planned: Callable[[Reading], Plan | Callable[[], Plan]],
    codes: Collection[str],
) -> Done:
    plan = planned(read_corpus(root))
    if not isinstance(plan, Plan):
        plan = plan()
    if not plan.changes:
        return Done(plan, ())
    contents = {change.file: change.after for change in plan.changes}
    found = tried(root, contents, plan.renamed, codes)
    errors = tuple(one for one in found if one.problem.severity == Severity.ERROR)
    if errors:
        raise Rejected(errors)
    return Done(plan, tuple(one for one in found if one.problem.code not in _EXPECTED))


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """No other process of claimcli writes to the corpus meanwhile.

    Where there is no place for a lock, what was read is still compared before it is replaced.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError, NoHome):
            path = cache_path(root).with_suffix(".writing")
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                held.enter_context(lock(path, PATIENCE))
            except TimeoutError:
                raise ClaimcliError(
                    "another process has been writing to the corpus for a minute"
                ) from None
        yield


def added_lines(change: Change) -> list[str]:
    """The lines that a file has more with a change, as they are to stand in it."""
    diff = difflib.unified_diff(_lines(change.before), _lines(change.after), n=0)
    behind_head = list(diff)[2:]
    return [line[1:].rstrip("\r\n") for line in behind_head if line.startswith("+")]


def as_diff(plan: Plan, prefix: str = "") -> str:
    """The plan as a unified diff, which `git apply` takes."""
    return "".join(line for change in plan.changes for line in _diff(change, prefix))


def _diff(change: Change, prefix: str) -> Iterator[str]:
    name = prefix + change.file
    old, new = (_lines(content) for content in (change.before, change.after))
    was = "/dev/null" if change.before is None else f"a/{name}"
    will_be = "/dev/null" if change.after is None else f"b/{name}"
    for line in difflib.unified_diff(old, new, was, will_be):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes | None) -> list[str]:
    """The lines of a file with their ends; what ends them is a line feed, as a diff has it."""
    text = (content or b"").decode("utf-8", "backslashreplace")
    return re.findall(r"[^\n]*\n|[^\n]+", text)
