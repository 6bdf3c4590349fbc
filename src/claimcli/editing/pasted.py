"""A quotation as it was pasted: what copying brings with it is none of its words."""

from __future__ import annotations

import re

_UNSEEN = re.compile("\u00ad[ \t]*\n[ \t]*|[\u00ad\u200b\u2060\ufeff]")
"""Hyphens that show at the end of a line alone, with that end, and what nobody sees."""

_PAIRS = ("“”", "„“", "„”", "””", "«»", "»«", '""', "‘’", "‚‘", "''", "‹›", "「」", "『』")


def phrase(words: str) -> str:
    """The words alone, on one line but for a word that the end of a line divides.

    Marks around the whole are those of whoever quotes. A hyphen at the end of a line stays with
    that end: whether it belongs to the word the text alone can tell.
    """
    words = _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    words = re.sub(r"[ \t\f\v]*\n[ \t\f\v\n]*", "\n", re.sub(r"[ \t\f\v]+", " ", words))
    return _unmarked(re.sub("(?<!-)\n", " ", words).strip())


def _unmarked(words: str) -> str:
    """The words without the marks that stand around all of them, where these are one pair."""
    inner = words[1:-1]
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        if words[:1] == opening and words[-1:] == closing and inner.strip():
            apostrophes = rf"(?<=\w)[{closing}](?=\w)" if closing in "’'‘" else r"(?!)"
            others = re.sub(apostrophes, "", inner)
            return words if opening in others or closing in others else inner.strip()
    return words
