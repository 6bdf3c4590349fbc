"""Everything wrong with a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from claimcli.answers.answer import Answer
from claimcli.answers.views import View
from claimcli.answers.wording import plural
from claimcli.checks.catalogue import CATALOGUE
from claimcli.checks.inspection import Checked, check_corpus
from claimcli.problems import Problem, Severity
from claimcli.progress import Progress

PROBLEM_FIELDS = ("code", "severity", "file", "line", "column", "message", "hint", "record")
"""The keys of a problem."""

NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "suggestion"}


class Inspected(Answer, frozen=True):
    """What was looked at and what is wrong with it, in file order."""

    checked: Checked

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong."""
        return self.checked.problems

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a problem."""
        return PROBLEM_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """The problems."""
        return map(problem_view, self.problems)

    @property
    def remarks(self) -> tuple[str, ...]:
        """How much of which corpus was looked at and how much is wrong, in one line."""
        checked = self.checked
        files = plural(len(checked.files), "file")
        looked = f"{plural(checked.records, 'record')} in {files} of {checked.root}"
        if not self.problems:
            return (f"no problems: {looked}",)
        counts = Counter(problem.severity for problem in self.problems)
        found = ", ".join(plural(counts[s], NOUNS[s]) for s in Severity if counts[s])
        concerned = len({problem.location.file for problem in self.problems})
        return (f"{found} in {plural(concerned, 'file')}; {looked} checked",)


def ask(
    root: Path, codes: Collection[str] = CATALOGUE, progress: Progress | None = None
) -> Inspected:
    """Everything wrong with the corpus below `root`, as far as these codes are asked for.

    The YAML itself is read. `progress` is told how many files are done, and of how many.
    """
    return Inspected(check_corpus(root, codes, progress))


def problem_view(problem: Problem) -> View:
    """A problem as published: every key is always there."""
    place = problem.location
    values = (problem.code, str(problem.severity), place.file, place.line, place.column)
    more = (problem.message, problem.hint, problem.record)
    return dict(zip(PROBLEM_FIELDS, (*values, *more), strict=True))
