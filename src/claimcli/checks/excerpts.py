"""The lines of a file that a problem is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimcli.corpus.files import is_yaml
from claimcli.corpus.text import decode, load
from claimcli.problems import Problem

_ID = re.compile(r"""(?:^|[\s{,])id:\s*["']?([^\s"',}]+)""")


class Excerpt(NamedTuple):
    """A problem with its line, and the line that names the record where that is another one.

    Lines are pairs of a number from 1 and a text; `line` is None where the file has none to show.
    """

    problem: Problem
    line: tuple[int, str] | None
    record: tuple[int, str] | None


class _Lines(NamedTuple):
    texts: list[str]
    records: dict[str, list[int]]  # the lines, from 1, on which each id is given
    ends: dict[int, int]  # of a line that names a record, once asked for: the first beyond it


def with_lines(root: Path, problems: Iterable[Problem]) -> Iterator[Excerpt]:
    """Each problem with the lines it is about."""
    lines_of = lru_cache(maxsize=1)(_lines_of)  # problems come file by file
    for problem in problems:
        yield _excerpt(problem, lines_of(root, problem.location.file))


def _lines_of(root: Path, file: str) -> _Lines:
    content = load(root, file) if is_yaml(Path(file).name) else b""
    texts = [] if isinstance(content, Problem) else decode(file, content).text.split("\n")
    records: dict[str, list[int]] = {}
    for number, text in enumerate(texts, 1):
        if "id:" in text and not _is_comment(text) and (found := _ID.search(text)):
            records.setdefault(found[1], []).append(number)
    return _Lines(texts, records, {})


def _excerpt(problem: Problem, lines: _Lines) -> Excerpt:
    number = problem.location.line
    if not 0 < number <= len(lines.texts) or not lines.texts[number - 1].strip():
        return Excerpt(problem, None, None)
    named = _named(problem.record, number, lines)
    record = (named, lines.texts[named - 1]) if named else None
    return Excerpt(problem, (number, lines.texts[number - 1]), record)


def _named(record: str | None, number: int, lines: _Lines) -> int | None:
    """The line above this one that names its record; another record may have the same id."""
    given = lines.records.get(record or "", [])
    at = bisect_right(given, number) - 1
    if at < 0 or given[at] == number or _end(given[at], lines) <= number:
        return None
    return given[at]


def _end(named: int, lines: _Lines) -> int:
    """The first line beyond the record that a line names; looked for once, problems being many."""
    if named not in lines.ends:
        lines.ends[named] = _first_beyond(named, lines.texts)
    return lines.ends[named]


def _first_beyond(named: int, texts: list[str]) -> int:
    """By how the lines indent; one beyond the last where the record ends with the file."""
    least = _indent(texts[named - 1]) + texts[named - 1].lstrip().startswith("-")
    for number in range(named + 1, len(texts) + 1):
        text = texts[number - 1]
        if text.strip() and not _is_comment(text) and _indent(text) < least:
            return number
    return len(texts) + 1


def _is_comment(text: str) -> bool:
    return text.lstrip().startswith("#")


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
