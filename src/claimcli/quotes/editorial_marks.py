"""The editorial marks of a quotation: `[…]`, `[sic]`, `[T]he`, words in brackets.

They say what the quoter left out, put in or changed, so that a quotation may stand for more than
one wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcli.texts.note_numbers import in_word

OMISSION = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]")
_ELLIPSIS = re.compile(rf"({OMISSION.pattern})|\.?\s?…|\.(?:\s?\.){{2,3}}")
_SIC = re.compile(r"\s*\[\s*sic\s*!?\s*\]", re.IGNORECASE)
_INITIAL = re.compile(r"\[(\w[\u0300-\u036f]*)\](?=\w)")
_BRACKET = re.compile(rf"(\s*)(?!{OMISSION.pattern})\[(?:[^\[\]]|\[[^\[\]]*\])*\](\s*)")
_OPENS = re.compile(r"(?:^|[\s–—―]|--)[^\w\s\]]*$")
"""What words begin right after: white space or a dash, and any opening marks."""

_VERSE_END = re.compile(r"(?<=[א-ת\u05b0-\u05c7])\s?:")
"""The end of a verse, as those type it who have no key for `׃`."""

_AROUND = 60

Parts = tuple[str, ...]
"""The parts of a quotation between its omissions."""


def readings(quote: str) -> list[Parts]:
    """What a quotation may stand for, the likeliest first, each as the parts of it in order.

    First its very characters. Then, where it has editorial marks, the text that they speak of:
    `[…]` parts it, `[sic]` is the quoter's, and so is `he [Caesar] gave` where the text has no
    such brackets; `[T]he` was `the` or `The`.
    """
    without_insertions = _parts(_plain(_without_insertions(_SIC.sub("", quote))))
    verses = [] if quote.isascii() else [_parts(_VERSE_END.sub("׃", quote))]
    return _distinct([*unchanged(quote), *verses, without_insertions, *edited(quote)])


def unchanged(quote: str) -> list[Parts]:
    """The readings that take every letter and every word as it is quoted."""
    return _distinct([(quote.strip(),), _parts(_plain(quote))])


def edited(quote: str) -> list[Parts]:
    """The readings that take all editorial marks for such, and brackets with words for either."""
    without_sic = _SIC.sub("", quote)
    both = (without_sic, _without_insertions(without_sic))
    return _distinct(_parts(_INITIAL.sub(lambda m: m[1].swapcase(), read)) for read in both)


def _without_insertions(quote: str) -> str:
    """A quotation without brackets that are no part of a word (`Imp[eratori]`)."""
    return _BRACKET.sub(_left_out, quote)


def _left_out(bracket: re.Match[str]) -> str:
    text, (start, end) = bracket.string, bracket.span()
    joined = not bracket[1] and in_word(text[max(0, start - 1) : start])
    if joined or (not bracket[2] and in_word(text[end : end + 1])):
        return bracket.group()
    opens = not bracket[1] and _OPENS.search(text, max(0, start - _AROUND), start)
    return "" if opens else bracket[2]


def bracketed(quote: str) -> str:
    """A quotation whose bare `…` and `...` are written `[…]`, as those for omissions are."""
    return _ELLIPSIS.sub(lambda found: found[1] or "[…]", quote)


def _plain(quote: str) -> str:
    """A quotation without `[sic]`, and with the letters in brackets as they stand."""
    return _INITIAL.sub(r"\1", _SIC.sub("", quote))


def _distinct(found: Iterable[Parts]) -> list[Parts]:
    return list(dict.fromkeys(filter(None, found)))


def _parts(quote: str) -> Parts:
    return tuple(part.strip() for part in OMISSION.split(quote) if part.strip())
