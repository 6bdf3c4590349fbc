"""Chinese names as syllables: pinyin, Wade–Giles, Palladius and Han brought to one form.

A spelling is read as a string of toneless pinyin syllables joined by `0`, with `v` for ü
(`zhang0jue`). Pinyin, Palladius and Wade–Giles with its aspirates are exact. Wade–Giles printed
without apostrophes, or without ü, is not: `Chang Chue` is four names. It is kept in its own
spelling (`chang0chueh`), and so is what an exact form would look like in that spelling, so that
the two meet by equality and no name is multiplied into all its readings.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from operator import attrgetter

import msgspec

from claimcli.names.folding import APOSTROPHES, fold
from claimcli.names.romanizations import (
    bare,
    bare_without_umlaut,
    careful,
    careful_without_umlaut,
    palladius,
    pinyin,
    standard_spellings,
    syllables_by_spelling,
    without_umlaut,
)
from claimcli.names.tables import readings

SEPARATOR = "0"
_MAX_SPLITS = 4
_LONGEST = 7  # ch'uang
_MAX_READINGS = 16
_MAX_EXACT_FORMS = 512
_LONE = frozenset("aeiouvаоэ")  # syllables of one vowel: only at the start of a written part
_VOWELS = _LONE.union("иуеёюя")


class Part(msgspec.Struct, frozen=True):
    """One written part of a name (between spaces and hyphens), read by itself.

    `exact`: as pinyin or Palladius. `careless`: as Wade–Giles without apostrophes, and without ü
    where it shows none. `aspirated` and `umlaut` say what the spelling shows; whether their absence
    means anything is told by the other parts of the name. `sinitic`: whether it can be read as
    Chinese at all. `joined`: whether it is several syllables written together, at least one way of
    them pinyin.
    """

    word: str = ""
    exact: tuple[str, ...] = ()
    careless: tuple[str, ...] = ()
    aspirated: bool = False
    umlaut: bool = False
    sinitic: bool = False
    joined: bool = False


def _part(
    word: str,
    exact: tuple[str, ...],
    careless: tuple[str, ...] = (),
    aspirated: bool = False,
) -> Part:
    written = (*exact, *careless)
    joined = bool(exact) and all(SEPARATOR in form for form in written)
    return Part(word, exact, careless, aspirated, "v" in word, bool(written), joined)


class Reading(msgspec.Struct, frozen=True):
    """A name read as Chinese: its exact forms, and its spellings in careless Wade–Giles."""

    exact: frozenset[str]
    careless: frozenset[str]


NO_PART = Part()
_sinitic, _aspirated, _is_joined = map(attrgetter, ("sinitic", "aspirated", "joined"))
_UNREADABLE = Reading(frozenset(), frozenset())


def _splits(
    word: str, table: dict[str, tuple[str, ...]], inner_vowels: bool
) -> list[tuple[str, ...]]:
    """The ways to cut a word into spellings of the table, longest first.

    `inner_vowels`: whether a syllable inside the word may begin with a vowel (`taierzhuang`). It
    never does where it would be one syllable with the last (`guang`, not `gu ang`).
    """
    found: list[tuple[str, ...]] = []
    started: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while started and len(found) < _MAX_SPLITS:
        start, pieces = started.pop()
        if start == len(word):
            found.append(pieces)
            continue
        last = pieces[-1] if pieces else None
        for end in range(start + 1, min(len(word), start + _LONGEST) + 1):  # longest next
            piece = word[start:end]
            if piece in table and _may_follow(last, piece, table, inner_vowels):
                started.append((end, (*pieces, piece)))
    return found


def _may_follow(
    last: str | None, piece: str, table: Mapping[str, object], inner_vowels: bool
) -> bool:
    if last is None or piece[0] not in _VOWELS:
        return True
    return inner_vowels and piece not in _LONE and last + piece not in table


def _read(word: str, table: dict[str, tuple[str, ...]], inner_vowels: bool) -> tuple[str, ...]:
    """All readings of a word by a table; `'` and `ъ` part syllables where the table lets them."""
    found: dict[str, None] = {}
    for split in _splits(word, table, inner_vowels):
        for syllable in product(*(table[piece] for piece in split)):
            found[SEPARATOR.join(syllable)] = None
    return tuple(found)[:_MAX_READINGS]


TONES = str.maketrans("āáǎàēéěèêĕīíǐìōóǒòūúǔùŭǖǘǚǜü", "aaaaeeeeeeiiiioooouuuuuvvvvv")
_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz'")
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


@lru_cache(maxsize=1 << 16)
def part(word: str) -> Part:
    """A word between spaces and hyphens read as Chinese."""
    plain = word.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain).translate(_APOSTROPHES).translate(TONES)
    plain = plain.replace("`", "'")
    if _LETTERS.issuperset(plain):
        return _latin_part(plain)
    return _cyrillic_part(plain) if _CYRILLIC.issuperset(plain) else NO_PART


def _cyrillic_part(word: str) -> Part:
    return _part(word, _joined(word.replace("ё", "е").split("ъ"), palladius()))


BEGINNINGS = frozenset(
    (
        "a ai an ao ba be bi bo bu ca ce ch ci co cu da de di do du e ei en er fa fe fo fu ga ge go"
        " gu ha he ho hs hu i ja je ji jo ju ka ke ko ku la le li lo lu lv ly ma me mi mo mu na ne"
        " ni no nu nv ny o ou pa pe pi po pu qi qu ra re ri ro ru sa se sh si so ss su sz ta te ti"
        " to ts tu tz uo wa we wo wu xi xu ya ye yi yo yu yv za ze zh zi zo zu"
    ).split()
)
"""The first two letters, or the one, of the spellings in Latin letters."""

ENDINGS = frozenset(
    (
        "a ai an ao ba bi bo bu ca ce ci cu da de di du e eh ei en er fa fo fu ga ge gu ha he hi ho"
        " hu hv i ia ie ih in iu je ji jo ju ka ke ko ku la le li lo lu lv ma me mi mo mu na ne ng"
        " ni no nu nv o ou pa pi po pu qi qu re rh ri ru sa se si so su sv ta te ti to tu ua ue ui"
        " un uo ve vn vo wa wo wu xi xu ya ye yi yo yu yv za ze zi zu"
    ).split()
)
"""Their last two letters, or the one."""


def looks_chinese(word: str) -> bool:
    """A quick no for most words of other languages, before a table is so much as read."""
    return word[-2:] in ENDINGS and (word[:2] in BEGINNINGS or word[:1] in _LONE)


def _joined(pieces: list[str], table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Readings of pieces that a mark keeps apart (Xi'an, Чанъань)."""
    if len(pieces) == 1:
        return _read(pieces[0], table, inner_vowels=True)
    if not all(pieces):
        return ()
    each = [_read(piece, table, inner_vowels=True) for piece in pieces]
    return tuple(SEPARATOR.join(choice) for choice in product(*each))[:_MAX_READINGS]


