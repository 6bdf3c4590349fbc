"""What is wrong with a corpus, as values: a problem has a code, a place and a message.

Nothing in the reading of a corpus raises for what a person wrote; it collects problems, so that
one broken record never hides the good ones and one pass reports everything.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How bad a problem is: told by the letter of its code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}


def severity_of(code: str) -> Severity:
    """The severity that the letter of a code stands for."""
    return _SEVERITIES[code[0]]


class Location(msgspec.Struct, frozen=True, order=True):
    """A place in a corpus: `file` relative to the root with `/`; `line` and `column` from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(msgspec.Struct, frozen=True):
    """One finding. `code` is a letter and three digits (`E203`); `hint` says what to do about it.

    `message` and `hint` are one line each and name the value that is wrong. `record` is the id of
    the record concerned, where there is one.
    """

    code: str
    location: Location
    message: str
    hint: str | None = None
    record: str | None = None

    @property
    def severity(self) -> Severity:
        """The severity that the code's letter stands for."""
        return severity_of(self.code)


def in_file_order(problem: Problem) -> tuple[Location, str, str]:
    """Sort key: file, line, column, then code."""
    return (problem.location, problem.code, problem.message)
