"""4xx, who speaks through whom: chains of reports, pages, and what a claim says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcli import dates
from claimcli.checks.known import Known
from claimcli.corpus.placing import Finding, finding
from claimcli.corpus.readers import FieldPath
from claimcli.model import Claim, Source


def repeated_chain(known: Known) -> Iterator[Finding]:
    """E401: a work that stands twice on the way from the holder to the text that was read."""
    for claim in known.reading.claims:
        if not claim.via:
            continue
        seen: set[str] = set()
        for path, source in _steps(claim):
            if source in seen:
                yield _repetition(claim, path, source)
            seen.add(source)


def _steps(claim: Claim) -> Iterator[tuple[FieldPath, str]]:
    """The works from the holder outward, each with its path in the claim."""
    chain = ((path, work.source) for path, work in claim.works if path[0] != "basis")
    yield from (((*path, "source"), source) for path, source in chain)


def _repetition(claim: Claim, path: FieldPath, source: str) -> Finding:
    if claim.citation and source == claim.citation.source:
        message = f"'{source}' is the work that is cited, so it cannot also be the report of it"
        hint = "drop it from `via` if it was read itself, else name the work in which it was read"
    else:
        message = f"'{source}' stands twice in `via`, so the chain runs in a circle"
        hint = "name each work once, from the holder outward; the last is the one that was read"
    return finding("E401", claim, path, message, hint)


def nowhere_chain(known: Known) -> Iterator[Finding]:
    """W402: the last work of `via`, the one that was read, could not be found by anybody."""
    for claim in known.reading.claims:
        read = known.source(claim.via[-1].source, *_FOUND_BY) if claim.via else None
        if read and not _can_be_found(read):
            path = ("via", len(claim.via) - 1, "source")
            message = f"the chain ends in '{read.id}', which nothing recorded would let one find"
            hint = "give that source a title or an author, or say in its `note` what it is"
            yield finding("W402", claim, path, message, hint)


_CLUES = ("title", "container-title", "URL", "DOI", "archive", "archive_location", "call-number")
_FOUND_BY = (*_CLUES, "author", "editor", "note")
_DATES = ("issued", "original-date")


def _can_be_found(source: Source) -> bool:
    named = source.title or source.author or source.editor or source.note
    return bool(named) or any(source.csl.get(clue) for clue in _CLUES)


def later_report(known: Known) -> Iterator[Finding]:
    """W403: a work that was published after the work which is said to report it."""
    for claim in known.reading.claims:
        if not claim.via:
            continue
        for (_, reported), (path, report) in pairwise(_steps(claim)):
            earlier, later = (known.source(one, *_DATES) for one in (reported, report))
            if earlier and later and earlier is not later:
                yield from _published_after(claim, path, earlier, later)


def _published_after(
    claim: Claim, path: FieldPath, reported: Source, report: Source
) -> Iterator[Finding]:
    first, last = _first_year(reported), _last_year(report)
    if first is None or last is None or first <= last:
        return
    message = (
        f"'{report.id}' ({dates.year_in_words(last)}) cannot report "
        f"'{reported.id}' ({dates.year_in_words(first)}), which came out after it"
    )
    hint = (
        "`via` runs from the holder outward; if the order is right, look at both dates, and give "
        "a later edition its `original-date`"
    )
    yield finding("W403", claim, path, message, hint)


def _first_year(source: Source) -> int | None:
    try:
        return dates.parse(source.date or "").first_year
    except dates.DateError:
        return None


def _last_year(source: Source) -> int | None:
    try:
        return dates.parse(source.issued or source.date or "").last_year
    except dates.DateError:
        return None


def second_hand_without_quote(known: Known) -> Iterator[Finding]:
    """I404: a report of a claim, and none of its words to hold against the text."""
    for claim in known.reading.claims:
        if claim.via and not claim.quote:
            message = f"this was read in '{claim.via[-1].source}', and none of its words are quoted"
            hint = "add `quote:` with the few words of the report on which the record rests"
            yield finding("I404", claim, ("via",), message, hint, at_key=True)


_PAGELESS = frozenset(
    "broadcast dataset event figure graphic interview map motion_picture performance "
    "personal_communication post post-weblog software song speech webpage".split()
)
_PAGED_BY = ("type", "page", "number-of-pages")
_PAGE = re.compile(r"(?:pp?|pages?|S|с|стр)\b\.?\s*(\d+)(?:\s*[-\u2010-\u2015]\s*(\d+))?")
_EXTENT = re.compile(r"\D{0,4}(\d{1,9})\s*(?:[-\u2010-\u2015]\s*(\d{1,9}))?\D{0,2}")


def impossible_page(known: Known) -> Iterator[Finding]:
    """W405: pages of a work that is known to have none, or not all of those."""
    for claim in known.reading.claims:
        for path, citation in claim.works:
            given = _PAGE.match(citation.locator or "")
            source = known.source(citation.source, *_PAGED_BY)
            message = _page_problem(source, _given(given)) if given and source else None
            if message:
                hint = "look at the page, and at what is recorded of the work"
                yield finding("W405", claim, (*path, "locator"), message, hint)


def _given(found: re.Match[str]) -> tuple[int, ...]:
    """The page, or the first and the last, of a locator; a second that leads back is none."""
    first, last = found[1][:9], (found[2] or found[1])[:9]
    return _range(first, last) or (int(first),)


def _page_problem(source: Source, given: tuple[int, ...]) -> str | None:
    pages, length = source.csl.get("page"), source.csl.get("number-of-pages")
    if source.type in _PAGELESS and not pages and not length:
        kind = f"but its type is {source.type}, which has no pages"
        return f"page {given[0]} of '{source.id}', {kind}"
    extent = _extent(pages)
    for page in given:
        if extent and not extent[0] <= page <= extent[1]:
            return f"page {page} of '{source.id}', which stands on pages {pages}"
        if type(length) is str and length.isdecimal() and page > int(length[:9]) > 0:
            return f"page {page} of '{source.id}', which has {length} pages"
    return None


def _extent(pages: object) -> tuple[int, int] | None:
    """First and last page of `59-66` or `206-10`; None for anything less plain."""
    found = _EXTENT.fullmatch(pages) if type(pages) is str else None
    return _range(found[1], found[2]) if found and found[2] else None


def _range(first: str, last: str) -> tuple[int, int] | None:
    """First and last page as numbers; of the last only what has changed may be written."""
    whole = first[: max(0, len(first) - len(last))] + last
    return (int(first), int(whole)) if int(first) <= int(whole) else None


_PAGES = re.compile(
    r"(?<!\w)(pp|pages|p|page|S|с|стр)\b\.?\s*(\d+(?:\s*[-\u2010-\u2015]\s*\d+|\s*[,;]\s*\d+)+)(?!\w)"
)
_SPAN = re.compile(r"(\d{1,9})\s*[-\u2010-\u2015]\s*(\d{1,9})")


def backward_pages(known: Known) -> Iterator[Finding]:
    """W412: pages of which the last lies before the first."""
    for claim in known.reading.claims:
        for path, citation in claim.works:
            for label, pages in _PAGES.findall(citation.locator or ""):
                for span in _SPAN.finditer(pages):
                    if not _range(*span.groups()) and _are_two_pages(label, *span.groups()):
                        message = f"the pages {span[0]} end before they begin"
                        hint = "write the first page before the last"
                        yield finding("W412", claim, (*path, "locator"), message, hint)


def _are_two_pages(label: str, first: str, last: str) -> bool:
    """Whether these are the ends of a span: one page can be called `p. 3-1`, by its chapter."""
    return label not in ("p", "page") or len(first) == len(last) > 1


def unclear_without_note(known: Known) -> Iterator[Finding]:
    """W410: something is the recorder's judgement, and nobody learns why."""
    for claim in known.reading.claims:
        if claim.unclear and not claim.note:
            fields = " and ".join(claim.unclear)
            message = f"{fields} marked as unclear, without a note that says why"
            hint = "add `note:` with what in the text leaves it open"
            yield finding("W410", claim, ("unclear",), message, hint, at_key=True)
