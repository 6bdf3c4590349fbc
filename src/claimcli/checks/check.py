"""What a check is: one value with its code, its words, its function and its example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimcli.corpus.findings import Finding
from claimcli.problems import Problem, Severity, severity_of

if TYPE_CHECKING:
    from claimcli.checks.survey import Survey

Found = Finding | Problem
"""What a check gives: something in a record, not yet placed, or a problem that has its place."""

Find = Callable[["Survey"], Iterator[Found]]

_EXAMPLES = Path(__file__).parent / "examples"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of problem: its code and title, why it is one, and what finds it in a corpus.

    `find` is given the corpus as it was read, and may find what other codes stand for as well. It
    is `while_reading` where the reading of files has found it already. A file of a corpus that has
    the problem lies in `examples/wrong`, named by the code, and the same file put right in
    `examples/mended`. `saved` says how the wrong one is stored where that is what is wrong with
    it: `latin-1`, `utf-8-sig` (with a byte-order mark), `crlf`, or `mixed` (the first line in
    CR LF). `shown` is false where no text can be the example: it then tells in words what the
    file is like. `rests_on` are the fields of which one that cannot be read may be the reason why
    a record seems to have the problem.
    """

    code: str
    title: str
    explanation: str
    find: Find
    saved: str = "utf-8"
    shown: bool = True
    rests_on: frozenset[str] = frozenset()

    @property
    def severity(self) -> Severity:
        """How bad it is: told by the letter of its code."""
        return severity_of(self.code)

    @property
    def example(self) -> str:
        """A file that has the problem."""
        return self._text("wrong")

    @property
    def mended(self) -> str:
        """The same file without it."""
        return self._text("mended")

    def _text(self, side: str) -> str:
        name = f"{self.code}.yaml" if self.shown else f"{self.code}.txt"
        return (_EXAMPLES / side / name).read_bytes().decode()


def while_reading(survey: Survey) -> Iterator[Found]:
    """Nothing more: what a file or a record alone shows is found while it is read."""
    return iter(())
