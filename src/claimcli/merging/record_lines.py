"""The lines of a record, field by field: each field is as the side has it that changed it."""

from __future__ import annotations

from claimcli.corpus.schema import LIST_KEYS
from claimcli.editing.editable_file import EditableFile
from claimcli.editing.locating import record_of
from claimcli.merging.regions import region_of
from claimcli.merging.statements import Place

Lines = dict[str, str]
"""The lines of each field, with the comments above it."""


def merged_fields(base: bytes, ours: bytes, theirs: bytes, place: Place) -> str | None:
    """The lines of a record with what either side changed in them; None where both changed one."""
    sides = [_lines_by_field(content, place) for content in (base, ours, theirs)]
    before, mine, yours = (lines or {} for lines in sides)
    if None in sides:
        return None
    made = []
    for field in _in_order(list(mine), list(yours)):
        versions = before.get(field), mine.get(field), yours.get(field)
        if not _go_together(*versions):
            return None
        made.append((versions[2] if versions[0] == versions[1] else versions[1]) or "")
    return "".join(made)


def _go_together(base: str | None, ours: str | None, theirs: str | None) -> bool:
    return ours in (base, theirs) or theirs == base


def _in_order(ours: list[str], theirs: list[str]) -> list[str]:
    """The fields of both: ours, and each of theirs behind the one that it stands behind there."""
    order = list(ours)
    for at, field in enumerate(theirs):
        if field not in order:
            above = [one for one in theirs[:at] if one in order]
            order.insert(order.index(above[-1]) + 1 if above else 0, field)
    return order


def _lines_by_field(content: bytes, place: Place) -> Lines | None:
    """None where a record has not each of its fields on lines of its own."""
    file = EditableFile(content)
    region = region_of(file, place)
    standing = record_of(file, place[0], place[1] or "") if place[0] in LIST_KEYS else None
    if region is None or standing is None or standing.node.braces:
        return None
    found: Lines = {}
    start = region.start
    for key, value in standing.node.members:
        end = min(file.line_end(max(key.end, value.end)) + 1, region.end)
        if key.text is None or key.text in found or end <= start:
            return None
        found[key.text] = file.text[start:end]
        start = end
    last = next(reversed(found), None)
    if last is not None and start < region.end:
        found[last] += file.text[start : region.end]
    return found
