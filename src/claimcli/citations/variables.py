"""Which variables of CSL a citation prints, found out from the citations themselves.

A variable is printed by a type of work if some form of it (the note, the entries, the short
citation) changes with the variable. So this needs no table that could fall behind.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from claimcli.citations import short
from claimcli.citations.contributors import PARTS
from claimcli.citations.layouts import form
from claimcli.model import Source

_NEVER = frozenset(
    """
    DOI ISBN ISSN PMCID PMID URL abstract accessed annote categories citation-key citation-label
    citation-number container-title-short custom first-reference-note-number id
    journalAbbreviation keyword language note number-of-pages page-first references shortTitle
    source title-short type volume-title-short year-suffix
    """.split()
)
"""What no reader of a citation misses: identifiers, remarks, short forms, what rules the rest."""

_NEEDLESS = {
    "article-journal": ("publisher", "publisher-place"),
    "article-magazine": ("page", "publisher"),
    "article-newspaper": ("page", "publisher"),
    "review": ("publisher", "publisher-place"),
    "review-book": ("publisher", "publisher-place"),
}
"""What the manual leaves out for a type: who publishes a journal, the page of a newspaper."""

_DATES = ("available-date", "event-date", "issued", "original-date", "submitted")

_NAMES = (*PARTS, "interviewer", "recipient", "reviewed-author")
"""The variables that hold names; those of others are printed nowhere, whatever they hold."""

_FULL: dict[str, Any] = {
    "author": [{"family": "Author", "given": "Ann"}],
    "container-title": "Container",
    "publisher": "Publisher",
    "archive": "Archive",
    "collection-title": "Collection",
    "original-date": "1899",
}
"""What a variable may need beside it to be printed, as the number of a series needs the series."""


def unprinted(source: Source) -> tuple[str, ...]:
    """The variables recorded for a source that its citations print nowhere, in their order.

    Left out are identifiers, remarks, what is no part of a citation in the manual, and a value
    that is printed under another name, as where `event-place` repeats `publisher-place`.
    """
    recorded = {key: value for key, value in source.csl.items() if value not in _NOTHING}
    lost = [key for key in recorded if not is_printed(source.type, key)]
    shown = [str(value) for key, value in recorded.items() if key not in lost]
    return tuple(key for key in lost if str(recorded[key]) not in shown)


_NOTHING: tuple[Any, ...] = (None, "", [], {})


@lru_cache(maxsize=4096)
def is_printed(kind: str, variable: str) -> bool:
    """Whether citations of a type of work print a variable, beside the usual ones or alone."""
    if variable in _NEVER or variable in _NEEDLESS.get(kind, ()):
        return True
    others = {key: value for key, value in _FULL.items() if key != variable}
    return _changes(kind, variable, others) or _changes(kind, variable, {})


def _changes(kind: str, variable: str, others: dict[str, Any]) -> bool:
    with_it = _forms(kind, {**others, variable: _value(variable)})
    return with_it != _without(kind, frozenset(others))


@lru_cache(maxsize=256)
def _without(kind: str, others: frozenset[str]) -> tuple[str, ...]:
    return _forms(kind, {key: _FULL[key] for key in sorted(others)})


def _value(variable: str) -> Any:
    if variable in _NAMES:
        return [{"family": "Other", "given": "Bob"}]
    return "1901-02-03" if variable in _DATES else "Word 7"


def _forms(kind: str, csl: dict[str, Any]) -> tuple[str, ...]:
    csl = {"title": "Title", **csl}
    issued, original = csl.get("issued"), csl.get("original-date")
    source = Source(
        id="x", type=kind, title=csl["title"], issued=issued, original_date=original, csl=csl
    )
    made = form(source)
    return made.note, made.link, made.entry, made.listed, short(source, "x")
