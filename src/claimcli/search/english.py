"""The stem of an English word, which all its forms have in common.

A word's forms are those with its stem by Porter's algorithm ("An algorithm for suffix stripping",
Program 14, 1980), which makes one of execution, executed and executing and keeps station and
state apart; British spelling counts as American. Strong verbs, which no suffix tells, stand in a
table.
"""

from __future__ import annotations

import re
from functools import cache

SHORTEST = 4
"""Letters from which on a word has other forms."""

SHORTEST_ROOT = 3
"""Letters that the forms of a word have in common at least."""

LONGEST = 30
"""Letters beyond which no word of English goes."""

STRONG = (
    "become became",
    "begin began begun beginning",
    "break broke broken",
    "bring brought",
    "build built",
    "buy bought",
    "choose chose chosen choice",
    "come came",
    "draw drew drawn",
    "drive drove driven",
    "fall fell fallen",
    "fight fought",
    "find found",
    "flee fled",
    "forbid forbade forbidden",
    "foresee foresaw foreseen",
    "give gave given",
    "grow grew grown growth",
    "hold held",
    "keep kept",
    "know knew known knowledge",
    "lead led",
    "leave left",
    "lose lost loss",
    "make made",
    "mean meant",
    "meet met",
    "overthrow overthrew overthrown",
    "pay paid",
    "rise rose risen",
    "seek sought",
    "sell sold sale",
    "send sent",
    "speak spoke spoken speech",
    "spread spread",
    "stand stood",
    "steal stole stolen",
    "strike struck stricken",
    "swear swore sworn",
    "take took taken",
    "teach taught",
    "tell told",
    "think thought",
    "throw threw thrown",
    "understand understood",
    "withdraw withdrew withdrawn withdrawal",
    "win won winning",
    "write wrote written",
)


def root(word: str) -> str | None:
    """How every other form of a folded word begins; None for what has no forms.

    That is what is too short, too long or not written in Latin letters.
    """
    if not (SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha()):
        return None
    found = stem(word)
    # What the spellings of one stem differ in is left out: -y and -i, -or and -our, -ter and -tre.
    found = re.sub("(?:i|r|er)$", "", found) if found.endswith(("i", "or", "ter")) else found
    return found if len(found) >= SHORTEST_ROOT else None


def strong_forms(word: str) -> frozenset[str]:
    """The other forms of a strong verb, by any of them."""
    return _strong().get(word, frozenset()) - {word}


@cache
def _strong() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in STRONG:
        words = line.split()
        both = frozenset((*words, f"{words[0]}s", f"{words[0].removesuffix('e')}ing"))
        table.update((form, both) for form in both)
    return table


# British spelling and American, where the two stems would differ: -ise, -our, -tre.
_BRITISH = (
    ("is(e|es|ed|ing|er|ers|ation|ations|ational)$", r"iz\1"),
    ("(?<=[a-z]{3})our(s|ed|ing|able|ful|hood|less|ly)?$", r"or\1"),
    ("(?<=[a-z]{2})tre(s|d)?$", r"ter\1"),
)
_VOWELS = "aeiou"

_DOUBLE = (
    *(("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize")),
    *(("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous")),
    *(("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive")),
    *(("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive")),
    ("biliti", "ble"),
)
_DERIVED = (
    *(("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic")),
    *(("ful", ""), ("ness", "")),
)
_LAST = (
    *("ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous"),
    *("ive", "ize", "ion", "al", "er", "ic", "ou"),
)


def stem(word: str) -> str:
    """The stem of a folded English word by Porter's algorithm; not always a word itself."""
    if len(word) <= 2:
        return word
    word = _american(word)
    word = _without_plural(word)
    word = _without_tense(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _DOUBLE)
    word = _replaced(word, _DERIVED)
    return _without_e(_without_last(word))


def _american(word: str) -> str:
    for written, instead in _BRITISH if len(word) > len("raised") else _BRITISH[1:]:
        word = re.sub(written, instead, word)
    return word


def _consonants(word: str) -> str:
    """The word as c and v; y after a consonant is a vowel."""
    kinds = ""
    for letter in word:
        is_vowel = letter in _VOWELS or (letter == "y" and kinds.endswith("c"))
        kinds += "v" if is_vowel else "c"
    return kinds


def _measure(word: str) -> int:
    """How often a vowel is followed by a consonant: Porter's m."""
    return _consonants(word).count("vc")


def _has_vowel(word: str) -> bool:
    return "v" in _consonants(word)


def _is_short(word: str) -> bool:
    """Whether it ends in consonant, vowel, consonant, the last not w, x or y: Porter's *o."""
    return _consonants(word).endswith("cvc") and word[-1] not in "wxy"


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_tense(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    ending = next((e for e in ("ed", "ing") if word.endswith(e)), "")
    base = word.removesuffix(ending)
    if not ending or not _has_vowel(base):
        return word
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if len(base) > 1 and base[-1] == base[-2] and base[-1] not in _VOWELS + "lsz":
        return base[:-1]
    return base + "e" if _measure(base) == 1 and _is_short(base) else base


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            return base + instead if _measure(base) > 0 else word
    return word


def _without_last(word: str) -> str:
    for ending in _LAST:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            is_left = ending != "ion" or base.endswith(("s", "t"))
            return base if _measure(base) > 1 and is_left else word
    return word


def _without_e(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        measure = _measure(base)
        if measure > 1 or (measure == 1 and not _is_short(base)):
            word = base
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
