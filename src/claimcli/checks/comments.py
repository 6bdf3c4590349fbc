"""W122, a text without quotes that a comment cuts short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcli.corpus.comments import Cut, cuts
from claimcli.corpus.placing import without_damage
from claimcli.corpus.text import FileText, decode, load
from claimcli.corpus.yamltext import NotYaml
from claimcli.problems import Location, Problem

_PROSE = frozenset(
    "statement quote note translation question meaning label name title scope about".split()
)
_BEHIND = re.compile(rb"\S[ \t]#")


def cut_texts(root: Path, files: Iterable[str]) -> Iterator[Problem]:
    """W122 for each comment behind a text in words; only files that may have one are parsed."""
    for file in files:
        content = load(root, file)
        if isinstance(content, bytes) and _BEHIND.search(content):
            for cut in _cuts(decode(file, content)):
                yield _told(file, cut)


def _cuts(content: FileText) -> list[Cut]:
    try:
        return cuts(without_damage(content) if content.spoiled else content.text, _PROSE)
    except NotYaml:
        return cuts(without_damage(content), _PROSE)


def _told(file: str, cut: Cut) -> Problem:
    message = f"'{cut.key}' ends here: the rest of the line is a comment to YAML, and was not read"
    hint = "put the text in quotes if this belongs to it; a comment has two spaces before its #"
    return Problem("W122", Location(file, cut.line, cut.column), message, hint, cut.record)
