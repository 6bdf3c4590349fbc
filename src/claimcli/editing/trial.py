"""A change tried: the checks look at the corpus as it would be, before a byte of it is written."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimcli.checks.excerpts import Excerpt, with_lines
from claimcli.checks.inspection import check_corpus
from claimcli.corpus.files import files_of
from claimcli.problems import Problem

_PLACES = re.compile(r":\d+")


def tried(root: Path, changed: Mapping[str, bytes | None]) -> list[Excerpt]:
    """What the checks find that they do not find now, with the lines as they would be.

    `changed` are the bytes that files below the root are to have, None for one that is to go.
    """
    with tempfile.TemporaryDirectory(prefix="claimcli-") as made:
        trial = Path(made).resolve()
        for file in files_of(root).files:
            if file not in changed:
                _stand_in(root / file, trial / file)
        for file, content in changed.items():
            if content is not None:
                (trial / file).parent.mkdir(parents=True, exist_ok=True)
                (trial / file).write_bytes(content)
        after = check_corpus(trial).problems
        before = check_corpus(root).problems if after else ()
        return list(with_lines(trial, news(after, before)))


def _stand_in(file: Path, place: Path) -> None:
    """A file of the corpus as one of the trial: a link, or a copy where there are none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(file.resolve())
    except OSError:
        shutil.copyfile(file, place)


def news(after: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """The problems that were not there before; lines count for nothing, since they are moved."""
    known = Counter(map(_kind, before))
    found = []
    for problem in after:
        if known[_kind(problem)] > 0:
            known[_kind(problem)] -= 1
        else:
            found.append(problem)
    return found


def _kind(problem: Problem) -> tuple[object, ...]:
    message = _PLACES.sub(":", problem.message)
    return problem.code, problem.location.file, problem.record, message
