"""Russian names: Cyrillic and its Latin schemes brought to one skeleton.

The skeleton keeps what scholarly, Library of Congress, BGN, German and popular spelling agree on:
one letter a sound; no soft or hard sign; ы, й, и one letter; е, ё, э one letter. Where a Latin
spelling is ambiguous (`ch` is ч or German х; `ck` is к or the цк of `Trockij`; `ie` is е or ие) it
has more than one skeleton.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

from claimcli.names.folding import fold

_MAX_SKELETONS = 8

# The letters of a skeleton are ASCII: j ж, h х, c ц, q ч, w ш, wq щ, iu ю, ia я.
_RUSSIAN = "абвгдежзийклмнопрстуфхцчшыэё"
_OTHER = "єѣіїѳѵґўјћ"  # Ukrainian, old Russian, Belarusian, Serbian
_CYRILLIC = {
    **dict(zip(_RUSSIAN, "abvgdejziiklmnoprstufhcqwiee", strict=True)),
    **dict(zip(_OTHER, "eeiifigviq", strict=True)),
    **{"љ": "li", "њ": "ni", "ђ": "dq", "џ": "dj"},
    **{"щ": "wq", "ю": "iu", "я": "ia", "ь": "", "ъ": ""},
}
_CYRILLIC_TABLE = str.maketrans(_CYRILLIC)
_CYRILLIC_LETTERS = frozenset(_CYRILLIC)

_LATIN_SOUNDS = {
    "schtsch": "wq", "shch": "wq", "stch": "wq", "šč": "wq", "tsch": "q", "tch": "q",
    "sch": "w", "sh": "w", "š": "w", "zh": "j", "ž": "j", "kh": "h", "č": "q", "ć": "q",
    "ts": "c", "tz": "c", "ph": "f", "x": "ks", "w": "v", "y": "i", "j": "i",
    "q": "k", "đ": "dq",
}  # fmt: skip
_IOTATED = {"iye": "iE", "ije": "iE", "iie": "iE", "ye": "e", "je": "e", "yo": "e", "jo": "e"}
_AMBIGUOUS = {"ch": ("q", "h"), "ck": ("k", "ck"), "ie": ("e", "iE"), "io": ("e", "iO")}
_SERBIAN = {"dje": ("de", "dqe"), "djo": ("de", "dqo"), "dj": ("di", "dq")}  # Đorđe, Djordje
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzščžćđ")
_KEPT_MARKS = {"š": "š", "č": "č", "ž": "ž", "ć": "ć", "đ": "đ"}


def _collapsed(skeleton: str) -> str:
    """What the schemes write differently, the same; the marks E and O keep ие and ио apart."""
    skeleton = skeleton.replace("ts", "c").replace("tq", "q")  # `tch` is ч, and also тч
    if "ie" in skeleton:
        skeleton = re.sub("(?<![iI])i+e", "e", skeleton)
    for before in "wqj":
        skeleton = skeleton.replace(before + "o", before + "e")
    skeleton = _doubled().sub(r"\1", skeleton.lower())
    return skeleton[:-1] + "v" if skeleton.endswith(("of", "ef")) else skeleton


@cache
def _doubled() -> re.Pattern[str]:
    """A letter that comes again at once, with all of these."""
    return re.compile(r"(.)\1+")


def _from_cyrillic(word: str) -> tuple[str, ...]:
    if re.search("[іїєґ]|ськ", word):
        word = word.replace("г", "х")
    word = re.sub("и([еэё])", "иE", word).replace("ио", "иO").replace("йо", "ё")
    return (_collapsed(word.translate(_CYRILLIC_TABLE)),)


_HEARD = (
    {sign: (sound,) for sign, sound in (_LATIN_SOUNDS | _IOTATED).items()} | _AMBIGUOUS | _SERBIAN
)


@cache
def _heard() -> re.Pattern[str]:
    """What stands for a sound that its letters do not tell one by one, the longest first."""
    return re.compile("|".join(sorted(_HEARD, key=len, reverse=True)))


def _from_latin(word: str) -> tuple[str, ...]:
    if word.endswith("vic"):  # Petrović without its mark
        return tuple(dict.fromkeys((*_heard_in(word), *_heard_in(word[:-1] + "ć"))))
    return _heard_in(word)


def _heard_in(word: str) -> tuple[str, ...]:
    sounds: list[tuple[str, ...]] = []
    done = 0
    for found in _heard().finditer(word):
        start, end = found.span()
        sounds += (word[done:start],), _HEARD[word[start:end]]
        done = end
    if not sounds:
        return (_collapsed(word),)
    sounds.append((word[done:],))
    spelt = map("".join, islice(product(*sounds), _MAX_SKELETONS))
    return tuple(dict.fromkeys(map(_collapsed, spelt)))


@lru_cache(maxsize=1 << 16)
def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of one word, mostly one; none if it is in neither alphabet."""
    if word.isascii():
        plain = fold(word)
    else:
        composed = unicodedata.normalize("NFC", word.lower())
        plain = "".join(_KEPT_MARKS.get(c) or fold(c) for c in composed)
    if not plain:
        return ()
    if _LATIN_LETTERS.issuperset(plain):
        return _from_latin(plain)
    return _from_cyrillic(plain) if _CYRILLIC_LETTERS.issuperset(plain) else ()


WRITTEN_VOWELS = "aeiouy\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f"
"""The vowels of folded words, Latin and Cyrillic."""


def vowel_groups(word: str, vowels: str = "aeiou") -> int:
    """How many syllables a word or a skeleton has, about."""
    return len("".join([sign if sign in vowels else " " for sign in word]).split())
