"""Names in scripts without capitals: Han and Hangul, where any run of signs may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise

import msgspec

from claimcli.names import match_keys
from claimcli.names.folding import HAN, stretch_of

_MAX_HAN = 6
_MAX_TITLE = 8
_MAX_HANGUL = 4
PARTICLES = tuple("에서 으로 은 는 이 가 을 를 의 에 와 과 도 로".split())


class Gram(msgspec.Struct, frozen=True):
    """A stretch of a text that may be a name, and the keys it is indexed under."""

    start: int
    end: int
    keys: list[str]


def each_once(keys: Iterable[list[str]]) -> tuple[str, ...]:
    """All of several lists of keys, always in the same order."""
    return tuple(sorted(set(chain.from_iterable(keys))))


def index_keys(text: str) -> list[str]:
    """The keys of the names of each stretch of such signs."""
    found: list[str] = []
    has_hangul = False
    for stretch in _far_signs().findall(text):
        found += _han_keys(stretch)
        has_hangul = has_hangul or _has_hangul(stretch)
    if has_hangul:  # whose names go on over spaces
        found += each_once(gram.keys for gram in _hangul_grams(text))
    return found


def grams(text: str, asked: frozenset[str]) -> Iterator[Gram]:
    """The stretches of a text that may be such names, where some may have one of the keys."""
    stretches = _far_signs().findall(text)
    if not all(asked.isdisjoint(_han_keys(stretch)) for stretch in stretches):
        yield from _han_grams(text)
    if any(map(_has_hangul, stretches)):
        yield from _hangul_grams(text)


@cache
def _han_runs() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+")


@cache
def _hangul_words() -> re.Pattern[str]:
    return re.compile("[가-힣]+")


@cache
def _far_signs() -> re.Pattern[str]:
    return re.compile(stretch_of("^\x00-\u2e7f"))


def is_in(text: str) -> bool:
    """Whether there can be Han or Hangul in it; seen sooner than those, whose ranges are many."""
    return not text.isascii() and _far_signs().search(text) is not None


@lru_cache(maxsize=1 << 15)
def _han_keys(text: str) -> tuple[str, ...]:
    return each_once(gram.keys for gram in _han_grams(text))


@lru_cache(maxsize=1 << 15)
def _has_hangul(text: str) -> bool:
    return _hangul_words().search(text) is not None


def _han_grams(text: str) -> Iterator[Gram]:
    """Every two to six Han characters together, and one, seven or eight that stand alone."""
    for run in _han_runs().finditer(text):
        start, end = run.span()
        if end - start == 1 or _MAX_HAN < end - start <= _MAX_TITLE:
            yield Gram(start, end, match_keys.han_indexed(run.group()))
        for first in range(start, end - 1):
            for last in range(first + 2, min(first + _MAX_HAN, end) + 1):
                yield Gram(first, last, match_keys.han_indexed(text[first:last]))


def without_particle(word: str) -> str:
    """A Hangul word without the particle that ends it, if one does."""
    particle = next((p for p in PARTICLES if word.endswith(p)), "")
    return word[: len(word) - len(particle)]


def _hangul_grams(text: str) -> Iterator[Gram]:
    """Hangul words and up to four neighbours, with and without a particle at the end."""
    words = list(_hangul_words().finditer(text))
    if not words:
        return
    joined = [text[a.end() : b.start()] in (" ", "-") for a, b in pairwise(words)]
    for first in range(len(words)):
        for last in range(first, min(first + _MAX_HANGUL, len(words))):
            if not all(joined[first:last]):
                break
            before = "".join(word.group() for word in words[first:last])
            start, whole = words[first].start(), words[last].group()
            for written in {whole, without_particle(whole)} - {""}:
                end = words[last].start() + len(written)
                yield Gram(start, end, match_keys.hangul_indexed(before + written))
