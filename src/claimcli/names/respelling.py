"""Customary spellings of one word: a hyphen or none, ü or ue, đ or dj, an assimilated article.

What writers of one language take for the same, folding does not: `co-operation` and `cooperation`,
`Müller` and `Mueller` (DIN 5007-2 for German; ICAO Doc 9303 for Nordic letters), `Đorđević` and
`Djordjević`, `aṭ-Ṭabarī` and `al-Tabari`. A text that has such a letter or hyphen is indexed under
the other spelling, too. What is written without one is not, so that no English word is taken for
another (`blue`, `poet`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from claimcli.names.folding import Word, fold, words

MARK = "\ue006"
"""Begins the key of a word in another customary spelling."""

HYPHENS = frozenset("-\u2010\u2011\u2013\u058a\u05be")
"""What joins the parts of a word: hyphens, the en dash, the hyphens of Armenian and Hebrew."""

LETTERS = {
    **{"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"},
    **{"đ": "dj", "ð": "dh", "ş": "sh", "ç": "ch"},
}
"""Letters by those that are written for them where they are wanting."""

_MOST_PARTS = 4
_COMBINING = "\u0308\u030a\u0327"


@cache
def _expansion() -> dict[int, str]:
    return str.maketrans(LETTERS | {letter.upper(): two for letter, two in LETTERS.items()})


@cache
def _told_by() -> re.Pattern[str]:
    """The signs without which a text has no word in another spelling."""
    letters = "".join(LETTERS)
    return re.compile(f"[{letters}{letters.upper()}{_COMBINING}{re.escape(''.join(HYPHENS))}]")


def respelt(word: str) -> str | None:
    """A word, folded, with two letters for each that may be written so; None if there is none."""
    if word.isascii():
        return None
    composed = unicodedata.normalize("NFC", word)
    expanded = composed.translate(_expansion())
    return fold(expanded) if expanded != composed else None


def respellings(text: str) -> Iterator[Word]:
    """What of a text has another customary spelling: where it stands, and that spelling, folded."""
    if text.isascii() and "-" not in text:
        return
    done = 0
    for found in _told_by().finditer(text):
        if found.start() >= done:
            start = text.rfind(" ", done, found.start()) + 1 or done
            done = text.find(" ", found.end())
            done = len(text) if done < 0 else done
            for first, last, other in _of_piece(text[start:done]):
                yield start + first, start + last, other


@lru_cache(maxsize=1 << 14)
def _of_piece(text: str) -> list[Word]:
    """The same of a text without a space."""
    there = words(text)
    each = [(start, end, respelt(text[start:end])) for start, end, _ in there]
    return [*((start, end, other) for start, end, other in each if other), *_solid(text, there)]


def _solid(text: str, there: list[Word]) -> Iterator[Word]:
    """Words that hyphens join, written as one; numbers (1125-1127) are none."""
    for first, (start, end, solid) in enumerate(there):
        for following, last, word in there[first + 1 : first + _MOST_PARTS]:
            if text[end:following] not in HYPHENS:
                break
            end, solid = last, solid + word
            if not solid.isdigit():
                yield start, end, solid


def respelling_keys(text: str) -> list[str]:
    """What a text is indexed under for its words in other customary spellings."""
    return [MARK + other for _, _, other in respellings(text)]


# --- The Arabic article, whose l becomes the letter that follows ---

_AL = "\u0627\u0644"
_SHORTEST_IN_ARABIC = 3
_SUN = "th|dh|sh|[tdrzsn]"


def with_other_articles(article: str, name: str) -> list[str]:
    """A name with the Arabic article, written as one word, by each other form of the article.

    Only al and el tell the article by themselves, the others by the letter that follows.
    """
    letter = re.match(_SUN, name)
    forms = ["al", "el", *(["a" + letter[0]] if letter else ())]
    return [form + name for form in forms if form != article] if article in forms else []


def without_article(word: str) -> str | None:
    """A folded word in Arabic letters without its article, or with it where it has none.

    Arabic writes the two as one: الطبري is al-Tabari. None for another script, and for what is left
    of a word that is too short to have one.
    """
    if not "\u0620" <= word[:1] <= "\u064a":
        return None
    other = word.removeprefix(_AL) if word.startswith(_AL) else _AL + word
    return other if min(len(word), len(other)) >= _SHORTEST_IN_ARABIC else None


def with_plain_article(folded: str) -> str:
    """A folded name with `al-` for its article, however that is assimilated (`ar-razi`)."""
    return re.sub(rf"\b(?:el|a({_SUN}))-(?=\w)(?(1)(?=\1))", "al-", folded)
