"""Citations in words: the short form that claims are shown with everywhere.

Author-date after the Chicago Manual of Style, 17th edition, chapter 15, except that the locator
stays as it was recorded (`p. 116`), since it is free text and need not be a page. Full notes and
bibliography entries are in `chicago`; `disambiguation` tells the works of a corpus apart.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcli.citations.creators import creators, joined, leading_creators
from claimcli.citations.issue_dates import cited, dated, is_dated
from claimcli.citations.page_ranges import is_numbered
from claimcli.citations.typography import plain
from claimcli.model import Source

Lookup = Callable[[str], Source | None]
"""Gives the source of an id, None where the corpus has none."""


def short(source: Source | None, source_id: str, locator: str | None = None) -> str:
    """The work and the place in it: `Vorob'ev 1975, p. 116`, `Jin shi, ch. 2`.

    Up to three authors are named (15.29), else the editors, else the title; a primary source goes
    by its author, where one is recorded, and its title. What has neither says so, with all that is
    known of it; a source that is unknown goes by its id.
    """
    makers, title, year = key(source) if source else ("", "", "")
    named = f"{makers}, {plain(title)}" if makers and title else makers or plain(title)
    work = dated(named, year) or (untitled(source, source_id) if source else source_id)
    return f"{work}{before(source, locator)}{locator}" if locator else work


def untitled(source: Source, id: str) -> str:
    """A work without makers and title: `untitled article, Izvestiia, 1980 [lost-1980]`."""
    named = source.type.partition("-")[0].replace("_", " ")
    kind = "work" if named in ("", "document") else named
    within = source.csl.get("container-title")
    known = (within if isinstance(within, str) else "", cited(source) if is_dated(source) else "")
    return f"{', '.join(filter(None, (f'untitled {kind}', *map(plain, known))))} [{id}]"


def key(source: Source) -> tuple[str, str, str]:
    """What a work goes by: its makers, its title, its year; what it does not go by is empty."""
    makers, title = source.makers or _makers(source), short_title(source)
    if source.type == "personal_communication":
        makers = _correspondents(source, makers)
    if title and goes_by_title(source):
        return makers if creators(source, "author") else "", title, ""
    date = cited(source) if makers or title else ""
    return (makers, "", date) if makers else ("", title, "" if title.endswith(date) else date)


def before(source: Source | None, locator: str) -> str:
    """What parts a short citation from the place: a comma, but not where a classic is numbered.

    `Plutarch, Caesar 13.5` (14.244).
    """
    return before_in(locator, classic=source is not None and is_classic(source))


def before_in(locator: str, *, classic: bool) -> str:
    """The same of a work of which it is known whether it is cited as a classic."""
    return " " if classic and is_numbered(locator) else ", "


def is_classic(source: Source) -> bool:
    """Whether a work is cited by its title as classics are, whose places are numbers (14.242)."""
    return source.type == "classic" and goes_by_title(source)


def goes_by_title(source: Source) -> bool:
    """Whether a work is cited without a year: a classic, or without a date and a maker."""
    if source.type == "classic":
        return bool(short_title(source))
    by_title = source.type == "manuscript" or not leading_creators(source)
    return by_title and not is_dated(source)  # which takes longer to tell


def short_title(source: Source) -> str:
    """The title to name a work by, as recorded: `title-short` where it is given."""
    given = source.csl.get("title-short")
    return given if given and isinstance(given, str) else source.title or ""


def _makers(source: Source) -> str:
    return joined([person.family for person in leading_creators(source)], most=3)


def _correspondents(source: Source, makers: str) -> str:
    """Who wrote a letter and to whom (14.224): `Adams to Jefferson`."""
    recipients = joined([person.family for person in creators(source, "recipient")], most=3)
    if not recipients:
        return makers
    return f"{makers} to {recipients}" if makers else f"Letter to {recipients}"
