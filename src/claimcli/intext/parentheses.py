"""The in-text citations of a text: every parenthesis that cites, and what it cites."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from claimcli.intext import locators
from claimcli.intext.locators import MARKS
from claimcli.intext.naming import Names, names_in
from claimcli.intext.words import PARTICLES
from claimcli.intext.works import Work, works_in
from claimcli.quotes.furniture import layout, without_furniture

_BRACKET = re.compile(r"[()\[\]（）［］]")
_PAIRS = {")": "(", "]": "[", "）": "（", "］": "［"}
_LONGEST = 2000
_DEEPEST = 50
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽЀ-Я"
_PARTICLES = rf"(?:(?:{'|'.join(sorted(PARTICLES))})\s+){{0,3}}"
_NAME = (
    _PARTICLES
    + rf"(?:(?:[{_UPPER}]\w?\.[\s-]*)+|(?:[{_UPPER}][\w'’`-]+\s+){{0,2}})[{_UPPER}][\w’`'-]+"
)
_NAMES_BEFORE = re.compile(
    rf"(?<!\w)({_NAME}(?:,\s+{_NAME})*(?:,?\s+(?:and|&|und|и)\s+{_NAME})?(?:,?\s+et\s+al\.|\s+и\s+др\.)?)"
    r"\s*$"
)
_EAST_ASIAN_BEFORE = re.compile(
    "(?:^|[\\s，。、；：！？「『（）])([\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,4})\\s?$"
)
_TELLING = re.compile(rf"\d{{4}}(?:[a-zа-г]\b|\s*[,:.，：]\s*(?:{MARKS}|\d|第|[頁页]))")
_AND_ANOTHER = re.compile(rf"(?:\s*,)?\s*(?:(?:and|&|und|и)\s+)?{_NAME}\s+[(\[]\d[^()\[\]]*[)\]]")
_YEAR_FIRST = re.compile(r"\s*(?:\d{4}|n\.|forth|in press)")
_YEAR_AFTER = re.compile(r"\s*[12]\d{3}")  # `Weber [1904] 1930`
_LED = re.compile(
    r"(?:\b(?:[Ss]ee(?: also)?|[Cc]ompare|[Ff]ollowing|[Aa]ccording to|[Uu]nlike|[Cc]ontra|[Pp]ace)"
    r"|\b[Cc]f\.|\b[Сс]м\.|\b[Сс]р\.|\bпо мнению)\s+$"
)
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


class Parenthesis(msgspec.Struct, frozen=True):
    """A bracket that cites: its span, brackets included, its line, and the works in order."""

    span: tuple[int, int]
    line: int
    cited: tuple[InTextCitation, ...]


def citations(text: str) -> list[Parenthesis]:
    """The parentheses of a text that cite, in the order in which they open.

    Author-year citations in round or square brackets, titles for authors, narrative citations
    (`Smith (1990, p. 5)`) and `ibid.`; page furniture inside them is passed over. A bracket
    within a bracket is read by itself. Years before 1400 are taken for times that the text tells
    of, as are ranges of years.
    """
    running = without_furniture(text, layout(text))
    line_ends = [found.start() for found in re.finditer("\n", text)]
    cited: list[Parenthesis] = []
    earlier: list[Work] = []
    for start, end, content in sorted(_brackets(running)):
        works = works_in(content, start + 1, earlier, _author_before(running, start, end, content))
        earlier += works
        if works:
            made = tuple(_citation(work, line_ends) for work in works)
            cited.append(Parenthesis((start, end), _line(start, line_ends), made))
    return cited


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


def _brackets(text: str) -> Iterator[tuple[int, int, str]]:
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
                yield (
                    bracket.at,
                    at + 1,
                    _blanked(text, bracket.at + 1, at, bracket.inside + inside),
                )
            if opened:
                opened[-1].inside.append((bracket.at, at + 1))


def _blanked(text: str, start: int, end: int, inside: list[tuple[int, int]]) -> str:
    pieces = []
    for opens, closes in inside:
        pieces += [text[start:opens], " " * (closes - opens)]
        start = closes
    return "".join(pieces) + text[start:end]


def _author_before(text: str, start: int, end: int, content: str) -> Work | None:
    """The names before a bracket that begins with a year, where something shows they are authors.

    A name before a year may be a treaty or an emperor. A page, a letter after the year, initials,
    a second author, a possessive or a verb of saying tell an author.
    """
    if not _YEAR_FIRST.match(content) or _YEAR_AFTER.match(text, end):
        return None
    low = max(0, start - _BEFORE)
    if east_asian := _EAST_ASIAN_BEFORE.search(text[low:start]):
        at, name = low + east_asian.start(1), east_asian[1]
        in_han = _TELLING.search(content) or _SAYS_IN_HAN.match(text, end)
        return Work(Names((name,)), None, at, at + len(name)) if in_han else None
    found = _NAMES_BEFORE.search(text, low, start)
    if found is None:
        return None
    skipped = _NO_NAMES.match(found[1])
    begins = skipped.end() if skipped else 0
    printed = _POSSESSIVE.sub("", found[1][begins:])
    names = names_in([printed])
    if names is None or not names.authors:
        return None
    told = bool(
        names.others
        or _TELLING.search(content)
        or not re.search(r"\d", content)  # `forthcoming`
        or _LED.search(text, low, found.start(1) + begins)
        or re.search(r"\b\w\.|\b(?:and|и)\b|&", printed)
        or (_POSSESSIVE.search(found[1]) and not names.doubtful)
        or _SAYS.match(text, _after_others(text, end))
    )
    at = found.start(1) + begins
    return Work(names, None, at, at + len(printed)) if told else None


def _after_others(text: str, end: int) -> int:
    """The end of a series of names with their brackets: `Doe (1990) and Roe (1991)`."""
    for _ in range(_MOST_IN_SERIES):
        another = _AND_ANOTHER.match(text, end)
        end = another.end() if another else end
    return end
