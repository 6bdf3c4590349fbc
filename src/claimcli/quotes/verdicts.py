"""A quotation held against a text: found as it stands, nearly, elsewhere, twice or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

import msgspec

from claimcli.quotes.editorial_marks import Parts, bracketed, edited, readings, unchanged
from claimcli.quotes.interruptions import interrupted
from claimcli.quotes.nearness import Near, difference, lacks_numbers, nearest
from claimcli.quotes.negation import PassedOver, passed_over
from claimcli.quotes.occurrences import chains, find, part_places
from claimcli.texts.cited_pages import located_pages
from claimcli.texts.normalising import Normalised, Span, normalise
from claimcli.texts.note_numbers import note_at_end
from claimcli.texts.witness import Witness

CONTEXT = 32
"""Characters of context on either side in a selector."""


NOTE_NUMBER = "a note's number? the quotation lacks only what may be one"
OMISSION_UNMARKED = "write […] for what is left out: so written, the text has these words"
PAGE_BETWEEN = "a note, a figure or a page between? the quotation lacks only what stands there"
OMISSION_MAYBE = "write […] if … stands for what is left out"

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
    `difference` is for what is not there as quoted: `[-the text's words-]{+the quotation's+}`;
    `hint` what may be the cause of it. `passed_over` has the negations that omissions pass over.
    """

    status: Status
    places: tuple[Place, ...] = ()
    difference: str | None = None
    hint: str | None = None
    passed_over: tuple[PassedOver, ...] = ()


def verify(quote: str, locator: str | None, witness: Witness) -> Verdict:
    """Hold a quotation against a text.

    Case is wording: a quotation that differs in it is near, except for a letter in brackets, with
    which a quoter owns to the change (`[T]he`). A quotation is whole words and numbers, one after
    another, and `[…]` passes over at most about a page; a negation that it passes over is said.
    The raised numbers of notes may be left out.

    Args:
        quote: the quotation, in which `[…]` or `[...]` stands for an omission, and other words in
            brackets, where the text has them not, for the quoter's.
        locator: where it is said to stand (`p. 63`, `pp. 311-312`). Of two places the one on that
            page is taken; a locator that names no page says nothing.
        witness: the text, from `prepare`.
    """
    verdict = _verdict(quote, locator, witness)
    denied = tuple(_passed_over(verdict.places, witness.text)) if "[" in quote else ()
    return msgspec.structs.replace(verdict, passed_over=denied) if denied else verdict


def _verdict(quote: str, locator: str | None, witness: Witness) -> Verdict:
    """The verdict, whatever the omissions pass over."""
    found = _found(quote, witness)
    if not found:
        nearly = _interrupted(quote, witness) or _nearly(quote, locator, witness)
        return _with_omissions_marked(quote, witness, nearly)
    located = located_pages(locator)
    here = [spans for spans in found if _on_page(spans, located, witness)]
    places = tuple(_place(spans, witness) for spans in here or found)
    if not here:
        return Verdict(Status.ELSEWHERE, places)
    if len(here) > 1:
        return Verdict(Status.AMBIGUOUS, places)
    return Verdict(_as_quoted(quote, places[0]), places)


def _passed_over(places: Iterable[Place], text: str) -> Iterator[PassedOver]:
    """The negations in what the omissions of a quotation leave out, at each of its places."""
    for place in places:
        for (_, start), (end, _) in pairwise(place.spans):
            if found := passed_over(text, start, end):
                yield found


def _found(quote: str, witness: Witness) -> list[tuple[Span, ...]]:
    """The places of the likeliest reading that has any: each as spans of characters.

    Running text and notes both count; page furniture only where they have nothing.
    """
    for parts in readings(quote):
        for texts in ((witness.flow, witness.notes), (witness.furnished,)):
            found = [
                _characters(parts, chain, text)
                for text in texts
                if text is not None and text.letters
                for chain in find(parts, text)
            ]
            if found:
                return found
    return []


def _characters(parts: Parts, chain: tuple[Span, ...], text: Normalised) -> tuple[Span, ...]:
    """The characters that the parts of a quotation are, to the number of a note that ends one."""
    spans = []
    for part, letters in zip(parts, chain, strict=True):
        start, end = text.span(*letters)
        noted = letters[1] in text.notes
        spans.append((start, end + len(note_at_end(part)) * noted))
    return tuple(spans)


def _as_quoted(quote: str, place: Place) -> Status:
    exact = tuple(selector.exact for selector in place.selectors)
    same = exact in unchanged(quote)
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
    found = [_nearly_read(parts, locator, witness) for parts in edited(quote)]
    near = [one for one in found if one is not None]
    return min(near, key=lambda one: one.distance).verdict if near else Verdict(Status.MISSING)


def _interrupted(quote: str, witness: Witness) -> Verdict | None:
    """The verdict on a quotation between whose words a page may have ended."""
    text = witness.furnished or witness.flow
    for part, *further in edited(quote):
        sought = normalise(part)
        if not further and (spans := interrupted(sought, text)):
            (start, end), (begin, after) = (text.span(*letters) for letters in spans)
            between = " ".join(witness.text[end:begin].split())
            said = (text.printed(*letters) for letters in spans)
            return Verdict(
                Status.NEAR,
                (_place(((start, after),), witness),),
                f" [-{between}-] ".join(said),
                PAGE_BETWEEN,
            )
    return None


class _Nearly(msgspec.Struct, frozen=True):
    """A verdict, and how many characters must change for it."""

    distance: int
    verdict: Verdict


def _nearly_read(read: Parts, locator: str | None, witness: Witness) -> _Nearly | None:
    """What comes nearest to the parts of one reading of a quotation, if they are near."""
    near = [_near_places(part, witness) for part in read]
    if not all(near):
        return None
    distances = {n.span: n.distance for places in near for n in places}
    linked = chains([[n.span for n in places] for places in near])
    located = located_pages(locator)
    flow, parts = witness.flow, [normalise(part) for part in read]
    printed = {chain: tuple(flow.span(*letters) for letters in chain) for chain in linked}
    here = [chain for chain in linked if _on_page(printed[chain], located, witness)] or linked
    if not here:
        return None
    least = min(sum(map(distances.__getitem__, chain)) for chain in here)
    best = [c for c in here if sum(map(distances.__getitem__, c)) <= least + _NO_TELLING]
    compared = list(zip(parts, [flow] * len(parts), best[0], strict=True))
    verdict = Verdict(
        Status.NEAR,
        tuple(_place(printed[chain], witness) for chain in best),
        " […] ".join(difference(*pair) for pair in compared),
        NOTE_NUMBER if all(lacks_numbers(*pair) for pair in compared) else None,
    )
    return _Nearly(least, verdict)


def _near_places(part: str, witness: Witness) -> list[Near]:
    """Where one part of a quotation is, or else nearly is."""
    as_quoted = [Near(span, 0) for span in part_places(part, witness.flow)]
    return as_quoted or nearest(normalise(part), witness.flow, witness.words)


def _with_omissions_marked(quote: str, witness: Witness, verdict: Verdict) -> Verdict:
    """A verdict on a quotation that is not found, with what to do about a bare `…` in it."""
    marked = bracketed(quote)
    if marked == quote:
        return verdict
    if _found(marked, witness):
        return msgspec.structs.replace(verdict, hint=OMISSION_UNMARKED)
    if verdict.status is Status.MISSING:
        return msgspec.structs.replace(verdict, hint=OMISSION_MAYBE)
    return verdict
