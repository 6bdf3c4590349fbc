"""Dates as numbers that a database can compare: YYYYMMDD, years astronomical."""

from __future__ import annotations

from claimcli import dates

OPEN = 10**18
"""Later than every day; an open end of an interval."""


def days(date: str | None) -> tuple[int | None, int | None]:
    """First and last day of an EDTF date as YYYYMMDD; None where there is none that can be read."""
    found = dates.readable(date)
    if found is None:
        return None, None
    return day_number(found.earliest, -OPEN), day_number(found.latest, OPEN)


def day_number(day: dates.Day | None, otherwise: int) -> int:
    """A day as YYYYMMDD; `otherwise` for the end of an interval that is open."""
    return day[0] * 10_000 + day[1] * 100 + day[2] if day else otherwise
