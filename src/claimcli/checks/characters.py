"""6xx, characters that are not what they seem: what nobody sees, and what only looks right.

Control characters and surrogates reach a text only as escapes in double quotes (`"\\e"`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimcli.checks.record_texts import joined, texts_of
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import FieldPath, Finding, finding
from claimcli.model import CorpusInfo, Record
from claimcli.noncharacters import NONCHARACTERS

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(
    "[\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")
_NONCHARACTER = re.compile(f"[{NONCHARACTERS}]")
_CYRILLIC = "\u0400-\u052f"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_MARKS = "\u0300-\u036f"
_JOINTS = (rf"[{_LATIN}][{_MARKS}]*[{_CYRILLIC}]", rf"[{_CYRILLIC}][{_MARKS}]*[{_LATIN}]")
_MIXED = re.compile("|".join(_JOINTS))
_LETTER = re.compile(f"[{_LATIN}{_CYRILLIC}{_MARKS}]")
_LATIN_FORMS, _CYRILLIC_FORMS = "aceopxyikABCEHIKMOPTXYë", "асеорхуікАВСЕНІКМОРТХУё"
_AS_CYRILLIC = str.maketrans(_LATIN_FORMS, _CYRILLIC_FORMS)
_AS_LATIN = str.maketrans(_CYRILLIC_FORMS, _LATIN_FORMS)

# Nearly every text is faultless, and one look at all texts of a record tells.
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
_ODD = re.compile(
    "|".join(p.pattern for p in (_CONTROL, _SURROGATE, _UNSEEN, _UNKNOWN, _NONCHARACTER))
)

_NO_TEXT = (
    (
        "E603",
        _CONTROL,
        "the control character {} is in this text",
        "delete it; it was written as an escape in double quotes",
    ),
    ("E604", _SURROGATE, "{} is half of a character", "write the character itself"),
    (
        "W605",
        _UNSEEN,
        "a character that nobody sees, {}, is in this text",
        "delete it; such characters come with text copied from a page or a PDF",
    ),
    (
        "W608",
        _UNKNOWN,
        "{} stands for a character that was lost",
        "look at the text it was copied from, and write what is printed there",
    ),
    (
        "W608",
        _NONCHARACTER,
        "{} is no character",
        "delete it; no program can tell what was meant by it",
    ),
)
"""What is not for a text: the code, the characters, what is said of them and advised."""


def odd_characters(survey: Survey) -> Iterator[Finding]:
    """E603, E604, W605, W606, W607, W608: one finding for each text and code."""
    info = survey.reading.info
    for record in (*survey.reading.every, *((info,) if info else ())):
        if _is_suspect(joined(record)):
            for path, text in texts_of(record):
                yield from _judged(record, path, text)


def _is_suspect(text: str) -> bool:
    if text.isascii() and text.replace("\n", "").isprintable():
        return False
    mixed = _CYRILLIC_LETTER.search(text) and _MIXED.search(text)
    return bool(mixed or _ODD.search(text)) or not unicodedata.is_normalized("NFC", text)


def _judged(record: Record | CorpusInfo, path: FieldPath, text: str) -> Iterator[Finding]:
    for code, odd, message, hint in _NO_TEXT:
        found = odd.search(text)
        if found:
            said = message.format(_named(found[0])) + _after(text, found)
            yield finding(code, record, path, said, hint)
    for judge in (_decomposed, _mixed):
        judged = judge(text)
        if judged:
            yield finding(judged[0], record, path, *judged[1:])


def _decomposed(text: str) -> tuple[str, str, str] | None:
    if unicodedata.is_normalized("NFC", text) or _SURROGATE.search(text):
        return None
    words = re.finditer(r"\S+|\s", text)
    found = next(w for w in words if not unicodedata.is_normalized("NFC", w[0]))
    word = found[0]
    if word.isspace():  # of two widths, which the normal form makes others
        message = f"a space of its own width, {_named(word)}, is in this text{_after(text, found)}"
        return "W606", message, "write a plain space"
    whole = unicodedata.normalize("NFC", word)
    message = f"'{whole}' is not written in Unicode's normal form: {_spelled(word, whole)}"
    hint = "type the word again, or turn the file into the form NFC"
    return "W606", message, hint


def _spelled(word: str, whole: str) -> str:
    """The first letter of a word that has a shorter writing, in both."""
    for letter in whole:
        for form in (unicodedata.normalize("NFD", letter), _compatible(letter, word)):
            if form and form != letter and form in word:
                codes = " + ".join(map(_code, form))
                return f"{codes} stands for {_code(letter)} ({letter})"
    return "its marks are in another order"


def _compatible(letter: str, word: str) -> str | None:
    """The character of the word that the normal form replaces by this letter."""
    return next((c for c in word if unicodedata.normalize("NFC", c) == letter), None)


def _mixed(text: str) -> tuple[str, str, str] | None:
    found = _MIXED.search(text)
    if not found:
        return None
    word = _word_around(text, found.start(), found.end())
    cyrillic = [c for c in word if "\u0400" <= c <= "\u052f"]
    latin = [c for c in word if c.isalpha() and c not in cyrillic]
    if len(cyrillic) >= len(latin):
        few, name, others, table = latin, "Latin", "Cyrillic", _AS_CYRILLIC
    else:
        few, name, others, table = cyrillic, "Cyrillic", "Latin", _AS_LATIN
    meant = word.translate(table)
    letters = ", ".join(f"{c} ({_code(c)})" for c in dict.fromkeys(few))
    message = f"the word '{word}' has {name} {letters} among {others} letters"
    pure = not _MIXED.search(meant)
    hint = f"write '{meant}' in {others} letters only" if pure else "look at each of its letters"
    return "W607", message, hint


_LONGEST = 40
"""Letters of a word that are shown."""


def _word_around(text: str, start: int, end: int) -> str:
    """The word that a part of a text belongs to, at most 40 letters on either side."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and _LETTER.match(text[start - 1]):
        start -= 1
    while end < last and _LETTER.match(text[end]):
        end += 1
    return text[start:end]


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _named(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return f"{_code(character)} ({name})" if name else _code(character)


def _after(text: str, found: re.Match[str]) -> str:
    """Where in the text, by the word before."""
    words = text[: found.start()].split()
    return f", after '{words[-1]}'" if words else ", at its beginning"
