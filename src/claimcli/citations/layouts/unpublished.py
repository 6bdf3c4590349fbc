"""Letters, interviews, manuscripts, papers, theses: Chicago 17, 14.111, 14.211 to 14.231."""

from __future__ import annotations

from claimcli.citations import elements
from claimcli.citations.contributors import contributors, lead, named
from claimcli.citations.creators import creators
from claimcli.citations.issue_dates import UNDATED, day, month, printed
from claimcli.citations.layouts.books import book, chapter
from claimcli.citations.layouts.layout import Layout, beyond_year, untitled, whole_date
from claimcli.citations.layouts.periodicals import article
from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import bare, capital, commas, rich
from claimcli.model import Source


def letter(source: Source) -> Layout:
    """A letter or message, 14.111, 14.214, 14.224: from whom, to whom, when.

    In a note `John Adams to Thomas Jefferson`; with a genre, `email message to Thomas Jefferson`.
    """
    kind, date = elements.field(source, "genre"), _written(source) or UNDATED
    to, place = named(creators(source, "recipient")), elements.field(source, "event-place")
    plain_letter = kind.lower() in ("", "letter")
    title = _title_of_letter(source, to)
    sent = f"{kind or 'letter'} to {to}" if to else kind or "personal communication" * (not title)
    maker = f"{lead(source)} to {to}" if to and plain_letter and lead(source) else lead(source)
    noted = "" if maker != lead(source) else sent if maker or title else capital(sent)
    within, printed_in = _in_book(source)
    by, by_whom = contributors(source), contributors(source, entry=True)
    kept = elements.archive(source)
    rest = (*(printed_in or by_whom), capital(kept))
    entry = (capital(commas(sent, place, date)), *rest)
    undated = (capital(commas(sent, place, beyond_year(source, date))), *rest)
    return Layout(
        *(quoted, (noted, place, date, *(within or by), kept), "", entry, undated),
        pages=", " if within else None,
        named=title,
        maker=maker,
        after=elements.medium(source),
    )


def _written(source: Source) -> str:
    """The day on which a letter was written; a book that it is printed in is later."""
    return printed(source, "original-date", day) or whole_date(source)


def _title_of_letter(source: Source, recipient: str) -> str:
    """The title of a letter, unless it says no more than to whom it went."""
    title = source.title or ""
    told = recipient and any(word in title for word in recipient.split()[-1:])
    return "" if told or not title else elements.title(source, quoted)


