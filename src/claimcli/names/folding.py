"""Folding: what two spellings of a word have in common before any question of script.

Case, accents, compatibility forms, every kind of apostrophe and prime, and Han variants are
folded away; й stays apart from и, because it is a letter and not an accent. The same folding
makes the index, the query and every comparison.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from claimcli.names.tables import han_variants

APOSTROPHES = "'`´‘’‛′″‵ʹʺʻʼʽʾʿˈˊˋꞌ՚＇"
"""Apostrophes, primes and the soft and hard signs of romanizations."""

_HAN = "一鿿㐀䶿〇〇々々\u2e80\u2fd5〡〩\uf900\ufaff\U00020000\U0003ffff"
_HAN_RANGES = tuple(zip(_HAN[::2], _HAN[1::2], strict=True))  # the most frequent first
HAN = "".join(f"{first}-{last}" for first, last in _HAN_RANGES)
"""Han characters, as the inside of a regular expression's character class.

A pattern with it takes longer to make than a search takes altogether: `is_han` needs none.
"""


def stretch_of(signs: str) -> str:
    """Some of these signs, one after the other, as a regular expression.

    It is found twice as fast as `[…]+`, whose first sign the engine does not look for by itself.
    """
    return f"[{signs}][{signs}]*"


_INVISIBLE = "\u00ad\u200c-\u200f\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_SCRIPT_MARKS = (  # vowel signs of Hebrew, Arabic and the scripts of India, Tibet and Thailand
    "\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0971-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0f71-\u0f84\u3099\u309a"
)
INSIDE = _MARKS + _SCRIPT_MARKS + _INVISIBLE
"""What stands inside a word and is no letter, as the inside of a character class."""

_NO_POSSESSIVE = r"(?![sS](?!\w))"


@cache
def _words(ascii_only: bool) -> re.Pattern[str]:
    """A word as group 1, and an English possessive after it; Han is still joined to its word."""
    if ascii_only:
        word = rf"[a-zA-Z0-9]+(?:['`]+{_NO_POSSESSIVE}[a-zA-Z0-9]+)*"
    else:
        letters = rf"(?:[^\W_][{INSIDE}]*)+"
        word = rf"{letters}(?:[{APOSTROPHES}]+{_NO_POSSESSIVE}{letters})*"
    return re.compile(rf"({word})(?:['’][sS](?!\w))?")


_FAR = "\u2e7f"
"""The last character before Han."""


def is_han(sign: str) -> bool:
    """Whether a character is Han."""
    return sign > _FAR and any(first <= sign <= last for first, last in _HAN_RANGES)


UNDECOMPOSED = {
    **dict(zip(map(ord, "øłđħıŧɨʉəƶ"), "oldhitiuez", strict=True)),
    # Arabic, as Lucene's ArabicNormalizer has it, and Persian letters; hamza is a mark of its seat.
    **dict(zip(map(ord, "ىیةہکٱ"), "ييههكا", strict=True)),
    **{ord("ـ"): "", ord("æ"): "ae", ord("œ"): "oe", ord("þ"): "th", ord("ð"): "d", ord("й"): "й"},
}
"""Letters by what they fold to, where their decomposition does not tell."""

_POINTS = "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"  # Hebrew, Arabic
STRIPPED = _MARKS + _POINTS + _INVISIBLE
"""What is left out of a word, as the inside of a character class."""


@cache
def _stripped() -> re.Pattern[str]:
    return re.compile(f"[{STRIPPED}]")


def _fold_character(character: str) -> str:
    if character in APOSTROPHES:
        return ""
    lower = unicodedata.normalize("NFKC", character).casefold()
    if len(lower) > 1:
        folded = "".join(map(_fold_character, lower))
        return "".join(filter(str.isalnum, folded)) if character.isalnum() else folded
    if ord(lower) in UNDECOMPOSED:
        return UNDECOMPOSED[ord(lower)]
    stripped = _stripped().sub("", unicodedata.normalize("NFD", lower))
    stripped = unicodedata.normalize("NFC", stripped)
    return "".join(UNDECOMPOSED.get(ord(c), c) for c in stripped)


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
    return aligned_fold(text)[0]


def aligned_fold(text: str) -> tuple[str, bool]:
    """The text folded, and whether each character of it stands where it stood in the text.

    Only the words that have something beyond ASCII are folded one by one, and remembered: most
    come again.
    """
    if text.isascii():
        return _fold_ascii(text)
    pieces: list[str] = []
    done, is_aligned = 0, True
    for found in _BEYOND_ASCII.finditer(text):
        if found.start() < done:
            continue
        start = text.rfind(" ", done, found.start()) + 1 or done
        end = text.find(" ", found.end())
        end = len(text) if end < 0 else end
        for stretch, folding in ((text[done:start], _fold_ascii), (text[start:end], _fold_word)):
            folded, is_same = folding(stretch)
            pieces.append(folded)
            is_aligned = is_aligned and is_same
        done = end
    folded, is_same = _fold_ascii(text[done:])
    return "".join((*pieces, folded)), is_aligned and is_same


_BEYOND_ASCII = re.compile(stretch_of("^\x00-\x7f"))


def _fold_ascii(text: str) -> tuple[str, bool]:
    lower = text.lower()
    if "'" in lower or "`" in lower:
        return lower.translate(_ASCII_APOSTROPHES), False
    return lower, True


def _fold_beyond(text: str) -> tuple[str, bool]:
    composed = unicodedata.normalize("NFC", text)
    folds = composed.translate(_FOLDS)
    folded = unicodedata.normalize("NFC", folds)
    is_aligned = composed == text and all(len(_FOLDS[ord(sign)]) == 1 for sign in text)
    if has_han(folded):
        folded = folded.translate(han_variants())
    return folded, is_aligned and len(folded) == len(text)


_fold_short = lru_cache(maxsize=1 << 16)(_fold_beyond)


def _fold_word(text: str) -> tuple[str, bool]:
    return (_fold_short if len(text) <= _REPEATED else _fold_beyond)(text)


_REPEATED = 32
"""Characters up to which a text without a space most probably comes again."""


class Token(NamedTuple):
    """A word of a text: `text[start:end]` in the original, and what it folds to."""

    start: int
    end: int
    folded: str


def has_han(text: str) -> bool:
    """Whether there is a Han character in the text."""
    return not text.isascii() and max(text) > _FAR and any(map(is_han, filter(_FAR.__lt__, text)))


def tokens(text: str) -> list[Token]:
    """The words of a text in order, with offsets into the text as given.

    A word is a run of letters and digits; an apostrophe between letters stays inside it, a hyphen
    ends it, and every Han character is a word of its own. An English possessive ('s) is left out.
    """
    return [Token(*word) for word in words(text)]


Word = tuple[int, int, str]
"""The same as a token, but quicker made: for every text of every hit."""


def words(text: str) -> list[Word]:
    """The words of a text: where each begins and ends, and what it folds to."""
    found: list[Word] = []
    at = 0
    for piece in text.split(" "):  # which is in no word
        read = _words_in if len(piece) > _REPEATED else _repeated_words
        found += [(at + start, at + end, word) for start, end, word in read(piece)]
        at += len(piece) + 1
    return found


def _words_in(text: str) -> list[Word]:
    if text.isascii() and text.isalnum():
        return [(0, len(text), text.lower())]
    return [(start, end, word) for start, end in _places(text) if (word := fold(text[start:end]))]


_repeated_words = lru_cache(maxsize=1 << 16)(_words_in)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand."""
    ascii_only = text.isascii()
    for found in _words(ascii_only).finditer(text):
        start, end = found.span(1)
        if ascii_only or not has_han(found.group(1)):
            yield start, end
        else:
            yield from _han_apart(text, start, end)


def _han_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each Han character of a word by itself, and what stands between them."""
    for at in range(start, end):
        if is_han(text[at]):
            yield from _trimmed(text, start, at)
            yield at, at + 1
            start = at + 1
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without the marks and apostrophes that belonged to the Han beside it."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and text[end - 1] in APOSTROPHES:
        end -= 1
    if start < end:
        yield start, end


def index_text(text: str) -> str:
    """The folded words of a text, joined by spaces: what the full-text index is given."""
    return fold(" ".join([text[start:end] for start, end in _places(text)]))
