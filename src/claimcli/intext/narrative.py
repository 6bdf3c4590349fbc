"""Names before a bracket that begins with a year, and whether they are those of authors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcli.intext.brackets import Bracket
from claimcli.intext.cited_names import Names, names_in
from claimcli.intext.grammar import Work
from claimcli.intext.locators import MARKS
from claimcli.intext.vocabulary import PARTICLES
from claimcli.names.folding import HAN

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽЀ-Я"
_APOSTROPHES = "'’‘`ʼ′"
_ARTICLE = r"(?:a[bdlnrstz]|ash|ath|el|abu|ibn)[-‐]"  # `al-Malik`, also within `ʿAbd al-Malik`
_PARTICLES = (
    rf"(?:(?:{'|'.join(sorted(PARTICLES))}|[{_APOSTROPHES}][stn]|de[{_APOSTROPHES}])\s+){{0,3}}"
    rf"(?:(?:[dl]|dell|dall|all)[{_APOSTROPHES}]|{_ARTICLE})?[ʿʾʻ]?"
)
_GENERATION = r"(?:,?\s+(?:[JS]r\.|III?(?!\w)|IV(?!\w)))?"
_NAME = (
    _PARTICLES + rf"(?:(?:[{_UPPER}]\w?\.[\s-]*)+|(?:[{_UPPER}][\w'’`-]+\s+){{0,2}})"
    rf"(?:{_ARTICLE}[ʿʾʻ]?)?[{_UPPER}][\w’`'-]+" + _GENERATION
)
_NAMES_BEFORE = re.compile(
    rf"(?<!\w)({_NAME}(?:,\s+{_NAME})*(?:,?\s+(?:and|&|und|и)\s+{_NAME})?(?:,?\s+et\s+al\.|\s+и\s+др\.)?)"
    r"\s*$"
)
_LAST_NAME = re.compile(rf",\s+({_NAME})$")
_EAST_ASIAN_NAME = f"[{HAN}]{{1,4}}|[\uac00-\ud7a3]{{1,4}}"
_EAST_ASIAN_BEFORE = re.compile(
    rf"(?:^|[\s，。、；：！？「『（]|[)）][和与與及]?)({_EAST_ASIAN_NAME})\s?$"
)
_TELLING = re.compile(rf"\d{{4}}(?:[a-zа-г]\b|\s*[,:.，：]\s*(?:{MARKS}|\d|第|[頁页]))")
_AND_ANOTHER = re.compile(
    rf"(?:\s*,)?\s*(?:(?:and|&|und|и)\s+)?(?:{_NAME}|{_EAST_ASIAN_NAME})\s+[(\[]\d[^()\[\]]*[)\]]"
)
_YEAR_FIRST = re.compile(r"\s*(?:\d{4}|n\.|forth|in press)")
_YEAR_AFTER = re.compile(r"\s*[12]\d{3}")  # `Weber [1904] 1930`
_LED = re.compile(
    r"(?:\b(?:[Ss]ee(?: also)?|[Cc]ompare|[Ff]ollowing|[Aa]ccording to|[Uu]nlike|[Cc]ontra|[Pp]ace)"
    r"|\b[Cc]f\.|\b[Сс]м\.|\b[Сс]р\.|\bпо мнению)\s+$"
)
_JOINED = re.compile(r"\s*,?\s*(?:and|&|und|et|и)\s+|\s*[和与與及、]\s*|[와과]\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_NAMES = re.compile(
    r"(?:In|As|The|But|However|According to|See|While|Although|Both|And|Since|For|When|Thus|Like"
    r"|Unlike|After|Following|Here|That|If|Yet|By|With|From|On|At|So|Even|Compare|Contra|Pace|Cf\.|См\.|Ср\.|В|По|Как|И|Но)\s+"
)
_SAYS = re.compile(
    r"['’]?s?\s*,?\s*(?:also |even |later |first |once )?(?:argu|held|hold|wrote|writ|consider"
    r"|point|show|suggest|not|claim|believ|thought|think|assum|conclud|stat|maintain|propos|insist|reject"
    r"|den(?:y|ie)|find|found|describ|saw|sees|emphasi|stress|demonstrat|discuss|explain|observ"
    r"|say|said|note|offer|provid|gives|gave|treat|review|survey|estimat|interpret|regard|attribut"
    r"|report|add|agree|disagree|call|has |have |had |считал|писал|указыва|отмеча|полага)",
    re.IGNORECASE,
)
_SAYS_IN_HAN = re.compile(r"\s*也?(?:[认認]?[为為]|指出|主[张張]|提出|[说說]|写道|寫道|考[证證])")
_MOST_IN_SERIES = 5
_MOST_WORDS_OF_BODY = 10
_WORD = re.compile(r"\S+")
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{3}[.!?]\s")
_JOINS_BODIES = ("the", "and", "und", "et", "и")
_BEFORE = 120


def authors_before(text: str, bracket: Bracket) -> list[Work]:
    """Who may be the authors of a bracket that begins with a year: those before it, or the last.

    They are works without a year. The last name stands alone after `In Korea,`.
    """
    if not _YEAR_FIRST.match(bracket.content) or _YEAR_AFTER.match(text, bracket.end):
        return []
    start, end = _names_before(text, bracket.start)
    starts = [start]
    if last := _LAST_NAME.search(text, start, end):
        starts.append(last.start(1))
    named = ((names_in([text[at:end]]), at) for at in starts)
    return [Work(names, None, at, end) for names, at in named if names and names.authors]


def bodies_before(text: str, bracket: Bracket) -> Iterator[Work]:
    """What may be the name of a body, or of a person with a byname, before a bracket with a year.

    `the House of Commons (1842)`: every run of words that ends there, the longest first, as titles,
    since only a work that is known by one of them makes it a name.
    """
    year = _YEAR_FIRST.match(bracket.content)
    if year is None or _YEAR_AFTER.match(text, bracket.end):
        return
    low = max(0, bracket.start - _BEFORE)
    words = list(_WORD.finditer(text, low, bracket.start))[-_MOST_WORDS_OF_BODY:]
    for word in words[: len(words) - 1]:
        printed = _POSSESSIVE.sub("", text[word.start() : bracket.start].rstrip())
        if word.group().lower() not in _JOINS_BODIES and not _SENTENCE_ENDS.search(printed):
            names = Names(title=" ".join(printed.split()))
            yield Work(names, year.group().strip(), word.start(), word.start() + len(printed))


def _names_before(text: str, at: int) -> tuple[int, int]:
    """The span of the names before a bracket, which opens at a character; empty without names."""
    low = max(0, at - _BEFORE)
    if east_asian := _EAST_ASIAN_BEFORE.search(text[low:at]):
        return low + east_asian.start(1), low + east_asian.end(1)
    found = _NAMES_BEFORE.search(text, low, at)
    if found is None:
        return at, at
    skipped = _NO_NAMES.match(found[1])
    start = found.start(1)
    return start + (skipped.end() if skipped else 0), start + len(_POSSESSIVE.sub("", found[1]))


def are_authors(text: str, names: Work, bracket: Bracket, joined_to: int | None) -> bool:
    """Whether the text shows that names before a bracket are those of authors.

    A name before a year may be a treaty or an emperor. A page, a letter after the year, initials,
    a second author, a possessive, a verb of saying, a word like `see`, or a narrative citation
    that the name is joined to (`joined_to` is where one ends) tell an author. One sign of Han or
    Hangul before a page may be a verb (`見`).
    """
    printed = text[names.start : names.end]
    return bool(
        names.names.others
        or (_TELLING.search(bracket.content) and len(printed) > 1)
        or not re.search(r"\d", bracket.content)  # `forthcoming`
        or _LED.search(text, max(0, bracket.start - _BEFORE), names.start)
        or re.search(r"\b\w\.|\b(?:and|и)\b|&", printed)
        or (text[names.end : bracket.start].strip() and not names.names.doubtful)  # `Doe’s`
        or _SAYS.match(text, _after_others(text, bracket.end))
        or _SAYS_IN_HAN.match(text, bracket.end)
        or (joined_to is not None and _JOINED.fullmatch(text, joined_to, names.start))
    )


def _after_others(text: str, end: int) -> int:
    """The end of a series of names with their brackets: `Doe (1990) and Roe (1991)`."""
    for _ in range(_MOST_IN_SERIES):
        another = _AND_ANOTHER.match(text, end)
        end = another.end() if another else end
    return end