def _in_book(source: Source) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The book that a letter is printed in, in a note and in an entry (14.111)."""
    if not elements.field(source, "container-title"):
        return (), ()
    book = chapter(source)
    dated = printed(source, "issued") if source.original_date else ""
    imprint = commas(elements.publisher(source), dated)
    where = commas(*book.note) + (f" ({imprint})" if imprint else "")
    return (where,), (book.entry[0], imprint)


def interview(source: Source) -> Layout:
    """An interview, 14.211 to 14.213: who was asked by whom, when, and where it is kept."""
    by = named(creators(source, "interviewer"))
    kind = elements.field(source, "genre")
    said = f"interview by {by}" if by else kind or "interview"
    more = kind if by and kind.lower() != "interview" else ""
    title = quoted(rich(source.title)) if source.title else ""
    if elements.field(source, "container-title"):
        return _published(source, said, more, title)
    date, kept = whole_date(source), elements.archive(source)
    told = commas(more, elements.field(source, "number"), elements.field(source, "medium"))
    where, house = elements.field(source, "event-place"), elements.publisher(source)
    people = contributors(source, entry=True)
    entry = (capital(said), *people, capital(commas(where, date or UNDATED)), capital(told))
    undated = (
        *(capital(said), *people, capital(commas(where, beyond_year(source, date)))),
        *(capital(told), house, capital(kept)),
    )
    return Layout(
        *(quoted, (said, *contributors(source), where, date or UNDATED, told, house, kept), ""),
        *((*entry, house, capital(kept)), undated),
        pages=None,
        named=title,
    )


def _published(source: Source, said: str, kind: str, title: str) -> Layout:
    """An interview in a book, a journal, or on the air (14.213)."""
    if elements.field(source, "volume") or elements.field(source, "issue"):
        layout = article(source)
    elif creators(source, "editor") or elements.field(source, "publisher-place"):
        layout = chapter(source)
    else:
        layout = _aired(source, kind)
    entry, undated = (capital(said), *layout.entry), (capital(said), *layout.undated)
    return layout._replace(note=(said, *layout.note), entry=entry, undated=undated, named=title)


def _aired(source: Source, kind: str) -> Layout:
    date, house = whole_date(source), elements.publisher(source)
    where = (elements.container(source, "programme"), kind, house)
    dated = commas(*where, date or UNDATED)
    undated = commas(*where, beyond_year(source, date))
    kept = commas(elements.medium(source), elements.archive(source))
    return Layout(quoted, (dated,), "", (dated,), (undated,), after=kept)


def manuscript(source: Source) -> Layout:
    """An unpublished manuscript, 14.218; one that is kept somewhere is set like other papers."""
    layout = _paper(source)
    if elements.archive(source):
        return layout
    kind = elements.field(source, "genre") or "unpublished manuscript"
    date = whole_date(source)
    by, by_whom = contributors(source), contributors(source, entry=True)
    dated, undated = commas(kind, date), commas(kind, beyond_year(source, date))
    return layout._replace(
        note=by,
        facts=dated,
        entry=(*by_whom, capital(dated)),
        undated=(*by_whom, capital(undated)),
    )


def document(source: Source) -> Layout:
    """A paper of an archive, minutes, a memorandum; what says nothing of that is set as a book."""
    told = (elements.archive(source), elements.field(source, "genre"))
    is_paper = any(told) or day(source.date) != month(source.date)
    return _paper(source) if is_paper else book(source)


def report(source: Source) -> Layout:
    """A report, 14.220; one without a title is minutes, accounts, a return: a paper by its day."""
    return book(source) if source.title or untitled(source) is None else _paper(source)


def _paper(source: Source) -> Layout:
    """A paper of an archive, 14.221 to 14.231: what it is, when it was written, where it is."""
    what = (
        *(elements.field(source, "genre"), elements.field(source, "number")),
        *(elements.version(source), elements.field(source, "event-place")),
        elements.publisher(source),
    )
    date, kept = whole_date(source), elements.archive(source)
    dated, undated = commas(*what, date), commas(*what, beyond_year(source, date))
    by_whom = contributors(source, entry=True)
    return Layout(
        *(quoted, (*contributors(source), dated, kept), ""),
        *((*by_whom, capital(dated), capital(kept)), (*by_whom, capital(undated), capital(kept))),
        pages=None,
        named=untitled(source),
        after=elements.medium(source),
    )


def collection(source: Source) -> Layout:
    """A collection in an archive, 14.222: its name in roman, and who keeps it."""
    kept, date = elements.archive(source), printed(source, "issued", day)
    house, by = elements.publisher(source), contributors(source, entry=True)
    about = (elements.field(source, "genre"), elements.series(source))
    entry = (*by, *map(capital, about), date, house, capital(kept))
    undated = (*by, *map(capital, about), house, capital(kept))
    note = (*contributors(source), *about, date, house, kept)
    return Layout(bare, note, "", entry, undated, pages=None)


def conference(source: Source) -> Layout:
    """A paper in the proceedings of a conference, else as it was read there, 14.217."""
    printed_in = elements.field(source, "container-title")
    has_event = elements.field(source, "event-title") or elements.field(source, "event")
    return chapter(source) if printed_in or not has_event else _spoken(source, "paper")


def speech(source: Source) -> Layout:
    """A lecture, a speech or a paper read at a meeting, 14.217: what, where and when."""
    return _spoken(source, "")


def _spoken(source: Source, kind: str) -> Layout:
    date = printed(source, "event-date", day) or whole_date(source)
    kept, occasion = elements.archive(source), elements.occasion(source, kind)
    where = commas(occasion, date or UNDATED)
    undated = commas(occasion, beyond_year(source, date))
    by = contributors(source, entry=True)
    return Layout(
        *(quoted, contributors(source), commas(where, kept)),
        *((*by, capital(where), capital(kept)), (*by, capital(undated), capital(kept))),
        named=untitled(source),
        after=elements.medium(source),
    )


def thesis(source: Source) -> Layout:
    """A thesis or dissertation, 14.215, with the collection that has it, and its number there."""
    kind = elements.field(source, "genre") or "thesis"
    school = commas(kind, elements.field(source, "publisher"), elements.town(source))
    dated = commas(school, elements.years(source))
    entry, undated = (capital(dated),), (capital(school),)
    number, kept = elements.field(source, "number"), elements.archive(source)
    after = f"{kept} ({number})" if kept and number else kept or number
    return Layout(quoted, (), dated, entry, undated, after=after)
