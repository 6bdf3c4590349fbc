"""A work in full after Chicago 17, chapter 14: as a note has it, and as a bibliography has it.

Only what is recorded is printed: a part that is not known is left out, save for what a work
cannot be found without, whose absence is said: its title, and the journal or book that it is part
of. One function for each way in which the manual sets works.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from claimcli.citations import elements, goes_by_title, short_title
from claimcli.citations.creators import creators
from claimcli.citations.issue_dates import UNDATED, day, month, printed, reprinted, years
from claimcli.citations.typography import capital, commas, italic, quoted, rich, sentences
from claimcli.model import Source


class Form(NamedTuple):
    """A work in full: `note` lacks the place cited, the link and the period; `entry` is whole.

    `listed` is the entry in a list that author-date references lead to, with the year in front.
    `pages` is what parts the note from page numbers; None where a locator stays as recorded.
    Before page numbers goes `volume`, which `paged`, the note that they follow, has not.
    `title` is the short title as it is set; `is_title` tells that the note ends with a title.
    """

    note: str
    entry: str
    listed: str
    title: str
    pages: str | None
    link: str
    volume: str
    paged: str
    is_title: bool


class Layout(NamedTuple):
    """How a kind of work is set, after its makers and its title, which is set by `title`.

    `note` is parted by commas and `facts` follow it in parentheses; `entry` is in sentences, and so
    is `undated`, the same without the year.
    `volume` is one that page numbers may follow. `named` stands for the title where it is no title.
    """

    title: Callable[[str], str]
    note: tuple[str, ...] = ()
    facts: str = ""
    entry: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    pages: str | None = ", "
    volume: str = ""
    named: str | None = None


def form(source: Source) -> Form:
    """The forms of a source, after its CSL type; a type without a rule is set as a book."""
    layout = _primary(source) if _is_primary(source) else _LAYOUTS.get(source.type, _book)(source)
    title = elements.title(source, layout.title) if layout.named is None else layout.named
    link, lead = elements.link(source), elements.lead(source)
    facts = f" ({layout.facts})" if layout.facts else ""
    note = commas(lead, title, *layout.note) + facts
    unpaged = (part for part in layout.note if part != f"vol. {layout.volume}")
    paged = commas(lead, title, *unpaged) + facts if layout.volume else note
    first = elements.lead(source, entry=True), capital(title)
    entry = sentences(*first, *layout.entry, link)
    listed = sentences(*_with_year(source, *first), *layout.undated, link)
    name = layout.title(rich(short_title(source)))
    is_title = not facts and not any(layout.note)
    return Form(note, entry, listed, name, layout.pages, link, layout.volume, paged, is_title)


def _with_year(source: Source, lead: str, title: str) -> tuple[str, ...]:
    """Maker, year and title, or title and year (15.34); no year where none is cited (15.40)."""
    if goes_by_title(source):
        return lead, title
    year = re.sub(r"^\[(.*)\] ", r"(\1) ", years(source))
    return (lead, year, title) if lead else (title, year)


def _is_primary(source: Source) -> bool:
    if source.type in _LAYOUTS and (source.type != "manuscript" or elements.lead(source)):
        return False
    return source.type == "classic" or goes_by_title(source)


def _primary(source: Source) -> Layout:
    """A classic or an old text, 14.242 to 14.251: by its title, with its edition if known."""
    edition = elements.imprint(source) if elements.publisher(source) else ""
    kept = elements.archive(source)
    entry = (*elements.contributors(source, entry=True), edition, capital(kept))
    return Layout(italic, (*elements.contributors(source), kept), edition, entry, entry, pages=None)


def _book(source: Source) -> Layout:
    """14.23; 14.103 editors, 14.113 editions, 14.114 reprints, 14.116 volumes, 14.123 series.

    So are reports and what has no rule, with what kind it is and where it is kept (14.220).
    """
    about = (
        elements.edition(source),
        elements.volume(source),
        elements.series(source),
        elements.kind(source),
    )
    imprint, original = elements.imprint(source), reprinted(source)
    helpers, kept = elements.contributors(source, entry=True), elements.archive(source)
    house = elements.publisher(source)
    facts, printing = imprint, [imprint]
    if original and (creators(source, "translator") or elements.is_later_edition(source)):
        facts, printing = f"{original}; {imprint}", [imprint, f"First published {original}"]
    elif original:
        facts, printing = f"{original}; repr., {imprint}", [original, f"Reprint, {imprint}"]
        house = f"Reprint, {house}" if house else "Reprint"
    entry = (*helpers, *map(capital, about))
    note = (*elements.contributors(source), *about, kept)
    place = capital(kept)
    return Layout(
        *(italic, note, facts, (*entry, *printing, place), (*entry, house, place)),
        volume=elements.volume_of_pages(source),
    )


def _article(source: Source) -> Layout:
    """An article in a journal, 14.168 to 14.178: pages follow the year after a colon."""
    note, when, entry, undated = _in_journal(source)
    return Layout(quoted, (note,), when, (entry,), (undated,), pages=": ")


def _in_journal(source: Source) -> tuple[str, str, str, str]:
    """The journal with its numbers, the date, and both with the pages as entries have them."""
    journal, issue = elements.container(source, "journal"), elements.field(source, "issue")
    numbers = f"{journal} {elements.field(source, 'volume')}".strip()
    numbers = commas(numbers, f"no. {issue}" if issue else "")
    when = printed(source, "issued", month) or UNDATED
    pages = elements.page_range(source)
    pages = f": {pages}" if pages else ""
    entry, undated = f"{numbers} ({when}){pages}", f"{numbers}{_within_year(when)}{pages}"
    return numbers, when, capital(entry), capital(undated)


def _within_year(when: str) -> str:
    """The month or season of a date in words, in parentheses; empty for a year alone (15.48)."""
    found = re.match(r"([A-Z][a-z]+) (?=\S*\d)", when)
    return f" ({found[1]})" if found else ""


def _review(source: Source) -> Layout:
    """A review, 14.202: of what and whose work, in a journal or in a newspaper of its day."""
    own, work = elements.reviewed(source)
    if not work:
        return _periodical(source) if _is_of_a_day(source) else _article(source)
    named = quoted(own) if own else ""
    if _is_of_a_day(source):
        layout = _periodical(source)
        entry = (capital(work), *layout.entry)
        return layout._replace(note=(work, *layout.note), entry=entry, undated=entry, named=named)
    numbers, when, dated, undated = _in_journal(source)
    return Layout(
        *(quoted, (work, numbers), when, (capital(work), dated), (capital(work), undated)),
        pages=": ",
        named=named,
    )


def _is_of_a_day(source: Source) -> bool:
    """Whether a periodical goes by its day: it has one, and neither a volume nor an issue."""
    numbered = elements.field(source, "volume") or elements.field(source, "issue")
    return not numbered and day(source.issued) != month(source.issued)


def _periodical(source: Source) -> Layout:
    """An article in a magazine or a newspaper, 14.188 to 14.191: the day, and no volume."""
    kind = source.type.removeprefix("article-")
    paper = elements.container(source, "periodical" if kind.startswith("review") else kind)
    date = printed(source, "issued", day)
    where = commas(paper, date or UNDATED)
    undated = commas(paper, _more_than_year(source, date))
    return Layout(quoted, (where,), "", (capital(where),), (capital(undated),))


def _more_than_year(source: Source, date: str) -> str:
    """A date that says more than the year, which an entry has in front; else empty."""
    return "" if date == printed(source, "issued") else date


def _chapter(source: Source) -> Layout:
    """A part of a book by several hands, 14.107: its pages stand before the place.

    In an entry they follow their volume: `9:327\u201367`.
    """
    book, pages = elements.container(source, "book"), elements.page_range(source)
    volume = elements.volume_of_pages(source) if pages else ""
    about = (elements.edition(source), elements.volume(source), elements.series(source))
    editors = [
        helper[:1].lower() + helper[1:] for helper in elements.contributors(source, entry=True)
    ]
    unpaged = (part for part in about if part != f"vol. {volume}")
    within = commas(f"In {book}", *editors, *unpaged, f"{volume}:{pages}" if volume else pages)
    imprint = elements.imprint(source)
    note = (f"in {book}", *elements.contributors(source), *about)
    return Layout(quoted, note, imprint, (within, imprint), (within, elements.publisher(source)))


def _conference(source: Source) -> Layout:
    """A paper in the proceedings of a conference, else as it was read there, 14.217."""
    printed_in = elements.field(source, "container-title")
    has_event = elements.field(source, "event-title") or elements.field(source, "event")
    return _chapter(source) if printed_in or not has_event else _speech(source, "paper")


def _speech(source: Source, kind: str = "") -> Layout:
    """A lecture, a speech or a paper read at a meeting, 14.217: what, where and when."""
    date, kept = printed(source, "issued", day), elements.archive(source)
    occasion = elements.occasion(source, kind)
    where = commas(occasion, date or UNDATED)
    undated = commas(occasion, _more_than_year(source, date))
    entries = (capital(where), capital(kept)), (capital(undated), capital(kept))
    return Layout(quoted, (), commas(where, kept), *entries)


def _thesis(source: Source) -> Layout:
    """A thesis or dissertation, 14.215."""
    kind = elements.field(source, "genre") or "thesis"
    school = commas(kind, elements.field(source, "publisher"))
    dated = commas(school, elements.years(source))
    return Layout(quoted, (), dated, (capital(dated),), (capital(school),))


def _manuscript(source: Source) -> Layout:
    """An unpublished manuscript, 14.218, and where it is kept, 14.221."""
    kind = elements.field(source, "genre") or "unpublished manuscript"
    date, kept = printed(source, "issued", day), elements.archive(source)
    entry = (capital(commas(kind, date)), capital(kept))
    undated = (capital(commas(kind, _more_than_year(source, date))), capital(kept))
    return Layout(quoted, (), commas(kind, date, kept), entry, undated, pages=None)


def _webpage(source: Source) -> Layout:
    """A page of a website, 14.207: the site in roman, its date, else when it was read."""
    date, read = printed(source, "issued", day), elements.accessed(source)
    site = (elements.field(source, "container-title"), elements.field(source, "publisher"))
    entry = (*site, capital(date or read))
    undated = (*site, capital(_more_than_year(source, date) if date else read))
    return Layout(quoted, (*site, date or read), "", entry, undated, pages=None)


_LAYOUTS: dict[str, Callable[[Source], Layout]] = {
    "article-journal": _article,
    "article-magazine": _periodical,
    "article-newspaper": _periodical,
    "chapter": _chapter,
    "entry-dictionary": _chapter,
    "entry-encyclopedia": _chapter,
    "manuscript": _manuscript,
    "paper-conference": _conference,
    "post": _webpage,
    "post-weblog": _webpage,
    "review": _review,
    "review-book": _review,
    "speech": _speech,
    "thesis": _thesis,
    "webpage": _webpage,
}
