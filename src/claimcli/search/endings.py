"""The endings of Russian and Korean words: what is left without them is the same in all forms.

Russian declines nouns, adjectives and names; Korean joins particles to them. Endings are cut off
by the look of them, without a dictionary, so that what has the same stem may be another word.
"""

from __future__ import annotations

from claimcli.names.korean import is_hangul
from claimcli.names.match_keys import is_cyrillic
from claimcli.names.uncased import without_particle

SHORTEST_STEM = 4
"""Letters of a Russian stem at least."""

SHORTEST_NAME = 2
"""Syllables of a Korean word without its particle at least."""

RUSSIAN = (
    "иями иям ями ами ыми ими ого его ому ему ией иях ях ах ия ие ии ию ев ов ей ий ый ой ая яя ое"
    " ее ые ью ем ам ом ям ую юю ою ею ых их ым им а е и й о у ы ь ю я"
).split()
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_VOWELS = frozenset("аеиоуыэюя")
AFTER_VOWEL = "ями ях ям ем ев я ю е и й".split()
"""The endings of a noun whose stem ends in a vowel (`Китай`, `Китая`)."""


def stems(word: str) -> frozenset[str]:
    """What may be left of a folded word without its ending; nothing in other languages."""
    if is_cyrillic(word):
        return _russian(word)
    if is_hangul(word) and len(word) >= SHORTEST_NAME:
        return frozenset(s for s in (word, without_particle(word)) if len(s) >= SHORTEST_NAME)
    return frozenset()


def _russian(word: str) -> frozenset[str]:
    """Without the longest ending, as a noun in -й, and as it is where it may have no ending."""
    size = max((len(e) for e in RUSSIAN if word.endswith(e)), default=0)
    found = {word[: len(word) - size]}
    if word[-1] in _CONSONANTS:  # `остров`
        found.add(word)
    ending = next((e for e in AFTER_VOWEL if word.endswith(e)), "")
    without = word.removesuffix(ending)
    if ending and without[-1:] in _VOWELS:
        found.add(without)
    return frozenset(stem for stem in found if len(stem) >= SHORTEST_STEM)
