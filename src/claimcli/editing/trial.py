"""A change tried: the checks look at the corpus as it would be, before a byte of it is written."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from claimcli.checks.catalogue import CATALOGUE
from claimcli.checks.excerpts import Excerpt, with_lines
from claimcli.checks.inspection import check_corpus
from claimcli.corpus.files import files_of
from claimcli.problems import Problem

_PLACES = re.compile(r":\d+")


def tried(
    root: Path,
    changed: Mapping[str, bytes | None],
    renamed: tuple[str, str] | None = None,
    codes: Collection[str] = CATALOGUE,
) -> list[Excerpt]:
    """What the checks find that they do not find now, with the lines as they would be.

    `changed` are the bytes that files below the root are to have, None for one that is to go;
    `renamed` an id, and the one that it is to be; `codes` are those that are looked for.
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
        after = check_corpus(trial, codes).problems
        found = {problem.code for problem in after}
        before = check_corpus(root, found).problems if found else ()
        return list(with_lines(trial, news(after, before, renamed)))


def _stand_in(file: Path, place: Path) -> None:
    """A file of the corpus as one of the trial: a link, or a copy where there are none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(file.resolve())
    except OSError:
        shutil.copyfile(file, place)


def news(
    after: Iterable[Problem],
    before: Iterable[Problem],
    renamed: tuple[str, str] | None = None,
) -> list[Problem]:
    """The problems that were not there before; lines count for nothing, since they are moved.

    Nor does an id that is `renamed`: a problem that names it is the same with the new one.
    """
    id, new = renamed or ("", "")
    own = re.compile(rf"(?<![\w-]){re.escape(id)}(?![\w-])" if id else r"(?!)")

    def kind(problem: Problem) -> tuple[object, ...]:
        told = (problem.record or "", _PLACES.sub(":", problem.message))
        return (
            problem.code,
            problem.location.file,
            *(own.sub(lambda _: new, words) for words in told),
        )

    known = Counter(map(kind, before))
    found = []
    for problem in after:
        if known[kind(problem)] > 0:
            known[kind(problem)] -= 1
        else:
            found.append(problem)
    return found
