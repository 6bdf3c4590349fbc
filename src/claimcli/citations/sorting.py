"""The order of entries in a bibliography and in a list of references, after Chicago 17."""

from __future__ import annotations

import re

from claimcli.citations.creators import leading_creators
from claimcli.citations.elements import title
from claimcli.citations.typography import plain
from claimcli.model import Source


def entry_order(source: Source) -> tuple[tuple[str, ...], str, str]:
    """A key that puts entries in order (14.65, 14.66, 14.71): by their makers, title and year.

    Each maker counts for itself, so that an author's own works stand before those with others.
    Without a maker the title stands in that place. An article that a title begins with is passed
    over.
    """
    names = tuple(_plain(plain(person.inverted)) for person in leading_creators(source))
    named = re.sub(r"^(the|an?)\s+", "", _plain(title(source, plain)))
    return names or (named,), named, source.date or ""


def listed_order(source: Source) -> tuple[tuple[str, ...], tuple[bool, str], str]:
    """The same for entries with the year in front (15.18): by makers, year, then title."""
    makers, title, date = entry_order(source)
    return makers, (not date, date), title


def _plain(text: str) -> str:
    return re.sub(r"[^\w\s]", "", text).casefold()
