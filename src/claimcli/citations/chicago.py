"""Notes, author-date references and bibliography entries after Chicago 17, for claims.

A claim that was read in another's work is cited as the manual has it for words taken from a
secondary source (14.260, 15.56): the original, then `quoted in` where the words are the holder's
own, `cited in` where they are the reporter's, and the work that was read.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcli.citations import Lookup, before, key, untitled
from claimcli.citations.elements import title
from claimcli.citations.issue_dates import cited, dated
from claimcli.citations.layouts import Form, form
from claimcli.citations.page_ranges import pages, ranges
from claimcli.citations.page_ranges import place as counted
from claimcli.citations.typography import Markup, bare, capital, commas, finished, plain, sentences
from claimcli.model import Citation, Claim, Source

Forms = Callable[[Source], Form]
"""Gives the forms of a work, which a long document keeps."""


def note(
    claim: Claim,
    lookup: Lookup,
    markup: Markup = "plain",
    *,
    holders: str = "",
    forms: Forms = form,
) -> str:
    """The full note of a claim (14.23): `M. V. Vorob'ev, … (1975), 116, cited in A. Kim, …`."""
    return finished(noted(claim, lambda step: in_full(step, lookup, forms), holders), markup)


def short_note(claim: Claim, lookup: Lookup, markup: Markup = "plain", *, holders: str = "") -> str:
    """The note of a claim whose works were cited before (14.30): `Vorob'ev, Jurchen, 116.`."""
    return finished(noted(claim, lambda step: in_short(step, lookup), holders), markup)


def noted(claim: Claim, cite: Callable[[Citation], str], holders: str = "") -> str:
    """A note with each work as `cite` has it, not yet finished.

    Where no work of theirs is named, the `holders` stand before the one that cites them.
    """
    works = _linked(claim, list(map(cite, _chain(claim))))
    return sentences(commas(*works) if claim.citation else capital(commas(bare(holders), *works)))


def author_date(
    claim: Claim, lookup: Lookup, markup: Markup = "plain", *, holders: str = ""
) -> str:
    """The reference in the text (15.22): `(Vorob'ev 1975, 116, cited in Kim 2013)`."""
    works = _linked(claim, [_dated(step, lookup) for step in _chain(claim)])
    who = "" if claim.citation else bare(holders)
    return finished(f"({commas(who, *works)})", markup)


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


def in_full(step: Citation, lookup: Lookup, forms: Forms) -> str:
    """A work and the place in it, as the first note on it has them (14.23)."""
    source, place = lookup(step.source), bare(step.locator or "")
    if source is None:
        return commas(step.source, place)
    work = forms(source)
    if place and work.is_title and before(source, place) == " ":
        return commas(f"{work.note} {ranges(place)}", work.link)
    numbers = "" if work.pages is None else pages(place, work.volume)
    note = work.paged if numbers.startswith(f"{work.volume}:") else work.note
    if numbers and work.pages == ": ":
        return commas(f"{note}: {numbers}", work.link)
    return commas(note, numbers or counted(place), work.link)


def in_short(step: Citation, lookup: Lookup, forms: Forms = form, *, is_dated: bool = False) -> str:
    """The same as later notes have it (14.30): family names, the title by its key words, the place.

    `is_dated` adds the year, by which a work is told from another that would be cited alike; what
    has no title always has it.
    """
    source, place = lookup(step.source), bare(step.locator or "")
    if source is None:
        return commas(step.source, place)
    work = forms(source)
    name = short_name(source, work, is_dated=is_dated)
    if place and work.is_title and before(source, place) == " ":
        return f"{name} {ranges(place)}"
    numbers = "" if work.pages is None else pages(place, work.volume)
    return commas(name, numbers or counted(place))


def short_name(source: Source, work: Form, *, is_dated: bool = False) -> str:
    """What a work goes by in later notes (14.32, 14.33), without a place."""
    makers = bare(key(source)[0])
    name = commas(makers, work.again if makers else capital(work.again))
    if not name:
        return title(source, plain)
    return f"{name} ({cited(source)})" if is_dated or not source.title else name


def _dated(step: Citation, lookup: Lookup) -> str:
    source, place = lookup(step.source), bare(step.locator or "")
    if source is None:
        return commas(step.source, place)
    (makers, named, year), work = key(source), form(source)
    name = commas(bare(makers), work.title if named else "") or untitled(source, step.source)
    name = dated(name, year)
    if place and before(source, place) == " ":
        return f"{name} {ranges(place)}"
    numbers = "" if work.pages is None else pages(place, work.volume)
    return commas(name, numbers or counted(place))
