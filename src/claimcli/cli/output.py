"""How every command prints: format, fields, limit, and what goes to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec
import typer

from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.render import FORMATS, check_fields, known_fields, write

if TYPE_CHECKING:
    from pathlib import Path

    from claimcli.answers.answer import Answer, LeftOut

TABLE_ROWS = 20
"""How many rows a table shows when no limit is given."""


class Output(msgspec.Struct, frozen=True):
    """What the options ask for: `limit` None means all, or TABLE_ROWS in a table.

    A table that is longer than the screen goes through a pager where `is_paged`.
    """

    format: str
    fields: tuple[str, ...] = ()
    limit: int | None = None
    is_paged: bool = True

    @property
    def rows(self) -> int | None:
        """How many rows to find at most; None for all."""
        return TABLE_ROWS if self.limit is None and self.format == "table" else self.limit

    def check_fields(self, known: tuple[str, ...]) -> None:
        """Raise for a field that the result does not have."""
        check_fields(self.fields, known)


def fields_of(given: str | None) -> tuple[str, ...]:
    """The fields that --fields names, with commas between."""
    return tuple(f.strip() for f in given.split(",") if f.strip()) if given else ()


def output(
    format: str | None,
    json: bool = False,
    fields: str | None = None,
    limit: int | None = None,
    no_pager: bool = False,
) -> Output:
    """The output that the options ask for. Raises for an unknown format."""
    chosen = chosen_format(format, json, FORMATS)
    return Output(chosen, fields_of(fields), limit, not no_pager)


def chosen_format(format: str | None, json: bool, known: Sequence[str]) -> str:
    """What --format or --json asks for, the first of the known ones where neither is given.

    Raises for an unknown format, and where the two contradict each other.
    """
    if json and format not in (None, "json"):
        raise ClaimcliError(f"--json and --format {format} contradict each other")
    chosen = "json" if json else format or known[0]
    if chosen not in known:
        raise UnknownValue("format", chosen, known)
    return chosen


def emit(answer: Answer, wanted: Output, root: Path | None = None) -> None:
    """Print an answer, and on stderr what is to be said of it.

    Beside a table that is also what it does not show, or why nothing is there. On a terminal a
    table leads to the files of the corpus, which are below `root`.
    """
    if wanted.fields:
        wanted.check_fields(known_fields(answer, wanted.format))
    if wanted.format == "table":
        from claimcli.render.tables import draw  # rich takes longer to import than all the rest

        table = draw(answer, wanted.fields, root if sys.stdout.isatty() else None)
        show(table.text, is_paged=wanted.is_paged)
        for aside in filter(None, (*answer.asides, _told_more(answer.left_out), table.left_out)):
            tell(aside)
    else:
        write(answer, wanted.format, wanted.fields)
    for remark in answer.remarks:
        tell(remark)


def show(text: str, *, is_paged: bool = True) -> None:
    """Print text for a person; through a pager where that is wanted and it is long."""
    if is_paged and sys.stdout.isatty():
        from claimcli.cli.pager import paged  # on a terminal only

        if paged(text):
            return
    sys.stdout.write(text)
    sys.stdout.flush()


def _told_more(left_out: LeftOut | None) -> str:
    if left_out is None:
        return ""
    from claimcli.answers.wording import plural  # a table alone tells what it leaves out

    where = " under each heading" * left_out.of_each
    more = plural(left_out.more, f"more {left_out.noun}")
    return f"{more}; --limit {left_out.limit}{where} shows all"


@contextmanager
def ending_with(code: int) -> Iterator[None]:
    """What is printed within is a verdict: the command ends with its code, also if nobody reads it.

    Elsewhere a reader that has enough, such as `head`, is no failure.
    """
    try:
        yield
    except BrokenPipeError:
        discard_output()
    if code:
        raise typer.Exit(code)


def discard_output() -> None:
    """Let go what is still to be written, when nobody reads it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # one that is closed
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell(message: str) -> None:
    """A remark on stderr, made harmless like all text of a corpus."""
    from claimcli.render.safe import visible

    sys.stdout.flush()
    print(_folded(visible(message)), file=sys.stderr)


def _folded(message: str) -> str:
    """A message in lines of the terminal, if it is shown on one: it would break within words."""
    from claimcli.terminal import columns

    width = columns(sys.stderr)
    if width is None:
        return message
    import textwrap  # on a terminal only

    lines = textwrap.wrap(message, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)
