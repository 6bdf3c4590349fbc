"""Signs that stand on letters and are no letters: Hebrew and Arabic points, accents, tatweel; the
stress of Russian words (`за́мок`).

A text may be printed with them, and a quotation may leave them out or supply them. Where both have
signs on one letter they must agree: בָּרָא is no quotation of בֹּרֵא. So it is with hamza on its seat
(`أ`, `ا`), and with letters for which keyboards have one code where others have two (`ی` is `ي` or
`ى`, `ه` is `ہ` or `ھ`).
"""

from __future__ import annotations

import re
import unicodedata
from array import array

_HEBREW = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e"
_ARABIC = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0898-\u089f"
    "\u08ca-\u08e1\u08e3-\u08ff\ufe70-\ufe72\ufe74\ufe76-\ufe7f"
)
_SYRIAC = "\u0711\u0730-\u074a"
_TATWEEL = "\u0640"
_STRESS = "(?<=[аеиоуыэюяіїєАЕИОУЫЭЮЯІЇЄ])\u0301"
_POINTS = re.compile(f"(?:[{_HEBREW}{_ARABIC}{_SYRIAC}{_TATWEEL}]|{_STRESS})+")
_TELLING = re.compile(f"[{_HEBREW}{_ARABIC}{_SYRIAC}ٱيىہھ]")
_MAY_TELL = re.compile(f"[{_HEBREW}{_ARABIC}{_SYRIAC}أإآٱؤئۀۂۓيىہھ\ufb1d-\ufdff\ufe70-\ufefc]")

SEATS = {
    **dict.fromkeys(map(ord, "أإآٱٲٳ"), "ا"),
    **dict.fromkeys(map(ord, "ىئیێ"), "ي"),
    **dict.fromkeys(map(ord, "ہھۀۂ"), "ه"),
    **{ord("ؤ"): "و", ord("ۓ"): "ے", ord("ک"): "ك", ord("ڪ"): "ك", ord("ۃ"): "ة"},
}
"""Letters with hamza and their forms on other keyboards, as the plain letter."""


def without_points(text: str) -> tuple[str, array[int] | None]:
    """A text without points, and where each of its characters was, with one past the last.

    There are no places where there was no point: all are as they were.
    """
    if text.isascii() or not _POINTS.search(text):
        return text, None
    pieces, places, position = [], array("I"), 0
    for points in _POINTS.finditer(text):
        start = points.start()
        pieces.append(text[position:start])
        places.extend(range(position, start))
        position = points.end()
    places.extend(range(position, len(text) + 1))
    return "".join([*pieces, text[position:]]), places


def unpointed(letters: str) -> str:
    """Letters without their points."""
    return _POINTS.sub("", letters)


def may_be_pointed(text: str) -> bool:
    """Whether a text has any sign that must agree with those of another."""
    return not text.isascii() and _MAY_TELL.search(text) is not None


def points_agree(one: str, other: str) -> bool:
    """Whether two printed forms of one letter differ only in points that one of them lacks."""
    if one == other:
        return True
    ours, theirs = _signs(one), _signs(other)
    return ours <= theirs or theirs <= ours


def _signs(printed: str) -> frozenset[str]:
    return frozenset(_TELLING.findall(unicodedata.normalize("NFKD", printed)))
