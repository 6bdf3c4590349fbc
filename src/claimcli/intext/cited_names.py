"""Who or what a citation names: authors, or a title that stands for them, or only an event."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from claimcli.intext.vocabulary import (
    EVENTS,
    HAN_LEADS,
    JOINERS,
    LEADS,
    LOOSE_SIGNALS,
    NEVER_LAST,
    NO_WORK,
    PARTICLES,
    SEE,
    TITLE_STEMS,
)
from claimcli.names.folding import HAN

_SIGNAL = re.compile(
    rf"(?:(?:(?P<lead>{LEADS})|(?P<loose>{LOOSE_SIGNALS})|{JOINERS})(?:(?<=\.)|(?!\w))"
    rf"|(?P<han>{HAN_LEADS})(?=\W*[{HAN}A-Z]))[\s:：,]*"
)
_REMARK = re.compile(rf"[^\d]*?(?<!\w){SEE}(?:(?<=\.)|(?!\w))[\s:]*")
_NO_WORK = re.compile(NO_WORK)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\s*\n\s*(?=([^\W\d_]))")
_HAN_COLON = re.compile(rf"(?<=[{HAN}])[:：]\s*(?=[《〈「『“])")
_JOINED_BY = re.compile(
    r"\s+(?:and|und|et|e|и)\s+(?!al\b)|\s*&\s*|\s*/\s*"
    r"|(?<=[\uac00-\ud7a3])[·・](?=[\uac00-\ud7a3])"
)
_LEADING_AND = re.compile(r"^(?:and|&|und|et|и)\s+(?!al\b)")
_AND_OTHERS = re.compile(
    r"[\s,]*(?:(?:\bet\.?|&)\s+al\b\.?|\bu\.\s?a\.|\band others\b|\bи др\b\.?"
    r"|等|ほか|\s외(?:\s*\d+인)?|\s등)\s*$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:(?:\b\d{1,2}\.?\s+)?\b(?:jan|feb|mar(?=\.|ch)|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\b\.?(?:\s+\d{1,2})?\s*[-–—/]?\s*)+$"
    r"|\b\d{1,2}\.\s?\d{1,2}\.\s*$",
    re.IGNORECASE,
)
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH_BEGINS = re.compile(r"[^\W\d_]{3}(?=[^\W\d_]*)(?<![^\W\d_]{4})")
_EDITORS = re.compile(r"\s*\(?\b(?:eds?|hrsg|hg|ред|отв\. ред)\b\.?\)?\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\w{1,2}\.[\s-]?)+")
_QUOTED = re.compile(r"[\"“”„«»‘’'《》〈〉「」『』*_]+")
_BEGINS_TITLE = re.compile(rf"{_QUOTED.pattern}|The ")
_EAST_ASIAN_NAME = re.compile(f"[{HAN}\uac00-\ud7a3]|[{HAN}\uac00-\ud7a3\u3040-\u30ff·・]{{2,8}}")
_APOSTROPHES = "'’‘`´ʹʼ′ʿʾʻ"
_WORD = re.compile(rf"[{_APOSTROPHES}]?[^\W\d_][\w{_APOSTROPHES}.-]*")
_ELIDED = re.compile(
    rf"(?:(?:d|l|de|dell|dall|all|nell|sant)[{_APOSTROPHES}]"
    rf"|(?:a[bdlnrstz]|ash|ath|adh|el|ul|abu|ibn)[-‐])[{_APOSTROPHES}]?(?=[^\W\d_])(?![a-zа-я])"
)
_SHORTENED = re.compile(rf"[{_APOSTROPHES}][stn]|de[{_APOSTROPHES}]")  # `’t Hart`, `de’ Medici`
_MOST_NAME_WORDS = 4
_MOST_TITLE_WORDS = 20


class Names(msgspec.Struct, frozen=True):
    """Authors as printed, or a title; `others` where there is `et al.`

    `doubtful` where it may as well be an event or a place, so that only a page makes it a work.
    `day` is what stands between the names and the year, `07-04` or `07`.
    """

    authors: tuple[str, ...] = ()
    title: str | None = None
    others: bool = False
    doubtful: bool = False
    day: str | None = None

    @property
    def lone(self) -> bool:
        """Whether it is one name without initials, which could be anything's."""
        return len(self.authors) < 2 and not self.others and not any(map(_initials, self.authors))


class Signal(msgspec.Struct, frozen=True):
    """What leads to a citation at the beginning of a piece, in characters.

    `leads` where it leads to nothing else (`see also`); `loose` where it may as well lead to a
    time or a place (`in 1917`, `after Stalin`).
    """

    length: int
    leads: bool
    loose: bool


def signal_in(piece: str) -> Signal:
    """The signals that a piece begins with, or a remark that ends in one (`for this, see`)."""
    length, leads, loose = 0, False, False
    if piece[:1].islower() and (remark := _REMARK.match(piece)):
        length, leads = remark.end(), True
    while found := _SIGNAL.match(piece, length):
        length, loose = found.end(), bool(found["loose"])
        leads = leads or bool(found["lead"] or found["han"])
    return Signal(length, leads, loose)


