"""The keys of one written name: those it is indexed under and those it asks for.

Two forms are one name when one asks for a key that the other is indexed under. Each key begins
with a private-use character, so that keys sort apart from words, and with a letter for its kind;
the rest is letters and digits. The kinds say which script a form is in and how exact it is, so
that a form asks only for what it may be compared with: Han never asks for readings of Han, and a
string that can be Chinese never asks for a Latin skeleton of another that can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from claimcli.names import korean, sinitic, slavic
from claimcli.names.folding import HAN

MARK = "\ue000"

# Chinese: an exact form, its careless spellings; a careless spelling, the same without its ü;
# and from Han: the exact readings, their careless spellings.
EXACT, SPELLINGS, CARELESS, WITHOUT_UMLAUT = (MARK + kind for kind in "pcde")
HAN_EXACT, HAN_SPELLINGS = (MARK + kind for kind in "rt")
# Russian: Cyrillic and Latin, each where it cannot and where it can be Chinese.
CYRILLIC, CYRILLIC_SINITIC, LATIN, LATIN_SINITIC = (MARK + kind for kind in "fglm")
# Korean: Hangul, Latin, Latin that can be Chinese or is one syllable. Each has the exact form, its
# careless form; and for Latin a form that is careless as it stands.
HANGUL = (MARK + "h", MARK + "i")
KOREAN = (MARK + "k", MARK + "n", MARK + "o")
KOREAN_WEAK = (MARK + "x", MARK + "y", MARK + "z")

_HAN = re.compile(f"[{HAN}]+")
_HANGUL = re.compile("[가-힣]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_MAX_HAN = 6


class Keys(NamedTuple):
    """What a form is indexed under, and what it asks for."""

    indexed: frozenset[str]
    asked: frozenset[str]


NO_KEYS = Keys(frozenset(), frozenset())


def _all(prefix: str, forms: Iterable[str]) -> list[str]:
    return [prefix + form for form in forms]


def _flat(forms: Iterable[frozenset[str]]) -> set[str]:
    return {form for several in forms for form in several}


def is_sinitic(word: str) -> bool:
    """Whether a part of a name can be read as Chinese."""
    return sinitic.part(word).sinitic


def is_hangul(word: str) -> bool:
    """Whether a word is all Hangul."""
    return _HANGUL.fullmatch(word) is not None


def script(text: str) -> str:
    """`Han`, `Hangul`, `Cyrillic` or `Latin`: that of the first character that tells."""
    for character in text:
        for name, pattern in (("Han", _HAN), ("Hangul", _HANGUL), ("Cyrillic", _CYRILLIC)):
            if pattern.match(character):
                return name
    return "Latin"


@lru_cache(maxsize=1 << 15)
def sinitic_keys(parts: tuple[str, ...]) -> Keys:
    """Keys of parts that are read as Chinese together; none where one of them cannot be."""
    reading = sinitic.read_spelling([sinitic.part(p) for p in parts])
    if not reading.exact and not reading.careless:
        return NO_KEYS
    spellings = _flat(map(sinitic.careless_spellings, reading.exact))
    indexed = _all(EXACT, reading.exact) + _all(SPELLINGS, spellings)
    asked = _all(EXACT, reading.exact) + _all(HAN_EXACT, reading.exact) + _all(CARELESS, spellings)
    for spelling in reading.careless:
        plain = spelling.replace("v", "u")
        shows_umlaut = plain != spelling
        indexed += [CARELESS + spelling] + [WITHOUT_UMLAUT + plain] * shows_umlaut
        asked += [kind + spelling for kind in (SPELLINGS, CARELESS, HAN_SPELLINGS)]
        asked.append((CARELESS if shows_umlaut else WITHOUT_UMLAUT) + plain)
    return Keys(frozenset(indexed), frozenset(asked))


@lru_cache(maxsize=1 << 15)
def han_keys(text: str) -> Keys:
    """Keys of a string of Han, which asks for spelled forms only: Han is compared as Han."""
    readings = sinitic.read_han(text) if len(text) <= _MAX_HAN else frozenset()
    spellings = _flat(map(sinitic.careless_spellings, readings))
    return Keys(
        frozenset(_all(HAN_EXACT, readings) + _all(HAN_SPELLINGS, spellings)),
        frozenset(_all(EXACT, readings) + _all(CARELESS, spellings)),
    )


@lru_cache(maxsize=1 << 16)
def slavic_keys(word: str) -> Keys:
    """Keys of one word as a Russian name; Latin asks for Latin from two syllables on."""
    skeletons = slavic.skeletons(word)
    if not skeletons:
        return NO_KEYS
    cyrillic, chinese = _CYRILLIC.search(word) is not None, is_sinitic(word)
    own = (CYRILLIC, CYRILLIC_SINITIC) if cyrillic else (LATIN, LATIN_SINITIC)
    asked = [CYRILLIC]
    if not chinese:
        asked += [CYRILLIC_SINITIC, LATIN_SINITIC, LATIN] if cyrillic else [CYRILLIC_SINITIC]
    elif cyrillic:
        asked.append(LATIN)
    if not cyrillic and not chinese and slavic.vowel_groups(skeletons[0]) > 1:
        asked.append(LATIN)
    return Keys(
        frozenset(_all(own[chinese], skeletons)),
        frozenset(kind + skeleton for kind in asked for skeleton in skeletons),
    )


@lru_cache(maxsize=1 << 15)
def korean_keys(parts: tuple[str, ...]) -> Keys:
    """Keys of romanized Korean parts; none where one of them cannot be Korean."""
    read = [korean.korean_part(p) for p in parts]
    known = [p for p in read if p is not None]
    if not known or len(known) < len(read):
        return NO_KEYS
    reading = korean.read_romanized(known)
    syllables = korean.vowel_groups("".join(p.letters for p in known))
    weak = syllables < 2 or all(map(is_sinitic, parts))
    exact, spellings, careless = KOREAN_WEAK if weak else KOREAN
    forms = _flat([frozenset(map(korean.careless_form, reading.exact))])
    indexed = (
        _all(exact, reading.exact) + _all(spellings, forms) + _all(careless, reading.careless)
    )
    others = [KOREAN] if weak and syllables > 1 else [] if weak else [KOREAN, KOREAN_WEAK]
    asked = _all(HANGUL[0], reading.exact) + _all(HANGUL[1], reading.careless)
    for other_exact, other_spellings, other_careless in others:
        asked += _all(other_exact, reading.exact) + _all(other_careless, forms)
        asked += _all(other_spellings, reading.careless) + _all(other_careless, reading.careless)
    return Keys(frozenset(indexed), frozenset(asked))


@lru_cache(maxsize=1 << 15)
def hangul_keys(text: str) -> Keys:
    """Keys of a Hangul name, which asks for romanized forms."""
    exact = korean.read_hangul(text)
    spellings = frozenset(map(korean.careless_form, exact))
    asked = [k + e for k in (KOREAN[0], KOREAN_WEAK[0]) for e in exact]
    asked += [k + s for k in (KOREAN[2], KOREAN_WEAK[2]) for s in spellings]
    return Keys(
        frozenset(_all(HANGUL[0], exact) + _all(HANGUL[1], spellings)), frozenset(asked)
    )


def label(key: str, written: str) -> str:
    """In what script or romanization the text `written` has the name that `key` was asked for."""
    kind = key[:2]
    if kind in (HAN_EXACT, HAN_SPELLINGS):
        return "Han"
    if kind in HANGUL:
        return "Hangul"
    if kind in KOREAN + KOREAN_WEAK:
        return _korean_label(written)
    if script(written) == "Cyrillic":
        return "Palladius" if kind in (EXACT, SPELLINGS) else "Cyrillic"
    if kind in (LATIN, LATIN_SINITIC):
        return "transliteration"
    return _sinitic_label(written, kind)


def split_parts(text: str) -> tuple[str, ...]:
    """The parts of a name: what spaces, hyphens and other signs keep apart."""
    return tuple(_PART.findall(text))


def _sinitic_label(written: str, kind: str) -> str:
    careless = kind in (CARELESS, WITHOUT_UMLAUT)
    parts = [sinitic.part(p) for p in split_parts(written)]
    return "pinyin" if not careless and all(p.exact for p in parts) else "Wade–Giles"


def _korean_label(written: str) -> str:
    parts = [p for p in map(korean.korean_part, split_parts(written)) if p]
    if any(p.marked for p in parts):
        return "McCune–Reischauer"
    return "Revised Romanization" if any(p.revised_only for p in parts) else "Korean romanization"


_MARKS = "\u0300-\u036f"
_APOSTROPHES = "'`´‘’‛′ʹʻʼʽʾʿ＇"
PART = rf"(?:[^\W\d_][{_MARKS}]*)+(?:[{_APOSTROPHES}]+(?![sS](?!\w))(?:[^\W\d_][{_MARKS}]*)+)*"
"""One written part, as a regular expression: letters, with apostrophes inside."""

_PART = re.compile(PART)
