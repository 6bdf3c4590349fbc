"""The tables of names and words that the search in the page looks things up in.

They are those that the command line uses, so that a spelling is known to both or to neither; only
the procedures that use them are written again in `static/search`.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcli.names.folding import APOSTROPHES, HAN, INSIDE, STRIPPED, UNDECOMPOSED
from claimcli.names.given_names import GIVEN_NAMES
from claimcli.names.homographs import NOT_ALONE
from claimcli.names.respelling import LETTERS
from claimcli.names.romanized import SCHEMES, SCRIPTS
from claimcli.names.sinitic import BEGINNINGS, ENDINGS, TONES
from claimcli.names.tables import lines
from claimcli.names.uncased import PARTICLES
from claimcli.search.compounds import PREFIXES
from claimcli.search.endings import AFTER_VOWEL, RUSSIAN
from claimcli.search.english import STRONG
from claimcli.search.stop_words import STOP_WORDS

_LAST_CASED = 0x20000
"""No letter beyond has capitals."""


def tables(*, has_han: bool) -> dict[str, Any]:
    """All tables, those of Han characters where the corpus has what they can lead to."""
    stop_words = sorted(STOP_WORDS)
    return {
        "folding": _folding(has_han),
        "chinese": _chinese(has_han),
        "not_alone": sorted(NOT_ALONE),
        "given_names": GIVEN_NAMES,
        "romanized": {"scripts": SCRIPTS, "schemes": SCHEMES},
        "strong": STRONG,
        "stop_words": stop_words,
        "endings": {"russian": RUSSIAN, "after_vowel": AFTER_VOWEL, "particles": PARTICLES},
        "respelling": {
            "letters": LETTERS | {letter.upper(): two for letter, two in LETTERS.items()},
            "prefixes": PREFIXES,
            "stop_words": stop_words,
        },
    }


def _folding(has_han: bool) -> dict[str, Any]:
    return {
        "apostrophes": APOSTROPHES,
        "inside": INSIDE,
        "stripped": STRIPPED,
        "han": HAN,
        "letters": {chr(code): folded for code, folded in UNDECOMPOSED.items()},
        "cases": _cases(),
        "variants": [line.replace("\t", "") for line in lines("han_variants.txt")]
        if has_han
        else [],
    }


@cache
def _cases() -> dict[str, str]:
    """Letters that are folded otherwise than put into lower case, which is all a browser can do."""
    every = map(chr, range(_LAST_CASED))
    return {sign: sign.casefold() for sign in every if sign.casefold() != sign.lower()}


def _chinese(has_han: bool) -> dict[str, Any]:
    return {
        "syllables": lines("syllables.txt"),
        "tones": [[chr(code), chr(plain)] for code, plain in TONES.items()],
        "beginnings": sorted(BEGINNINGS),
        "endings": sorted(ENDINGS),
        "readings": lines("han_readings.txt") if has_han else [],
    }
