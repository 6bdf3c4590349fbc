"""Chinese names as syllables: pinyin, Wade–Giles, Palladius and Han brought to one form.

A spelling is read as a string of toneless pinyin syllables joined by `0`, with `v` for ü
(`zhang0jue`). Pinyin, Palladius and Wade–Giles with its aspirates are exact. Wade–Giles printed
without apostrophes, or without ü, is not: `Chang Chue` is four names. It is kept in its own
spelling (`chang0chueh`), and so is what an exact form would look like in that spelling, so that
the two meet by equality and no name is multiplied into all its readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from claimcli.names.folding import fold
from claimcli.names.tables import han_readings, syllables

SEPARATOR = "0"
_MAX_SPLITS = 4
_MAX_READINGS = 16
_LONE = frozenset("aeiouvаоэ")  # syllables of one vowel: only at the start of a written part
_VOWELS = _LONE.union("иуеёюя")
_SPECIAL = (
    ("shaan", "shaan"),  # the official spelling that keeps 陝西 apart from 山西
    ("xian", "xi0an"),  # the city, mostly printed without its apostrophe
)


class Part(NamedTuple):
    """One written part of a name (between spaces and hyphens), read in every romanization.

    Each field is the possible readings, mostly one or none. `aspirated` and `umlaut` say what the
    spelling shows; whether its absence means anything is told by the other parts of the name.
    """

    exact: tuple[str, ...] = ()
    careful: tuple[str, ...] = ()
    careful_without_umlaut: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    bare_without_umlaut: tuple[str, ...] = ()
    aspirated: bool = False
    umlaut: bool = False

    @property
    def sinitic(self) -> bool:
        """Whether it can be read as Chinese at all."""
        return bool(self.exact or self.careful or self.bare_without_umlaut)


class Reading(NamedTuple):
    """A name read as Chinese: its exact forms, and its spellings in careless Wade–Giles."""

    exact: frozenset[str]
    careless: frozenset[str]


NO_PART = Part()
NO_READING = Reading(frozenset(), frozenset())


def _without_umlaut(spelling: str) -> str:
    return spelling.replace("v", "u")


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for spelling, syllable in pairs:
        table.setdefault(spelling, {})[syllable] = None
    return {spelling: tuple(found) for spelling, found in table.items()}


@cache
def _pinyin() -> dict[str, tuple[str, ...]]:
    rows = [(spelling, s.pinyin[0]) for s in syllables() for spelling in s.pinyin]
    bare = [(_without_umlaut(spelling), syllable) for spelling, syllable in rows]
    return _table([*rows, *bare, *_SPECIAL])


@cache
def _palladius() -> dict[str, tuple[str, ...]]:
    return _table((spelling, s.pinyin[0]) for s in syllables() for spelling in s.palladius)


def _without_final_h(spelling: str) -> list[str]:
    """`chueh` is printed `chue` too, and `erh` `er`; not `shih`, since `shi` says nothing."""
    return [spelling, spelling[:-1]] if spelling.endswith(("eh", "erh")) else [spelling]


@cache
def _wade_giles() -> tuple[tuple[str, str, str], ...]:
    """Spelling, syllable and the syllable's standard spelling."""
    return tuple(
        (written, s.pinyin[0], s.wade_giles[0])
        for s in syllables()
        for spelling in s.wade_giles
        for written in _without_final_h(spelling)
    )


@cache
def _careful() -> dict[str, tuple[str, ...]]:
    return _table((spelling, syllable) for spelling, syllable, _ in _wade_giles())


@cache
def _careful_without_umlaut() -> dict[str, tuple[str, ...]]:
    return _table((_without_umlaut(spelling), syllable) for spelling, syllable, _ in _wade_giles())


@cache
def _bare() -> dict[str, tuple[str, ...]]:
    strip = str.maketrans("", "", "'")
    rows = _wade_giles()
    return _table((s.translate(strip), standard.translate(strip)) for s, _, standard in rows)


@cache
def _bare_without_umlaut() -> dict[str, tuple[str, ...]]:
    pairs = _bare().items()
    return _table((_without_umlaut(s), _without_umlaut(found[0])) for s, found in pairs)


@cache
def _standard() -> dict[str, str]:
    """A syllable's standard Wade–Giles spelling without apostrophe."""
    return {s.pinyin[0]: s.wade_giles[0].replace("'", "") for s in syllables()}


