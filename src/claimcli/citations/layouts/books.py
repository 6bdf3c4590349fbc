"""Books, their parts, and what is set like a book: Chicago 17, 14.100 to 14.163, 14.220."""

from __future__ import annotations

from claimcli.citations import elements
from claimcli.citations.contributors import container_author, contributors
from claimcli.citations.issue_dates import reprinted
from claimcli.citations.layouts.layout import Layout
from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import commas, italic
from claimcli.model import Source


def primary(source: Source) -> Layout:
    """A classic or an old text, 14.242 to 14.251: by its title, with its edition if known."""
    about = (elements.edition(source), elements.volume(source), elements.series(source))
    facts = elements.imprint(source) if elements.publisher(source) else ""
    kept, by_whom = elements.archive(source), contributors(source, entry=True)
    return Layout(
        *(italic, (*contributors(source), *about, kept)),
        entry=lambda _: (*by_whom, *about, facts, kept),
        facts=facts,
        pages=None,
    )


def book(source: Source) -> Layout:
    """14.23; 14.103 editors, 14.113 editions, 14.116 volumes, 14.123 series.

    So are reports and what has no rule, with what kind it is and where it is kept (14.220).
    """
    edition, volume = elements.edition(source), elements.volume(source)
    about = (edition, volume, elements.series(source), *elements.kinds(source))
    kept, by_whom = elements.archive(source), contributors(source, entry=True)
    return Layout(
        *(italic, (*contributors(source), *about, kept)),
        entry=lambda date: (*by_whom, *about, *_printings(source, date), kept),
        date=elements.years(source),
        facts=_facts(source),
        volume=elements.volume_of_pages(source),
        after=elements.medium(source),
    )


def _facts(source: Source) -> str:
    """The imprint after that of the original (14.114): `1898; repr., London: Methuen, 1998`.

    That an edition is a reprint is said where it is recorded so: what came out once more may have
    been revised or translated (14.99).
    """
    if not reprinted(source):
        return elements.imprint(source)
    again = "repr., " * elements.is_reprint(source)
    return f"{elements.original_imprint(source)}; {again}{elements.imprint(source)}"


def _printings(source: Source, date: str) -> tuple[str, str]:
    """The same in an entry; without a date where that stands in front, and the first year, too."""
    imprint, year = commas(elements.publisher(source), date), reprinted(source)
    if year and elements.is_reprint(source):
        before = elements.original_imprint(source) if date else ""
        return before, f"Reprint, {imprint}" if imprint else "Reprint"
    first = elements.first_published(source)
    return imprint, "" if not date and first == f"First published {year}" else first


def chapter(source: Source) -> Layout:
    """A part of a book by several hands, 14.107: its pages stand before the place."""
    title, number = elements.container(source, "book"), elements.field(source, "chapter-number")
    in_book = f"chap. {number} in {title}" if number else f"in {title}"
    by, within = container_author(source), _within(source)
    about = (elements.edition(source), elements.volume(source), elements.series(source))
    return Layout(
        *(quoted, (in_book, by, *contributors(source), *about)),
        entry=lambda date: (commas(in_book, by, within), *_printings(source, date)),
        date=elements.years(source),
        facts=_facts(source),
        after=elements.medium(source),
    )


def _within(source: Source) -> str:
    """What an entry says of a book that a work is in; pages follow their volume: `9:327–67`."""
    pages = elements.page_range(source)
    volume = elements.volume_of_pages(source) if pages else ""
    editors = [editor[:1].lower() + editor[1:] for editor in contributors(source, entry=True)]
    about = (elements.edition(source), elements.volume(source), elements.series(source))
    unpaged = (part for part in about if part != f"vol. {volume}")
    return commas(*editors, *unpaged, f"{volume}:{pages}" if volume else pages)


def dataset(source: Source) -> Layout:
    """A set of data, 14.257: its title, its version, who keeps it."""
    about, by_whom = elements.kinds(source), contributors(source, entry=True)
    return Layout(
        *(italic, (*contributors(source), *about)),
        entry=lambda date: (*by_whom, *about, commas(elements.publisher(source), date)),
        date=elements.years(source),
        facts=elements.imprint(source),
        after=commas(elements.medium(source), elements.archive(source)),
    )
