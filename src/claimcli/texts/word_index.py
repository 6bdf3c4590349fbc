"""The words of a text, and where each of them stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from claimcli.names.folding import HAN
from claimcli.texts.normalising import Normalised

NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[.,'/\u2044]\d+)+")
"""Decimals, thousands and fractions: `3.5`, `100,000`, `1/2`; `1977,1979` is a list of two."""

_NO_HAN = rf"(?:[^\W{HAN}][\u0300-\u036f]*)+"
_WORD = re.compile(rf"[{HAN}]|{NUMBER.pattern}|{_NO_HAN}(?:'{_NO_HAN})*")
_WORD_BREAK = re.compile(b"[^\x00\x03]")


class WordIndex(msgspec.Struct, frozen=True, eq=False):
    """The words of a text as spans of letters, and where each stands in that order."""

    starts: list[int]
    ends: list[int]
    places: dict[str, list[int]]


def word_index(text: Normalised) -> WordIndex:
    """The words of a normalised text; every Han character is one."""
    indexed = WordIndex([], [], defaultdict(list))
    for start, word in words_of(text):
        indexed.places[word.lower()].append(len(indexed.starts))
        indexed.starts.append(start)
        indexed.ends.append(start + len(word))
    return indexed


def words_of(text: Normalised) -> Iterator[tuple[int, str]]:
    """Each word with its first letter; a hyphen at the end of a line is within one."""
    breaks = [found.start() for found in _WORD_BREAK.finditer(text.gaps)]
    for start, end in zip([0, *breaks], [*breaks, len(text.letters)], strict=True):
        for word in _WORD.finditer(text.letters, start, end):
            yield word.start(), word.group()
