"""From a place in a record to a line and column.

Records know the line they begin on and nothing finer. A check says what is wrong and where inside
the record; the position is worked out for the findings alone, from the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimcli.corpus.findings import OWN, Finding
from claimcli.corpus.positions import Place, on_lines, places, without_damage
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
    keys, records = places(text, on_lines(lines, any(one.line == OWN for one in findings)))
    return [_problem(one, keys, records.get(one.line, [])) for one in findings]


def _problem(found: Finding, own: Place, items: list[Place]) -> Problem:
    location = Location(found.file, *_position(found, own, items))
    return Problem(found.code, location, found.message, found.hint, found.record)


def _position(found: Finding, own: Place, items: list[Place]) -> tuple[int, int]:
    place = own if found.line == OWN else _record(items, found.record)
    if place is None:
        return max(1, found.line), 1
    for step in found.path:
        written = step if step in place.inside else _misspelled(step, place)
        if written is None:
            return place.line, place.column
        place = place.inside[written]
    if found.at_key:
        return place.key_line, place.key_column
    return place.line, place.column


def _misspelled(step: str | int, place: Place) -> str | None:
    """The key that stands where a field is meant."""
    keys = (key for key in place.inside if isinstance(key, str))
    return nearest(step, keys) if isinstance(step, str) and place.inside else None


def _record(items: list[Place], record: str | None) -> Place | None:
    """Of the records that begin on a line, the one with that id, or without any."""
    for place in items:
        identity = place.inside.get("id")
        if (identity.text or None if identity else None) == record:
            return place
    return items[0] if items else None
