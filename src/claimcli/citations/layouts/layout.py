"""What a layout says of a kind of work, and what several of them share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from claimcli.citations import elements
from claimcli.citations.issue_dates import UNDATED, day, printed, status
from claimcli.model import Source

Entry = Callable[[str], tuple[str, ...]]
"""The sentences of an entry after the title, given the date that stands in them."""


class Layout(NamedTuple):
    """How a kind of work is set, after its makers and its title, which is set by `title`.

    `note` is parted by commas and `facts` follow it in parentheses. `date` stands in the entry, and
    `rest` of it where the year is in front. `after` stands behind the place that is cited.
    `volume` is one that page numbers may follow. `named` stands for the title where it is no title,
    and `maker` for the makers in a note.
    """

    title: Callable[[str], str]
    note: tuple[str, ...]
    entry: Entry
    date: str = ""
    rest: str = ""
    facts: str = ""
    pages: str | None = ", "
    volume: str = ""
    named: str | None = None
    maker: str | None = None
    after: str = ""


def whole_date(source: Source) -> str:
    """When a work was made or came out, to the day; its status or `n.d.` where that is not told."""
    return printed(source, "issued", day) or printed(source, "original-date", day) or status(source)


def beyond_year(source: Source, date: str) -> str:
    """A date that says more than the year, which an entry has in front; else empty."""
    return "" if date in (elements.years(source), UNDATED) else date


def untitled(source: Source) -> str | None:
    """What stands for a title that is not recorded where a genre says what the work is: nothing."""
    return "" if not source.title and elements.field(source, "genre") else None
