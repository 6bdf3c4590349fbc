"""Pictures, maps, recordings, films, the web: Chicago 17, 14.205 to 14.210, 14.235, 14.261 ff."""

from __future__ import annotations

from claimcli.citations import elements
from claimcli.citations.contributors import contributors
from claimcli.citations.issue_dates import UNDATED, day, printed, reprinted
from claimcli.citations.layouts.layout import Layout, beyond_year, whole_date
from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import capital, commas, italic
from claimcli.model import Source


def picture(source: Source) -> Layout:
    """A picture or a map, 14.235, 14.237: when, how and how large it was made, who keeps it."""
    made = (*elements.kinds(source), elements.medium(source), elements.field(source, "scale"))
    about = (elements.edition(source), elements.series(source), *made)
    date, where = whole_date(source) or UNDATED, _where(source)
    by, rest = contributors(source, entry=True), (capital(commas(*about)), capital(where))
    note = (*contributors(source), date, *about, where)
    undated = (*by, beyond_year(source, date), *rest)
    return Layout(italic, note, "", (*by, date, *rest), undated)


def _where(source: Source) -> str:
    """The book that a picture is in, who put it out, and who keeps it."""
    book = elements.field(source, "container-title")
    within = (f"in {italic(book)}" if book else "", elements.volume(source))
    pages = elements.page_range(source)
    return commas(*within, pages, elements.publisher(source), elements.archive(source))


def film(source: Source) -> Layout:
    """A film, 14.265: who directed it; the year it came out, and that of the copy."""
    imprint, original = elements.imprint(source), reprinted(source)
    facts = f"{original}; {imprint}" if original else imprint
    by, by_whom = contributors(source), contributors(source, entry=True)
    about = (elements.edition(source), elements.version(source), *elements.kinds(source))
    after = commas(elements.medium(source), elements.archive(source))
    entry = (*by_whom, *map(capital, about), facts)
    again = (*by_whom, *map(capital, about), elements.publisher(source))
    return Layout(italic, (*by, *about), facts, entry, again, after=after)


def broadcast(source: Source) -> Layout:
    """A broadcast, 14.265: the episode, the programme, who made it, when and where it was on."""
    series, number = elements.field(source, "container-title"), elements.field(source, "number")
    setting = quoted if series else italic
    season = elements.numbered("season", elements.field(source, "volume"))
    shown = (italic(series), season, elements.numbered("episode", number))
    kind = elements.field(source, "genre")
    date = whole_date(source)
    house = elements.publisher(source)
    aired = commas(f"aired {date}" if date else UNDATED, f"on {house}" if house else "")
    by, by_whom = contributors(source), contributors(source, entry=True)
    after = commas(elements.medium(source), elements.archive(source))
    where = capital(commas(*shown, kind))
    entry = (where, *by_whom, capital(aired))
    return Layout(setting, (*shown, kind, *by, aired), "", entry, entry, after=after)


def recording(source: Source) -> Layout:
    """A song or a recording, 14.263: on what it came out, with whom, and the label."""
    album = elements.field(source, "container-title")
    setting = quoted if album else italic
    on = f"on {italic(album)}" if album else ""
    by, by_whom = contributors(source), contributors(source, entry=True)
    track = commas(elements.numbered("track", elements.field(source, "chapter-number")))
    about = (track, on, elements.series(source), elements.volume(source), *elements.kinds(source))
    after = commas(elements.medium(source), elements.archive(source))
    imprint, place = elements.imprint(source), elements.publisher(source)
    entry = (*by_whom, capital(commas(*about)))
    return Layout(setting, (*by, *about), imprint, (*entry, imprint), (*entry, place), after=after)


def performance(source: Source) -> Layout:
    """A performance, 14.266: the work, with whom, where and when it was seen."""
    date = printed(source, "event-date", day) or whole_date(source) or UNDATED
    event = elements.field(source, "event-title") or elements.field(source, "event")
    where = (elements.field(source, "genre"), event, elements.publisher(source))
    town = elements.field(source, "event-place")
    by, by_whom = contributors(source), contributors(source, entry=True)
    dated, undated = commas(*where, town, date), commas(*where, town, beyond_year(source, date))
    after = commas(elements.field(source, "medium"), elements.archive(source))
    note = (*by, dated)
    entry, again = (*by_whom, capital(dated)), (*by_whom, capital(undated))
    return Layout(italic, note, "", entry, again, pages=None, after=after)


def webpage(source: Source) -> Layout:
    """A page of a website, 14.207: the site in roman, its date, else when it was read.

    The name of a blog is in italics (14.208).
    """
    date, read = whole_date(source), elements.accessed(source)
    site = (_site(source), *_what(source), elements.publisher(source))
    by, by_whom = contributors(source), contributors(source, entry=True)
    entry = (*by_whom, *map(capital, site), capital(date or read))
    undated = (*by_whom, *map(capital, site), capital(beyond_year(source, date) if date else read))
    kept = elements.archive(source)
    return Layout(quoted, (*by, *site, date or read), "", entry, undated, pages=None, after=kept)


def _site(source: Source) -> str:
    name = elements.field(source, "container-title")
    if source.type != "post-weblog" or not name:
        return name
    return italic(name) + ("" if "blog" in name.lower() else " (blog)")


def _what(source: Source) -> tuple[str, ...]:
    """What kind of page it is, unless that is what every one of its type is."""
    kind = elements.field(source, "genre")
    return ("" if source.type == "post-weblog" and "blog" in kind.lower() else kind,)
