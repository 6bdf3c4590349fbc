"""W405 and W412: pages that a work does not have, and pages that lead back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcli.checks.survey import Survey
from claimcli.corpus.findings import Finding, finding
from claimcli.model import Source

_PAGELESS = frozenset(
    "broadcast dataset event figure graphic interview map motion_picture performance "
    "personal_communication post post-weblog software song speech webpage".split()
)
_PAGED_BY = ("type", "page", "number-of-pages")
_PAGE = re.compile(r"(?:pp?|pages?|S|с|стр)\b\.?\s*(\d+)(?:\s*[-\u2010-\u2015]\s*(\d+))?")
_EXTENT = re.compile(r"\D{0,4}(\d{1,9})\s*(?:[-\u2010-\u2015]\s*(\d{1,9}))?\D{0,2}")


def impossible_page(survey: Survey) -> Iterator[Finding]:
    """W405: pages of a work that is known to have none, or not all of those."""
    for claim in survey.reading.claims:
        for path, citation in claim.works:
            given = _PAGE.match(citation.locator or "")
            source = survey.source(citation.source, *_PAGED_BY)
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


def backward_pages(survey: Survey) -> Iterator[Finding]:
    """W412: pages of which the last lies before the first."""
    for claim in survey.reading.claims:
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
