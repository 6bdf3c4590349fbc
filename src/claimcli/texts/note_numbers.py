"""Raised numbers that lead to notes (`Caesar¹`, `the war.³`), told from exponents (`10²`, `km²`).

A note's number is no word of a text: a quotation may leave it out. Whatever may be an exponent, or
the number of an edition (`CAH²`), is text. No raised digit is ever a plain one: `10²` is not 102.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcli.names.folding import is_han

RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
"""Raised digits, as the inside of a character class."""

_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_NO_PLAIN_DIGIT = re.compile(f"[{RAISED}\u2460-\u2473\u24ea\u3251-\u325f\u32b1-\u32bf]")
VERSE_MARKS = "׀׃"
"""The paseq and the end of a verse, which belong to the accents of Hebrew and go with them."""

_AT_END = re.compile(rf"[{RAISED}]+$|[׀׃]$")
_MARKS = re.compile(rf"[{RAISED}]+|[׀׃](?<=[א-ת\s].)")
_STOP = re.compile("[.,;:!?…'\"。，、；：！？]$")
_CLOSING = ")]}）］】》〉〕"
_BARE_NUMBER = re.compile(r"[(\[{（［【][\d\s+×·*/=]*\d$")
_WORD = re.compile(r"(\d\s*)?((?:[^\W\d_][\u0300-\u036f]*|'(?=[^\W\d_]))+)$")
_MAY_BE_POWER = ("²", "³")
_SHORTEST_WORD = 3
_WITHIN_WORD = re.compile(
    r"\u00ad[^\S\n]*\n\s*|[\u00ad\u200b-\u200f\u2060\ufeff]|(?<=[^\W\d_])-[^\S\n]*\n\s*(?=[^\W\d_])"
)
"""Where a word goes on: invisible signs, and a hyphen at the end of a line."""

_BEFORE = 60


def notes(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has the numbers of notes, and the strokes and ends of verses of Hebrew.

    Its quotation marks are `'` and `"`, and it has no points.
    """
    for found in _MARKS.finditer(text):
        start, end = found.span()
        before = text[max(0, start - _BEFORE) : start]
        if found.group() in VERSE_MARKS or (
            not in_word(text[end : end + 1]) and _leads_to_note(before, found.group())
        ):
            yield start, end


def in_word(sign: str) -> bool:
    """Whether a sign is a letter or digit of a script that parts its words.

    Han, kana and Hangul join a word to the next, or to its particle, without any space.
    """
    return (sign.isalpha() or sign.isdecimal()) and not (
        is_han(sign)
        or "\u1100" <= sign <= "\u11ff"
        or "\u3040" <= sign <= "\u30ff"
        or "\uac00" <= sign <= "\ud7a3"
    )


def _leads_to_note(before: str, number: str) -> bool:
    """Whether a raised number stands where notes do: after a stop, a closing mark or a word.

    A word of one or two letters may be a unit or a variable, one that ends with a capital an
    abbreviation, and one in small letters after a figure a unit, too (`5 miles²`).
    """
    inside = _WITHIN_WORD.sub("", before).rstrip(_CLOSING)
    if _STOP.search(inside) or not inside:  # nothing: a quotation may begin with `》¹`
        return before != ""
    if inside[-1:].isdecimal():
        return before[-1] in _CLOSING and not _BARE_NUMBER.search(inside)
    word = _WORD.search(inside)
    letters = [sign for sign in word[2] if sign.isalpha()] if word else []
    if word is None or not letters:  # `½`, `①` and `Ⅳ` are none
        return False
    if word[1] and not letters[0].isupper() and number in _MAY_BE_POWER:
        return False
    if not in_word(letters[-1]):
        return True
    return len(letters) >= _SHORTEST_WORD and not letters[-1].isupper()


def note_at_end(quote: str) -> str:
    """The raised number or the end of a verse that a quotation ends with, or nothing."""
    found = _AT_END.search(quote)
    return found.group() if found else ""


def no_plain_digit(text: str, at: int) -> bool:
    """Whether a sign stays what it is although Unicode has a plain digit for it.

    Raised and circled ones always, lowered ones after a figure: `H₂O` is H2O, `10₂` is not 102.
    """
    if text[at] not in _LOWERED:
        return _NO_PLAIN_DIGIT.match(text, at) is not None
    while at and text[at] in _LOWERED:
        at -= 1
    return text[at].isdigit() and text[at] not in _LOWERED
