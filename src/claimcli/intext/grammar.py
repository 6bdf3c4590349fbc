"""The grammar of what stands in one parenthesis: authors or a title, years, places.

A parenthesis is read from left to right in pieces between commas and semicolons. Names gather
until a year makes them a citation; a further year is another work of theirs; a place belongs to
the work before it. What is only a time (a reign, an event, a life) makes no citation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from claimcli.intext import locators
from claimcli.intext.cited_names import (
    Names,
    Signal,
    as_authors,
    name_after_words,
    names_in,
    signal_in,
)
from claimcli.intext.locators import MARKS
from claimcli.intext.vocabulary import BORROWED, SEE
from claimcli.names.folding import HAN

_YEARS = (
    r"(?P<year>(?:1[4-9]|20)\d\d(?:[a-zа-г](?!\w))?(?:/\d{1,4})?(?![A-Za-z\d_])年?"
    r"|n\.\s?d\.|s\.\s?[ad]\.|o\.\s?J\.|б\.\s?г\.|undated\b|forthcoming\b|in press\b"
    r"|in preparation\b|im Druck\b|im Erscheinen\b|à paraître\b|в печати\b)"
)
_YEAR = re.compile(rf"(?<![^\W{HAN}\uac00-\ud7a3])(?<![-‐‑–—/])(?:ca?\.\s*)?{_YEARS}")
_ANOTHER = re.compile(rf"\s*(?:and|&|и|und|et)\s+(?:{_YEARS}|(?P<letter>[a-zа-г])(?!\w))")
_LETTERS = re.compile(r"\s*[-‐‑–—]\s*(?P<last>[b-zб-г])(?!\w)")
_BEFORE_ANOTHER = rf"(?:and|&|und|et|e|и|or|but|sowie|in|after|contra|pace|{SEE}|{BORROWED})"
_SEGMENT = re.compile(rf"[;；؛=]|(?<=\d)\.\s+(?={SEE}\s)|(?<=\d{{4}})\.\s+(?=[^\W\d_]{{3}})")
_SEPARATOR = re.compile(
    rf"[,，、،]|\s[-–—]\s+(?={_BEFORE_ANOTHER}\s)|(?:(?<=\d)|(?<=\d[a-zа-г]))\.\s*(?:[-–—]\s*)?(?={MARKS})"
    r"|(?:(?<=\d)|(?<=\d[a-zа-г])|(?<=f\.))"
    rf"\s+(?={_BEFORE_ANOTHER}\s[^\d,;]*[^\W\d_][^\d,;]*,?\s*\d{{4}})"
)
_DASH_BEFORE = re.compile(r"[-‐‑‒–—―−]\s*$")
_RANGE = re.compile(r"\s*[-‐‑‒–—―−~〜～]\s*(\d{4}|\d\d)(?!\d)")
_COLON = re.compile(r"\s*[:：]\s*")
_ANY_WORDS = re.compile(r"\s+[^\W\d_].*", re.DOTALL)
_AFTERTHOUGHT = re.compile(
    r"\s+(?:for|on|in|with|is|gives|offers|provides|remains|shows|argues|holds|treats|passim"
    r"|esp|especially|quoted|cited|emphasis|my|о|для)\b.*|[\s.!?]*",
    re.DOTALL,
)
_TRAILING_WORDS = re.compile(r"(.*?\d\S*)\s+[^\W\d_]{2,}.*", re.DOTALL)
_LOOK_THERE = re.compile("参照|參照|참조|참고")
_NAMED_YEAR = re.compile(
    r"\s*(?P<names>[^\d()]{2,150}?)[,\s]\s*(?P<year>(?:1\d|20)\d\d[a-z]?)(?![\w-])"
    r"(?:\s*[,:]\s*(?P<place>.*?))?\s*",
    re.DOTALL,
)
_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")
_SUFFIX = re.compile(r"[a-zа-г]")
_IBID = re.compile(
    r"(?:ibid|ibidem|idem|ebd|ebenda|там же|op\.\s?cit|loc\.\s?cit|a\.\s?a\.\s?O|同上)(?!\w)"
    r"\.?[\s:：]*",
    re.IGNORECASE,
)


class Work(msgspec.Struct):
    """One work cited, while its parenthesis is read: `start` and `end` are offsets in the text."""

    names: Names
    year: str | None
    start: int
    end: int
    places: list[locators.Part] = msgspec.field(default_factory=list)


class Reading(msgspec.Struct):
    """A parenthesis as far as it is read.

    `author` is a work whose names stand before the bracket, `earlier` the works cited before in
    the text, `waiting` names that have no year yet, each with its offset, and `places` what
    stands between them and the year. `cited` is whether a work was read since the last
    semicolon, `led` whether names followed a word like `see`, `loose` whether they followed one
    like `in` or `after`.
    """

    author: Work | None
    earlier: Sequence[Work]
    works: list[Work] = msgspec.field(default_factory=list)
    waiting: list[tuple[int, str]] = msgspec.field(default_factory=list)
    places: list[locators.Part] = msgspec.field(default_factory=list)
    cited: bool = False
    led: bool = False
    loose: bool = False


def works_in(
    content: str,
    offset: int,
    earlier: Sequence[Work],
    author: Work | None,
    is_known: Callable[[Work], bool],
) -> list[Work]:
    """The works that a parenthesis cites, in order.

    Args:
        content: what stands between the brackets, brackets inside it blanked out.
        offset: where that begins in the text.
        earlier: the works cited before in the text, for `ibid.`
        author: the names before the bracket in `Smith (1990)`, as a work without a year.
        is_known: tells a work by its names and year where their shape does not
            (`bell hooks 1981`, `ibn Khaldun 1377`).
    """
    reading = Reading(author, earlier)
    plain = _LOOK_THERE.sub("  ", content.translate(_FIGURES))
    for begin, segment in _parted(_SEGMENT, plain):
        reading.waiting, reading.places, reading.led, reading.loose = [], [], False, False
        reading.cited = False
        before = len(reading.works)
        for start, piece in _parted(_SEPARATOR, segment):
            _read(reading, offset + begin + start, piece)
        if len(reading.works) == before:
            reading.works += _known_in(segment, offset + begin, is_known)
    return [w for w in reading.works if w.places or not w.names.doubtful or is_known(w)]


def _known_in(segment: str, start: int, is_known: Callable[[Work], bool]) -> list[Work]:
    """The work that a segment cites by names of no usual shape, if it is known by them."""
    found = _NAMED_YEAR.fullmatch(segment)
    if found is None:
        return []
    begin = found.start("names") + signal_in(found["names"]).length
    end = start + found.end("year")
    for names in as_authors(segment[begin : found.end("names")]):
        work = Work(names, found["year"], start + begin, end)
        if is_known(work):
            place = found["place"] or ""
            _add_place(work, locators.after_colon(place), start + len(segment.rstrip()))
            return [work]
    return []


def _parted(by: re.Pattern[str], content: str) -> Iterator[tuple[int, str]]:
    """What stands between separators, with its offset."""
    start = 0
    for found in by.finditer(content):
        yield start, content[start : found.start()]
        start = found.end()
    yield start, content[start:]


def _read(reading: Reading, start: int, raw: str) -> None:
    """Read one piece between commas."""
    stripped = raw.strip()
    signal = signal_in(stripped)
    start, piece = start + len(raw) - len(raw.lstrip()) + signal.length, stripped[signal.length :]
    _lead(reading, signal, piece)
    if not piece or _read_ibid(reading, start, piece) or _read_place(reading, start, piece):
        return
    found = _YEAR.search(piece)
    if found is None:
        _wait(reading, start, piece)
    elif found.start() or reading.waiting or not signal.length:
        _read_year(reading, start, piece, found)


def _lead(reading: Reading, signal: Signal, piece: str) -> None:
    """Take in what a piece began with; names after `see` have nothing to do with those before."""
    year = _YEAR.match(piece)
    if not year and (signal.leads or (signal.loose and piece)):
        reading.waiting, reading.led = [], False
    reading.led = signal.leads or reading.led
    found_in = signal.loose and reading.cited and piece[:1].isupper()  # `Doe 1950, in Roe 1990`
    reading.loose = (signal.loose and not signal.leads and not found_in) or (
        reading.loose and bool(reading.waiting)
    )


def _wait(reading: Reading, start: int, piece: str) -> None:
    """Keep names, and a place after them, until their year comes (`Doe, vol. 2, 1975`)."""
    place = locators.marked(piece) if reading.waiting else None
    if place:
        reading.places.append(place)
    else:
        reading.waiting.append((start, piece))


def _read_ibid(reading: Reading, start: int, piece: str) -> bool:
    """`ibid., p. 5`, or `op. cit.` after an author: the work cited last, or last of theirs."""
    found = _IBID.match(piece)
    if found is None:
        return False
    before = [*reading.earlier, *reading.works]
    if reading.waiting:
        start = reading.waiting[0][0]
        names = names_in([name for _, name in reading.waiting])
        before = [work for work in before if names and work.names.authors == names.authors]
        reading.waiting = []
    if before:
        end = start + len(piece) if found.end() == len(piece) else start + found.end()
        work = Work(before[-1].names, before[-1].year, start, end)
        reading.works.append(work)
        _add_place(work, locators.after_colon(piece[found.end() :]), start + len(piece))
    return True


def _read_place(reading: Reading, start: int, piece: str) -> bool:
    """A place in the work just read, or the letter of another year of its authors."""
    last = reading.works[-1] if reading.works else None
    if last is None or reading.waiting:
        return False
    if _SUFFIX.fullmatch(piece) and last.year and _SUFFIX.fullmatch(last.year[-1]):
        year = last.year[:-1] + piece
        reading.works.append(Work(last.names, year, start, start + len(piece)))
        return True
    place = locators.marked(piece) or locators.unmarked(piece)
    if place is None and (trailed := _TRAILING_WORDS.fullmatch(piece)):
        piece = trailed[1]
        place = locators.marked(piece)
    _add_place(last, place, start + len(piece))
    return place is not None


def _add_place(work: Work, place: locators.Part | None, end: int) -> None:
    if place:
        work.places.append(place)
        work.end = end


def _read_year(reading: Reading, start: int, piece: str, found: re.Match[str]) -> None:
    """A year: with the names before it a citation, with none another work of the last names.

    After a loose word (`in`, `after`), and where the year is a range, only a page makes it one.
    """
    names, begin = _named(reading, start, piece[: found.start()])
    before, reading.waiting, reading.places = reading.places, [], []
    if names is None or _DASH_BEFORE.search(piece[: found.start()]):
        return
    ranged = _RANGE.match(piece, found.end())
    at = ranged.end() if ranged else found.end()
    if ranged or (reading.loose and names.lone):
        names = msgspec.structs.replace(names, doubtful=True)
    year = f"{_as_year(found)}-{ranged[1]}" if ranged else _as_year(found)
    works = [Work(names, year, begin, start + at, before)]
    if lettered := _LETTERS.match(piece, at):
        at = lettered.end()
        works += _up_to(works[0], lettered["last"], start + lettered.start("last"))
    while another := _ANOTHER.match(piece, at):
        at = another.end()
        works.append(Work(names, _next_year(another, year), start + _begin(another), start + at))
    colon = _COLON.match(piece, at)
    place = locators.after_colon(piece[colon.end() :]) if colon else locators.marked(piece[at:])
    words = _ANY_WORDS if reading.led or not names.lone else _AFTERTHOUGHT
    if place or colon or _AFTERTHOUGHT.fullmatch(piece, at) or words.fullmatch(piece, at):
        _add_place(works[-1], place, start + len(piece))
        reading.works += works
        reading.cited = True


def _up_to(first: Work, last: str, start: int) -> list[Work]:
    """The works between the first and the last letter of a year, and the last: `1990a-c`."""
    year, letter = (first.year or " ")[:-1], (first.year or " ")[-1]
    if not _SUFFIX.fullmatch(letter):
        return []
    letters = map(chr, range(ord(letter) + 1, ord(last) + 1))
    return [Work(first.names, year + each, start, start + 1) for each in letters]


def _named(reading: Reading, start: int, before: str) -> tuple[Names | None, int]:
    """The names that a year belongs to, and where they or the year begin."""
    if before.strip():
        reading.waiting.append((start, before))
    if reading.waiting:
        names, begin = names_in([name for _, name in reading.waiting]), reading.waiting[0][0]
        if names is None and (names := name_after_words(before, sure=bool(reading.works))):
            begin = start + before.rindex(names.authors[0].split()[0])
        return names, begin
    if reading.works:
        return reading.works[-1].names, start
    if reading.author:
        return reading.author.names, reading.author.start
    return None, start


def _next_year(another: re.Match[str], year: str) -> str:
    """A further year, or the letter of one: `1990a and b`."""
    return year[:-1] + another["letter"] if another["letter"] else _as_year(another)


def _begin(another: re.Match[str]) -> int:
    return another.start("letter" if another["letter"] else "year")


def _as_year(found: re.Match[str]) -> str:
    return " ".join(found["year"].rstrip("年").split())
