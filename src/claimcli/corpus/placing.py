"""From a place in a record to a line and column.

Records know the line they begin on and nothing finer. A check says what is wrong and where inside
the record; the position is worked out for the findings alone, from the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimcli.corpus.findings import OWN, Finding
from claimcli.corpus.nodes import Node
from claimcli.corpus.positions import Places, on_lines, places, without_damage
from claimcli.corpus.readers import Complaint
from claimcli.corpus.text import decode, load
from claimcli.nearest import nearest
from claimcli.problems import Location, Problem


def complained(file: str, line: int, record: str | None, complaint: Complaint) -> Finding:
    """The finding that a complaint about the record on a line is."""
    code, path, message, hint, at_key = complaint
    return Finding(code, file, line, path, message, hint, record, at_key)


def resolve(root: Path, findings: Iterable[Finding]) -> list[Problem]:
    """The findings as problems with line and column; of each file the slices concerned are parsed.

    A file that has changed or gone in the meantime gives the lines that the records had.
    """
    by_file: dict[str, list[Finding]] = {}
    for one in findings:
        by_file.setdefault(one.file, []).append(one)
    problems: list[Problem] = []
    for file, found in by_file.items():
        problems += resolve_in(_text(root, file), found)
    return problems


def _text(root: Path, file: str) -> str:
    """A file's text, without the lines that would shift all that come below."""
    raw = load(root, file)
    if isinstance(raw, Problem):
        return ""
    content = decode(file, raw)
    return without_damage(content) if content.spoiled else content.text


def resolve_in(text: str, findings: list[Finding]) -> list[Problem]:
    """The findings in one file as problems, placed by its text."""
    lines = {one.line for one in findings} - {OWN}
    standing = places(text, on_lines(lines, any(one.line == OWN for one in findings)))
    return [_problem(one, standing) for one in findings]


def _problem(found: Finding, standing: Places) -> Problem:
    location = Location(found.file, *_position(found, standing))
    return Problem(found.code, location, found.message, found.hint, found.record)


def _position(found: Finding, standing: Places) -> tuple[int, int]:
    value = standing.own if found.line == OWN else _record(standing, found)
    if value is None:
        return max(1, found.line), 1
    key = value
    for step in found.path:
        written = step if step in value.inside else _misspelled(step, value)
        if written is None:
            return standing.at(value.start)
        key, value = value.inside[written]
    return standing.at((key if found.at_key else value).start)


def _misspelled(step: str | int, value: Node) -> str | None:
    """The key that stands where a field is meant."""
    keys = (key for key in value.inside if isinstance(key, str))
    return nearest(step, keys) if isinstance(step, str) and value.inside else None


def _record(standing: Places, found: Finding) -> Node | None:
    """Of the records that begin on a line, the one with that id, or without any."""
    items = standing.records.get(found.line, [])
    return next((one for one in items if one.id == found.record), items[0] if items else None)
