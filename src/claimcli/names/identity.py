"""Whether two whole names are one name, and why.

The order of the parts does not matter (`Herbert Franke`, `Franke, Herbert`), and an initial goes
with any name that begins with it where the family is the same. Numbers must be the same: the
Congress of 1956 is not that of 1961. Han asks for spelled forms only, so that Han is compared with
Han as Han. Nothing here measures distance: two names are one when their keys are equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from claimcli.names import slavic
from claimcli.names.folding import fold, has_han, tokens
from claimcli.names.given_names import GIVEN_NAMES
from claimcli.names.initials import can_begin, is_initial
from claimcli.names.korean import as_written, careless_form, is_hangul, korean_part, read_hangul
from claimcli.names.match_keys import (
    PART,
    han_asked,
    han_indexed,
    hangul_asked,
    hangul_indexed,
    is_sinitic,
    korean_asked,
    korean_indexed,
    label,
    sinitic_asked,
    sinitic_indexed,
    slavic_asked,
    slavic_indexed,
    split_parts,
)
from claimcli.names.respelling import respelt, with_plain_article
from claimcli.names.romanized import romanizations, script_of
from claimcli.names.sinitic import SEPARATOR, careless_spellings, part, read_han, read_spelling

_MAX_PARTS = 8
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"(?<=\s)[IVX]+(?=\s|\.?\s*$)")
_WITH_TONE = re.compile(r"([^\W\d_]+)[1-5]")
_WITH_TONES = re.compile(rf"(?:{_WITH_TONE.pattern})+")


def same_name(one: str, other: str) -> str | None:
    """Why two names are the same, or None where nothing says that they are.

    The reason is `folded`, `name order`, `spelling` (Müller, Mueller; at-Tabari, al-Tabari), or the
    script or romanization that `other` is written in:
    `Han`, `pinyin`, `Wade–Giles`, `Palladius`, `Cyrillic`, `transliteration`, `initials`,
    `Hangul`, `McCune–Reischauer`, `Revised Romanization`, `Korean romanization`.
    """
    words, others = _folded(one), _folded(other)
    if not words or not others:
        return None
    if words == others:
        return "folded"
    if others in (words[turn:] + words[:turn] for turn in range(1, len(words))):
        return "name order"
    if _numbers(words) != _numbers(others) or _are_two_kings(one, other):
        return None
    if "".join(words) == "".join(others) and not _chinese(one, other):
        return "folded"
    if not _customary(one).isdisjoint(_customary(other)):
        return "spelling"
    by_keys = _same_by_keys(one, other)
    if by_keys or _written_out_in_chinese(one, other):
        return by_keys
    return _same_person(_abbreviable(one), _abbreviable(other))


@lru_cache(maxsize=1 << 14)
def name_keys(name: str) -> frozenset[str]:
    """Keys to group names by: two that are the same (`same_name`) have one in common.

    The reverse does not hold: what shares a key is a candidate, to be decided by `same_name`.
    """
    return frozenset(_grouping_keys(name))


@lru_cache(maxsize=1 << 14)
def _folded(name: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens(name))


@lru_cache(maxsize=1 << 14)
def _customary(name: str) -> frozenset[str]:
    """A name as it is mostly spelt, and with two letters for those that may be written so."""
    plain = with_plain_article(fold(name))
    other = respelt(name)
    return frozenset(
        " ".join(_folded(form)) for form in (plain, with_plain_article(other or plain))
    )


def _numbers(words: Sequence[str]) -> list[str]:
    """The numbers in the words of a name, but for those that tell tones (`Wan2yan2 A1gu3da3`).

    No part of a name, as `split_parts` has them, holds any.
    """
    return [number for word in words if not _has_tones(word) for number in _NUMBER.findall(word)]


def _are_two_kings(one: str, other: str) -> bool:
    """Whether both have a number in Roman letters, which are two: John Paul I, John Paul II."""
    numbers, others = _ROMAN.findall(one), _ROMAN.findall(other)
    return bool(numbers and others) and numbers != others


def _has_tones(word: str) -> bool:
    is_told = _WITH_TONES.fullmatch(word) is not None
    return is_told and all(map(is_sinitic, _WITH_TONE.findall(word)))


def _chinese(*names: str) -> bool:
    """Whether where a name is divided can make it another (`Li An`, `Lian`)."""
    return all(is_sinitic(part) for name in names for part in split_parts(name))


def _written_out_in_chinese(*names: str) -> bool:
    """Whether neither has an initial and both can be Chinese.

    The second syllable of a given name is then no further name that may be left out: Chu Ta and
    Chu Chüeh-ta are two men. Nor is a letter that is a syllable an initial without its full stop:
    Chou I and Chou I-liang, I-chou and Yü-chou.
    """
    return _chinese(*names) and not any(
        is_initial(part) and not is_sinitic(part) for name in names for part in _abbreviable(name)
    )


def _indexed(name: str) -> Iterator[tuple[str, list[str]]]:
    """A whole name in each order that its parts may be meant in, and its keys in that order."""
    han, parts = _han_of(name), split_parts(name)
    if han:
        yield name, han_indexed(han)
    elif all(map(is_hangul, parts)):
        yield name, hangul_indexed("".join(parts))
    else:
        for order in _orders(parts):
            yield " ".join(order), sinitic_indexed(order) + korean_indexed(order)


@lru_cache(maxsize=1 << 14)
def _asked(name: str) -> frozenset[str]:
    """What a whole name asks for, in every order that its parts may have been written in."""
    han, parts = _han_of(name), split_parts(name)
    if han:
        return frozenset(han_asked(han))
    if all(map(is_hangul, parts)):
        return frozenset(hangul_asked("".join(parts)))
    orders = _orders(parts)
    return frozenset(key for one in orders for key in sinitic_asked(one) + korean_asked(one))


def _han_of(name: str) -> str:
    return "".join(filter(has_han, name))


def _orders(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """As written, and with the first part last and the last first, where it may be a person."""
    if not 1 < len(parts) <= _MAX_PARTS:
        return [parts] if len(parts) == 1 else []
    return [parts, (*parts[1:], parts[0]), (parts[-1], *parts[:-1])]


def _same_by_keys(one: str, other: str) -> str | None:
    """By the keys of the whole; a spelling asks in every order, Han and Hangul only in theirs."""
    asked, orders = _asked(one), _indexed(other)
    if not (_han_of(one) or all(map(is_hangul, split_parts(one)))):
        orders = islice(orders, 1)
    for written, keys in orders:
        common = asked.intersection(keys)
        if common:
            return label(common, written)
    return None


def _abbreviable(name: str) -> list[str]:
    """The parts of a name with the full stops that tell abbreviations."""
    return re.findall(rf"{PART}\.?", unicodedata.normalize("NFC", name))


class _Spellings(NamedTuple):
    """What a part of a name is compared by."""

    folded: str
    customary: frozenset[str]
    asked: frozenset[str]
    indexed: frozenset[str]
    romanized: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _spellings(word: str) -> _Spellings:
    word = word.rstrip(".")
    folded, other = fold(word), respelt(word)
    customary = frozenset((folded, other) if other else (folded,))
    asked, indexed = frozenset(slavic_asked(word)), frozenset(slavic_indexed(word))
    return _Spellings(folded, customary, asked, indexed, frozenset(romanizations(word)))


def _same_word(one: str, other: str) -> str | None:
    """Why two parts of a name are the same."""
    a, b = _spellings(one), _spellings(other)
    if a.folded == b.folded:
        return "initials"
    if not a.customary.isdisjoint(b.customary):
        return "spelling"
    common = a.asked & b.indexed
    if common:
        return label(common, other.rstrip("."))
    if a.folded in b.romanized or b.folded in a.romanized:
        return script_of(other.rstrip(".")) or "transliteration"
    return None


@cache
def _given_by_skeleton() -> dict[str, int]:
    """For the skeleton of a given name, the number of the line of GIVEN_NAMES that has it."""
    return {
        skeleton: number
        for number, line in enumerate(GIVEN_NAMES)
        for written in line.split()
        for skeleton in slavic.skeletons(written)
    }


def same_given_name(one: str, other: str) -> bool:
    """Whether two given names are one: in letters, or as each language has its own form of it."""
    if _same_word(one, other):
        return True
    known = _given_by_skeleton()
    lines = [{known.get(s) for s in slavic.skeletons(name)} - {None} for name in (one, other)]
    return not lines[0].isdisjoint(lines[1])


def _same_given(ones: Sequence[str], others: Sequence[str], family: str) -> bool:
    """Whether given names of a family go together as far as both have them, initials included."""
    if bool(ones) != bool(others):
        return False
    pairs = [sorted(pair, key=is_initial) for pair in zip(ones, others, strict=False)]
    return all(
        can_begin(short, long, family) if is_initial(short) else same_given_name(long, short)
        for long, short in pairs
    )


def _same_person(ones: Sequence[str], others: Sequence[str]) -> str | None:
    """The same family name, and given names that go together in their order."""
    for i, family in _families(ones):
        for j, other in _families(others):
            why = _same_word(family, other)
            given, others_given = [*ones[:i], *ones[i + 1 :]], [*others[:j], *others[j + 1 :]]
            if why and _same_given(given, others_given, family):
                is_respelt = why == "initials" and _are_respelt(given, others_given)
                return "transliteration" if is_respelt else why
    return None


def _families(parts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The parts of a name that may be the family's, and where they stand.

    An initial is none. Where one stands before the end, the name runs from given to family: Thomas
    J. Jonas is of the family Jonas, M. Mitchell Waldrop of the family Waldrop.
    """
    is_in_order = any(map(is_initial, parts)) and not is_initial(parts[-1])
    for at, word in list(enumerate(parts))[-1 if is_in_order else 0 :]:
        if not is_initial(word):
            yield at, word


