"""Citations in words: the short form that claims are shown with everywhere.

Author-date after the Chicago Manual of Style, 17th edition, chapter 15, except that the locator
stays as it was recorded (`p. 116`), since it is free text and need not be a page. Full notes and
bibliography entries are in `claimcli.citations.chicago`.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcli.citations.dating import years
from claimcli.citations.people import joined, leading_people
from claimcli.model import Source

Lookup = Callable[[str], Source | None]
"""Gives the source of an id, None where the corpus has none."""


def short(source: Source | None, source_id: str, locator: str | None = None) -> str:
    """The work and the place in it: `Vorob'ev 1975, p. 116`, `Jin shi, ch. 2`.

    Up to three authors are named (15.29), else the editors, else the title; a primary source goes
    by its title alone. A source that is unknown, or has neither author nor title, goes by its id.
    """
    work = " ".join(filter(None, key(source))) if source else ""
    return ", ".join(part for part in (work or source_id, locator) if part)


def key(source: Source) -> tuple[str, str, str]:
    """What a work goes by: its makers or its title, the other empty, and its year or nothing."""
    makers, title = _makers(source), short_title(source)
    if title and goes_by_title(source):
        return "", title, ""
    return (makers, "", years(source)) if makers else ("", title, years(source) if title else "")


def goes_by_title(source: Source) -> bool:
    """Whether a work is cited without a year: a classic, or without a date and a maker."""
    if source.type == "classic":
        return True
    return not source.date and (source.type == "manuscript" or not _makers(source))


def short_title(source: Source) -> str:
    """The title to name a work by: `title-short` where it is given."""
    given = source.csl.get("title-short")
    return given if given and isinstance(given, str) else source.title or ""


def _makers(source: Source) -> str:
    return joined([person.family for person in leading_people(source)], most=3)
