"""Years, months and days: how many there are, and what they are called."""

from __future__ import annotations

Day = tuple[int, int, int]
"""Year, month, day."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def year_in_words(number: int) -> str:
    """An astronomical year as people write it: 1125 is `1125`, -43 is `44 BCE`."""
    return str(number) if number > 0 else f"{1 - number} BCE"


_LAST_JULIAN = 1923
"""When Greece, the last country to do so, gave up the Julian calendar for its own."""


def days_in_month(year: int, month: int) -> int:
    """How many days a month has in the calendar, of the two, that gives it more.

    In February 1500, and in Russia in February 1900, there was a 29th (Julian); later there is
    none in a year that ends a century and cannot be divided by 400 (Gregorian).
    """
    if month == 2:
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or year <= _LAST_JULIAN)
        return 29 if is_leap else 28
    return 30 if month in (4, 6, 9, 11) else 31
