"""Names inside running text and inside queries.

In a text a name begins at a capital letter and goes on over spaces and hyphens, with a few
lower-case parts that can be syllables (`Chin shih`). Every run of neighbouring parts gets the keys
it would have as a whole name, so that a query finds a name however it is divided. Han and Hangul
have no capitals: there every run of characters, or of words, is a name that may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcli.names import forms, korean
from claimcli.names.folding import HAN
from claimcli.names.forms import NO_KEYS, PART, Keys
from claimcli.names.words import FUNCTION_WORDS, SENTENCE_OPENERS

_MAX_PARTS = 6
_MAX_HAN = 6
_MAX_HANGUL = 4
_MAX_FOLLOWERS = 3

_CAPITALS = "A-ZÀ-ÖØ-Þ\u0400-\u042f" + "".join(
    character
    for code in (*range(0x100, 0x180), *range(0x1CD, 0x1DD), *range(0x1E00, 0x1F00))
    if (character := chr(code)).isupper()
)
_CAPITAL_PART = re.compile(rf"(?<!\w)(?=[{_CAPITALS}]){PART}")
_NEXT_PART = re.compile(rf"([\s\u00a0]|[-\u2010\u2011])({PART})")
_HAN_RUN = re.compile(f"[{HAN}]+")
_HANGUL_WORD = re.compile("[가-힣\u1100-\u11ff]+")
_OPENING = re.compile(r"(?:^|[.!?:;…])[\s\"'“”‘’«»()\[\]]*$")
_PARTICLES = ("에서", "으로", "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로")


class NameMatch(NamedTuple):
    """A name found by its key: `text[start:end]`, and the script or romanization it is in there."""

    start: int
    end: int
    label: str


class NameCandidate(NamedTuple):
    """Words of a query that may be one name, `words[start:end]`, and the keys to look for."""

    start: int
    end: int
    keys: frozenset[str]


class _Part(NamedTuple):
    start: int
    end: int
    text: str


class _Gram(NamedTuple):
    """A stretch of a text that may be a name, and the keys it is indexed under."""

    start: int
    end: int
    keys: frozenset[str]


def text_keys(text: str) -> set[str]:
    """The keys of all the names that a text may have in it: for the index of names.

    A key is one word for SQLite's FTS5 `unicode61`: a private-use character, letters and digits.
    """
    keys: set[str] = set()
    for gram in _grams(text):
        keys |= gram.keys
    return keys


def query_keys(words: Sequence[str]) -> list[NameCandidate]:
    """The names that neighbouring words of a query may be, longest first.

    `words` are as typed, with their hyphens and apostrophes, which say something. Capitals do not
    matter. A word of everyday grammar is part of a longer name at most.
    """
    parts = [forms.split_parts(word) for word in words]
    candidates = (
        NameCandidate(start, start + size, keys)
        for size in range(min(len(words), _MAX_PARTS), 0, -1)
        for start in range(len(words) - size + 1)
        if (keys := _asked(parts[start : start + size]))
    )
    return list(candidates)


def explain(query_words: Sequence[str], text: str) -> NameMatch | None:
    """Where a text has a name of the query in another spelling, or None.

    The longest group of words counts, and of its places in the text the first.
    """
    grams = list(_grams(text))
    for candidate in query_keys(query_words):
        for gram in grams:
            common = candidate.keys & gram.keys
            if common:
                written = text[gram.start : gram.end]
                return NameMatch(gram.start, gram.end, forms.label(min(common), written))
    return None


def _grams(text: str) -> Iterator[_Gram]:
    for run in _runs(text):
        yield from _run_grams(text, run)
    if not text.isascii():
        yield from _han_grams(text)
        yield from _hangul_grams(text)


def _runs(text: str) -> Iterator[list[_Part]]:
    """The runs of parts that may hold a name: a capital, and what goes on from it."""
    end = 0
    for found in _CAPITAL_PART.finditer(text):
        if found.start() < end:
            continue
        run = [_Part(found.start(), found.end(), found.group())]
        run += _following(text, found.end())
        end = run[-1].end
        yield run


def _following(text: str, end: int) -> Iterator[_Part]:
    followers = 0
    hyphenated = False
    while found := _NEXT_PART.match(text, end):
        word = found.group(2)
        hyphenated = found.group(1) not in " \n\t\u00a0"
        if not word[0].isupper() and not hyphenated:
            followers += 1
            if followers > _MAX_FOLLOWERS or not _may_follow(word):
                return
        end = found.end()
        yield _Part(found.start(2), end, word)


def _may_follow(word: str) -> bool:
    if word in SENTENCE_OPENERS:
        return False
    return forms.is_sinitic(word) or korean.korean_part(word) is not None


def _run_grams(text: str, run: list[_Part]) -> Iterator[_Gram]:
    for part in run:
        if part.text[0].isupper() and not _is_ordinary(text, part):
            yield _Gram(part.start, part.end, _word_keys(part.text).indexed)
    for size in range(2, min(len(run), _MAX_PARTS) + 1):
        for start in range(len(run) - size + 1):
            parts = run[start : start + size]
            if parts[0].text[0].isupper():
                keys = _name_keys(tuple(part.text for part in parts)).indexed
                if keys:
                    yield _Gram(parts[0].start, parts[-1].end, keys)


def _is_ordinary(text: str, part: _Part) -> bool:
    """Whether a capitalized word is no name by itself: grammar, or the opening of a sentence."""
    word = part.text.lower()
    if word in FUNCTION_WORDS or len(word) == 1:
        return True
    return word in SENTENCE_OPENERS and bool(_OPENING.search(text[: part.start][-8:]))


def _merged(*several: Keys) -> Keys:
    indexed = frozenset().union(*(keys.indexed for keys in several))
    return Keys(indexed, frozenset().union(*(keys.asked for keys in several)))


_WORDS: dict[str, Keys] = {}
_NAMES: dict[tuple[str, ...], Keys] = {}
_MAX_REMEMBERED = 1 << 16


def _word_keys(word: str) -> Keys:
    """The keys of one part alone, remembered: the same names come again and again."""
    keys = _WORDS.get(word)
    if keys is None:
        if len(_WORDS) > _MAX_REMEMBERED:
            _WORDS.clear()
        keys = _WORDS[word] = _merged(_name_keys((word,)), forms.slavic_keys(word))
    return keys


def _name_keys(parts: tuple[str, ...]) -> Keys:
    keys = _NAMES.get(parts)
    if keys is None:
        if len(_NAMES) > _MAX_REMEMBERED:
            _NAMES.clear()
        keys = _NAMES[parts] = _merged(forms.sinitic_keys(parts), forms.korean_keys(parts))
    return keys


def _han_grams(text: str) -> Iterator[_Gram]:
    """Every two to six Han characters together, and one that stands alone."""
    for run in _HAN_RUN.finditer(text):
        start, end = run.span()
        if end - start == 1:
            yield _Gram(start, end, forms.han_keys(run.group()).indexed)
        for first in range(start, end - 1):
            for last in range(first + 2, min(first + _MAX_HAN, end) + 1):
                yield _Gram(first, last, forms.han_keys(text[first:last]).indexed)


def _without_particle(word: str) -> str:
    particle = next((p for p in _PARTICLES if word.endswith(p)), "")
    return word[: len(word) - len(particle)]


def _hangul_grams(text: str) -> Iterator[_Gram]:
    """Hangul words and up to four neighbours, with and without a particle at the end."""
    words = list(_HANGUL_WORD.finditer(text))
    joined = [text[a.end() : b.start()] in (" ", "-") for a, b in pairwise(words)]
    for first in range(len(words)):
        for last in range(first, min(first + _MAX_HANGUL, len(words))):
            if not all(joined[first:last]):
                break
            before = "".join(word.group() for word in words[first:last])
            start, whole = words[first].start(), words[last].group()
            for written in {whole, _without_particle(whole)} - {""}:
                end = words[last].start() + len(written)
                yield _Gram(start, end, forms.hangul_keys(before + written).indexed)


def _asked(words: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The keys that words of a query ask for as one name."""
    parts = tuple(part for word in words for part in word)
    if not parts or len(parts) > _MAX_PARTS or not all(words):
        return frozenset()
    if all(map(_HAN_RUN.fullmatch, parts)):
        return forms.han_keys("".join(parts)).asked
    if all(map(forms.is_hangul, parts)):
        return forms.hangul_keys("".join(parts)).asked
    if len(parts) > 1:
        return _name_keys(parts).asked
    lone = parts[0].lower() in FUNCTION_WORDS or len(parts[0]) == 1
    return NO_KEYS.asked if lone else _word_keys(parts[0]).asked
