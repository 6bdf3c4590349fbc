"""Pictures, maps, recordings, films, the web: Chicago 17, 14.205 to 14.210, 14.235, 14.261 ff."""

from __future__ import annotations

from claimcli.citations import elements
from claimcli.citations.contributors import contributors
from claimcli.citations.issue_dates import UNDATED, day, printed, reprinted
from claimcli.citations.layouts.layout import Layout, beyond_year, whole_date
from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import commas, italic
from claimcli.model import Source


def picture(source: Source) -> Layout:
    """A picture or a map, 14.235, 14.237: when, how and how large it was made, who keeps it."""
    made = (*elements.kinds(source), elements.medium(source), elements.field(source, "scale"))
    about = commas(elements.edition(source), elements.series(source), *made)
    date, where = whole_date(source) or UNDATED, _where(source)
    by_whom = _by_whom(source)
    return Layout(
        *(italic, (*contributors(source), date, about, where)),
        entry=lambda date: (*by_whom, date, about, where),
        date=date,
        rest=beyond_year(source, date),
    )


def _where(source: Source) -> str:
    """The book that a picture is in, who put it out, and who keeps it."""
    book = elements.field(source, "container-title")
    within = (f"in {italic(book)}" if book else "", elements.volume(source))
    pages = elements.page_range(source)
    return commas(*within, pages, elements.publisher(source), elements.archive(source))


def _by_whom(source: Source) -> tuple[str, ...]:
    """Who had a hand in it, as an entry has them."""
    return contributors(source, entry=True)


def _kept(source: Source) -> str:
    """On what it is kept, and by whom: what stands at the end."""
    return commas(elements.medium(source), elements.archive(source))


def film(source: Source) -> Layout:
    """A film, 14.265: who directed it; the year it came out, and that of the copy."""
    about = (elements.edition(source), *elements.kinds(source))
    original, house = reprinted(source), elements.publisher(source)
    by_whom = _by_whom(source)

    def imprint(date: str) -> str:
        return f"{original}; " * bool(original and date) + commas(house, date)

    return Layout(
        *(italic, (*contributors(source), *about)),
        entry=lambda date: (*by_whom, *about, imprint(date)),
        date=elements.years(source),
        facts=imprint(elements.years(source)),
        after=_kept(source),
    )


def broadcast(source: Source) -> Layout:
    """A broadcast, 14.265: the episode, the programme, who made it, when and where it was on."""
    series, house = elements.field(source, "container-title"), elements.publisher(source)
    season = elements.numbered("season", elements.field(source, "volume"))
    episode = elements.numbered("episode", elements.field(source, "number"))
    shown = commas(italic(series), season, episode, elements.field(source, "genre"))
    date, by_whom = whole_date(source), _by_whom(source)
    aired = commas(f"aired {date}" if date else UNDATED, f"on {house}" if house else "")
    return Layout(
        *(quoted if series else italic, (shown, *contributors(source), aired)),
        entry=lambda _: (shown, *by_whom, aired),
        after=_kept(source),
    )


def recording(source: Source) -> Layout:
    """A song or a recording, 14.263: on what it came out, with whom, and the label."""
    album, house = elements.field(source, "container-title"), elements.publisher(source)
    track = elements.numbered("track", elements.field(source, "chapter-number"))
    on = (track, f"on {italic(album)}" if album else "")
    about = commas(*on, elements.series(source), elements.volume(source), *elements.kinds(source))
    by_whom = _by_whom(source)
    return Layout(
        *(quoted if album else italic, (*contributors(source), about)),
        entry=lambda date: (*by_whom, about, commas(house, date)),
        date=elements.years(source),
        facts=elements.imprint(source),
        after=_kept(source),
    )


def performance(source: Source) -> Layout:
    """A performance, 14.266: the work, with whom, where and when it was seen."""
    date = printed(source, "event-date", day) or whole_date(source) or UNDATED
    event = elements.field(source, "event-title") or elements.field(source, "event")
    where = (elements.field(source, "genre"), event, elements.publisher(source))
    seen, by_whom = commas(*where, elements.field(source, "event-place")), _by_whom(source)
    return Layout(
        *(italic, (*contributors(source), seen, date)),
        entry=lambda date: (*by_whom, commas(seen, date)),
        date=date,
        rest=beyond_year(source, date),
        pages=None,
        after=_kept(source),
    )


def webpage(source: Source) -> Layout:
    """A page of a website, 14.207: the site in roman, its date, else when it was read.

    The name of a blog is in italics (14.208).
    """
    date, by_whom = (
        whole_date(source) or elements.accessed(source),
        contributors(source, entry=True),
    )
    site = (_site(source), _kind_of_page(source), elements.publisher(source))
    return Layout(
        *(quoted, (*contributors(source), *site, date)),
        entry=lambda date: (*by_whom, *site, date),
        date=date,
        rest=beyond_year(source, date),
        pages=None,
        after=elements.archive(source),
    )


def _site(source: Source) -> str:
    name = elements.field(source, "container-title")
    if source.type != "post-weblog" or not name:
        return name
    return italic(name) + ("" if "blog" in name.lower() else " (blog)")


def _kind_of_page(source: Source) -> str:
    """What kind of page it is, unless that is what every one of its type is."""
    kind = elements.field(source, "genre")
    return "" if source.type == "post-weblog" and "blog" in kind.lower() else kind
