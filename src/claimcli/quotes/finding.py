"""Where the words of a quotation stand in a text, printing aside."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from claimcli.names.folding import HAN
from claimcli.quotes.normalising import JOINED, Normalised, normalise, same_gaps

LONGEST_OMISSION = 1500
"""The most letters that one `[…]` may pass over: about a page of a small book."""

_MOST_CHAINS = 1000
OMISSION = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]")
_SIC = re.compile(r"\s*\[\s*sic\s*!?\s*\]", re.IGNORECASE)
_INITIAL = re.compile(r"\[(\w)\](?=\w)")
_EDITORIAL = re.compile(f"{OMISSION.pattern}|{_SIC.pattern}|{_INITIAL.pattern}", re.IGNORECASE)
_UNSPACED_SCRIPT = re.compile(f"[\u0e00-\u0eff\u1100-\u11ff\u2e80-\ud7ff{HAN}]")

Span = tuple[int, int]
"""Letters of a normalised text, from and to."""


def readings(quote: str) -> list[tuple[str, ...]]:
    """What a quotation may stand for, the likeliest first, each as the parts of it in order.

    First its very characters. Then, where it has editorial marks, the text that they speak of:
    `[…]` parts it, `[sic]` is the quoter's, `[T]he` was `the` or `The`.
    """
    literal: list[tuple[str, ...]] = [(quote.strip(),)]
    if not _EDITORIAL.search(quote):
        return literal
    plain = _SIC.sub("", quote)
    swapped = _INITIAL.sub(lambda m: m[1].swapcase(), plain)
    edited = [_parts(_INITIAL.sub(r"\1", plain))]
    if swapped != _INITIAL.sub(r"\1", plain):
        edited.append(_parts(swapped))
    return literal + [parts for parts in edited if parts]


def _parts(quote: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in OMISSION.split(quote) if part.strip())


def occurrences(quote: Normalised, text: Normalised) -> list[Span]:
    """Every place where a text has a quotation, whole words and the same breaks between them."""
    length = len(quote.letters)
    return [
        (start, start + length)
        for start in letter_matches(quote.letters, text.letters)
        if same_gaps(quote.gaps[1:], text.gaps[start + 1 : start + length])
        and _whole_words(text, start, start + length)
    ]


def letter_matches(letters: str, text: str) -> Iterator[int]:
    """Every start of a string of letters in another, overlapping ones included."""
    if not letters:
        return
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)


def _whole_words(text: Normalised, start: int, end: int) -> bool:
    """Whether no word is cut at either end; in scripts without word spaces there is none to cut."""
    return not (_inside_word(text, start) or _inside_word(text, end))


def _inside_word(text: Normalised, at: int) -> bool:
    if at in (0, len(text.letters)) or text.gaps[at] != JOINED:
        return False
    around = text.letters[at - 1 : at + 1]
    return around.isalnum() and not _UNSPACED_SCRIPT.search(around)


def chains(places: Sequence[Sequence[Span]]) -> list[tuple[Span, ...]]:
    """Every way to take one place for each part, in order, no omission longer than allowed."""
    found: list[tuple[Span, ...]] = [(span,) for span in places[0]]
    for candidates in map(sorted, places[1:]):
        longer = ((*chain, span) for chain in found for span in _following(chain[-1], candidates))
        found = list(islice(longer, _MOST_CHAINS))
    return found


def _following(span: Span, candidates: Sequence[Span]) -> Sequence[Span]:
    """The places, out of some in order, that one omission leads to."""
    first = bisect_left(candidates, span[1], key=itemgetter(0))
    last = bisect_right(candidates, span[1] + LONGEST_OMISSION, key=itemgetter(0))
    return candidates[first:last]


def find(parts: Sequence[str], text: Normalised) -> list[tuple[Span, ...]]:
    """Every place where a text has the parts of a quotation in order."""
    places = [occurrences(normalise(part), text) for part in parts]
    return chains(places) if all(places) else []
