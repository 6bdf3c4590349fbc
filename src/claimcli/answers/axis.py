"""An axis of years that several rows of a figure share."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Years between two ticks."""

INTERVALS = 7
"""Intervals that an axis has at most."""

_SHORT, _WIDENED = 20, 5
"""A span below so many years is widened by so many on each side, that marks do not fly apart."""


class Axis(msgspec.Struct, frozen=True):
    """From the year `first` to `last`, as in ISO 8601: the year 0 is 1 BCE, -43 is 44 BCE.

    `ticks` are the years that are written below it, the ends among them: such as people count,
    500 BCE and not 501, and after 100 BCE the year 1.
    """

    first: int
    last: int
    ticks: tuple[int, ...]

    def at(self, year: int) -> float:
        """Where a year stands, from 0 at the first to 1 at the last."""
        return (year - self.first) / (self.last - self.first)


def axis_of(years: Iterable[int]) -> Axis | None:
    """The axis that has room for these years; None where there are none."""
    all = list(years)
    if not all:
        return None
    first, last = min(all), max(all)
    if last - first < _SHORT:
        first, last = first - _WIDENED, last + _WIDENED
    least, most = _counted(first), _counted(last)
    step = next((s for s in STEPS if _intervals(least, most, s) <= INTERVALS), most - least)
    rounded = range(least // step * step, -(-most // step) * step + 1, step)
    ticks = tuple(map(_year, rounded))
    return Axis(ticks[0], ticks[-1], ticks)


def _intervals(first: int, last: int, step: int) -> int:
    return -(-last // step) - first // step


def _counted(year: int) -> int:
    """A year as people count: -44 is 44 BCE, and there is no year 0."""
    return year if year > 0 else year - 1


def _year(counted: int) -> int:
    """The ISO year of a round number; where 0 would stand, the first year of our era does."""
    return counted + 1 if counted < 0 else max(counted, 1)
