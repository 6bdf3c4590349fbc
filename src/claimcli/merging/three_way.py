"""A file of a corpus that two sides changed, as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from claimcli.corpus.schema import LIST_KEYS, STANCES
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.inserting import with_record, with_stance
from claimcli.editing.refused import Refused
from claimcli.editing.removing import without_record, without_stance
from claimcli.editing.setting import QUESTION_KEYS, Address, with_field
from claimcli.merging.comments import comments_in
from claimcli.merging.lines import in_markers, merged_lines
from claimcli.merging.record_lines import merged_fields
from claimcli.merging.regions import behind, lines_of, region_of, replaced
from claimcli.merging.statements import Merged, Place, Values, merged, told


class Result(NamedTuple):
    """The file as it is to be, and what a person has to decide: ids of records, keys at the top.

    Of a file in which that cannot be told, the conflict is of the `whole`.
    """

    content: bytes
    conflicts: tuple[str, ...] = ()


WHOLE = "the whole file"
"""What is in conflict where records cannot be told apart."""


def merge(base: bytes, ours: bytes, theirs: bytes) -> Result:
    """Both changes in one file.

    Our bytes stay wherever the other side changed nothing. Comments and order are kept: what of
    theirs cannot be put in with its comments is left to a person.
    """
    if theirs in (ours, base):
        return Result(ours)
    if ours == base:
        return Result(theirs)
    versions = [told(content) for content in (base, ours, theirs)]
    if any(one is None for one in versions):
        return _by_lines(base, ours, theirs, None)
    wanted = merged(*(one or {} for one in versions))
    found = None if wanted.conflicts else _clean_lines(base, ours, theirs, wanted.values)
    found = found or _spliced(_Sides(base, ours, theirs), wanted, *(v or {} for v in versions))
    return found or _by_lines(base, ours, theirs, wanted)


def _clean_lines(base: bytes, ours: bytes, theirs: bytes, wanted: Values) -> Result | None:
    """What git makes of the lines, where they do not meet and say what they must."""
    content, is_clean = merged_lines(base, ours, theirs)
    return Result(content) if is_clean and told(content) == wanted else None


def _by_lines(base: bytes, ours: bytes, theirs: bytes, wanted: Merged | None) -> Result:
    """What git makes of the lines, for a file that cannot be merged by record."""
    content, is_clean = merged_lines(base, ours, theirs)
    if is_clean and wanted is None:
        return Result(content)
    if is_clean:  # what it says is not what both sides said
        content = in_markers(ours, theirs)
    named = tuple(dict.fromkeys(map(name_of, wanted.conflicts))) if wanted else ()
    return Result(content, named or (WHOLE,))


def name_of(place: Place) -> str:
    """A place as it is told: the id of a record or a stance, else the key."""
    return place[1] or place[0]


class _Sides(NamedTuple):
    base: bytes
    ours: bytes
    theirs: bytes


# --- Their changes, spliced into ours ---


def _spliced(
    sides: _Sides, wanted: Merged, base: Values, ours: Values, theirs: Values
) -> Result | None:
    """Our file with their changes; None where something would be lost by it."""
    content = sides.ours
    try:
        for place in _in_order(ours, theirs):
            if place not in wanted.conflicts and ours.get(place) != wanted.values.get(place):
                content = _with_change(content, sides, place, ours, theirs, wanted.values)
        if told(content) != wanted.values or _lost(sides, content):
            return None
        return _with_markers(content, sides, wanted.conflicts, list(theirs))
    except Refused:
        return None


def _in_order(ours: Values, theirs: Values) -> list[Place]:
    return list(dict.fromkeys([*theirs, *ours]))


def _with_change(
    content: bytes, sides: _Sides, place: Place, ours: Values, theirs: Values, wanted: Values
) -> bytes:
    """The bytes with what the other side did at one place."""
    if place not in wanted:
        return _without(content, place)
    if place not in ours:
        return _added(content, sides, place, list(theirs), wanted[place])
    whole = _with_lines(content, sides, place, wanted[place])
    if whole is not None:
        return whole
    if not isinstance(wanted[place], dict):
        return with_field(content, Address(QUESTION_KEYS, ""), (place[0],), wanted[place])
    for field in dict.fromkeys([*ours[place], *wanted[place]]):
        value = wanted[place].get(field)
        if value != ours[place].get(field):
            content = with_field(content, Address(place[0], place[1] or ""), (field,), value)
    return content


def _without(content: bytes, place: Place) -> bytes:
    key, id = place
    if key in LIST_KEYS:
        return without_record(content, key, id or "")
    if key == STANCES and id is not None:
        return without_stance(content, id)
    return with_field(content, Address(QUESTION_KEYS, ""), (key,), None)


def _added(content: bytes, sides: _Sides, place: Place, order: list[Place], value: Any) -> bytes:
    """The bytes with something more that only the other side has: with its own lines, if it can."""
    key, id = place
    if key == STANCES and id is not None:
        return with_stance(content, id, value)
    if key not in LIST_KEYS:
        return with_field(content, Address(QUESTION_KEYS, ""), (key,), value)
    made = with_record(content, key, value)
    lines = lines_of(sides.theirs, place)
    file = EditableFile(made)
    region = region_of(file, place)
    if lines is None or region is None:
        return made
    return _if_it_says(file, replaced(region, _as_ended(lines, file, region.end)), made) or made


def _as_ended(lines: str, file: EditableFile, end: int) -> str:
    """Lines that end as those do in whose place they stand: the last of a file may have no end."""
    is_ended = file.text[:end].endswith("\n")
    return lines.rstrip("\n") + "\n" * is_ended


def _if_it_says(file: EditableFile, splice: Splice, expected: bytes) -> bytes | None:
    """The bytes with a splice, if they say what others do."""
    made = file.with_splices([splice])
    return made if told(made) == told(expected) else None


def _with_lines(content: bytes, sides: _Sides, place: Place, value: Any) -> bytes | None:
    """The bytes in which the lines at a place are merged, if they then say the value."""
    file = EditableFile(content)
    region = region_of(file, place)
    for lines in _merged_at(sides, place) if region else ():
        assert region
        made = file.with_splices([replaced(region, _as_ended(lines, file, region.end))])
        found = told(made)
        if found is not None and found.get(place) == value:
            return made
    return None


def _merged_at(sides: _Sides, place: Place) -> Iterator[str]:
    """What the lines at a place may come to: as git merges them, and field by field."""
    texts = [lines_of(one, place) for one in sides]
    if None not in texts:
        lines, is_clean = merged_lines(*(_ended(text or "") for text in texts))
        if is_clean:
            yield lines.decode()
    by_field = merged_fields(*sides, place)
    if by_field is not None:
        yield by_field


def _ended(text: str) -> bytes:
    return (text if text.endswith("\n") or not text else text + "\n").encode()


def _lost(sides: _Sides, content: bytes) -> bool:
    """Whether a comment is not there that one of the sides has put in."""
    base, ours, theirs, made = map(comments_in, (*sides, content))
    return bool((theirs - base) - made or (ours - base) - made)


# --- What a person has to decide ---


def _with_markers(
    content: bytes, sides: _Sides, conflicts: tuple[Place, ...], order: list[Place]
) -> Result | None:
    """The bytes with git's markers in each record that is in conflict."""
    file = EditableFile(content)
    splices = [_marked(file, sides, place, order) for place in conflicts]
    whole = [splice for splice in splices if splice is not None]
    if len(whole) < len(splices):
        return None
    return Result(file.with_splices(whole), tuple(dict.fromkeys(map(name_of, conflicts))))


def _marked(file: EditableFile, sides: _Sides, place: Place, order: list[Place]) -> Splice | None:
    region = region_of(file, place)
    base, ours, theirs = (_ended(lines_of(one, place) or "") for one in sides)
    if not (ours or theirs) or (region is None and ours):
        return None
    lines, is_clean = merged_lines(base, ours, theirs)
    text = (in_markers(ours, theirs) if is_clean else lines).decode()
    if region is not None:
        return replaced(region, text)
    at = behind(file, order, place)
    return None if at is None else Splice(at, at, text)
