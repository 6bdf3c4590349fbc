"""How a printer may set one wording: signs made alike, character for character.

Quotation marks and their inner spaces, dashes, the signs that divide a word at the end of a line,
Han variants, letters of old faces.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping

from claimcli.names.folding import HAN
from claimcli.names.tables import han_variants
from claimcli.texts.note_numbers import in_word
from claimcli.texts.points import SEATS

NOTHING = "\u200b"
"""What a character is turned into that is to count for nothing."""

_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
"""Nought in scripts whose figures mean the same as 0 to 9."""

_ALIKE = {
    **dict.fromkeys(map(ord, "‘’‚‛`´′ʹʼʻʽʾʿ＇׳"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»‹›「」『』〝〞＂״"), '"'),
    **dict.fromkeys(map(ord, "‐‑⁃⸗⹀"), "-"),
    **dict.fromkeys(map(ord, "‒–—―−⸺⸻"), "–"),
    **{ord("،"): ",", ord("؛"): ";", ord("؟"): "?", ord("ꝛ"): "r", 0x364: "\u0308"},
    **{ord("ё"): "е", ord("Ё"): "Е"},  # most Russian print leaves its dots out
    **{ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)},
    **SEATS,
}
_DOUBLE = re.compile(r'(?<!\d)"|(?<=\d{4})"')
"""What is a quotation mark unless a word goes on after it.

After a figure it may mean inches, but not after a year.
"""

_HAN = re.compile(f"[{HAN}]")
_TYPED = re.compile(
    r"(?P<opening>(?<!\w)(?:''|’’|‘‘|``|´´|,,|‚‚|<<)(?=\s?\w))"
    r"|(?<=[^\s\d])(?:''|’’|´´|``|>>)(?!\w)|(?<=\S\s)>>(?!\w)"
)
_TYPED_AS = {
    **dict.fromkeys(("''", "’’", "‘‘", "``", "´´"), '"'),
    **{"<<": "«", ">>": "»", ",,": "„", "‚‚": "„"},
}
"""Double quotation marks as typewriters, TeX and recognised print have them."""

_ELLIPSES = ("…", "...", ". .", ".\u00a0.", ".\u2009.")
_IN_ELLIPSIS = re.compile(r"[^\S\n]+(?=\.(?:[^\S\n]?\.){2}|…)|(?<=\.)[^\S\n](?=\.)")
"""The spaces before and within an ellipsis, which some set and some do not (`so . . . he`)."""

_GERSHAYIM = re.compile(r"''(?=[א-ת])(?<=[א-ת]'')")
_DIVIDED = re.compile(r"[¬=~](?=[^\S\n\f]*[\n\f]\s*[^\W\d_])(?<=[^\W\d_].)")
"""What old type and recognised print have for a hyphen at the end of a line."""

_DIVIDED_ONCE = re.compile(r"(?<=[^\W\d_]{2})¬[^\S\n\f]*(?=[^\W\d_]{2})")
"""The sign of recognised print where the line is no longer broken there."""

_FIXED = "[\u00a0\u2000-\u200a\u202f]"
_OPENING = re.compile(rf"[«‹“„](?=\s)|\"(?={_FIXED})")
_CLOSING = re.compile(rf"[»›”](?<=\s.)|\"(?<={_FIXED}.)")
_BLANK = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_MOST_BLANK = 200
_MANY = 40
_BEFORE_OPENING = f"([{{–—-«‹“{NOTHING}"
_AFTER_CLOSING = f")]}},.;:!?…–—-»›”{NOTHING}"


def set_alike(text: str) -> str:
    """The text as any printer might have set it, character for character."""
    text = _whole_marks(text)
    alike = text if text.isascii() else _letters_alike(text)
    alike = _DOUBLE.sub(_single, _DIVIDED.sub("-", alike))
    return alike if text.isascii() else _GERSHAYIM.sub(f'"{NOTHING}', alike)


def _whole_marks(text: str) -> str:
    """A text in which two signs that are typed for one quotation mark are one, and nothing."""
    if any(pair in text for pair in _TYPED_AS):
        text = _TYPED.sub(_whole, text)
    if any(mark in text for mark in _ELLIPSES):
        text = blanked(text, (found.span() for found in _IN_ELLIPSIS.finditer(text)))
    if "¬" in text:
        text = blanked(text, (found.span() for found in _DIVIDED_ONCE.finditer(text)))
    return text


def _whole(pair: re.Match[str]) -> str:
    mark = _TYPED_AS[pair.group()]
    return NOTHING + mark if pair["opening"] else mark + NOTHING


def _letters_alike(text: str) -> str:
    alike = _translated(blanked(text, _inner_spaces(text)), _ALIKE)
    return _translated(alike, han_variants()) if _HAN.search(alike) else alike


def _translated(text: str, table: Mapping[int, int | str]) -> str:
    """`text.translate(table)`, which takes long where a long text has few signs to translate."""
    signs = set(text)
    met = {sign: new for sign in signs if (new := sign.translate(table)) != sign}
    if len(met) > _MANY:
        return text.translate(table)
    for sign, new in met.items():
        text = text.replace(sign, new)
    return text


def signs_alike(letters: str) -> str:
    """The signs of a few letters made alike."""
    return letters.translate(_ALIKE).translate(han_variants())


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with some stretches of it, in order, made invisible, character for character."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], NOTHING * (end - start)]
        position = end
    return "".join([*pieces, text[position:]]) if pieces else text


def _inner_spaces(text: str) -> Iterator[tuple[int, int]]:
    """The spaces within quotation marks, as French sets them: `« la paix »`.

    A mark that opens has space or an opening sign before it; one that closes has them after it.
    """
    opening = [found.end() for found in _OPENING.finditer(text) if _opens(text, found.start())]
    closing = [found.start() for found in _CLOSING.finditer(text) if _closes(text, found.end())]
    position = 0
    for at, before in heapq.merge(((at, False) for at in opening), ((at, True) for at in closing)):
        start, end = _blank_before(text, at) if before else _blank_after(text, at)
        if position <= start < end:
            yield start, end
            position = end


def _opens(text: str, at: int) -> bool:
    before = text[at - 1 : at] if at else ""
    return not before or before.isspace() or before in _BEFORE_OPENING


def _closes(text: str, at: int) -> bool:
    after = text[at : at + 1]
    return not after or after.isspace() or after in _AFTER_CLOSING


def _blank_after(text: str, start: int) -> tuple[int, int]:
    """The space from a place on, at most one line end in it."""
    blank = _BLANK.match(text, start)
    return start, blank.end() if blank else start


def _blank_before(text: str, end: int) -> tuple[int, int]:
    """The space up to a place, at most one line end in it."""
    around = text[max(0, end - _MOST_BLANK) : end]
    blank = _BLANK.match(around[::-1])
    return end - (blank.end() if blank else 0), end


def _single(mark: re.Match[str]) -> str:
    """A double quotation mark as a single one; within a word it is a hard sign (`s"ezd`)."""
    text, at = mark.string, mark.start()
    within = in_word(text[max(0, at - 1) : at]) and in_word(text[at + 1 : at + 2])
    return '"' if within else "'"
