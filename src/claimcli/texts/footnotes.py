"""Notes, rules and captions, which a printed page sets below its text or into it.

They are told by what they begin with: a note by its mark, a caption by its label and number. Such
a paragraph may be text, too; `furniture` takes it for none only where the sentence before it goes
on after it, or where the text calls the note.
"""

from __future__ import annotations

import re

_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_SIGNS = "*∗†‡§¶※"
_CIRCLED = "\u2460-\u2473\u2776-\u277f\u24eb-\u24f4"
_ORDINAL = r"\d{1,3}(?:[.:\-–]\d{1,3})?"
_MARK = re.compile(
    rf"(?P<raised>[{_RAISED}]+|[{_SIGNS}]{{1,4}}|[{_CIRCLED}]|[ᵃ-ᶻ])\s*(?=\S)"
    rf"|[\[(（〔［【](?P<bracketed>\d{{1,3}}|[{_SIGNS}]{{1,3}})[\])）〕］】]\s*(?=\S)"
    rf"|(?P<plain>{_ORDINAL})[.)）、．]?\s+(?=[^\W\d_]|[\"“”„«»‘'(\[《〈「『])"
    r"|(?:注|註|主|note|anm\.?|прим\.?|сноска|n\.)\s*(?P<named>\d{1,3})?[.:：)）]?\s*(?=\S)",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"(?:see|cf|compare|ibid|op\. cit|loc\. cit|idem|id\.|vgl|siehe|ebd|ders|voir|cfr"
    r"|véase|vid|см|ср|там же|указ|zob|por|viz|srov|lásd|bkz|ראה|ראו|שם|עיין|השוו|انظر|راجع"
    r"|ينظر|نفسه|参见|參見|参看|參看|见|見|同上|同前|前揭|詳見|详见|참조)(?![^\W\d_])|[参參见見同前詳详]",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?=.*\S\S\S|\s*[⸺⸻])[\s_\-‐-―─━═=*·.•~¯⸺⸻＿]+")
_LABEL = (
    r"fig(?:ure|ura)?s?|tables?|tab|maps?|plates?|pl|ill(?:us(?:tration)?)?s?|photo(?:graph)?|image"
    r"|chart|graph|diagram|abb(?:ildung)?|taf(?:el)?|karte|tabelle|carte|tableau|planche|lámina|tabla"
    r"|mapa|cuadro|tav(?:ola)?|рис(?:унок)?|табл(?:ица)?|карта|илл?|схема|фото|ryc|obr|kép|bild|kort"
    r"|図|圖|图|表|地圖|地图|그림|표|지도|사진|איור|תמונה|טבלה|מפה|لوحة|شكل|جدول|خريطة|صورة"
)
_CAPTION = re.compile(
    rf"(?:{_LABEL})\.?\s*(?:\d{{1,3}}(?:[.\-–]\d+)*[a-z]?|[ivxlc]+)"
    r"(?:[.:：)–—]|\s*$|\s+(?=[^\W\d_])(?!(?-i:[a-zß-ÿа-яё])))",
    re.IGNORECASE | re.MULTILINE,
)


def is_rule(line: str) -> bool:
    """Whether a line is drawn, and has no letters."""
    return _RULE.fullmatch(line) is not None


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph begins as captions do: `Fig. 3. The walls`, not `Table 3 shows`."""
    return _CAPTION.match(paragraph) is not None


def is_note(paragraph: str) -> bool:
    """Whether a paragraph begins with the mark of a note."""
    return _MARK.match(paragraph) is not None


def opens_note(line: str) -> bool:
    """Whether a line begins as notes do and as the lines of a paragraph hardly do."""
    found = _MARK.match(line)
    if found is None or found["plain"] is None:
        return found is not None
    return not line[found.end()].islower() or refers(line)


def marks_itself(paragraph: str) -> bool:
    """Whether a note has a mark that begins no sentence (`¹`, `*`)."""
    found = _MARK.match(paragraph)
    return found is not None and found["raised"] is not None


def refers(paragraph: str) -> bool:
    """Whether a note begins as references do: `See`, `Ibid.`"""
    found = _MARK.match(paragraph)
    return found is not None and _REFERS.match(paragraph, found.end()) is not None


def is_called(note: str, text: str) -> bool:
    """Whether a text calls a note: `Caesar¹`, `Caesar1`, `Caesar [1]`, `Caesar*`."""
    found = _MARK.match(note)
    if found is None:
        return False
    mark = next(filter(None, found.groups()), "")
    return bool(mark) and re.search(_call(mark), text) is not None


def _call(mark: str) -> str:
    """The pattern of a call of the note with a mark, right after a word or its stop."""
    after = r"(?<=[^\W\d_]|[.,;:!?…'\"”’»)\]。，、；：」』》])"
    if not mark[0].isdecimal():
        return rf"{after}\s?[\[(（〔]?{re.escape(mark)}(?![{_SIGNS}{_RAISED}])"
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(sign)] if sign.isdecimal() else sign for sign in mark)
    plain = rf"{after}{re.escape(mark)}(?![\w]|[.,]\d)"
    return rf"{plain}|{after}{raised}(?![{_RAISED}])|\s?[\[〔（［【]{re.escape(mark)}[\]〕）］】]"
