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


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
