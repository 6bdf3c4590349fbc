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
    """From `first` to `last`, both multiples of `step`; years before our era as in ISO 8601.

    The year 0 is 1 BCE.
    """

    first: int
    last: int
    step: int

    @property
    def ticks(self) -> range:
        """The years that are written below it."""
        return range(self.first, self.last + 1, self.step)

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
    step = next((s for s in STEPS if _intervals(first, last, s) <= INTERVALS), last - first)
    return Axis(first // step * step, -(-last // step) * step, step)


def _intervals(first: int, last: int, step: int) -> int:
    return -(-last // step) - first // step
