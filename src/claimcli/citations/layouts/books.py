"""Books, their parts, and what is set like a book: Chicago 17, 14.100 to 14.163, 14.220."""

from __future__ import annotations

from claimcli.citations import elements
from claimcli.citations.contributors import container_author, contributors
from claimcli.citations.issue_dates import reprinted
from claimcli.citations.layouts.layout import Layout
from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import capital, commas, italic
from claimcli.model import Source


def primary(source: Source) -> Layout:
    """A classic or an old text, 14.242 to 14.251: by its title, with its edition if known."""
    about = (elements.edition(source), elements.volume(source), elements.series(source))
    edition = elements.imprint(source) if elements.publisher(source) else ""
    kept, named = elements.archive(source), map(capital, about)
    entry = (*contributors(source, entry=True), *named, edition, capital(kept))
    note = (*contributors(source), *about, kept)
    return Layout(italic, note, edition, entry, entry, pages=None)


def book(source: Source) -> Layout:
    """14.23; 14.103 editors, 14.113 editions, 14.116 volumes, 14.123 series.

    So are reports and what has no rule, with what kind it is and where it is kept (14.220).
    """
    edition, volume = elements.edition(source), elements.volume(source)
    about = (edition, volume, elements.series(source), *elements.kinds(source))
    kept, place = elements.archive(source), elements.publisher(source)
    facts, printing, again = _printings(source, elements.imprint(source), place)
    entry = (*contributors(source, entry=True), *map(capital, about))
    return Layout(
        *(italic, (*contributors(source), *about, kept), facts),
        *((*entry, *printing, capital(kept)), (*entry, *again, capital(kept))),
        volume=elements.volume_of_pages(source),
        after=elements.medium(source),
    )


def _printings(source: Source, imprint: str, place: str) -> tuple[str, list[str], list[str]]:
    """The imprint with that of the original: in a note, an entry, and after a year (14.114).

    That an edition is a reprint is said where it is recorded so: what came out once more may have
    been revised or translated (14.99).
    """
    before, original = elements.original_imprint(source), reprinted(source)
    if original and elements.is_reprint(source):
        again = f"Reprint, {place}" if place else "Reprint"
        return f"{before}; repr., {imprint}", [before, f"Reprint, {imprint}"], [again]
    first = elements.first_published(source)
    facts = f"{before}; {imprint}" if original else imprint
    imprint = capital(imprint)
    return facts, [imprint, first], [place, first if first != f"First published {original}" else ""]


def chapter(source: Source) -> Layout:
    """A part of a book by several hands, 14.107: its pages stand before the place.

    In an entry they follow their volume: `9:327\u201367`.
    """
    title, number = elements.container(source, "book"), elements.field(source, "chapter-number")
    in_book = f"chap. {number} in {title}" if number else f"in {title}"
    by, pages = container_author(source), elements.page_range(source)
    volume = elements.volume_of_pages(source) if pages else ""
    about = (elements.edition(source), elements.volume(source), elements.series(source))
    editors = [editor[:1].lower() + editor[1:] for editor in contributors(source, entry=True)]
    unpaged = (part for part in about if part != f"vol. {volume}")
    where = f"{volume}:{pages}" if volume else pages
    within = commas(capital(in_book), by, *editors, *unpaged, where)
    facts, printing, again = _printings(
        source, elements.imprint(source), elements.publisher(source)
    )
    note = (in_book, by, *contributors(source), *about)
    kept = elements.medium(source)
    return Layout(quoted, note, facts, (within, *printing), (within, *again), after=kept)


def dataset(source: Source) -> Layout:
    """A set of data, 14.257: its title, its version, who keeps it."""
    about = elements.kinds(source)
    entry = (*contributors(source, entry=True), *map(capital, about))
    imprint, place = elements.imprint(source), elements.publisher(source)
    kept = elements.archive(source)
    return Layout(
        *(italic, (*contributors(source), *about), imprint),
        *((*entry, imprint), (*entry, place)),
        after=commas(elements.medium(source), kept),
    )
