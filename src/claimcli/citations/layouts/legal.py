"""Laws, cases, treaties, hearings, patents: Chicago 17, 14.258, 14.269 to 14.305."""

from __future__ import annotations

from claimcli.citations import elements
from claimcli.citations.contributors import named
from claimcli.citations.creators import creators
from claimcli.citations.issue_dates import UNDATED, day, printed
from claimcli.citations.layouts.layout import Layout, beyond_year, whole_date
from claimcli.citations.typography import bare, commas, italic
from claimcli.model import Source


def treaty(source: Source) -> Layout:
    """A treaty, 14.290: its title, the parties, the day, and where it is printed."""
    parties = bare("-".join(person.in_order for person in creators(source, "author")))
    place = elements.field(source, "event-place")
    about = (elements.field(source, "genre"), parties, place)
    date, series = whole_date(source) or UNDATED, _reporter(source) or elements.publisher(source)
    where = commas(*_numbers(source), series)
    return Layout(
        *(bare, (*about, date, where)),
        entry=lambda date: (commas(*about, date), where),
        date=date,
        rest=beyond_year(source, date),
        after=elements.archive(source),
    )


def statute(source: Source) -> Layout:
    """A law, a bill, a regulation, 14.281 to 14.283: numbers, code or reporter, the year."""
    issued_by = elements.field(source, "authority") or named(creators(source, "author"))
    who = commas(elements.field(source, "jurisdiction"), issued_by)
    about = commas(who, elements.field(source, "genre"), *_numbers(source), _reporter(source))
    house, date = elements.publisher(source), whole_date(source) or UNDATED
    return Layout(
        *(bare, (about,)),
        entry=lambda date: (about, commas(house, date)),
        date=date,
        rest=beyond_year(source, date),
        facts=commas(house, date),
        after=elements.archive(source),
    )


def case(source: Source) -> Layout:
    """A case, 14.276: `Bridges v. California, 314 U.S. 252 (1941)`; unreported, by its day."""
    reporter = _reporter(source)
    date = elements.years(source) if reporter else whole_date(source) or UNDATED
    court = commas(elements.field(source, "jurisdiction"), elements.field(source, "authority"))
    numbers = commas(elements.field(source, "genre"), *_numbers(source), reporter)

    def decided(date: str) -> str:
        return f"{court} {date}".strip() if reporter else commas(court, date)

    def entry(date: str) -> tuple[str, ...]:
        facts = decided(date)
        return (f"{numbers} ({facts})".strip() if facts else numbers,)

    facts, kept = decided(date), elements.archive(source)
    return Layout(italic, (numbers,), entry, date, facts=facts, after=kept)


def hearing(source: Source) -> Layout:
    """A hearing, 14.286, 14.291: before whom, in which session, on which day."""
    about = commas(_before(source), *(elements.field(source, key) for key in _SESSION))
    date = whole_date(source) or UNDATED
    kept = (elements.publisher(source), elements.archive(source))
    return Layout(
        *(italic, (about, date, *kept)),
        entry=lambda date: (commas(about, date), *kept),
        date=date,
        rest=beyond_year(source, date),
    )


_SESSION = ("chapter-number", "number", "event-place")
"""Where a hearing has its session, its number and its town."""


def _before(source: Source) -> str:
    """The committee and the house that heard, and who was in the chair."""
    body = commas(elements.field(source, "section"), elements.field(source, "authority"))
    kind, chair = elements.field(source, "genre") or "hearing", creators(source, "chair")
    what = f"{kind} before the {elements.without_article(body)}" if body else kind
    return commas(what, f"chaired by {named(chair)}" if chair else "")


def patent(source: Source) -> Layout:
    """A patent, 14.258: its number, when it was filed and when it was issued."""
    land = elements.field(source, "jurisdiction") or elements.field(source, "authority")
    kind = elements.field(source, "genre") or f"{land} patent".strip()
    number = f"{kind} {elements.field(source, 'number')}".strip()
    filed, issued = printed(source, "submitted", day), printed(source, "issued", day)
    dates = (f"filed {filed}" if filed else "", f"issued {issued}" if issued else UNDATED)
    dated = ", and ".join(dates) if filed and issued else commas(*dates)
    return Layout(bare, (number, dated), lambda _: (commas(number, dated),))


def _reporter(source: Source) -> str:
    """Where it is printed, as lawyers cite it: `314 U.S. 252`."""
    series, page = elements.field(source, "container-title"), elements.page_range(source)
    return " ".join(filter(None, (elements.field(source, "volume"), series, page)))


def _numbers(source: Source) -> tuple[str, str, str]:
    """Its number, its chapter and its section."""
    chapter, section = (elements.field(source, key) for key in ("chapter-number", "section"))
    number = elements.field(source, "number")
    return number, elements.numbered("ch.", chapter), elements.numbered("§", section)
