"""Notes, author-date references and bibliography entries after Chicago 17, for claims.

A claim that was read in another's work is cited as the manual has it for words taken from a
secondary source (14.260, 15.56): the original, then `quoted in` where the words are the holder's
own, `cited in` where they are the reporter's, and the work that was read.
"""

from __future__ import annotations

from claimcli.citations import Lookup, before, key
from claimcli.citations.issue_dates import dated
from claimcli.citations.layouts import form
from claimcli.citations.page_ranges import pages, ranges
from claimcli.citations.page_ranges import place as counted
from claimcli.citations.typography import Markup, bare, capital, commas, finished, sentences
from claimcli.model import Citation, Claim, Source


def note(claim: Claim, lookup: Lookup, markup: Markup = "plain") -> str:
    """The full note of a claim (14.23): `M. V. Vorob'ev, … (1975), 116, cited in A. Kim, …`."""
    text = commas(*_linked(claim, [_noted(step, lookup) for step in _chain(claim)]))
    return finished(sentences(text if claim.citation else capital(text)), markup)


def author_date(claim: Claim, lookup: Lookup, markup: Markup = "plain") -> str:
    """The reference in the text (15.22): `(Vorob'ev 1975, 116, cited in Kim 2013)`."""
    works = [_dated(step, lookup) for step in _chain(claim)]
    return finished(f"({commas(*_linked(claim, works))})", markup)


def bibliography(source: Source, markup: Markup = "plain") -> str:
    """The entry of a source in a bibliography (14.61)."""
    return finished(form(source).entry, markup)


def listed(source: Source, markup: Markup = "plain") -> str:
    """The entry that an author-date reference leads to, with the year after the makers (15.6)."""
    return finished(form(source).listed, markup)


def sources(claim: Claim) -> tuple[str, ...]:
    """The ids of the works that a note on a claim names: each has its entry (14.260)."""
    return tuple(dict.fromkeys(step.source for step in _chain(claim)))


def _chain(claim: Claim) -> tuple[Citation, ...]:
    return ((claim.citation,) if claim.citation else ()) + claim.via


def _linked(claim: Claim, works: list[str]) -> list[str]:
    """The works with what joins each to the one before; all but the holder's own are joined."""
    how = "quoted in" if claim.words == "holder" else "cited in"
    own = 1 if claim.citation else 0
    return works[:own] + [f"{how} {work}" for work in works[own:]]


def _noted(step: Citation, lookup: Lookup) -> str:
    source, place = lookup(step.source), bare(step.locator or "")
    if source is None:
        return commas(step.source, place)
    work = form(source)
    if place and work.is_title and before(source, place) == " ":
        return commas(f"{work.note} {ranges(place)}", work.link)
    numbers = "" if work.pages is None else pages(place, work.volume)
    note = work.paged if numbers.startswith(f"{work.volume}:") else work.note
    if numbers and work.pages == ": ":
        return commas(f"{note}: {numbers}", work.link)
    return commas(note, numbers or counted(place), work.link)


def _dated(step: Citation, lookup: Lookup) -> str:
    source, place = lookup(step.source), bare(step.locator or "")
    if source is None:
        return commas(step.source, place)
    (makers, title, year), work = key(source), form(source)
    name = commas(bare(makers), work.title if title else "") or step.source
    name = dated(name, year)
    if place and before(source, place) == " ":
        return f"{name} {ranges(place)}"
    numbers = "" if work.pages is None else pages(place, work.volume)
    return commas(name, numbers or counted(place))
