"""Dates of CSL in every form that pandoc and Zotero write, to EDTF and to date-parts.

They are an EDTF string, `{date-parts: [[1877, 5]]}`, or the mapping `{year: 1877, month: 5}`, alone
or in a list, where two make a range; each with `season`, `circa`, or only `literal` or `raw`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcli.corpus.mappings import Shape, read_fields
from claimcli.corpus.readers import Complaint, Wrong, complaint, shortened, text, unexpected

_HOW = "write {date-parts: [[1975]]}, with month and day after the year where known"
_OPEN = ".."
"""An end that an interval does not have, in EDTF; in CSL it is `[0]`."""

_DIGITS = 12
"""More than the longest year that anybody writes; Python refuses to read thousands of them."""

_SEASONS = {
    name: f"2{number}"
    for number, names in enumerate(("1 spring", "2 summer", "3 autumn fall", "4 winter"), start=1)
    for name in names.split()
}
_PARTS = ("year", "month", "day")


def date(value: Any) -> Any:
    """A date as EDTF: as it is written, or made from CSL's parts; None for a mere phrase.

    `circa` becomes `~` and a season `-21` to `-24`. Whether an EDTF string is a date at all is not
    looked at here. What is no date in CSL's way of writing is E216.
    """
    if type(value) is str:
        return text(value)
    if type(value) is list:
        return _range(value)
    if type(value) is not dict:
        return unexpected(value, "a date", _HOW)
    fields, complaints = read_fields(DATE, value)
    return _date_of(fields) if fields is not None else Wrong(*complaints)


def as_date_parts(value: Any) -> Any:
    """A date that `date` has read, as CSL has it in JSON: date-parts with numbers, or as it is."""
    if type(value) is list:
        return _joined([as_date_parts(one) for one in value])
    if type(value) is not dict:
        return value
    rest = {key: given for key, given in value.items() if key not in _PARTS}
    if value.get("date-parts") is not None:
        return {**rest, "date-parts": [_numbers(parts) for parts in value["date-parts"]]}
    if value.get("year") is not None:
        return {**rest, "date-parts": [_numbers([value.get(part) for part in _PARTS])]}
    return value


def _joined(dates: list[Any]) -> Any:
    """The first and the last of a range as one date."""
    joined = dict(dates[0])
    for other in dates[1:]:
        parts = joined.get("date-parts", []) + other.get("date-parts", [])
        joined = {**other, **joined, **({"date-parts": parts} if parts else {})}
    return joined


def _numbers(parts: list[Any]) -> list[int]:
    return [int(part) for part in parts if part]


def _range(value: list[Any]) -> Any:
    """One mapping in a list, or the first and the last of an interval."""
    if not all(type(one) is dict for one in value):
        return unexpected(value, "a date", _HOW)
    if not 1 <= len(value) <= 2:
        return _no_date(value)
    dates = [date(one) for one in value]
    wrong = [c for at, one in enumerate(dates) if type(one) is Wrong for c in one.under(at)]
    if wrong:
        return Wrong(*wrong)
    if len(dates) == 2 and None in dates:
        return None
    return "/".join(dates) if dates[0] else None


def date_parts(value: Any) -> Any:
    """CSL date-parts to EDTF: a date, or the first and the last of an interval."""
    if type(value) is not list or not 1 <= len(value) <= 2:
        return _no_date(value)
    dates = [_edtf(parts) for parts in value]
    if set(dates) == {_OPEN}:
        return complaint("E216", "CSL has no year 0", "write -1 for 1 BCE, -44 for 44 BCE")
    return "/".join(map(str, dates)) if all(dates) else _no_date(value)


def _edtf(parts: Any) -> str | None:
    """Year, month and day as an EDTF date, or None; what stands empty at the end is left out.

    CSL counts years as people do: -1 is 1 BCE, which is 0000 in EDTF, and no year is 0.
    """
    if type(parts) is not list or not 1 <= len(parts) <= 3:
        return None
    while len(parts) > 1 and parts[-1] in (None, ""):
        parts = parts[:-1]
    if not all(type(p) is str and p.removeprefix("-").isdecimal() and p.isascii() for p in parts):
        return None
    if max(map(len, parts)) > _DIGITS:
        return None
    year, rest = int(parts[0]), [int(part) for part in parts[1:]]
    if any(not 1 <= part <= limit for part, limit in zip(rest, (12, 31), strict=False)):
        return None
    if year == 0:
        return None if rest else _OPEN
    year += year < 0
    sign = "-" if year < 0 else ""
    prefix = "Y" if abs(year) > 9999 else ""
    return "-".join([f"{prefix}{sign}{abs(year):04}", *(f"{part:02}" for part in rest)])


def _no_date(value: Any) -> Wrong:
    shown = f"'{shortened(value)}'" if type(value) is str else "this"
    return complaint("E216", f"{shown} is no date in CSL's way of writing", _HOW)


DATE = Shape(
    "a date",
    {
        "date-parts": date_parts,
        **dict.fromkeys((*_PARTS, "season", "circa", "literal", "raw", "edtf"), text),
    },
    (),
    (lambda date: _dateless(date), lambda date: _unreadable(date)),
)


def _dateless(date: dict[str, Any]) -> Iterator[Complaint]:
    known = ("date-parts", "year", "literal", "raw", "edtf")
    if not any(date.get(part) is not None for part in known):
        yield Complaint("E216", (), "the date has no date-parts", _HOW)


def _unreadable(date: dict[str, Any]) -> Iterator[Complaint]:
    """E216 for a year, month and day that are none."""
    if date.get("year") is not None and _of_mapping(date) in (None, _OPEN):
        yield from _no_date(date).complaints


def _of_mapping(date: dict[str, Any]) -> str | None:
    return _edtf([date.get(part) for part in _PARTS])


def _date_of(fields: dict[str, str]) -> str | None:
    parts = fields.get("date-parts") or ("year" in fields and _of_mapping(fields)) or None
    if parts is None:
        return fields.get("edtf") or fields.get("raw")
    season = _SEASONS.get(fields.get("season", "").lower())
    if season and parts.removeprefix("-").isdecimal():
        parts = f"{parts}-{season}"
    if fields.get("circa", "false").lower() in ("false", "0", "no"):
        return parts
    return "/".join(part if part == _OPEN else f"{part}~" for part in parts.split("/"))
