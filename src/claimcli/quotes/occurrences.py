"""Where the words of a quotation stand in a text, printing aside."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from claimcli.names.folding import HAN
from claimcli.texts.normalising import JOINED, Normalised, Span, added_dashes, normalise, same_gaps
from claimcli.texts.points import may_be_pointed, points_agree
from claimcli.texts.word_index import NUMBER

LONGEST_OMISSION = 1500
"""The most letters that one `[…]` may pass over: about a page of a small book."""

_MOST_CHAINS = 1000
_LONGEST_NUMBER = 16
_APOSTROPHE = re.compile(r"[^\W\d_]'[^\W\d_]")
_UNSPACED_SCRIPT = re.compile(f"[\u0e00-\u0eff\u1100-\u11ff\u2e80-\ud7ff{HAN}]")


def occurrences(quote: Normalised, text: Normalised) -> list[Span]:
    """Every place where a text has a quotation, whole words and the same breaks between them.

    The text may have numbers of notes that the quotation leaves out, never the other way; points
    on letters may be left out or supplied.
    """
    length = len(quote.letters)
    return [
        (start, start + length)
        for start in letter_matches(quote.letters, text.letters)
        if same_gaps(quote.gaps[1:], text.gaps[start + 1 : start + length])
        and all(text.notes.get(start + at) == number for at, number in quote.notes.items())
        and _points_agree(quote, text, start)
        and whole_words(text, start, start + length)
        and not any(added_dashes(quote, text, start, start + length))
    ]


def differs_in_points(quote: Normalised, text: Normalised, start: int) -> bool:
    """Whether a text has the letters of a quotation at a place, but other points on them."""
    end = start + len(quote.letters)
    same = text.letters[start:end] == quote.letters
    same_breaks = same and same_gaps(quote.gaps[1:], text.gaps[start + 1 : end])
    return same_breaks and not _points_agree(quote, text, start)


def _points_agree(quote: Normalised, text: Normalised, start: int) -> bool:
    """Whether no letter has other points in a text than in a quotation."""
    return not may_be_pointed(quote.text) or all(
        points_agree(quote.drawn(at), text.drawn(start + at)) for at in range(len(quote.letters))
    )


def letter_matches(letters: str, text: str) -> Iterator[int]:
    """Every start of a string of letters in another, overlapping ones included."""
    if not letters:
        return
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)


def whole_words(text: Normalised, start: int, end: int) -> bool:
    """Whether no word is cut at either end; in scripts without word spaces there is none to cut."""
    if _inside_word(text, start) or _inside_word(text, end):
        return False
    return not (_at_apostrophe(text, start) or _at_apostrophe(text, end) or _elided(text, end))


def _inside_word(text: Normalised, at: int) -> bool:
    if at in (0, len(text.letters)) or text.gaps[at] != JOINED:
        return False
    around = text.letters[at - 1 : at + 1]
    if around.isalnum():
        return not _UNSPACED_SCRIPT.search(around)
    return unicodedata.combining(around[1]) != 0 or _inside_number(text, at)


def _inside_number(text: Normalised, at: int) -> bool:
    """Whether a place is before or after the point of a number (`3.5`, `100,000`)."""
    low, high = max(0, at - _LONGEST_NUMBER), at + _LONGEST_NUMBER
    around = text.letters[low:high]
    return any(
        found.start() < at - low < found.end()
        and not any(text.gaps[low + found.start() + 1 : low + found.end()])
        for found in NUMBER.finditer(around)
    )


def _at_apostrophe(text: Normalised, at: int) -> bool:
    """Whether a place is before an apostrophe within a word: `can` is no word of `can't`."""
    around = text.letters[at - 1 : at + 2] if at else ""
    return (
        _APOSTROPHE.fullmatch(around) is not None
        and not any(text.gaps[at : at + 2])
        and not _UNSPACED_SCRIPT.search(around)
    )


def _elided(text: Normalised, at: int) -> bool:
    """Whether a place is after such an apostrophe, where a word may begin (`l'armée`)."""
    return _at_apostrophe(text, at - 1)


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
    places = [part_places(part, text) for part in parts]
    return chains(places) if all(places) else []


def part_places(part: str, text: Normalised) -> list[Span]:
    """Every place where a text has a part of a quotation.

    Cut out of its sentence, an exponent may look like the number of a note (`5 miles²`).
    """
    quote = normalise(part)
    found = occurrences(quote, text)
    return occurrences(normalise(part, noted=False), text) if quote.notes and not found else found
