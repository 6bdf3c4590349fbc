"""Folding: what two spellings of a word have in common before any question of script.

Case, accents, compatibility forms, every kind of apostrophe and prime, and Han variants are
folded away; й stays apart from и, because it is a letter and not an accent. The same folding
makes the index, the query and every comparison.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from claimcli.names.tables import han_variants

APOSTROPHES = "'`´‘’‛′″‵ʹʺʻʼʽʾʿˈˊˋꞌ՚＇"
"""Apostrophes, primes and the soft and hard signs of romanizations."""

HAN = (
    "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Han characters, as the inside of a regular expression's character class."""

_INVISIBLE = "\u00ad\u200c-\u200f\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_SCRIPT_MARKS = (  # vowel signs of Hebrew, Arabic and the scripts of India, Tibet and Thailand
    "\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0971-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0f71-\u0f84\u3099\u309a"
)
_INSIDE = _MARKS + _SCRIPT_MARKS + _INVISIBLE
_NO_POSSESSIVE = r"(?![sS](?!\w))"


@cache
def _words(ascii_only: bool) -> re.Pattern[str]:
    """A word as group 1, and an English possessive after it."""
    if ascii_only:
        word = rf"[a-zA-Z0-9]+(?:['`]+{_NO_POSSESSIVE}[a-zA-Z0-9]+)*"
    else:
        letters = rf"(?:[^\W_{HAN}][{_INSIDE}]*)+"
        word = rf"[{HAN}]|{letters}(?:[{APOSTROPHES}]+{_NO_POSSESSIVE}{letters})*"
    return re.compile(rf"({word})(?:['’][sS](?!\w))?")


_FIRST_SIGNS = "\u2e7f"  # before the first Han


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")


_UNDECOMPOSED = {
    **dict(zip(map(ord, "øłđħıŧɨʉəƶ"), "oldhitiuez", strict=True)),
    **{ord("æ"): "ae", ord("œ"): "oe", ord("þ"): "th", ord("ð"): "d", ord("й"): "й"},
}
_POINTS = "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"  # Hebrew, Arabic


@cache
def _stripped() -> re.Pattern[str]:
    return re.compile(f"[{_MARKS}{_POINTS}{_INVISIBLE}]")


def _fold_character(character: str) -> str:
    if character in APOSTROPHES:
        return ""
    lower = unicodedata.normalize("NFKC", character).casefold()
    if len(lower) > 1:
        folded = "".join(map(_fold_character, lower))
        return "".join(filter(str.isalnum, folded)) if character.isalnum() else folded
    if ord(lower) in _UNDECOMPOSED:
        return _UNDECOMPOSED[ord(lower)]
    stripped = _stripped().sub("", unicodedata.normalize("NFD", lower))
    stripped = unicodedata.normalize("NFC", stripped)
    return "".join(_UNDECOMPOSED.get(ord(c), c) for c in stripped)


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLDS = _Folds()
_ASCII_APOSTROPHES = {ord("'"): None, ord("`"): None}


def fold(text: str) -> str:
    """The text without case, accents, apostrophes, compatibility forms and Han variants.

    Nothing else changes: spaces, hyphens and punctuation stay. `fold(fold(x)) == fold(x)`.
    """
    if text.isascii():
        return text.lower().translate(_ASCII_APOSTROPHES)
    folded = unicodedata.normalize("NFC", text).translate(_FOLDS)
    folded = unicodedata.normalize("NFC", folded)
    if has_han(folded):
        folded = folded.translate(han_variants())
    return folded


class Token(NamedTuple):
    """A word of a text: `text[start:end]` in the original, and what it folds to."""

    start: int
    end: int
    folded: str


def has_han(text: str) -> bool:
    """Whether there is a Han character in the text."""
    # The pattern takes longer to make than a search by a word without Han takes altogether.
    return not text.isascii() and max(text) > _FIRST_SIGNS and _han().search(text) is not None


def tokens(text: str) -> list[Token]:
    """The words of a text in order, with offsets into the text as given.

    A word is a run of letters and digits; an apostrophe between letters stays inside it, a hyphen
    ends it, and every Han character is a word of its own. An English possessive ('s) is left out.
    """
    if text.isascii() and text.isalnum():
        return [Token(0, len(text), text.lower())]
    pattern = _words(text.isascii())
    found = ((m.start(1), m.end(1), fold(m.group(1))) for m in pattern.finditer(text))
    return [Token(start, end, folded) for start, end, folded in found if folded]


def index_text(text: str) -> str:
    """The folded words of a text, joined by spaces: what the full-text index is given."""
    return fold(" ".join(_words(text.isascii()).findall(text)))
