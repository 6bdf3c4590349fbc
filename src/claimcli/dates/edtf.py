"""The grammar of EDTF, levels 0 and 1 (ISO 8601-2:2019): a text read as its first and last day."""

from __future__ import annotations

from re import ASCII, fullmatch
from typing import NamedTuple

from claimcli.dates.calendar import MONTHS, Day, days_in_month, year_in_words


class DateError(ValueError):
    """A date that cannot be read: `message` says what is wrong, `hint` how to write it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message = message
        self.hint = hint


class EndsBeforeStart(DateError):
    """An interval whose two ends have changed places."""


class NoSuchDay(DateError):
    """A date in a month or on a day that the calendar does not have."""


class Interval(NamedTuple):
    """The days that a date can mean, both included; None where an end is open or unknown."""

    earliest: Day | None
    latest: Day | None
    text: str

    @property
    def first_year(self) -> int | None:
        """The year of the earliest day."""
        return self.earliest[0] if self.earliest else None

    @property
    def last_year(self) -> int | None:
        """The year of the latest day."""
        return self.latest[0] if self.latest else None


_YEAR = r"(?P<year>(?!-0000)-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?[1-9]\d{4,11})"
_TIME = r"(?<=-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?"
DATE = rf"{_YEAR}(-(?P<month>\d\d|XX)(-(?P<day>\d\d|XX))?)?({_TIME}|[?~%])?"
"""A date that is no interval."""
LONGEST = 60
"""Characters in the longest text that is quoted whole, and for which advice is sought."""
NO_DAY = ("", "..")
"""An end of an interval that is unknown or open."""
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first month of each season; a season has three, so winter ends in the year that follows."""


def interval(text: str) -> Interval:
    """What `parse` gives; its errors may lack a hint, since advice is tried out on it."""
    start, slash, end = text.partition("/")
    if "/" in end:
        raise DateError(f"{_shown(text)} is not an EDTF date")
    if not slash:
        return Interval(*_days(text), text)
    if start in NO_DAY and end in NO_DAY:
        raise DateError(f"{_shown(text)} has neither a start nor an end")
    earliest = None if start in NO_DAY else _days(start)[0]
    latest = None if end in NO_DAY else _days(end)[1]
    if not _reaches(earliest, latest):
        raise EndsBeforeStart(f"{_shown(text)} ends before it starts", f"write `{end}/{start}`")
    return Interval(earliest, latest, text)


def _days(text: str) -> tuple[Day, Day]:
    """The first and the last day of a date that is no interval."""
    if is_plain_year(text):
        return (int(text), 1, 1), (int(text), 12, 31)
    found = fullmatch(DATE, text, ASCII)
    if not found:
        raise DateError(f"{_shown(text)} is not an EDTF date")
    first, last = years_of(found["year"])
    month, day = found["month"], found["day"]
    if month is None or (month == "XX" and day in (None, "XX")):
        return (first, 1, 1), (last, 12, 31)
    if first != last or month == "XX":
        raise DateError(f"{_shown(text)} has an X to the left of a known part")
    return _in_year(text, first, int(month), day)


def is_plain_year(text: str) -> bool:
    """Whether it is four digits: so most dates are, and no pattern need be made."""
    return len(text) == 4 and text.isascii() and text.isdigit()


def years_of(text: str) -> tuple[int, int]:
    """The first and the last year that a year with digits left open can mean."""
    number = text.removeprefix("Y")
    low, high = int(number.replace("X", "0")), int(number.replace("X", "9"))
    return min(low, high), max(low, high)


def _in_year(text: str, year: int, month: int, day: str | None) -> tuple[Day, Day]:
    if month in _SEASONS and day is None:
        ends = (year + 1, 2) if month == 24 else (year, _SEASONS[month] + 2)
        return (year, _SEASONS[month], 1), (*ends, days_in_month(*ends))
    if not 1 <= month <= 12:
        known = "months go from 01 to 12, seasons from 21 to 24"
        raise NoSuchDay(f"{_shown(text)} has no month {month:02}: {known}")
    if day is None or day == "XX":
        return (year, month, 1), (year, month, days_in_month(year, month))
    if not 1 <= int(day) <= days_in_month(year, month):
        known = f"{MONTHS[month - 1]} {year_in_words(year)} has {days_in_month(year, month)} days"
        hint = f"where the day is not known write `{text[: text.rindex('-')]}`"
        raise NoSuchDay(f"{_shown(text)} names a day that does not exist: {known}", hint)
    return (year, month, int(day)), (year, month, int(day))


def _shown(text: str) -> str:
    """A text of any kind on one line."""
    return repr(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def _reaches(start: Day | None, end: Day | None) -> bool:
    return start is None or end is None or start <= end
