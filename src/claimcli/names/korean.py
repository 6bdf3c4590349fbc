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
    """One written part of a romanized name: as Revised, and as careful McCune–Reischauer.

    `marked`: whether it shows apostrophes or breves, `breves`: whether it shows these. `revised`:
    whether only Revised is so spelt. `voiced`: whether it would be, where it begins the name (`Do`,
    but `Cheju-do`).
    """

    letters: str
    mccune: str
    syllables: int
    marked: bool
    breves: bool
    revised: bool
    voiced: bool


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
_SURNAMES = {"kim": "gim", "pak": "bak", "park": "bak", "ree": "i", "choi": "choe"}
"""Surnames that have a form of their own, by their letters as they are read (Lee: ree)."""


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
    plain = plain.replace("`", "'")
    letters = plain if plain.isascii() else plain.translate(_BREVES)
    if not (letters.isascii() and (_word_pattern().fullmatch(letters) or letters in _SURNAMES)):
        return None
    marked = letters != plain or ("'" in plain and re.search("[ktph]'", plain) is not None)
    tokens = _token_pattern().findall(letters)
    vowels = [token[0] in "aeiouwy" for token in tokens[1:]] + [False]
    pairs = list(zip(tokens, vowels, strict=True))
    is_voiced = not marked and tokens[0] in ("g", "d", "b", "j")
    shows_vowels = not marked and ("eo" in plain or "eu" in plain)
    return KoreanPart(
        "".join([_sound(token, before, mccune=False) for token, before in pairs]),
        "".join([_sound(token, before, mccune=True) for token, before in pairs]),
        sum(token[0] in "aeiouwy" for token in tokens),
        marked,
        letters != plain,
        shows_vowels or (is_voiced and word[0].isupper()),
        is_voiced,
    )


_DIVIDED = {"kk": "kg", "tt": "td", "pp": "pb"}
_STOPS = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_VOWEL_IN_DOUBT = "(?<![ew])o(?!e)|(?<![ey])u(?!i)"
_IN_DOUBT = f"(?:ch|(?<!k)k|(?<!t)t|(?<!p)p)(?=[aeiouwy])|{_VOWEL_IN_DOUBT}"


def exact_forms(careless: str, in_doubt: str = _IN_DOUBT) -> frozenset[str]:
    """All that a careless spelling may stand for; a great many are cut off."""
    pieces = re.split(f"({in_doubt})", careless)  # every second is in doubt
    if len(pieces) == 1:
        return frozenset(pieces)
    choices = product(*(_meanings(p) if at % 2 else (p,) for at, p in enumerate(pieces)))
    return frozenset("".join(choice) for choice in islice(choices, _MAX_EXACT_FORMS))


def _meanings(piece: str) -> tuple[str, ...]:
    if piece in ("o", "u"):
        return (piece, "e" + piece)
    return (piece, _STOPS.get(piece) or _DIVIDED[piece])


_UNVOICED = str.maketrans("gdbj", "ktpc")


@lru_cache(maxsize=1 << 16)
def careless_form(exact: str) -> str:
    """An exact form as it looks without aspiration and the difference of o and ŏ."""
    return exact.replace("ch", "j").replace("eo", "o").replace("eu", "u").translate(_UNVOICED)


def is_revised(parts: Sequence[KoreanPart]) -> bool:
    """Whether a romanized name can only be Revised.

    McCune–Reischauer has g, d, b and j after a hyphen (`Cheju-do`), never where a name begins.
    """
    return parts[0].voiced or any(p.revised for p in parts)


def as_written(parts: Sequence[KoreanPart]) -> set[str]:
    """The exact forms of a romanized name.

    There are several where its surname has its own form; where McCune–Reischauer has apostrophes
    and no breves (`P'yongyang`); and where its double consonants may be the end of one syllable and
    the beginning of the next (학교, `Hakkyo`).
    """
    marked = any(p.marked for p in parts)
    first, *others = [p.mccune if marked else p.letters for p in parts]
    surname = _SURNAMES.get(parts[0].letters) if others else None
    rest = "".join(others)
    written = {first + rest, surname + rest} if surname else {first + rest}
    if is_revised(parts):
        return written
    doubled = "(?<=[aeiou])(?:kk|tt|pp)"
    in_doubt = (
        f"{doubled}|{_VOWEL_IN_DOUBT}" if marked and not any(p.breves for p in parts) else doubled
    )
    return set().union(*(exact_forms(form, in_doubt) for form in written))


def is_exact(parts: Sequence[KoreanPart]) -> bool:
    """Whether a romanized name leaves nothing out that McCune–Reischauer or Revised shows."""
    return any(p.marked for p in parts) or is_revised(parts)


def meant(parts: Sequence[KoreanPart]) -> set[str]:
    """All exact forms that a romanized name may stand for."""
    written = as_written(parts)
    return written if is_exact(parts) else written.union(*map(exact_forms, written))
