"""Korean names: Hangul, Revised Romanization (2000) and McCune–Reischauer (1939) as sounds.

The common form is the Revised spelling, with r for every ㄹ. McCune–Reischauer that shows its
apostrophes or breves is exact as well; without them (`Koryo`, `Parhae`) it is compared in a form
that leaves out what it leaves out: aspiration, and the breve of ŏ and ŭ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, product

import msgspec

from claimcli.names.folding import APOSTROPHES

_LEADS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_TAILS = "- k k k n n n t r k m r r r p r m p p t t ng t t k t p t".replace("-", "").split(" ")
# What a final consonant leaves behind and carries over when a vowel follows.
_LINKS = """
. .g .kk k.s .n n.j .n .d .r r.g r.m r.b r.s r.t r.p .r .m .b p.s .s .ss ng. .j .ch .k .t .p .
""".split()
_ASPIRATED_BY_H = {"g": "k", "d": "t", "j": "ch"}
_NASAL = {"k": "ng", "t": "n", "p": "m"}
_FIRST = 0xAC00
_MAX_EXACT_FORMS = 512


class KoreanPart(msgspec.Struct, frozen=True):
    """One written part of a romanized name: as Revised, and as careful McCune–Reischauer."""

    letters: str
    mccune: str
    syllables: int
    marked: bool
    revised_only: bool


def _syllables(text: str) -> list[tuple[int, int, int]]:
    codes = (ord(c) - _FIRST for c in text)
    return [(code // 588, code // 28 % 21, code % 28) for code in codes]


def _joint(tail: int, lead: int, vowel: int) -> tuple[str, str]:
    """A final and the next initial consonant as they sound together."""
    end, start = _TAILS[tail], _LEADS[lead]
    if not start:
        kept, _, moved = _LINKS[tail].partition(".")
        moved = {"d": "j", "t": "ch"}.get(moved, moved) if vowel == 20 else moved
        return kept, moved
    if tail in (6, 15, 27) and start in _ASPIRATED_BY_H:
        return end if tail != 27 else "", _ASPIRATED_BY_H[start]
    if end in _NASAL and start in ("n", "m", "r"):
        return _NASAL[end], "n" if start == "r" else start
    if (end, start) in (("n", "r"), ("r", "n")):
        return "r", "r"
    return end, "n" if start == "r" and end in ("m", "ng") else start


def _sounds(text: str) -> str:
    """Hangul as it is pronounced: with liaison, nasal assimilation and ll."""
    sounds, pieces = _syllables(text), []
    carried = _LEADS[sounds[0][0]]
    for (_, vowel, tail), following in zip(sounds, [*sounds[1:], None], strict=True):
        pieces += [carried, _VOWELS[vowel]]
        end, carried = _TAILS[tail], ""
        if following and tail:
            end, carried = _joint(tail, following[0], following[1])
        elif following:
            carried = _LEADS[following[0]]
        pieces.append(end)
    return "".join(pieces)


def _letter_by_letter(text: str) -> str:
    return "".join(_LEADS[a] + _VOWELS[b] + _TAILS[c] for a, b, c in _syllables(text))


def is_hangul(text: str) -> bool:
    """Whether a text is nothing but composed Hangul syllables."""
    return bool(text) and all("가" <= character <= "힣" for character in text)


@lru_cache(maxsize=1 << 14)
def read_hangul(text: str) -> frozenset[str]:
    """The exact forms of a Hangul name: as pronounced, and syllable by syllable."""
    composed = unicodedata.normalize("NFC", text)
    if not is_hangul(composed):
        return frozenset()
    return frozenset((_sounds(composed), _letter_by_letter(composed)))


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:(?:{_ONSET})?(?:{_VOWEL})(?:ng|[ktpnmlr])?'?)+")


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(f"{_VOWEL}|tch|ch'?|kk|tt|pp|ss|jj|sh|ng|[ktp]'?|[bdgjsnmrlh]|'")


_BREVES = str.maketrans({c: v for v, cs in (("eo", "ŏǒô"), ("eu", "ŭǔû")) for c in cs})
_VOWEL = "yae|yeo|yi|wae|weo|ya|ye|yo|yu|wa|wo|we|wi|ae|oe|eo|eui|eu|ui|[aeoui]"
_ONSET = "tch|ch'?|kk|tt|pp|ss|jj|sh|[ktp]'?|[bdgjsnmrlh]"
_REVISED = {"tch": "jj", "sh": "s", "l": "r", "weo": "wo", "eui": "ui", "yi": "i", "'": ""}
_PLAIN = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_SURNAMES = {"kim": "gim", "pak": "bak", "park": "bak", "lee": "i", "i": "i", "choi": "choe"}


def _sound(token: str, before_vowel: bool, mccune: bool) -> str:
    if token.endswith("'"):
        return token[:-1]
    if mccune and before_vowel and token in _PLAIN:
        return _PLAIN[token]
    return _REVISED.get(token, token)


@lru_cache(maxsize=1 << 16)
def korean_part(word: str) -> KoreanPart | None:
    """A word between spaces and hyphens read as romanized Korean, or None if it cannot be."""
    plain = word.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain).translate(_APOSTROPHES)
    letters = plain.translate(_BREVES)
    if not letters.isascii() or not _word_pattern().fullmatch(letters):
        return None
    marked = letters != plain or re.search("[ktph]'", plain) is not None
    tokens = _token_pattern().findall(letters)
    vowels = [token[0] in "aeiouwy" for token in tokens[1:]] + [False]
    pairs = list(zip(tokens, vowels, strict=True))
    return KoreanPart(
        "".join([_sound(token, before, mccune=False) for token, before in pairs]),
        "".join([_sound(token, before, mccune=True) for token, before in pairs]),
        sum(token[0] in "aeiouwy" for token in tokens),
        marked,
        not marked and (tokens[0] in ("g", "d", "b", "j") or "eo" in plain or "eu" in plain),
    )


_STOPS = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_DOUBTFUL = "((?:ch|(?<!k)k|(?<!t)t|(?<!p)p)(?=[aeiouwy])|(?<![ew])o(?!e)|(?<![ey])u(?!i))"


def exact_forms(careless: str) -> frozenset[str]:
    """All that a careless spelling may stand for; a great many are cut off."""
    pieces = re.split(_DOUBTFUL, careless)
    choices = product(*(_meanings(piece) for piece in pieces))
    return frozenset("".join(choice) for choice in islice(choices, _MAX_EXACT_FORMS))


def _meanings(piece: str) -> tuple[str, ...]:
    if piece in ("o", "u"):
        return (piece, "e" + piece)
    return (piece, _STOPS[piece]) if piece in _STOPS else (piece,)


_DOUBLED = (("kk", "k"), ("tt", "t"), ("pp", "p"), ("ss", "s"), ("jj", "j"), ("ch", "j"))
_UNVOICED = str.maketrans("gdbj", "ktpc")


@lru_cache(maxsize=1 << 16)
def careless_form(exact: str) -> str:
    """An exact form as it looks without aspiration, tension and the difference of o and ŏ."""
    for written, plain in _DOUBLED:
        exact = exact.replace(written, plain)
    return exact.replace("eo", "o").replace("eu", "u").translate(_UNVOICED)


def as_written(parts: Sequence[KoreanPart]) -> set[str]:
    """The exact form of a romanized name, and a second one where its surname has its own form."""
    if any(p.marked for p in parts):
        return {"".join(p.mccune for p in parts)}
    letters = "".join(p.letters for p in parts)
    surname = _SURNAMES.get(parts[0].letters) if len(parts) > 1 else None
    return {letters, surname + letters[len(parts[0].letters) :]} if surname else {letters}


def careless(parts: Sequence[KoreanPart]) -> str | None:
    """The careless form of a romanized name, or None where it can only be exact."""
    if any(p.marked or p.revised_only for p in parts):
        return None
    return careless_form("".join(p.letters for p in parts))


def meant(parts: Sequence[KoreanPart]) -> set[str]:
    """All exact forms that a romanized name may stand for."""
    written = as_written(parts)
    return written if careless(parts) is None else written.union(*map(exact_forms, written))
