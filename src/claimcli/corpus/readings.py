"""What reading gives: the records of one file, and those of a corpus."""

from __future__ import annotations

from pathlib import Path

import msgspec

from claimcli.model import Claim, CorpusInfo, Name, Question, Scholar, Source
from claimcli.problems import Problem


class Records(msgspec.Struct, frozen=True, kw_only=True):
    """Records of every kind, in the order in which they were written.

    `left_out` is how many records could not be used; `broken` are their ids (`question/stance`
    for a stance) as far as they can be made out, so that what refers to them is not called wrong
    as well.
    """

    info: CorpusInfo | None = None
    claims: tuple[Claim, ...] = ()
    scholars: tuple[Scholar, ...] = ()
    sources: tuple[Source, ...] = ()
    questions: tuple[Question, ...] = ()
    names: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    broken: frozenset[str] = frozenset()


class FileReading(Records, frozen=True, kw_only=True):
    """What one file holds; `file` is relative to the corpus root."""

    file: str


class Reading(Records, frozen=True, kw_only=True):
    """What a corpus holds, each id once; its problems are in file order."""

    root: Path
    files: tuple[str, ...] = ()
