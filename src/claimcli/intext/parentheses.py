"""The in-text citations of a text: every parenthesis that cites, and what it cites."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from claimcli.intext import locators
from claimcli.intext.cited_names import Names, names_in
from claimcli.intext.grammar import Work, works_in
from claimcli.intext.locators import MARKS
from claimcli.intext.vocabulary import PARTICLES
from claimcli.names.folding import HAN
from claimcli.texts.furniture import layout, without_furniture

_BRACKET = re.compile(r"[()\[\]（）［］]")
_PAIRS = {")": "(", "]": "[", "）": "（", "］": "［"}
_LONGEST = 2000
_DEEPEST = 50
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽЀ-Я"
_APOSTROPHES = "'’‘`ʼ′"
_PARTICLES = (
    rf"(?:(?:{'|'.join(sorted(PARTICLES))}|[{_APOSTROPHES}][stn]|de[{_APOSTROPHES}])\s+){{0,3}}"
    rf"(?:(?:[dl]|dell|dall|all)[{_APOSTROPHES}]|(?:a[bdlnrstz]|ash|ath|el|abu|ibn)[-‐])?[ʿʾʻ]?"
)
_GENERATION = r"(?:,?\s+(?:[JS]r\.|III?(?!\w)|IV(?!\w)))?"
_NAME = (
    _PARTICLES
    + rf"(?:(?:[{_UPPER}]\w?\.[\s-]*)+|(?:[{_UPPER}][\w'’`-]+\s+){{0,2}})[{_UPPER}][\w’`'-]+"
    + _GENERATION
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


class InTextCitation(msgspec.Struct, frozen=True):
    """One work cited at one place in a text.

    `authors` as printed, without `et al.`, which `others` stands for; `title` where it stands for
    the authors, or with them. `year` as printed (`1990a`, `n.d.`). `locator` in one form (`p. 5`,
    `pp. 311-312`). `span` counts characters of the text, `line` its lines from 1.
    """

    authors: tuple[str, ...]
    title: str | None
    year: str | None
    locator: str | None
    span: tuple[int, int]
    line: int
    others: bool = False


Known = Callable[[InTextCitation], bool]
"""Tells whether a citation has the authors and the year of a work that is known."""


class Parenthesis(msgspec.Struct, frozen=True):
    """A bracket that cites: its span, brackets included, its line, and the works in order."""

    span: tuple[int, int]
    line: int
    cited: tuple[InTextCitation, ...]


class _Bracket(NamedTuple):
    """A closed bracket, from its sign to after the other, and what it holds, brackets blanked."""

    start: int
    end: int
    content: str


def citations(text: str, known: Known = lambda _: False) -> list[Parenthesis]:
    """The parentheses of a text that cite, in the order in which they open.

    Author-year citations in round or square brackets, titles for authors, narrative citations
    (`Smith (1990, p. 5)`) and `ibid.`; page furniture inside them is passed over. A bracket
    within a bracket is read by itself. Years before 1400 are taken for times that the text tells
    of, as are ranges of years.

    Args:
        text: the text.
        known: tells an author before a bracket where nothing in the text does (`In Li (2005)`).
    """
    running = without_furniture(text, layout(text))
    line_ends = [found.start() for found in re.finditer("\n", text)]
    cited: list[Parenthesis] = []
    earlier: list[Work] = []

    def is_known(work: Work) -> bool:
        return known(_citation(work, line_ends))

    for bracket in sorted(_brackets(running)):
        works = _works(running, bracket, earlier, cited[-1:], is_known)
        earlier += works
        for work in works:
            if work.names.title and not work.names.authors and is_known(work):
                work.names = Names(
                    (work.names.title,), None, work.names.others
                )  # a body, or `Gregory of Tours`
        if works:
            made = tuple(_citation(work, line_ends) for work in works)
            cited.append(Parenthesis(bracket[:2], _line(bracket.start, line_ends), made))
    return cited


def as_printed(text: str, citation: InTextCitation) -> str:
    """A citation as a text prints it, on one line; a bracket that it opens is closed."""
    printed = " ".join(text[slice(*citation.span)].split())
    left = (end for end, start in _PAIRS.items() if printed.count(start) > printed.count(end))
    return printed + "".join(left)


def _citation(work: Work, line_ends: list[int]) -> InTextCitation:
    return InTextCitation(
        authors=work.names.authors,
        title=work.names.title,
        year=work.year,
        locator=locators.printed(work.places),
        span=(work.start, work.end),
        line=_line(work.start, line_ends),
        others=work.names.others,
    )


def _line(offset: int, line_ends: list[int]) -> int:
    return bisect_left(line_ends, offset) + 1


class _Opened(msgspec.Struct):
    """A bracket that is not closed yet, and the closed ones inside it."""

    at: int
    sign: str
    inside: list[tuple[int, int]] = msgspec.field(default_factory=list)


def _brackets(text: str) -> Iterator[_Bracket]:
    """Every closed bracket with its content, in which brackets inside it are blank."""
    opened: list[_Opened] = []
    for found in _BRACKET.finditer(text):
        at, sign = found.start(), found.group()
        if sign not in _PAIRS:
            opened.append(_Opened(at, sign))
        elif any(bracket.sign == _PAIRS[sign] for bracket in opened[-_DEEPEST:]):
            inside: list[tuple[int, int]] = []
            while opened[-1].sign != _PAIRS[sign]:
                inside = opened.pop().inside + inside
            bracket = opened.pop()
            if at - bracket.at <= _LONGEST:
                content = _blanked(text, bracket.at + 1, at, bracket.inside + inside)
                yield _Bracket(bracket.at, at + 1, content)
            if opened:
                opened[-1].inside.append((bracket.at, at + 1))


def _blanked(text: str, start: int, end: int, inside: list[tuple[int, int]]) -> str:
    pieces = []
    for opens, closes in inside:
        pieces += [text[start:opens], " " * (closes - opens)]
        start = closes
    return "".join(pieces) + text[start:end]


def _works(
    text: str,
    bracket: _Bracket,
    earlier: Sequence[Work],
    before: Sequence[Parenthesis],
    is_known: Callable[[Work], bool],
) -> list[Work]:
    """The works that a bracket cites, those of the names before it only where they are authors."""

    def read(author: Work | None) -> list[Work]:
        return works_in(bracket.content, bracket.start + 1, earlier, author, is_known)

    authors = _authors_before(text, bracket)
    bodies = list(filter(is_known, _bodies_before(text, bracket)))[:1]
    readings = [read(one) for one in (*bodies, *authors)]
    narrative = [works for works in readings if works and works[0].start < bracket.start]
    sure = [works for works in narrative if is_known(works[0])]
    if authors and not bodies and _told(text, authors[0], bracket, before):
        sure += narrative[:1]
    if not sure:
        return read(None)
    first = sure[0][0]
    if not re.search(r"\w", text[first.end : bracket.end]):
        first.end = bracket.end
    return sure[0]


def _authors_before(text: str, bracket: _Bracket) -> list[Work]:
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


def _bodies_before(text: str, bracket: _Bracket) -> Iterator[Work]:
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


def _told(text: str, author: Work, bracket: _Bracket, before: Sequence[Parenthesis]) -> bool:
    """Whether the text shows that names before a bracket are those of authors.

    A name before a year may be a treaty or an emperor. A page, a letter after the year, initials,
    a second author, a possessive, a verb of saying, a word like `see`, or a narrative citation
    that the name is joined to tell an author. One sign of Han or Hangul before a page may be a
    verb (`見`).
    """
    printed = text[author.start : author.end]
    return bool(
        author.names.others
        or (_TELLING.search(bracket.content) and len(printed) > 1)
        or not re.search(r"\d", bracket.content)  # `forthcoming`
        or _LED.search(text, max(0, bracket.start - _BEFORE), author.start)
        or re.search(r"\b\w\.|\b(?:and|и)\b|&", printed)
        or (text[author.end : bracket.start].strip() and not author.names.doubtful)  # `Doe’s`
        or _SAYS.match(text, _after_others(text, bracket.end))
        or _SAYS_IN_HAN.match(text, bracket.end)
        or any(_joined(text, author, parenthesis) for parenthesis in before)
    )


def _joined(text: str, author: Work, before: Parenthesis) -> bool:
    """Whether names are joined to a narrative citation: `Doe (1990, p. 5) and Roe`."""
    narrative = before.cited[0].span[0] < before.span[0]
    return narrative and _JOINED.fullmatch(text, before.span[1], author.start) is not None


def _after_others(text: str, end: int) -> int:
    """The end of a series of names with their brackets: `Doe (1990) and Roe (1991)`."""
    for _ in range(_MOST_IN_SERIES):
        another = _AND_ANOTHER.match(text, end)
        end = another.end() if another else end
    return end
