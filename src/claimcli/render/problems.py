"""Problems as text with the lines concerned, and as annotations of GitHub."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimcli.problems import Problem, Severity
from claimcli.render.safe import visible

if TYPE_CHECKING:
    from claimcli.checks.excerpts import Excerpt

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
TAB = "→"
"""How a tab is shown, since it is not seen and often what is wrong."""
WIDTH = 68
"""Characters shown of a line: with its number they go into 80 columns."""
_BEFORE = 32
"""Of a line that is longer, the characters shown before the place."""


def text(
    excerpts: Iterable[Excerpt], prefix: str = "", colour: bool = False, width: int | None = None
) -> Iterator[str]:
    """Each problem: place, code and message; the lines with a caret; what to do about it.

    `prefix` goes before the path of a file. On a terminal `width` columns wide messages go on, set
    in, after a word; without it each is one line, as editors and other programs read it.
    """
    for excerpt in excerpts:
        yield "".join(_lines(excerpt, prefix, colour, width))


def _lines(excerpt: Excerpt, prefix: str, colour: bool, width: int | None) -> Iterator[str]:
    problem = excerpt.problem
    place = visible(f"{prefix}{problem.location}")
    said = _wrapped(visible(problem.message), len(f"{place}: {problem.code} "), 2, width)
    code = _painted(problem.code, COLOURS[problem.severity], colour)
    yield f"{_painted(place, '1', colour)}: {code} {said}\n"
    if excerpt.line:
        yield from _quoted(excerpt.line, excerpt.record, problem.location.column)
    if problem.hint:
        label = "  help: "
        yield f"{label}{_wrapped(visible(problem.hint), len(label), len(label), width)}\n"
    yield "\n"


def _wrapped(words: str, before: int, by: int, width: int | None) -> str:
    """Words that stand after so many columns, in lines that go on set in."""
    if width is None:
        return words
    import textwrap  # on a terminal only

    first, rest = " " * before, " " * by
    lines = textwrap.wrap(
        words,
        max(width, 20),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)[before:] if lines and lines[0].startswith(first) else words


def _quoted(line: tuple[int, str], record: tuple[int, str] | None, column: int) -> Iterator[str]:
    """The line with a caret under the column, and above it the line that names the record."""
    number, written = line
    width = max(4, len(str(number)))
    if record:
        yield f"  {record[0]:>{width}} | {_shown(record[1], 1)[0]}\n"
        if number > record[0] + 1:
            yield f"  {'…':>{width}} |\n"
    shown, before = _shown(written, column)
    yield f"  {number:>{width}} | {shown}\n"
    yield f"  {'':>{width}} | {' ' * before}^\n"


def _shown(line: str, column: int) -> tuple[str, int]:
    """The part of a line around a column (from 1), and the cells that it takes up before it."""
    at = min(column - 1, len(line))
    start = at - _BEFORE if at > WIDTH * 2 // 3 else 0
    end = start + WIDTH
    before = "…" * (start > 0) + visible(line[start:at].replace("\t", TAB))
    after = visible(line[at:end].rstrip().replace("\t", TAB)) + "…" * (end < len(line))
    return before + after, sum(map(_cells, before))


def _cells(character: str) -> int:
    """How many columns of a terminal a character takes up."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _painted(words: str, colour: str, wanted: bool) -> str:
    return f"\x1b[{colour}m{words}\x1b[0m" if wanted else words


def github(problems: Iterable[Problem], prefix: str) -> Iterator[str]:
    """Workflow commands, which GitHub Actions shows as annotations in a pull request."""
    for problem in problems:
        place = problem.location
        file = _property(visible(prefix + place.file))
        level = GITHUB_LEVELS[problem.severity]
        words = visible(problem.message)
        words += f"\nhelp: {visible(problem.hint)}" if problem.hint else ""
        where = f"file={file},line={place.line},col={place.column},title={problem.code}"
        yield f"::{level} {where}::{_value(words)}\n"


def _value(words: str) -> str:
    """Text of a workflow command, escaped as actions/toolkit does it."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _value(words).replace(":", "%3A").replace(",", "%2C")
