"""Negations that an omission passes over: `the king did […] wait` where the text has `did not`.

Whether the sense is changed is for a person to judge; that a negation is gone must not go unsaid.
Only the sentences that the quotation keeps a part of are looked at: whole sentences left out
between them deny nothing that is quoted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import msgspec

from claimcli.quotes.negatives import IN_WORDS, STEMS, WORDS
from claimcli.texts.points import unpointed

_AROUND = 60
"""Characters that are shown on either side of a negation."""

_SENTENCE_ENDS = re.compile(
    r"(?<!\b[^\W\d_])[.!?؟][\"'”’»)\]\d⁰¹²³⁴-⁹]*\s+(?![a-zß-ÿа-яё])|[。！？]"
)
"""Where one sentence ends and another begins; an initial (`J. Smith`) ends none."""

_INVISIBLE = re.compile(r"[\u00ad\u200b\u200c\u2060\ufeff]|-[^\S\n]*\n\s*")


class PassedOver(msgspec.Struct, frozen=True):
    """A negation that an omission passes over.

    `start` and `end` are the characters of the omission, `negation` the word, and `text` what is
    passed over next to it, on one line.
    """

    start: int
    end: int
    negation: str
    text: str


def passed_over(text: str, start: int, end: int) -> PassedOver | None:
    """The first negation in what an omission from start to end passes over, if it has any.

    What is passed over counts as far as it belongs to the sentence before the omission, and to
    that after it.
    """
    for low, high in _kept_sentences(text, start, end):
        omitted = _plain(text[low:high])
        if found := _negation(omitted):
            return PassedOver(start, end, found.group().strip(), _shown(omitted, found))
    return None


def negations(text: str) -> list[str]:
    """The words and signs of a text that deny, in their order, in small letters."""
    plain = _plain(text).replace("’", "'")
    return [found.group().strip().lower() for found in _negative().finditer(plain)]


def _kept_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of an omission that belong to a sentence of which a part is quoted."""
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(text, start, end)]
    if not ends:
        yield start, end
        return
    yield start, ends[0]
    yield ends[-1], end


def _plain(omitted: str) -> str:
    """What is passed over on one line, with words that were divided whole, and without points."""
    whole = unicodedata.normalize("NFC", _INVISIBLE.sub("", omitted))
    return " ".join(unpointed(whole).split())


def _negation(omitted: str) -> re.Match[str] | None:
    return _negative().search(omitted.replace("’", "'"))


def _shown(omitted: str, found: re.Match[str]) -> str:
    low, high = max(0, found.start() - _AROUND), found.end() + _AROUND
    before = "…" * (low > 0) + omitted[low : found.start()]
    return before + omitted[found.start() : high] + "…" * (high < len(omitted))


@cache
def _negative() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(WORDS, key=len, reverse=True)))
    stems = "|".join(STEMS)
    return re.compile(
        rf"(?<![^\W_])(?:(?:{words})(?![^\W_])|(?:{stems}))|{'|'.join(IN_WORDS)}", re.IGNORECASE
    )
