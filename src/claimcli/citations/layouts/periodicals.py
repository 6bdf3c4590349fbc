"""Articles and reviews in journals, magazines and newspapers: Chicago 17, 14.164 to 14.204."""

from __future__ import annotations

import re

from claimcli.citations import elements
from claimcli.citations.contributors import contributors
from claimcli.citations.issue_dates import UNDATED, day, month, printed, status
from claimcli.citations.layouts.layout import Layout, beyond_year, whole_date
from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import capital, commas
from claimcli.model import Source


def article(source: Source) -> Layout:
    """An article in a journal, 14.168 to 14.178: pages follow the year after a colon."""
    note, when, entry, undated = _in_journal(source)
    by, by_whom = _translated(source), _translated(source, entry=True)
    first = elements.first_published(source)
    return Layout(
        quoted, (*by, note), when, (*by_whom, entry, first), (*by_whom, undated), pages=": "
    )


def _translated(source: Source, *, entry: bool = False) -> tuple[str, ...]:
    """Translators and others; not the editors, who are those of the journal."""
    return contributors(source, entry=entry, without=("editor",))


def _in_journal(source: Source) -> tuple[str, str, str, str]:
    """The journal with its numbers, the date, and both with the pages as entries have them."""
    numbers = _numbers(source)
    when = printed(source, "issued", month) or status(source) or UNDATED
    pages = elements.page_range(source) or elements.field(source, "number")
    pages = f": {pages}" if pages else ""
    entry, undated = f"{numbers} ({when}){pages}", f"{numbers}{_within_year(when)}{pages}"
    return numbers, when, capital(entry), capital(undated)


def _numbers(source: Source) -> str:
    """The journal, its series (14.184), its volume with the part, its issue."""
    journal, issue = elements.container(source, "journal"), elements.field(source, "issue")
    volume, series = elements.field(source, "volume"), elements.series(source)
    whole = commas(journal, series, volume) if series else f"{journal} {volume}".strip()
    supplement = elements.field(source, "supplement-number")
    return commas(
        whole,
        elements.part(source),
        f"no. {issue}" if issue else "",
        f"supp. {supplement}" if supplement else "",
        elements.section(source),
    )


def _within_year(when: str) -> str:
    """The month or season of a date in words, in parentheses; empty for a year alone (15.48)."""
    found = re.fullmatch(r"([A-Z]\D*) \d+( BCE)?", when)
    return f" ({found[1]})" if found else ""


def review(source: Source) -> Layout:
    """A review, 14.202: of what and whose work, in a journal or in a newspaper of its day."""
    own, work = elements.reviewed(source)
    if not work:
        return of_a_day(source) if _is_of_a_day(source) else article(source)
    named = quoted(own) if own else ""
    if _is_of_a_day(source):
        layout = of_a_day(source)
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


def of_a_day(source: Source) -> Layout:
    """An article in a magazine or a newspaper, 14.188 to 14.191: the day, and no volume."""
    kind = source.type.removeprefix("article-")
    paper = elements.container(source, "periodical" if kind.startswith("review") else kind)
    town = elements.field(source, "publisher-place")
    paper = f"{paper} ({town})" if town and town.lower() not in paper.lower() else paper
    date, where = whole_date(source), (elements.edition(source), elements.section(source))
    dated, undated = (
        commas(paper, date or UNDATED, *where),
        commas(paper, beyond_year(source, date), *where),
    )
    by, by_whom = _translated(source), _translated(source, entry=True)
    return Layout(
        quoted, (*by, dated), "", (*by_whom, capital(dated)), (*by_whom, capital(undated))
    )


def preprint(source: Source) -> Layout:
    """An article that no journal has, 14.173: what it is, where and when it was put out."""
    if elements.field(source, "container-title"):
        return article(source)
    kind = elements.field(source, "genre") or "preprint"
    number, date = elements.field(source, "number"), whole_date(source)
    house, archive = elements.publisher(source), elements.archive(source)
    dated = commas(kind, house, archive, number, date or UNDATED)
    undated = commas(kind, house, archive, number, beyond_year(source, date))
    by, by_whom = contributors(source), contributors(source, entry=True)
    return Layout(
        quoted, (*by, dated), "", (*by_whom, capital(dated)), (*by_whom, capital(undated))
    )