def _are_respelt(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a given name is written out in two ways, so that no initial is what differs."""
    pairs = zip(ones, others, strict=False)
    return any(not (is_initial(a) or is_initial(b)) and fold(a) != fold(b) for a, b in pairs)


def _grouping_keys(name: str) -> Iterator[str]:
    folded = _folded(name)
    yield "w" + "".join(sorted(folded))
    yield "w" + "".join(folded)
    parts = split_parts(name)
    for word in parts:
        if not is_initial(word):
            yield from ("s" + skeleton for skeleton in slavic.skeletons(word))
            yield "f" + fold(word)
            yield "f" + (respelt(word) or fold(word))
            yield from ("f" + spelt for spelt in romanizations(word))
    yield from ("c" + _sorted_syllables(s) for s in _plain_spellings(name, parts))
    yield from ("k" + form for form in _korean_forms(parts))


def _plain_spellings(name: str, parts: tuple[str, ...]) -> Iterator[str]:
    """A name in Wade–Giles without apostrophes and ü, which all its forms have in common."""
    han = _han_of(name)
    if not han and not parts:
        return
    reading = read_spelling([part(p) for p in parts])
    for form in read_han(han) if han else reading.exact:
        yield from careless_spellings(form)
    yield from reading.careless


def _sorted_syllables(spelling: str) -> str:
    return "".join(sorted(spelling.replace("v", "u").split(SEPARATOR)))


def _korean_forms(parts: tuple[str, ...]) -> Iterator[str]:
    if parts and all(map(is_hangul, parts)):
        yield from map(careless_form, read_hangul("".join(parts)))
        return
    known = [p for p in map(korean_part, parts) if p]
    if known and len(known) == len(parts):
        for order in (known, [*known[1:], known[0]], [known[-1], *known[:-1]]):
            yield from map(careless_form, as_written(order))
