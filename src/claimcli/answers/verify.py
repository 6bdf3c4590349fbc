"""Quotations of a corpus held against the texts they were read in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

import msgspec

from claimcli.answers.views import View
from claimcli.model import Claim
from claimcli.quotes import Place, Status, Verdict, verify
from claimcli.texts import Texts, place_read
from claimcli.texts.page_ranges import located_pages

VERIFIED_FIELDS = (
    "id",
    "source",
    "quote",
    "verdict",
    "page",
    "locator",
    "difference",
    "hint",
    "passed_over",
    "places",
)
"""The keys of a quotation that was held against its text."""

FAILED = frozenset({Status.MISSING, Status.NEAR})
"""The text does not have these words."""

IN_ORDER = frozenset({Status.EXACT, Status.NORMALISED})
"""The text has these words, where they are said to stand."""

GRAVEST_FIRST = (
    Status.MISSING,
    Status.NEAR,
    Status.AMBIGUOUS,
    Status.ELSEWHERE,
    Status.NO_TEXT,
    Status.NORMALISED,
    Status.EXACT,
)
"""Verdicts in the order in which a person should look at them."""


class Verified(msgspec.Struct, frozen=True):
    """A claim's quote with the verdict on it; `file` is the text, None where there is none."""

    claim: Claim
    verdict: Verdict
    file: str | None = None

    @property
    def status(self) -> Status:
        """The verdict in a word."""
        return self.verdict.status


def verified(claims: Iterable[Claim], texts: Texts) -> Iterator[Verified]:
    """Hold each quote against the text of its witness; claims without a quote are passed over.

    Raises `UnreadableText` for a text that cannot be read.
    """
    for claim in claims:
        if claim.quote is not None:
            yield _held(claim, claim.quote, texts)


def _held(claim: Claim, quote: str, texts: Texts) -> Verified:
    source = claim.witness or ""
    witness = texts.witness(source)
    if witness is None:
        return Verified(claim, Verdict(Status.NO_TEXT))
    return Verified(claim, verify(quote, place_read(claim), witness), str(texts.file(source)))


def tally(found: Iterable[Verified]) -> dict[Status, int]:
    """How many quotes there are of each verdict, exact first; verdicts without any left out."""
    met = [one.status for one in found]
    return {status: met.count(status) for status in Status if status in met}


def without_text(found: Iterable[Verified]) -> dict[str, int]:
    """For each source whose text is not at hand, how many quotes wait for it."""
    waiting: dict[str, int] = {}
    for one in found:
        if one.status is Status.NO_TEXT:
            source = one.claim.witness or "no work named"
            waiting[source] = waiting.get(source, 0) + 1
    return waiting


def without_page(found: Iterable[Verified]) -> int:
    """How many quotes stand in their text, whose page the text does not tell: it is not checked."""
    return sum(
        one.status in IN_ORDER
        and bool(located_pages(place_read(one.claim)))
        and one.verdict.places[0].page is None
        for one in found
    )


def verified_view(one: Verified) -> View:
    """A quotation as published; `page` is the printed page, where one place was found on one."""
    places = one.verdict.places
    return {
        "id": one.claim.id,
        "source": one.claim.witness,
        "quote": one.claim.quote,
        "verdict": str(one.status),
        "page": places[0].page if len(places) == 1 else None,
        "locator": place_read(one.claim),
        "difference": one.verdict.difference,
        "hint": one.verdict.hint,
        "passed_over": [msgspec.to_builtins(denied) for denied in one.verdict.passed_over],
        "places": [_place_view(place, one.file) for place in places],
    }


def _place_view(place: Place, file: str | None) -> View:
    """A place in a text: characters from `start` to `end`, omissions included."""
    sheet = f", sheet {place.sheet}" if place.sheet else ""
    page = f", p. {place.page}" if place.page else sheet
    name = PurePath(file).name if file else ""
    return {
        "file": file,
        "line": place.line,
        "start": place.spans[0][0],
        "end": place.spans[-1][1],
        "page": place.page,
        "text": f"{name}:{place.line}{page}",
        "selectors": [msgspec.to_builtins(selector) for selector in place.selectors],
    }
