"""The sentence around a place in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcli.intext.vocabulary import ABBREVIATED
from claimcli.texts.furniture import layout, without_furniture

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*|(?<=\S)(?=[^\S\n]*\n[^\S\n]*\n)")
_BEGINS = re.compile(r"\s*[\"'“‘«(\[„]*")
_WORD_BEFORE = re.compile(r"[\w.'’`-]*$")
_OPENS = ("(", "[", "（")
_CLOSES = re.compile(r"[)\]）]")
_LONE_BRACKET = re.compile(r"[^()\[\]]*\d{4}[^()\[\]]*[)\]]\.?(?=\s|$)")
_LONGEST_BRACKET = 400
_REACH = 5000


def sentence_at(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence, or the sentences, that hold the characters of a span: from, to.

    Initials (`M. Vorob'ev`) and abbreviations end no sentence, nor does a page break in the
    middle of one. A parenthesis that stands by itself after a full stop belongs to the sentence
    before it.
    """
    running = _running(text)
    start = _start(running, span[0])
    if running.startswith(_OPENS, start) and not _CLOSES.search(running, start, span[0]):
        start = _start(running, max(0, len(running[:start].rstrip()) - 1))
    end = _end(running, max(span[1], span[0] + 1))
    following = _BEGINS.match(running, end)
    if following and following.group().endswith(_OPENS):
        end = _after_lone_bracket(running, following.end(), end)
    return start, end


@lru_cache(maxsize=2)
def _running(text: str) -> str:
    return without_furniture(text, layout(text))


def _start(text: str, at: int) -> int:
    """Where the sentence begins in which a character stands."""
    low = max(0, at - _REACH)
    start = low
    for found in _END.finditer(text, low, min(len(text), at + 1)):
        if found.end() <= at and _ends_sentence(text, found):
            start = found.end()
    while start < at and text[start].isspace():
        start += 1
    return start


def _end(text: str, at: int) -> int:
    """Where the sentence ends in which the character before `at` stands."""
    for found in _END.finditer(text, at - 1, min(len(text), at + _REACH)):
        if found.end() >= at and _ends_sentence(text, found):
            return found.end()
    return max(at, len(text[: at + _REACH].rstrip()))


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop, or a blank line, is the end of a sentence."""
    begins = _BEGINS.match(text, found.end())
    following = text[begins.end() : begins.end() + 1] if begins else ""
    if found.group()[:1] in ("。", "！", "？"):
        return True
    if following.islower() or following in (",", ";"):
        return False
    if not found.group() or found.group()[0] != ".":
        return True
    word = _WORD_BEFORE.search(text, max(0, found.start() - 40), found.start())
    return word is None or not _is_abbreviation(word.group(), following)


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether a word before a full stop is shortened: an initial, or a known abbreviation."""
    last = word.rsplit(".", 1)[-1]
    if len(last) == 1 and last.isalpha() and last.isupper():
        return True
    if word.lower().strip("'’") in ABBREVIATED or last.lower() in ABBREVIATED:
        return not following.isupper() or last.lower() not in ("etc", "al")
    return False


def _after_lone_bracket(text: str, inside: int, otherwise: int) -> int:
    """The end of a bracket that is a sentence by itself, as a citation after a full stop is."""
    closed = _LONE_BRACKET.match(text, inside, inside + _LONGEST_BRACKET)
    return closed.end() if closed else otherwise
