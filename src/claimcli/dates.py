"""Dates: EDTF levels 0 and 1 (ISO 8601-2:2019, Library of Congress) as first and last day.

Years are astronomical: `0000` is 1 BCE, `-0043` is 44 BCE. The calendar is the proleptic
Gregorian. A qualifier (`?`, `~`, `%`) says how sure a date is and leaves its days as they are. An
end of an interval that is open (`..`) or unknown (empty) has no day, and hinders no overlap.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf
from re import ASCII, fullmatch, sub
from typing import NamedTuple

Day = tuple[int, int, int]
"""Year, month, day."""

SortKey = tuple[int, tuple[float, int, int], tuple[float, int, int], str]


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


@lru_cache(maxsize=8192)
def parse(text: str) -> Interval:
    """The interval of an EDTF string; raises DateError where it is none."""
    try:
        return interval(text)
    except DateError as error:
        from claimcli.date_advice import advice  # only when something went wrong

        raise type(error)(error.message, error.hint or advice(text)) from None


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
    """A key for every date: by first day, then last; after these the unreadable, then undated."""
    if text is None:
        return (2, (inf, 0, 0), (inf, 0, 0), "")
    try:
        earliest, latest, _ = parse(text)
    except DateError:
        return (1, (inf, 0, 0), (inf, 0, 0), text)
    return (0, earliest or (-inf, 0, 0), latest or (inf, 0, 0), text)


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


def _decade(year: int) -> tuple[int, bool]:
    return (year if year > 0 else 1 - year) // 10 * 10, year <= 0


def _start(text: str | None) -> tuple[int | None, int | None]:
    """The first and the last year that a date, or the beginning of an interval, can mean."""
    try:
        start = parse(text).text.partition("/")[0] if text else ""
    except DateError:
        return None, None
    if _is_plain_year(start):
        return int(start), int(start)
    found = fullmatch(_DATE, start, ASCII)
    return _years(found["year"]) if found else (None, None)


def year_in_words(number: int) -> str:
    """An astronomical year as people write it: 1125 is `1125`, -43 is `44 BCE`."""
    return str(number) if number > 0 else f"{1 - number} BCE"


def in_words(text: str) -> str:
    """A date or interval as people write it where it reaches before our era; else as it is.

    `-0132/-0026` is `133 BCE to 27 BCE`, `-0043-03-15` is `15 March 44 BCE`, `-0042~` is
    `about 43 BCE`. What leaves a digit open stays as written.
    """
    ends = text.split("/")
    if not any(end.startswith(("-", "0000", "Y-")) for end in ends):
        return text
    first, *last = map(_end_in_words, ends)
    if not last:
        return first
    if not first:
        return f"until {last[0]}"
    return f"{first} to {last[0]}" if last[0] else f"from {first}"


def _end_in_words(end: str) -> str:
    if end in _NO_DAY:
        return ""
    found = fullmatch(_DATE, end, ASCII)
    month, day = (found["month"] or "0", found["day"] or "0") if found else ("X", "X")
    if not found or "X" in found["year"] + month + day or int(month) > 12 or "T" in end:
        return end
    named = [str(int(day)) * (day > "0"), MONTHS[int(month) - 1] * (month > "0")]
    year = int(found["year"].removeprefix("Y"))
    words = " ".join(filter(None, (*named, year_in_words(year) + " CE" * (year > 0))))
    return f"{'about ' * end.endswith(('~', '%'))}{words}{'?' * end.endswith(('?', '%'))}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_YEAR = r"(?P<year>(?!-0000)-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?[1-9]\d{4,11})"
_TIME = r"(?<=-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?"
_DATE = rf"{_YEAR}(-(?P<month>\d\d|XX)(-(?P<day>\d\d|XX))?)?({_TIME}|[?~%])?"
LONGEST = 60
"""Characters in the longest text that is quoted whole, and for which advice is sought."""
_NO_DAY = ("", "..")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first month of each season; a season has three, so winter ends in the year that follows."""


def interval(text: str) -> Interval:
    """What `parse` gives; its errors may lack a hint, since advice is tried out on it."""
    start, slash, end = text.partition("/")
    if "/" in end:
        raise DateError(f"{_shown(text)} is not an EDTF date")
    if not slash:
        return Interval(*_days(text), text)
    if start in _NO_DAY and end in _NO_DAY:
        raise DateError(f"{_shown(text)} has neither a start nor an end")
    earliest = None if start in _NO_DAY else _days(start)[0]
    latest = None if end in _NO_DAY else _days(end)[1]
    if not _reaches(earliest, latest):
        raise EndsBeforeStart(f"{_shown(text)} ends before it starts", f"write `{end}/{start}`")
    return Interval(earliest, latest, text)


def _days(text: str) -> tuple[Day, Day]:
    """The first and the last day of a date that is no interval."""
    if _is_plain_year(text):
        return (int(text), 1, 1), (int(text), 12, 31)
    found = fullmatch(_DATE, text, ASCII)
    if not found:
        raise DateError(f"{_shown(text)} is not an EDTF date")
    first, last = _years(found["year"])
    month, day = found["month"], found["day"]
    if month is None or (month == "XX" and day in (None, "XX")):
        return (first, 1, 1), (last, 12, 31)
    if first != last or month == "XX":
        raise DateError(f"{_shown(text)} has an X to the left of a known part")
    return _in_year(text, first, int(month), day)


def _is_plain_year(text: str) -> bool:
    """Whether it is four digits: so most dates are, and no pattern need be made."""
    return len(text) == 4 and text.isascii() and text.isdigit()


def _years(text: str) -> tuple[int, int]:
    number = text.removeprefix("Y")
    low, high = int(number.replace("X", "0")), int(number.replace("X", "9"))
    return min(low, high), max(low, high)


def _in_year(text: str, year: int, month: int, day: str | None) -> tuple[Day, Day]:
    if month in _SEASONS and day is None:
        ends = (year + 1, 2) if month == 24 else (year, _SEASONS[month] + 2)
        return (year, _SEASONS[month], 1), (*ends, _length(*ends))
    if not 1 <= month <= 12:
        known = "months go from 01 to 12, seasons from 21 to 24"
        raise NoSuchDay(f"{_shown(text)} has no month {month:02}: {known}")
    if day is None or day == "XX":
        return (year, month, 1), (year, month, _length(year, month))
    if not 1 <= int(day) <= _length(year, month):
        known = f"{MONTHS[month - 1]} {year_in_words(year)} has {_length(year, month)} days"
        hint = f"where the day is not known write `{text[: text.rindex('-')]}`"
        raise NoSuchDay(f"{_shown(text)} names a day that does not exist: {known}", hint)
    return (year, month, int(day)), (year, month, int(day))


def _shown(text: str) -> str:
    """A text of any kind on one line."""
    return repr(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _reaches(start: Day | None, end: Day | None) -> bool:
    return start is None or end is None or start <= end


def _padded(date: str) -> str:
    return sub(r"^(-?)(\d{1,3})(?=[-?~%]|$)", lambda year: year[1] + year[2].zfill(4), date)
