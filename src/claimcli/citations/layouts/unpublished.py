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
    date, place = _written(source) or UNDATED, elements.field(source, "event-place")
    to = named(creators(source, "recipient"))
    title, kept = _title_of_letter(source, to), elements.archive(source)
    sent, maker = _sent(source, to, title), _correspondents(source, to)
    noted = "" if maker != lead(source) else sent if maker or title else capital(sent)
    within = _in_book(source)
    by = within or contributors(source)
    by_whom = _book_of_entry(source) if within else contributors(source, entry=True)
    return Layout(
        *(quoted, (noted, place, date, *by, kept)),
        entry=lambda date: (commas(sent, place, date), *by_whom, kept),
        date=date,
        rest=beyond_year(source, date),
        pages=", " if within else None,
        named=title,
        maker=maker,
        after=elements.medium(source),
    )


def _written(source: Source) -> str:
    """The day on which a letter was written; a book that it is printed in is later."""
    return printed(source, "original-date", day) or whole_date(source)


def _sent(source: Source, to: str, title: str) -> str:
    """What was sent to whom; nothing where a title says it."""
    kind = elements.field(source, "genre")
    if to:
        return f"{kind or 'letter'} to {to}"
    return kind or "personal communication" * (not title)


def _correspondents(source: Source, to: str) -> str:
    """Who wrote a mere letter, and to whom; of other messages who wrote them."""
    is_letter = elements.field(source, "genre").lower() in ("", "letter")
    return f"{lead(source)} to {to}" if to and is_letter and lead(source) else lead(source)


def _title_of_letter(source: Source, recipient: str) -> str:
    """The title of a letter, unless it says no more than to whom it went."""
    title = source.title or ""
    told = recipient and any(word in title for word in recipient.split()[-1:])
    return "" if told or not title else elements.title(source, quoted)


def _in_book(source: Source) -> tuple[str, ...]:
    """The book that a letter is printed in, in a note (14.111)."""
    if not elements.field(source, "container-title"):
        return ()
    facts = _imprint(source)
    return (commas(*chapter(source).note) + (f" ({facts})" if facts else ""),)


def _book_of_entry(source: Source) -> tuple[str, str]:
    return chapter(source).entry("")[0], _imprint(source)


def _imprint(source: Source) -> str:
    """Where a book of letters came out, and when, unless the date is that of the letter."""
    dated = printed(source, "issued") if source.original_date else ""
    return commas(elements.publisher(source), dated)


def interview(source: Source) -> Layout:
    """An interview, 14.211 to 14.213: who was asked by whom, when, and where it is kept."""
    by, kind = named(creators(source, "interviewer")), elements.field(source, "genre")
    said = f"interview by {by}" if by else kind or "interview"
    more = kind if by and kind.lower() != "interview" else ""
    is_published = elements.field(source, "container-title")
    layout = _published(source, more) if is_published else _unpublished(source, more)
    return layout._replace(
        note=(said, *layout.note),
        entry=lambda date: (said, *layout.entry(date)),
        named=quoted(rich(source.title)) if source.title else "",
    )


def _unpublished(source: Source, kind: str) -> Layout:
    date, where = whole_date(source) or UNDATED, elements.field(source, "event-place")
    told = commas(kind, elements.field(source, "number"), elements.field(source, "medium"))
    kept = (told, elements.publisher(source), elements.archive(source))
    by_whom = contributors(source, entry=True)
    return Layout(
        *(quoted, (*contributors(source), where, date, *kept)),
        entry=lambda date: (*by_whom, commas(where, date), *kept),
        date=date,
        rest=beyond_year(source, date),
        pages=None,
    )


def _published(source: Source, kind: str) -> Layout:
    """An interview in a journal, in a book, or on the air (14.213)."""
    if elements.field(source, "volume") or elements.field(source, "issue"):
        return article(source)
    if creators(source, "editor") or elements.field(source, "publisher-place"):
        return chapter(source)
    date = whole_date(source) or UNDATED
    where = (elements.container(source, "programme"), kind, elements.publisher(source))
    return Layout(
        *(quoted, (commas(*where, date),)),
        entry=lambda date: (commas(*where, date),),
        date=date,
        rest=beyond_year(source, date),
        after=commas(elements.medium(source), elements.archive(source)),
    )


def manuscript(source: Source) -> Layout:
    """An unpublished manuscript, 14.218; one that is kept somewhere is set like other papers."""
    layout = _paper(source)
    if elements.archive(source):
        return layout
    kind = elements.field(source, "genre") or "unpublished manuscript"
    by_whom = contributors(source, entry=True)
    return layout._replace(
        note=contributors(source),
        entry=lambda date: (*by_whom, commas(kind, date)),
        facts=commas(kind, layout.date),
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
    genre = elements.field(source, "genre")
    is_told = genre.lower() in (source.title or "").lower()  # `“Minutes of the Cabinet,” minutes`
    what = commas(
        *("" if is_told else genre, elements.field(source, "number")),
        *(elements.version(source), elements.field(source, "event-place")),
        elements.publisher(source),
    )
    date, kept = whole_date(source), elements.archive(source)
    by_whom = contributors(source, entry=True)
    return Layout(
        *(quoted, (*contributors(source), what, date, kept)),
        entry=lambda date: (*by_whom, commas(what, date), kept),
        date=date,
        rest=beyond_year(source, date),
        pages=None,
        named=untitled(source),
        after=elements.medium(source),
    )


def collection(source: Source) -> Layout:
    """A collection in an archive, 14.222: its name in roman, and who keeps it."""
    about = (elements.field(source, "genre"), elements.series(source))
    house, kept = elements.publisher(source), elements.archive(source)
    date, by_whom = printed(source, "issued", day), contributors(source, entry=True)
    return Layout(
        *(bare, (*contributors(source), *about, date, house, kept)),
        entry=lambda date: (*by_whom, *about, date, house, kept),
        date=date,
        pages=None,
    )


def conference(source: Source) -> Layout:
    """A paper in the proceedings of a conference, else as it was read there, 14.217."""
    printed_in = elements.field(source, "container-title")
    has_event = elements.field(source, "event-title") or elements.field(source, "event")
    return chapter(source) if printed_in or not has_event else _spoken(source, "paper")


def speech(source: Source) -> Layout:
    """A lecture, a speech or a paper read at a meeting, 14.217: what, where and when."""
    return _spoken(source, "")


def _spoken(source: Source, kind: str) -> Layout:
    date = printed(source, "event-date", day) or whole_date(source) or UNDATED
    kept, occasion = elements.archive(source), elements.occasion(source, kind)
    by_whom = contributors(source, entry=True)
    return Layout(
        *(quoted, contributors(source)),
        entry=lambda date: (*by_whom, commas(occasion, date), kept),
        date=date,
        rest=beyond_year(source, date),
        facts=commas(occasion, date, kept),
        named=untitled(source),
        after=elements.medium(source),
    )


def thesis(source: Source) -> Layout:
    """A thesis or dissertation, 14.215, with the collection that has it, and its number there."""
    kind, date = elements.field(source, "genre") or "thesis", elements.years(source)
    school = commas(kind, elements.field(source, "publisher"), elements.town(source))
    number, kept = elements.field(source, "number"), elements.archive(source)
    return Layout(
        *(quoted, ()),
        entry=lambda date: (commas(school, date),),
        date=date,
        facts=commas(school, date),
        after=f"{kept} ({number})" if kept and number else kept or number,
    )
