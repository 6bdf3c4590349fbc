"""Dates: EDTF levels 0 and 1 (ISO 8601-2:2019, Library of Congress) as first and last day.

Years are astronomical: `0000` is 1 BCE, `-0043` is 44 BCE. Whether a day is one of the Julian or of
the Gregorian calendar is not told, before 1582-10-15 or after it, where countries changed later:
EDTF means the Gregorian, sources give the day that they have. So a day that either calendar has is
a day (1500-02-29), days stand in the order in which they are written, and none is converted. A
qualifier (`?`, `~`, `%`) says how sure a date is and leaves its days as they are. An
end of an interval that is open (`..`) or unknown (empty) has no day, and hinders no overlap.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf
from re import ASCII, fullmatch, sub

from claimcli.dates.calendar import MONTHS, Day, year_in_words
from claimcli.dates.edtf import (
    DATE,
    DateError,
    EndsBeforeStart,
    Interval,
    NoSuchDay,
    interval,
    is_plain_year,
    years_of,
)
from claimcli.dates.prose import in_words

__all__ = [
    "MONTHS",
    "DateError",
    "Day",
    "EndsBeforeStart",
    "Interval",
    "NoSuchDay",
    "decade",
    "decade_in_words",
    "in_words",
    "parse",
    "parse_range",
    "readable",
    "sort_key",
    "year",
    "year_in_words",
]

SortKey = tuple[int, tuple[float, int, int], tuple[float, int, int], str]


@lru_cache(maxsize=8192)
def parse(text: str) -> Interval:
    """The interval of an EDTF string; raises DateError where it is none."""
    try:
        return interval(text)
    except DateError as error:
        from claimcli.dates.advice import advice  # only when something went wrong

        raise type(error)(error.message, error.hint or advice(text)) from None


def readable(text: str | None) -> Interval | None:
    """The interval of an EDTF string; None where there is none, or it is none."""
    try:
        return parse(text) if text else None
    except DateError:
        return None


def parse_range(text: str) -> Interval:
    """The interval of an option: `1950..1980`, `1950..`, `..1980`, `975` or any EDTF string.

    Raises DateError. A year may have fewer than four digits.
    """
    start, dots, end = (part.strip() for part in text.partition(".."))
    if not dots or "/" in text:
        return parse(_padded(text.strip()))
    first, last = _padded(start) or "..", _padded(end) or ".."
    try:
        return parse(f"{first}/{last}")
    except DateError as error:
        message = error.message.replace(f"{first}/{last}", text)
        hint = error.hint.replace(f"{last}/{first}", f"{end}..{start}")
        raise DateError(message, hint) from None


def sort_key(text: str | None) -> SortKey:
    """A key for every date: by first day, then last; after these the unreadable, then undated.

    An interval without a beginning stands with its end, as it does in a bibliography.
    """
    if text is None:
        return (2, (inf, 0, 0), (inf, 0, 0), "")
    found = readable(text)
    if found is None:
        return (1, (inf, 0, 0), (inf, 0, 0), text)
    earliest, latest, _ = found
    return (0, earliest or latest or (inf, 0, 0), latest or (inf, 0, 0), text)


@lru_cache(maxsize=8192)
def year(text: str | None) -> int | None:
    """The year of a date, of an interval the first one, astronomical.

    None where it has none, where not all its digits are known (`19XX`), or it cannot be read.
    """
    first, last = _start(text)
    return first if first == last else None


def decade(text: str | None) -> tuple[int, bool] | None:
    """The decade in which a date or an interval begins, as counted in its era, and whether BCE.

    `1975` and `197X` are of (1970, False), `-0043` (44 BCE) is of (40, True). None where it has no
    year or cannot be read, and where its years lie in two decades (`19XX`, `-197X`).
    """
    first, last = (_decade(number) if number is not None else None for number in _start(text))
    return first if first == last else None


def decade_in_words(start: int, bce: bool) -> str:
    """A decade as `decade` gives it: `1970s`, `40s BCE`."""
    return f"{start}s{' BCE' * bce}"


def _decade(year: int) -> tuple[int, bool]:
    return (year if year > 0 else 1 - year) // 10 * 10, year <= 0


def _start(text: str | None) -> tuple[int | None, int | None]:
    """The first and the last year that a date, or the beginning of an interval, can mean."""
    whole = readable(text)
    start = whole.text.partition("/")[0] if whole else ""
    if is_plain_year(start):
        return int(start), int(start)
    found = fullmatch(DATE, start, ASCII)
    return years_of(found["year"]) if found else (None, None)


def _padded(date: str) -> str:
    return sub(r"^(-?)(\d{1,3})(?=[-?~%]|$)", lambda year: year[1] + year[2].zfill(4), date)
