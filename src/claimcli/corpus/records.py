"""What reading gives: the records of one file, and those of a corpus."""

from __future__ import annotations

from pathlib import Path

import msgspec

from claimcli.model import Claim, CorpusInfo, Draft, Name, Question, Record, Scholar, Source
from claimcli.problems import Problem


class Flawed(msgspec.Struct, frozen=True):
    """A record that was left out, made of what is good in it, for the checks alone.

    `bad` are the fields that are missing or have something wrong in them: what they seem to say,
    or not to say, is no finding. A record without an id has `Unknown` for it; an id that is none
    is kept as it was written, with `id` among the bad. `torn`: it is not YAML as it should be (a
    key given twice, an alias), so it may hold fields of another record.
    """

    record: Record
    bad: frozenset[str] = frozenset()
    torn: bool = False


class Records(msgspec.Struct, frozen=True, kw_only=True):
    """Records of every kind, in the order in which they were written.

    `left_out` is how many records could not be used; `broken` are their ids (`question/stance`
    for a stance, `question/` for stances that nobody can tell) as far as they can be made out, so
    that what refers to them is not called wrong as well. `flawed` are those of them that are
    mappings, so that something can be read in them.
    """

    info: CorpusInfo | None = None
    claims: tuple[Claim, ...] = ()
    scholars: tuple[Scholar, ...] = ()
    sources: tuple[Source, ...] = ()
    questions: tuple[Question, ...] = ()
    names: tuple[Name, ...] = ()
    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    broken: frozenset[str] = frozenset()
    flawed: tuple[Flawed, ...] = ()

    @property
    def every(self) -> tuple[Record, ...]:
        """The records of every kind, kind by kind."""
        entities = (*self.scholars, *self.sources, *self.questions, *self.names)
        return (*self.claims, *entities, *self.drafts)


class FileReading(Records, frozen=True, kw_only=True):
    """What one file holds; `file` is relative to the corpus root."""

    file: str


class Reading(Records, frozen=True, kw_only=True):
    """What a corpus holds, each id once; its problems are in file order."""

    root: Path
    files: tuple[str, ...] = ()
