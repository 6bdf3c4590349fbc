"""Articles and reviews in journals, magazines and newspapers: Chicago 17, 14.164 to 14.204."""

from __future__ import annotations

import re

from claimcli.citations import elements
from claimcli.citations.contributors import contributors
from claimcli.citations.issue_dates import UNDATED, day, month, printed, status
from claimcli.citations.layouts.layout import Layout, beyond_year, whole_date
from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import commas
from claimcli.model import Source


def article(source: Source) -> Layout:
    """An article in a journal, 14.168 to 14.178: pages follow the year after a colon."""
    journal, by = _numbers(source), _others(source)
    pages = elements.page_range(source) or elements.field(source, "number")
    pages = f": {pages}" if pages else ""
    by_whom, first = _others(source, entry=True), elements.first_published(source)
    date = printed(source, "issued", month) or status(source) or UNDATED
    return Layout(
        *(quoted, (*by, journal)),
        entry=lambda date: (*by_whom, f"{journal}{f' ({date})' if date else ''}{pages}", first),
        date=date,
        rest=_within_year(date),
        facts=date,
        pages=": ",
    )


def _others(source: Source, *, entry: bool = False) -> tuple[str, ...]:
    """Translators and others; not the editors, who are those of the journal."""
    return contributors(source, entry=entry, without=("editor",))


def _numbers(source: Source) -> str:
    """The journal, its series (14.184), its volume with the part, its issue."""
    journal, issue = elements.container(source, "journal"), elements.field(source, "issue")
    volume, series = elements.field(source, "volume"), elements.series(source)
    whole = commas(journal, series, volume) if series else f"{journal} {volume}".strip()
    supplement = elements.numbered("supp.", elements.field(source, "supplement-number"))
    number = f"no. {issue}" if issue else ""
    return commas(whole, elements.part(source), number, supplement, elements.section(source))


def _within_year(when: str) -> str:
    """The month or season of a date in words; empty for a year alone (15.48)."""
    found = re.fullmatch(r"([A-Z]\D*) \d+( BCE)?", when)
    return found[1] if found else ""


def review(source: Source) -> Layout:
    """A review, 14.202: of what and whose work, in a journal or in a newspaper of its day."""
    own, work = elements.reviewed(source)
    layout = of_a_day(source) if _is_of_a_day(source) else article(source)
    if not work:
        return layout
    return layout._replace(
        note=(work, *layout.note),
        entry=lambda date: (work, *layout.entry(date)),
        named=quoted(own) if own else "",
    )


def _is_of_a_day(source: Source) -> bool:
    """Whether a periodical goes by its day: it has one, and neither a volume nor an issue."""
    numbered = elements.field(source, "volume") or elements.field(source, "issue")
    return not numbered and day(source.issued) != month(source.issued)


def of_a_day(source: Source) -> Layout:
    """An article in a magazine or a newspaper, 14.188 to 14.193: the day, and no volume."""
    paper, date = _paper(source), whole_date(source) or UNDATED
    where = (elements.edition_of_a_day(source), elements.section(source))
    by_whom = _others(source, entry=True)
    return Layout(
        *(quoted, (*_others(source), commas(paper, date, *where))),
        entry=lambda date: (*by_whom, commas(paper, date, *where)),
        date=date,
        rest=beyond_year(source, date),
    )


def _paper(source: Source) -> str:
    """The name of a magazine or a newspaper, and its town where it is not in the name (14.191)."""
    kind = source.type.removeprefix("article-")
    paper = elements.container(source, "periodical" if kind.startswith("review") else kind)
    town = elements.field(source, "publisher-place")
    return f"{paper} ({town})" if town and town.lower() not in paper.lower() else paper


def preprint(source: Source) -> Layout:
    """An article that no journal has, 14.173: what it is, where and when it was put out."""
    if elements.field(source, "container-title"):
        return article(source)
    kind = elements.field(source, "genre") or "preprint"
    house, archive = elements.publisher(source), elements.archive(source)
    what = (kind, house, archive, elements.field(source, "number"))
    date, by_whom = whole_date(source) or UNDATED, contributors(source, entry=True)
    return Layout(
        *(quoted, (*contributors(source), *what, date)),
        entry=lambda date: (*by_whom, commas(*what, date)),
        date=date,
        rest=beyond_year(source, date),
    )