def names_in(pieces: Sequence[str]) -> Names | None:
    """What the pieces before a year name, or None where that is no work."""
    joined = _HAN_COLON.sub(", ", _BROKEN_WORD.sub(_mended, ", ".join(pieces)))
    line = " ".join(joined.split())
    dated = _MONTH.search(line)
    named = _named(line[: dated.start()].strip(" ,") if dated else line.strip(" ,"))
    return msgspec.structs.replace(named, day=_day(dated[0])) if named and dated else named


def _day(printed: str) -> str | None:
    """A month and a day in numbers, if there is one of them: `July 4`, `4 July`, `4.7.`"""
    months = [_MONTHS.index(found.lower()) // 3 + 1 for found in _MONTH_BEGINS.findall(printed)]
    numbers = list(map(int, re.findall(r"\d+", printed)))
    if not months and len(numbers) == 2:
        months = [numbers.pop()]
    if len(months) != 1 or len(numbers) > 1:
        return None
    return "-".join(f"{number:02}" for number in (*months, *numbers))


def _named(whole: str) -> Names | None:
    """The same without month and day."""
    if _NO_WORK.search(whole):
        return None
    whole = whole.strip(" :：")
    if not whole or whole.split()[-1].lower() in NEVER_LAST:
        return None
    others = _AND_OTHERS.search(whole) is not None
    bare = _EDITORS.sub("", _AND_OTHERS.sub("", whole))
    authors, rest = _authors(bare)
    if not rest:
        event = not (others or any(map(_initials, authors))) and all(map(may_be_event, authors))
        return Names(authors, None, others, event)
    if authors and (_initials(authors[0]) or _BEGINS_TITLE.match(rest)):
        return Names(authors, _title(rest), others) if _title(rest) else None
    title = _title(bare)
    if title is None:
        return None
    return Names((), title, others, may_be_event(title) or _counted(title))


def as_authors(piece: str) -> tuple[Names, ...]:
    """What a piece names if all of it is names, whatever their shape: one, or several joined."""
    whole = " ".join(piece.split()).strip(" ,")
    several = tuple(filter(None, _JOINED_BY.split(whole)))
    return tuple(Names(authors) for authors in dict.fromkeys(((whole,), several)) if whole)


def name_after_words(piece: str, *, sure: bool) -> Names | None:
    """The name that a piece in small letters ends with: `on the treaty Smith`.

    With `sure` the words are a remark on a work cited before them (`the term is from Smith`).
    """
    words = piece.split()
    if not words or not words[0][0].islower():
        return None
    for at in range(1, len(words)):
        name = " ".join(words[at:])
        if words[at][0].isupper() and is_author(name) and _named_alone(words[:at], sure):
            return Names((name,), doubtful=not sure or may_be_event(name))
    return None


def _named_alone(words: Sequence[str], sure: bool) -> bool:
    """Whether words before a name do not make it a time's or a place's (`the reign of Kangxi`)."""
    return (sure or words[-1] not in NEVER_LAST) and all(word[0].islower() for word in words)


def _mended(broken: re.Match[str]) -> str:
    """What stands for a hyphen at the end of a line: nothing, or a hyphen before a capital."""
    return "" if broken[1].islower() else "-"


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
    if words[:1] == ["The"]:
        return False
    spelled = [word for word in words if not _INITIALS.fullmatch(word)]
    if not all(_WORD.fullmatch(word) for word in words):
        return False
    if not 0 < len([word for word in spelled if not _is_particle(word)]) <= _MOST_NAME_WORDS:
        return False
    if len(spelled) == len(words) and any(_of_title(word) for word in words):
        return False
    return all(
        _is_capital(word.lstrip(_APOSTROPHES)[:1]) or _is_particle(word) or _ELIDED.match(word)
        for word in spelled
    ) and not any(re.search(r"\d", word) for word in spelled)


def _is_capital(letter: str) -> bool:
    """Whether a name may begin with a letter: it is great, or its script has none (Hebrew)."""
    is_uncased = letter < "\u2e80" and unicodedata.category(letter or " ") == "Lo"
    return letter.isupper() or is_uncased or "\u10d0" <= letter <= "\u10ff"  # Georgian


def _is_particle(word: str) -> bool:
    return word in PARTICLES or _SHORTENED.fullmatch(word) is not None


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
    if not words or len(words) > _MOST_TITLE_WORDS or _INITIALS.fullmatch(text):
        return None
    first = words[0][0]
    return None if first.islower() or not first.isalnum() else text


def _counted(title: str) -> bool:
    """Whether a name with a number may be a reign's year or an article (`Kangxi 15`)."""
    words = title.split()
    return words[-1].isdigit() and len(words) < 4 and not any(map(_of_title, words))


def may_be_event(name: str) -> bool:
    """Whether a name is that of a war, a treaty or a city rather than of an author or a work."""
    words = [word.strip(".,:").lower() for word in name.split()]
    return words[0] in EVENTS or words[-1] in EVENTS or " ".join(words) in EVENTS
