"""Quotations that their own text does not have, looked for in the other texts at hand.

Each text is read once for all of them, and made ready only around words of a quotation. What is
read and looked through is bounded, whatever there is at hand: what is not found may be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice

import msgspec

from claimcli.quotes.editorial_marks import OMISSION
from claimcli.quotes.occurrences import letter_matches
from claimcli.quotes.verdicts import Status, verify
from claimcli.texts import Texts, prepare

MOST_READ = 200_000_000
"""Characters of texts that are read."""

MOST_SCANNED = 3_000_000_000
"""Characters that are looked through, each text once for each word."""

MOST_TRIED = 1000
"""Places that are looked at closely."""

_MOST_PLACES = 20
_AROUND = 300
_WORDS = 3
_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff]{4,}|[\u2e80-\u9fff]{2}")
_HAS_THE_WORDS = frozenset({Status.EXACT, Status.NORMALISED, Status.AMBIGUOUS})


class Missing(msgspec.Struct, frozen=True):
    """A quotation, and the source whose text does not have it."""

    source: str
    quote: str


def in_other_texts(missing: Iterable[Missing], texts: Texts) -> dict[Missing, str]:
    """Where quotations stand in other texts: `stands in smith-1960, line 1`.

    Only a text that has all the words counts, however they are printed.
    """
    left = {one: words for one in missing if (words := _longest_words(one.quote))}
    scanned, tried = MOST_SCANNED, MOST_TRIED
    found: dict[Missing, str] = {}
    for source, text in texts.each(MOST_READ) if left else ():
        for one, words in list(left.items()):
            scanned -= len(text) * len(words)
            if scanned < 0 or tried < 0:
                return found
            places = [] if one.source == source else list(_places(one.quote, words, text))
            tried -= len(places)
            if line := _line(one.quote, places, text):
                found[one] = f"stands in {source}, line {line}"
                del left[one]
    return found


def _longest_words(quote: str) -> list[str]:
    """The words by which a quotation is looked for; none where it has too few of them."""
    words = nlargest(_WORDS, dict.fromkeys(_WORD.findall(OMISSION.sub(" ", quote))), key=len)
    return words if len(words) > 1 else []


def _places(quote: str, words: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that have two of the words of a quotation, one of them rare."""
    met = [word for word in words if word in text]
    if len(met) < 2:
        return
    rarest = min(met, key=text.count)
    for at in islice(letter_matches(rarest, text), _MOST_PLACES):
        reach = _AROUND + 2 * len(quote)
        start, end = max(0, at - reach), at + reach
        if sum(text.find(word, start, end) >= 0 for word in met) > 1:
            yield start, end


def _line(quote: str, places: Iterable[tuple[int, int]], text: str) -> int | None:
    """The line of a text on which it has a quotation, if it has at one of some places."""
    for start, end in places:
        found = verify(quote, None, prepare(text[start:end]))
        if found.status in _HAS_THE_WORDS:
            return text.count("\n", 0, start + found.places[0].spans[0][0]) + 1
    return None
