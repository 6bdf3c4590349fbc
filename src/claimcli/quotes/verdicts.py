"""A quotation held against a text: found as it stands, nearly, elsewhere, twice or not at all."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from claimcli.quotes.finding import Span, chains, find, occurrences, readings
from claimcli.quotes.nearness import Near, difference, nearest
from claimcli.quotes.normalising import Normalised, normalise
from claimcli.quotes.pages import located_pages
from claimcli.quotes.witness import Witness

CONTEXT = 32
"""Characters of context on either side in a selector."""


_NO_TELLING = 1
"""Two places that need so nearly as many characters changed are equally near."""


class Status(StrEnum):
    """What became of a quotation; `no text` is for callers that have none to hold it against."""

    EXACT = "exact"
    NORMALISED = "normalised"
    NEAR = "near"
    ELSEWHERE = "elsewhere"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    NO_TEXT = "no text"


class Selector(msgspec.Struct, frozen=True, tag_field="type", tag="TextQuoteSelector"):
    """A W3C Web Annotation TextQuoteSelector: the text as it stands, and what is around it."""

    exact: str
    prefix: str
    suffix: str


class Place(msgspec.Struct, frozen=True):
    """Where a text has a quotation: one span of characters for each part between omissions.

    `line` counts from 1. `page` is the printed page where the text tells it. `sheet` is the
    ordinal of the sheet in the file, from 1, where form feeds part sheets; it is no page. All are
    those of the first character.
    """

    spans: tuple[tuple[int, int], ...]
    line: int
    page: str | None
    selectors: tuple[Selector, ...]
    sheet: int | None = None


class Verdict(msgspec.Struct, frozen=True):
    """What became of a quotation, and every place that it may be.

    One place, unless it is ambiguous or missing, or there is more than one elsewhere or as near.
    `difference` is for what is not there as quoted: `[-the text's words-]{+the quotation's+}`.
    """

    status: Status
    places: tuple[Place, ...] = ()
    difference: str | None = None


def verify(quote: str, locator: str | None, witness: Witness) -> Verdict:
    """Hold a quotation against a text.

    Case is wording: a quotation that differs in it is near, except for a letter in brackets, with
    which a quoter owns to the change (`[T]he`). A quotation is whole words, one after another,
    and `[…]` passes over at most about a page.

    Args:
        quote: the quotation, in which `[…]` or `[...]` stands for an omission.
        locator: where it is said to stand (`p. 63`, `pp. 311-312`). Of two places the one on that
            page is taken; a locator that names no page says nothing.
        witness: the text, from `prepare`.
    """
    found = _found(quote, witness)
    if not found:
        return _nearly(quote, locator, witness)
    located = located_pages(locator)
    here = [spans for spans in found if _on_page(spans, located, witness)]
    places = tuple(_place(spans, witness) for spans in here or found)
    if not here:
        return Verdict(Status.ELSEWHERE, places)
    if len(here) > 1:
        return Verdict(Status.AMBIGUOUS, places)
    return Verdict(_as_quoted(quote, places[0]), places)


def _found(quote: str, witness: Witness) -> list[tuple[Span, ...]]:
    """The places of the likeliest reading that has any: each as spans of characters."""
    for parts in readings(quote):
        for text in (witness.flow, witness.furnished):
            if text is not None and (found := find(parts, text)):
                return [tuple(text.span(*letters) for letters in chain) for chain in found]
    return []


def _as_quoted(quote: str, place: Place) -> Status:
    exact = tuple(selector.exact for selector in place.selectors)
    same = any(exact == parts for parts in readings(quote)[:2])
    return Status.EXACT if same else Status.NORMALISED


def _on_page(spans: tuple[Span, ...], located: list[tuple[int, int]], witness: Witness) -> bool:
    return witness.pages.allows(located, spans[0][0], spans[-1][1])


def _place(spans: tuple[Span, ...], witness: Witness) -> Place:
    start = spans[0][0]
    selectors = tuple(selector(witness.text, *span) for span in spans)
    page = witness.pages.label(start)
    return Place(spans, witness.line(start), page, selectors, witness.sheet(start))


def selector(text: str, start: int, end: int) -> Selector:
    """A selector of the characters from start to end, with 32 characters of context."""
    return Selector(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def _nearly(quote: str, locator: str | None, witness: Witness) -> Verdict:
    """The place that comes nearest, or all that are equally near: none has these words."""
    parts = [normalise(part) for part in readings(quote)[-1]]
    near = [_part_places(part, witness) for part in parts]
    if not all(near):
        return Verdict(Status.MISSING)
    distances = {n.span: n.distance for places in near for n in places}
    linked = chains([[n.span for n in places] for places in near])
    located = located_pages(locator)
    flow = witness.flow
    printed = {chain: tuple(flow.span(*letters) for letters in chain) for chain in linked}
    here = [chain for chain in linked if _on_page(printed[chain], located, witness)] or linked
    if not here:
        return Verdict(Status.MISSING)
    least = min(sum(map(distances.__getitem__, chain)) for chain in here)
    best = [c for c in here if sum(map(distances.__getitem__, c)) <= least + _NO_TELLING]
    shown = (difference(*pair) for pair in zip(parts, [flow] * len(parts), best[0], strict=True))
    return Verdict(
        Status.NEAR,
        tuple(_place(printed[chain], witness) for chain in best),
        " […] ".join(shown),
    )


def _part_places(part: Normalised, witness: Witness) -> list[Near]:
    """Where one part of a quotation is, or else nearly is."""
    as_quoted = [Near(span, 0) for span in occurrences(part, witness.flow)]
    return as_quoted or nearest(part, witness.flow, witness.words)
