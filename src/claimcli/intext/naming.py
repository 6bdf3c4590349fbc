"""Who or what a citation names: authors, or a title that stands for them, or only an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from claimcli.intext.words import (
    EVENTS,
    LOOSE_SIGNALS,
    NEVER_LAST,
    PARTICLES,
    SIGNALS,
    TITLE_STEMS,
)

_SIGNAL = re.compile(
    rf"(?:(?P<loose>{LOOSE_SIGNALS})|{SIGNALS})(?:(?<=\.)|(?!\w))[\s:,]*", re.IGNORECASE
)
_JOINED_BY = re.compile(r"\s+(?:and|und|et|и)\s+(?!al\b)|\s*&\s*|\s*/\s*")
_LEADING_AND = re.compile(r"^(?:and|&|und|et|и)\s+(?!al\b)")
_AND_OTHERS = re.compile(
    r"[\s,]*(?:\bet\.?\s+al\b\.?|\bu\.\s?a\.|\band others\b|\bи др\b\.?|等)\s*$", re.IGNORECASE
)
_MONTH = re.compile(
    r"(?:\b\d{1,2}\.?\s+)?\b(?:jan|feb|mar(?=\.|ch)|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b\.?(?:\s+\d{1,2})?$",
    re.IGNORECASE,
)
_EDITORS = re.compile(r"\s*\(?\b(?:eds?|hrsg|hg|ред|отв\. ред)\b\.?\)?\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\w{1,2}\.[\s-]?)+")
_QUOTED = re.compile(r"[\"“”„«»‘’'《》〈〉*_]+")
_EAST_ASIAN_NAME = re.compile("[\u3400-\u9fff\uac00-\ud7a3\u3040-\u30ff·・]{2,8}")
_WORD = re.compile(r"[^\W\d_][\w'’‘`´ʹʼ′.-]*")
_MOST_NAME_WORDS = 4
_MOST_TITLE_WORDS = 20


class Names(msgspec.Struct, frozen=True):
    """Authors as printed, or a title; `others` where there is `et al.`

    `doubtful` where it may as well be an event or a place, so that only a page makes it a work.
    """

    authors: tuple[str, ...] = ()
    title: str | None = None
    others: bool = False
    doubtful: bool = False

    @property
    def lone(self) -> bool:
        """Whether it is one name without initials, which could be anything's."""
        return len(self.authors) < 2 and not self.others and not any(map(_initials, self.authors))


def signal_length(piece: str) -> tuple[int, bool]:
    """How many characters at the beginning of a piece only lead to a citation (`see also`).

    And whether they may as well lead to a time or a place (`in 1917`, `after Stalin`).
    """
    length, loose = 0, False
    while found := _SIGNAL.match(piece, length):
        length, loose = found.end(), bool(found["loose"])
    return length, loose


def names_in(pieces: Sequence[str]) -> Names | None:
    """What the pieces before a year name, or None where that is no work."""
    whole = _MONTH.sub("", " ".join(", ".join(pieces).split())).strip(" ,:")
    if not whole or whole.split()[-1].lower() in NEVER_LAST:
        return None
    others = _AND_OTHERS.search(whole) is not None
    bare = _EDITORS.sub("", _AND_OTHERS.sub("", whole))
    authors, rest = _authors(bare)
    if not rest:
        named = Names(authors, None, others)
        event = named.lone and may_be_event(authors[0])
        return msgspec.structs.replace(named, doubtful=event)
    if authors and _initials(authors[0]):
        return Names(authors, _title(rest), others) if _title(rest) else None
    title = _title(bare)
    return Names((), title, False, may_be_event(title)) if title else None


def _authors(names: str) -> tuple[tuple[str, ...], str]:
    """The authors that a string begins with, and what follows them."""
    authors: list[str] = []
    pieces = names.split(",")
    for at, piece in enumerate(pieces):
        for name in _JOINED_BY.split(_LEADING_AND.sub("", piece.strip())):
            if authors and _INITIALS.fullmatch(name) and not _initials(authors[-1]):
                authors[-1] += f", {name}"
            elif is_author(name) and not (authors and _is_short_title(name, authors[-1])):
                authors.append(name)
            else:
                return tuple(authors), ",".join(pieces[at:]).strip()
    return tuple(authors), ""


def is_author(name: str) -> bool:
    """Whether a string has the shape of a personal name: `M. V. Vorob'ev`, `Ye Lunli`, `王曾瑜`."""
    if _EAST_ASIAN_NAME.fullmatch(name):
        return True
    words = name.split()
    spelled = [word for word in words if not _INITIALS.fullmatch(word)]
    if not all(_WORD.fullmatch(word) for word in words):
        return False
    if not 0 < len([w for w in spelled if w not in PARTICLES]) <= _MOST_NAME_WORDS:
        return False
    if len(spelled) == len(words) and any(_of_title(word) for word in words):
        return False
    return all(word[0].isupper() or word in PARTICLES for word in spelled)


def _is_short_title(name: str, author: str) -> bool:
    """Whether one word after a name with initials is a title: `M. Vorob'ev, Zhurzheni, 1975`."""
    return len(name.split()) == 1 and re.match(r"\w\w?\.", author) is not None


def _of_title(word: str) -> bool:
    return word.lower().startswith(TITLE_STEMS)


def _initials(name: str) -> bool:
    return any(_INITIALS.fullmatch(word) for word in name.replace(",", " ").split())


def _title(text: str) -> str | None:
    """A title without its quotation marks, if that is what a string may be."""
    if _QUOTED.match(text):
        text = " ".join(_QUOTED.sub(" ", text).split()).strip(" ,")
    words = text.split()
    if not words or len(words) > _MOST_TITLE_WORDS:
        return None
    first = words[0][0]
    return text if first.isupper() or first.isdigit() or not first.isascii() else None


def may_be_event(name: str) -> bool:
    """Whether a name is that of a war, a treaty or a city rather than of an author or a work."""
    words = [word.strip(".,:").lower() for word in name.split()]
    return words[0] in EVENTS or words[-1] in EVENTS