def _splits(word: str, table: dict[str, tuple[str, ...]], inner_vowels: bool) -> list[list[str]]:
    """The ways to cut a word into spellings of the table, longest first.

    `inner_vowels`: whether a syllable inside the word may begin with a vowel (`taierzhuang`). It
    never does where it would be one syllable with the last (`guang`, not `gu ang`).
    """
    found: list[list[str]] = []

    def go_on(start: int, so_far: list[str]) -> None:
        if start == len(word):
            found.append(so_far)
        for end in range(min(len(word), start + 7), start, -1):
            piece = word[start:end]
            if len(found) < _MAX_SPLITS and piece in table and may_follow(so_far, piece):
                go_on(end, [*so_far, piece])

    def may_follow(so_far: list[str], piece: str) -> bool:
        if not so_far or piece[0] not in _VOWELS:
            return True
        return inner_vowels and piece not in _LONE and so_far[-1] + piece not in table

    go_on(0, [])
    return found


def _read(word: str, table: dict[str, tuple[str, ...]], inner_vowels: bool) -> tuple[str, ...]:
    """All readings of a word by a table; `'` and `ъ` part syllables where the table lets them."""
    readings = (
        SEPARATOR.join(syllable)
        for split in _splits(word, table, inner_vowels)
        for syllable in product(*(table[piece] for piece in split))
    )
    return tuple(dict.fromkeys(readings))[:_MAX_READINGS]


_TONES = str.maketrans("āáǎàēéěèêĕīíǐìōóǒòūúǔùŭǖǘǚǜü", "aaaaeeeeeeiiiioooouuuuuvvvvv")
_APOSTROPHE = re.compile("[`´‘’‛′‵ʹʻʼʽʾʿ＇]+")
_LATIN = re.compile("[a-z']+")
_CYRILLIC = re.compile("[а-яё]+")


@lru_cache(maxsize=1 << 16)
def part(word: str) -> Part:
    """A word between spaces and hyphens, as given or composed (NFC), read as Chinese."""
    plain = word.lower() if word.isascii() else _APOSTROPHE.sub("'", word.lower())
    plain = plain.translate(_TONES)
    if _LATIN.fullmatch(plain):
        return _latin_part(plain)
    return _cyrillic_part(plain) if _CYRILLIC.fullmatch(plain) else NO_PART


def _cyrillic_part(word: str) -> Part:
    return Part(exact=_joined(word.replace("ё", "е").split("ъ"), _palladius()))


def _joined(pieces: list[str], table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Readings of pieces that a mark keeps apart (Xi'an, Чанъань)."""
    if not all(pieces):
        return ()
    each = [_read(piece, table, inner_vowels=True) for piece in pieces]
    return tuple(SEPARATOR.join(choice) for choice in product(*each))[:_MAX_READINGS]


def _latin_part(word: str) -> Part:
    pinyin = _joined(word.split("'"), _pinyin())
    careful = _read(word, _careful(), inner_vowels=False)
    loose = _read(word, _careful_without_umlaut(), inner_vowels=False)
    if not pinyin and not careful and not loose and "'" not in word:
        return NO_PART
    bare, aspirated = word.replace("'", ""), "'" in word and bool(careful or loose)
    return Part(
        pinyin,
        careful,
        loose,
        _read(bare, _bare(), inner_vowels=False),
        _read(bare, _bare_without_umlaut(), inner_vowels=False),
        aspirated,
        "v" in word,
    )


def _together(choices: Iterable[tuple[str, ...]]) -> set[str]:
    readings: set[str] = set()
    for choice in product(*choices):
        readings.add(SEPARATOR.join(choice))
        if len(readings) == _MAX_READINGS:
            break
    return readings


def read_spelling(parts: Sequence[Part]) -> Reading:
    """A name of one or more parts, all in one romanization.

    An apostrophe or ü anywhere means that the writer uses them: where they are absent in another
    part, that is then part of the spelling.
    """
    exact = _together(p.exact for p in parts)
    umlaut = any(p.umlaut for p in parts)
    if any(p.aspirated for p in parts):
        exact |= _together(p.careful if umlaut else p.careful_without_umlaut for p in parts)
        return Reading(frozenset(exact), frozenset())
    careless = _together(p.bare if umlaut else p.bare_without_umlaut for p in parts)
    return Reading(frozenset(exact), frozenset(careless))


@lru_cache(maxsize=1 << 16)
def careless_spellings(exact: str) -> frozenset[str]:
    """How an exact form looks in Wade–Giles without apostrophes, with ü and without it."""
    standard = _standard()
    spelt = [standard.get(syllable, syllable) for syllable in exact.split(SEPARATOR)]
    with_umlaut = SEPARATOR.join(spelt)
    return frozenset((with_umlaut, _without_umlaut(with_umlaut)))


def read_han(text: str) -> frozenset[str]:
    """The exact forms that a string of Han characters may be read as."""
    known = han_readings()
    each = [known.get(character) or known.get(fold(character), ()) for character in text]
    return frozenset(_together(each)) if each and all(each) else frozenset()
