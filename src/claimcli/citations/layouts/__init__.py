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
from claimcli.citations.contributors import lead
from claimcli.citations.creators import LEGAL
from claimcli.citations.issue_dates import years
from claimcli.citations.layouts import books, legal, media, periodicals, unpublished
from claimcli.citations.layouts.layout import Layout
from claimcli.citations.short_titles import shortened
from claimcli.citations.typography import capital, commas, rich, sentences
from claimcli.model import Source


class Form(NamedTuple):
    """A work in full: `note` lacks the place cited, the link and the period; `entry` is whole.

    `listed` is the entry in a list that author-date references lead to, with the year in front.
    `pages` is what parts the note from page numbers; None where a locator stays as recorded.
    Before page numbers goes `volume`, which `paged`, the note that they follow, has not.
    `title` is the short title as it is set; `is_title` tells that the note ends with a title.
    `again` is what stands for the title where a work is cited once more.
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
    again: str


_LAYOUTS: dict[str, Callable[[Source], Layout]] = {
    "article": periodicals.preprint,
    "article-journal": periodicals.article,
    "article-magazine": periodicals.of_a_day,
    "article-newspaper": periodicals.of_a_day,
    "bill": legal.statute,
    "broadcast": media.broadcast,
    "chapter": books.chapter,
    "collection": unpublished.collection,
    "dataset": books.dataset,
    "document": unpublished.document,
    "entry": books.chapter,
    "entry-dictionary": books.chapter,
    "entry-encyclopedia": books.chapter,
    "figure": media.picture,
    "graphic": media.picture,
    "hearing": legal.hearing,
    "interview": unpublished.interview,
    "legal_case": legal.case,
    "legislation": legal.statute,
    "manuscript": unpublished.manuscript,
    "map": media.picture,
    "motion_picture": media.film,
    "paper-conference": unpublished.conference,
    "patent": legal.patent,
    "performance": media.performance,
    "personal_communication": unpublished.letter,
    "post": media.webpage,
    "post-weblog": media.webpage,
    "regulation": legal.statute,
    "report": unpublished.report,
    "review": periodicals.review,
    "review-book": periodicals.review,
    "song": media.recording,
    "speech": unpublished.speech,
    "thesis": unpublished.thesis,
    "treaty": legal.treaty,
    "webpage": media.webpage,
}


def form(source: Source) -> Form:
    """The forms of a source, after its CSL type; a type without a rule is set as a book."""
    layout = _layout(source)(source)
    title = elements.title(source, layout.title) if layout.named is None else layout.named
    maker = lead(source) if layout.maker is None else layout.maker
    has_words = bool(title or any(layout.note))
    facts = f" ({layout.facts})" if layout.facts and has_words else ""
    note = commas(maker, title, *layout.note) + facts if has_words else commas(maker, layout.facts)
    unpaged = (part for part in layout.note if part != f"vol. {layout.volume}")
    paged = commas(maker, title, *unpaged) + facts if layout.volume else note
    first = lead(source, entry=True), capital(title)
    link = elements.link(source)
    name = layout.title(rich(short_title(source)))
    return Form(
        note=note,
        entry=_entry(first, layout, layout.date, link),
        listed=_entry(_with_year(source, *first), layout, layout.rest, link),
        title=name,
        pages=layout.pages,
        link=commas(layout.after, link),
        volume=layout.volume,
        paged=paged,
        is_title=not facts and not any(layout.note),
        again=_again(source, layout, name),
    )


def _again(source: Source, layout: Layout, name: str) -> str:
    """The title by its key words (14.33), as it is set; of what has none, what it is.

    A law and a classic keep theirs, and so does what has a short title recorded.
    """
    if layout.named == "" and source.type != "personal_communication":
        return next(filter(None, layout.note), "")
    if source.type in (*LEGAL, "classic") or short_title(source) != source.title:
        return name
    title = shortened(rich(source.title or ""), str(source.csl.get("language") or ""))
    return layout.title(capital(title))


def _entry(first: tuple[str, ...], layout: Layout, date: str, link: str) -> str:
    return sentences(*first, *map(capital, (*layout.entry(date), layout.after)), link)


def _layout(source: Source) -> Callable[[Source], Layout]:
    by_title = source.type not in _LAYOUTS or (source.type == "manuscript" and not lead(source))
    if source.type == "classic" or (by_title and goes_by_title(source)):
        return books.primary
    return _LAYOUTS.get(source.type, books.book)


def _with_year(source: Source, lead: str, title: str) -> tuple[str, ...]:
    """Maker, year and title, or title and year (15.34); no year where none is cited (15.40)."""
    if goes_by_title(source):
        return lead, title
    year = re.sub(r"^\[(.*)\] ", r"(\1) ", years(source))
    year = year if year.startswith("[") else capital(year)
    return (lead, year, title) if lead else (title, year)