def _latin_part(word: str) -> Part:
    if "'" not in word and not looks_chinese(word):
        return NO_PART
    table = bare() if "v" in word else bare_without_umlaut()
    careless = _read(word.replace("'", ""), table, inner_vowels=False)
    aspirated = "'" in word and bool(_careful_reading(word, "v" in word))
    if "'" in word and not aspirated:
        careless = ()
    return _part(word, _joined(word.split("'"), pinyin()), careless, aspirated)


@lru_cache(maxsize=1 << 14)
def _careful_reading(word: str, umlaut: bool) -> tuple[str, ...]:
    table = careful() if umlaut else careful_without_umlaut()
    return _read(word, table, inner_vowels=False)


def _together(choices: Sequence[tuple[str, ...]]) -> frozenset[str]:
    if not all(choices):
        return frozenset()
    if len(choices) == 1:
        return frozenset(choices[0])
    return frozenset(map(SEPARATOR.join, islice(product(*choices), _MAX_READINGS)))


def read_spelling(parts: Sequence[Part]) -> Reading:
    """A name of one or more parts, all in one romanization.

    An apostrophe or ü anywhere means that the writer uses them: where they are absent in another
    part, that is then part of the spelling. Wade–Giles keeps syllables apart, so that syllables
    written together (`Kaifeng`) are pinyin wherever they can be.
    """
    if not all(map(_sinitic, parts)):
        return _UNREADABLE
    exact = _together([p.exact for p in parts])
    if any(map(_aspirated, parts)):
        umlaut = any(p.umlaut for p in parts)
        exact |= _together([_careful_reading(p.word, umlaut) for p in parts])
        return Reading(exact, frozenset())
    if exact and any(map(_is_joined, parts)):
        return Reading(exact, frozenset())
    return Reading(exact, _together([p.careless for p in parts]))


@lru_cache(maxsize=1 << 16)
def careless_spellings(exact: str) -> frozenset[str]:
    """How an exact form looks in Wade–Giles without apostrophes, with ü and without it."""
    standard = standard_spellings()
    spelt = [standard.get(syllable, syllable) for syllable in exact.split(SEPARATOR)]
    with_umlaut = SEPARATOR.join(spelt)
    return frozenset((with_umlaut, without_umlaut(with_umlaut)))


def exact_forms(careless: str) -> frozenset[str]:
    """All that a careless spelling may stand for, in exact forms; a great many are cut off."""
    table, plain = syllables_by_spelling("v" in careless), syllables_by_spelling(False)
    # Pinyin has ü in `Lü` and none in `Yuan`, so that one name may hold both.
    each = (table.get(spelling) or plain[spelling] for spelling in careless.split(SEPARATOR))
    choices = product(*each)
    return frozenset(SEPARATOR.join(choice) for choice in islice(choices, _MAX_EXACT_FORMS))


def read_han(text: str) -> frozenset[str]:
    """The exact forms that a string of Han characters may be read as."""
    each = [readings(character) or readings(fold(character)) for character in text]
    if len(each) == 1:  # by itself only as it is mostly read
        each = [each[0][:1]]
    return _together(each) if each else frozenset()
