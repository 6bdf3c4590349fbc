"""Quotations that a page interrupts: their words are there, with what may be a note between.

Where `furniture` cannot surely tell a note, a caption or a head from the text, whoever reads the
difference can: no word of it is taken for anything.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from claimcli.quotes.occurrences import letter_matches, whole_words
from claimcli.texts.footnotes import is_caption, is_rule, opens_note
from claimcli.texts.normalising import (
    HYPHEN,
    JOINED,
    LINE_END,
    TRAILING,
    Normalised,
    Span,
    same_gaps,
)

_LONGEST = 3000
"""The most letters that may stand between: a page of notes."""

_MOST_PLACES = 50
_MOST_SPLITS = 12
_SHORTEST = 4
"""Letters on either side: less stands anywhere."""

_LINE_BEGINS = re.compile(r"[\n\f][^\S\n\f]*$")
_NUMBER = re.compile(r"\W*\d{1,4}\W*")


def interrupted(quote: Normalised, text: Normalised) -> tuple[Span, Span] | None:
    """Where a text has the letters of a quotation, parted by the end of a page or a figure.

    The first part ends a line, and the other begins one.
    """
    for at in islice(_splits(quote, text), _MOST_SPLITS):
        for start in islice(letter_matches(quote.letters[:at], text.letters), _MOST_PLACES):
            if found := _parted(quote, text, start, at):
                return found
    return None


def _splits(quote: Normalised, text: Normalised) -> Iterator[int]:
    """The places of a quotation before which a text may break off, the last ones first."""
    length = len(quote.letters)
    longest = bisect_left(
        range(length), True, key=lambda end: quote.letters[: end + 1] not in text.letters
    )
    for at in range(min(longest, length - _SHORTEST), _SHORTEST - 1, -1):
        if at == longest or quote.gaps[at] != JOINED:
            yield at


def _parted(quote: Normalised, text: Normalised, start: int, at: int) -> tuple[Span, Span] | None:
    """A quotation of which the letters before `at` stand at a place, and the rest after a page."""
    end, rest = start + at, quote.letters[at:]
    divided = quote.gaps[at] == JOINED
    if end == len(text.letters) or (divided and text.gaps[end] not in (HYPHEN, LINE_END, TRAILING)):
        return None
    if not same_gaps(quote.gaps[1:at], text.gaps[start + 1 : end]):
        return None
    begin = text.letters.find(rest, end + 1, end + _LONGEST + len(rest))
    while begin >= 0:
        after = begin + len(rest)
        if (
            same_gaps(quote.gaps[at + 1 :], text.gaps[begin + 1 : after])
            and whole_words(text, start, after)
            and _turns_page(text.text, text.ends[end - 1], text.starts[begin])
        ):
            return (start, end), (begin, after)
        begin = text.letters.find(rest, begin + 1, end + _LONGEST + len(rest))
    return None


def _turns_page(text: str, end: int, start: int) -> bool:
    """Whether a stretch of whole lines is such as stand where a page ends, or a figure is."""
    between = text[end:start]
    first, *lines = between.splitlines()
    if first.strip("-‐¬=⸗~\u00ad \t") or not _LINE_BEGINS.search(between):
        return False
    return "\f" in between or any(map(_is_of_page, map(str.strip, lines)))


def _is_of_page(line: str) -> bool:
    return bool(_NUMBER.fullmatch(line)) or is_rule(line) or is_caption(line) or opens_note(line)
