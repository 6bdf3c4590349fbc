"""A text in plain Latin letters, for an id: Cyrillic, Han and Hangul are transliterated.

Cyrillic as the Library of Congress has it, without ligatures and signs; Han in pinyin without
tones, each character in its usual reading; Hangul in the Revised Romanization.
"""

from __future__ import annotations

import re

from claimcli.names.folding import fold, is_han
from claimcli.names.korean import is_hangul, read_hangul
from claimcli.names.tables import readings

_LETTERS = "абвгдезийклмнопрстуфыэіўґѣѳѵ"
_CYRILLIC = {
    **dict(zip(_LETTERS, "abvgdeziiklmnoprstufyeiugefy", strict=True)),
    **{"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
    **{"ъ": "", "ь": "", "ю": "iu", "я": "ia", "є": "ie", "ї": "i", "ћ": "c", "ђ": "d"},
    **{"љ": "lj", "њ": "nj", "џ": "dz", "ј": "j"},
}
_TABLE = str.maketrans(_CYRILLIC)


def latin_words(text: str) -> list[str]:
    """The words of a text in small letters a-z and digits; those of other scripts are left out."""
    words = re.findall(r"[^\W_]+", re.sub("['’]", "", fold(text)))
    plain = (_latin(word) for word in words)
    return [word for word in plain if re.fullmatch("[a-z0-9]+", word)]


def _latin(word: str) -> str:
    if is_hangul(word):
        return sorted(read_hangul(word))[0]
    parts = (_reading(sign) if is_han(sign) else sign for sign in word.translate(_TABLE))
    return "".join(parts)


def _reading(sign: str) -> str:
    read = readings(sign)
    return read[0].replace("v", "u") if read else sign
