"""The keys of one written name: those it is indexed under and those it asks for.

Two forms are one name when one asks for a key that the other is indexed under. Each key begins
with a private-use character, so that keys sort apart from words, and with a letter for its kind;
the rest is letters and digits. The kinds say which script a form is in and how exact it is, so
that a form asks only for what it may be compared with: Han never asks for readings of Han, and a
string that can be Chinese never asks for a Latin skeleton of another that can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from claimcli.names import korean, sinitic, slavic
from claimcli.names.folding import APOSTROPHES

MARK = "\ue000"

# Chinese: an exact form; a careless spelling; the same without its ü; an exact reading of Han.
EXACT, CARELESS, WITHOUT_UMLAUT, HAN_READING = (MARK + kind for kind in "pder")
# Russian: Cyrillic and Latin, each where it cannot and where it can be Chinese.
CYRILLIC, CYRILLIC_SINITIC, LATIN, LATIN_SINITIC = (MARK + kind for kind in "fglm")
# Korean: Hangul; romanized as it stands; its careless form; and both of a string that can be
# Chinese or is one syllable.
HANGUL, KOREAN, KOREAN_CARELESS, WEAK, WEAK_CARELESS = (MARK + kind for kind in "hkoyz")

_SUREST_FIRST = (
    *(EXACT, CARELESS, WITHOUT_UMLAUT, HAN_READING),
    *(HANGUL, KOREAN, KOREAN_CARELESS, WEAK, WEAK_CARELESS),
    *(CYRILLIC, CYRILLIC_SINITIC, LATIN, LATIN_SINITIC),
)

_MAX_HAN = 8


def _all(prefix: str, forms: Iterable[str]) -> list[str]:
    return [prefix + form for form in forms]


def is_sinitic(word: str) -> bool:
    """Whether a part of a name can be read as Chinese."""
    return sinitic.part(word).sinitic


def is_cyrillic(text: str) -> bool:
    """Whether there is a Cyrillic letter in it."""
    return not text.isascii() and any("\u0400" <= character <= "\u052f" for character in text)


def sinitic_indexed(parts: Sequence[str]) -> list[str]:
    """What parts that are read as Chinese together are indexed under, if they can be."""
    reading = sinitic.read_spelling([sinitic.part(p) for p in parts])
    if not reading.careless:
        return _all(EXACT, reading.exact)
    indexed = [CARELESS + spelling for spelling in reading.careless]
    indexed += [WITHOUT_UMLAUT + s.replace("v", "u") for s in reading.careless if "v" in s]
    spellings = sinitic.careless_spellings  # whoever asks for the exact form asks for these as well
    return indexed + [EXACT + x for x in reading.exact if reading.careless.isdisjoint(spellings(x))]


def sinitic_asked(parts: Sequence[str]) -> list[str]:
    """What parts that are read as Chinese together ask for."""
    reading = sinitic.read_spelling([sinitic.part(p) for p in parts])
    exact = reading.exact.union(*map(sinitic.exact_forms, reading.careless))
    spellings = set(reading.careless).union(*map(sinitic.careless_spellings, reading.exact))
    for spelling in reading.careless:
        plain = spelling.replace("v", "u")
        if plain != spelling:
            spellings.add(plain)
    asked = _all(EXACT, exact) + _all(HAN_READING, exact) + _all(CARELESS, spellings)
    return asked + _all(WITHOUT_UMLAUT, (s for s in reading.careless if "v" not in s))


@lru_cache(maxsize=1 << 15)
def han_indexed(text: str) -> list[str]:
    """What a string of Han is indexed under: its readings, for those who ask by sound."""
    return _all(HAN_READING, sinitic.read_han(text)) if len(text) <= _MAX_HAN else []


def han_asked(text: str) -> list[str]:
    """What a string of Han asks for: spelled forms only, since Han is compared as Han."""
    readings = sinitic.read_han(text) if len(text) <= _MAX_HAN else frozenset()
    spellings = {s for form in readings for s in sinitic.careless_spellings(form)}
    return _all(EXACT, readings) + _all(CARELESS, spellings)


def _slavic_kind(word: str) -> str:
    if is_sinitic(word):
        return CYRILLIC_SINITIC if is_cyrillic(word) else LATIN_SINITIC
    return CYRILLIC if is_cyrillic(word) else LATIN


def slavic_indexed(word: str) -> list[str]:
    """What one word is indexed under as a Russian name."""
    skeletons = slavic.skeletons(word)
    if not skeletons:
        return []
    kind = _slavic_kind(word)
    return [kind + skeleton for skeleton in skeletons]


def slavic_asked(word: str) -> list[str]:
    """What one word asks for as a Russian name.

    What can be Chinese does not ask for what can be Chinese, and Latin asks for Latin only from
    two syllables on.
    """
    skeletons = slavic.skeletons(word)
    kinds = {
        CYRILLIC: (CYRILLIC, CYRILLIC_SINITIC, LATIN, LATIN_SINITIC),
        CYRILLIC_SINITIC: (CYRILLIC, LATIN),
        LATIN: (CYRILLIC, CYRILLIC_SINITIC, LATIN),
        LATIN_SINITIC: (CYRILLIC,),
    }[_slavic_kind(word)]
    if skeletons and not is_cyrillic(word) and slavic.vowel_groups(skeletons[0]) < 2:
        kinds = tuple(kind for kind in kinds if kind != LATIN)
    return [kind + skeleton for kind in kinds for skeleton in skeletons]


def _korean_parts(parts: Sequence[str]) -> list[korean.KoreanPart]:
    """The parts read as Korean; none where one of them cannot be."""
    known = []
    for part in parts:
        read = korean.korean_part(part)
        if read is None:
            return []
        known.append(read)
    return known


def korean_indexed(parts: Sequence[str]) -> list[str]:
    """What romanized Korean parts are indexed under together, if they can be Korean."""
    known = _korean_parts(parts)
    if not known:
        return []
    exact, is_weak = korean.as_written(known), _is_weak(parts, known)
    if korean.is_exact(known):
        return _all(WEAK if is_weak else KOREAN, exact)
    spellings = set(map(korean.careless_form, exact))
    return _all(WEAK_CARELESS if is_weak else KOREAN_CARELESS, spellings)


def korean_asked(parts: Sequence[str]) -> list[str]:
    """What romanized Korean parts ask for together, if they can be Korean.

    A string that can be Chinese does not ask for one that can be.
    """
    known = _korean_parts(parts)
    if not known:
        return []
    meant = korean.meant(known)
    if len(known) == 1 and _syllables(known) < 2:
        return _all(HANGUL, meant)
    spellings = set(map(korean.careless_form, meant))
    asked = _all(HANGUL, meant) + _all(KOREAN, meant) + _all(KOREAN_CARELESS, spellings)
    return asked if _is_weak(parts, known) else asked + _weak(meant, spellings)


def _weak(exact: Iterable[str], spellings: Iterable[str]) -> list[str]:
    return _all(WEAK, exact) + _all(WEAK_CARELESS, spellings)


def _syllables(known: Sequence[korean.KoreanPart]) -> int:
    return sum(p.syllables for p in known)


def _is_weak(parts: Sequence[str], known: Sequence[korean.KoreanPart]) -> bool:
    return _syllables(known) < 2 or all(map(is_sinitic, parts))


def hangul_indexed(text: str) -> list[str]:
    """What a Hangul name is indexed under."""
    return _all(HANGUL, korean.read_hangul(text))


def hangul_asked(text: str) -> list[str]:
    """What a Hangul name asks for: romanized forms."""
    exact = korean.read_hangul(text)
    spellings = set(map(korean.careless_form, exact))
    asked = _all(KOREAN, exact) + _all(KOREAN_CARELESS, spellings)
    return asked + _weak(exact, spellings)


def label(common: Iterable[str], written: str) -> str:
    """In what script or romanization `written` has the name with these keys: the surest one."""
    key = min(common, key=lambda key: _SUREST_FIRST.index(key[:2]))
    kind = key[:2]
    if kind == HAN_READING:
        return "Han"
    if kind == HANGUL:
        return "Hangul"
    if kind in (KOREAN, KOREAN_CARELESS, WEAK, WEAK_CARELESS):
        return _korean_label(written)
    if is_cyrillic(written):
        return "Palladius" if kind == EXACT else "Cyrillic"
    if kind in (LATIN, LATIN_SINITIC):
        return "transliteration"
    return _sinitic_label(written, key)


def split_parts(text: str) -> tuple[str, ...]:
    """The parts of a name: what spaces, hyphens and other signs keep apart."""
    if text.isascii() and text.isalpha():
        return (text,)
    return tuple(part_pattern().findall(text))


def _sinitic_label(written: str, key: str) -> str:
    exact = sinitic.read_spelling([sinitic.part(p) for p in split_parts(written)]).exact
    pinyin = all(sinitic.part(p).exact for p in split_parts(written))
    same = key[2:] in exact.union(*map(sinitic.careless_spellings, exact))
    return "pinyin" if pinyin and same else "Wade–Giles"


def _korean_label(written: str) -> str:
    parts = [p for p in map(korean.korean_part, split_parts(written)) if p]
    if any(p.marked for p in parts):
        return "McCune–Reischauer"
    return "Revised Romanization" if korean.is_revised(parts) else "Korean romanization"


LETTER = r"[^\W\d_]"
LETTERS = rf"{LETTER}+(?:[\u0300-\u036f]+{LETTER}*)*"
"""Letters with their marks, as a regular expression: one stretch, where no letter has a mark."""

PART = rf"{LETTERS}(?:[{APOSTROPHES}]+(?![sS](?!\w)){LETTERS})*"
"""One written part: letters, with apostrophes inside."""


@cache
def part_pattern() -> re.Pattern[str]:
    """The pattern of one written part."""
    return re.compile(PART)
