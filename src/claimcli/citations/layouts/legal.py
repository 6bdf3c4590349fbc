"""Laws, cases, treaties, hearings, patents: Chicago 17, 14.258, 14.269 to 14.305."""

from __future__ import annotations

from claimcli.citations import elements
from claimcli.citations.contributors import named
from claimcli.citations.creators import creators
from claimcli.citations.issue_dates import UNDATED, day, printed
from claimcli.citations.layouts.layout import Layout, beyond_year, whole_date
from claimcli.citations.typography import bare, capital, commas, italic
from claimcli.model import Source


def treaty(source: Source) -> Layout:
    """A treaty, 14.290: its title, the parties, the day, and where it is printed."""
    parties = "-".join(person.in_order for person in creators(source, "author"))
    date, where = whole_date(source) or UNDATED, elements.field(source, "event-place")
    about = (elements.field(source, "genre"), parties, where)
    series = _reporter(source) or elements.publisher(source)
    rest = (*_numbers(source), series)
    day_only = beyond_year(source, date)
    note = (*about, date, *rest)
    entry = commas(*about, date), commas(*rest)
    undated = commas(*about, day_only), commas(*rest)
    kept = elements.archive(source)
    return Layout(
        *(bare, note, "", tuple(map(capital, entry)), tuple(map(capital, undated))),
        after=kept,
    )


def statute(source: Source) -> Layout:
    """A law, a bill, a regulation, 14.281 to 14.283: numbers, code or reporter, the year."""
    issued_by = commas(
        elements.field(source, "jurisdiction"),
        elements.field(source, "authority") or named(creators(source, "author")),
    )
    about = (issued_by, elements.field(source, "genre"), *_numbers(source), _reporter(source))
    date = whole_date(source) or UNDATED
    where = commas(elements.publisher(source), date)
    entry = (capital(commas(*about)), capital(where))
    undated = (
        capital(commas(*about)),
        commas(elements.publisher(source), beyond_year(source, date)),
    )
    kept = elements.archive(source)
    return Layout(bare, about, where, entry, undated, after=kept)


def case(source: Source) -> Layout:
    """A case, 14.276: `Bridges v. California, 314 U.S. 252 (1941)`; unreported, by its day."""
    reporter = _reporter(source)
    date = elements.years(source) if reporter else whole_date(source) or UNDATED
    court = commas(elements.field(source, "jurisdiction"), elements.field(source, "authority"))
    facts = f"{court} {date}".strip() if reporter else commas(court, date)
    numbers = commas(elements.field(source, "genre"), *_numbers(source), reporter)
    entry = f"{numbers} ({facts})".strip()
    undated = f"{numbers} ({court})" if court else numbers
    kept = elements.archive(source)
    return Layout(
        *(italic, (numbers,), facts, (capital(entry),), (capital(undated),)),
        after=kept,
    )


def hearing(source: Source) -> Layout:
    """A hearing, 14.286, 14.291: before whom, in which session, on which day."""
    before = commas(elements.field(source, "section"), elements.field(source, "authority"))
    chair = named(creators(source, "chair"))
    kind = elements.field(source, "genre") or "hearing"
    what = f"{kind} before the {elements.without_article(before)}" if before else kind
    date = whole_date(source) or UNDATED
    session = elements.field(source, "chapter-number")
    number, town = elements.field(source, "number"), elements.field(source, "event-place")
    about = (what, f"chaired by {chair}" if chair else "", session, number, town)
    house = elements.publisher(source)
    dated, undated = commas(*about, date), commas(*about, beyond_year(source, date))
    kept = elements.archive(source)
    entry = (capital(dated), house, capital(kept))
    again = (capital(undated), house, capital(kept))
    return Layout(italic, (dated, house, kept), "", entry, again)


def patent(source: Source) -> Layout:
    """A patent, 14.258: its number, when it was filed and when it was issued."""
    number = elements.field(source, "number")
    land = elements.field(source, "jurisdiction") or elements.field(source, "authority")
    kind = elements.field(source, "genre") or commas(f"{land} patent".strip())
    filed, issued = printed(source, "submitted", day), printed(source, "issued", day)
    dates = (f"filed {filed}" if filed else "", f"issued {issued}" if issued else UNDATED)
    dated = f"{dates[0]}, and {dates[1]}" if all(dates) and issued else commas(*dates)
    entry = (capital(commas(f"{kind} {number}".strip(), dated)),)
    note = (f"{kind} {number}".strip(), dated)
    return Layout(bare, note, "", entry, entry)


def _reporter(source: Source) -> str:
    """Where it is printed, as lawyers cite it: `314 U.S. 252`."""
    series, page = elements.field(source, "container-title"), elements.page_range(source)
    return " ".join(filter(None, (elements.field(source, "volume"), series, page)))


def _numbers(source: Source) -> tuple[str, str, str]:
    """Its number, its chapter and its section."""
    chapter, section = (elements.field(source, key) for key in ("chapter-number", "section"))
    return (
        elements.field(source, "number"),
        elements.numbered("ch.", chapter),
        elements.numbered("§", section),
    )
