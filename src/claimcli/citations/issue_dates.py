"""Dates of works as citations print them, after Chicago 17: the year in words, the day in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from re import IGNORECASE, Match, Pattern, compile, fullmatch, search, sub

from claimcli.citations.typography import bare, commas, ordinal, plain
from claimcli.dates import MONTHS, DateError, Interval, in_words, parse, year_in_words
from claimcli.model import Source

UNDATED = "n.d."


@cache
def forthcoming() -> Pattern[str]:
    """How a work that is not out yet is marked; made when a work without a date is met."""
    marks = (
        r"forthcoming|in press|to appear|im (druck|erscheinen)|à paraître|sous presse|en prensa"
        r"|in corso di stampa|в печати"
    )
    return compile(marks, IGNORECASE)


_OUT = ("", "published", "final")
"""What `status` says of a work that is out: nothing to print."""

_LETTERS = ("personal_communication",)
_BY_DAY = (*_LETTERS, "document", "hearing", "interview", "manuscript", "treaty")
"""CSL types of what goes by its day where that is known; a letter also by its month."""

Wording = Callable[[str | None], str]
"""How a date is put into words: `year`, `month` or `day`."""

_END = r"(?P<year>-?\d{4}|Y-?\d+)-(?P<month>\d\d)(-(?:XX|(?P<day>\d\d)))?(?:[?~%]|T.*)?"
"""A date that says the month, and perhaps the day."""

_SEASONS = {"21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter"}


def years(source: Source) -> str:
    """The year of a work, its original's before it (15.40): `1975`, `[1911] 1992`, `n.d.`.

    The letter that tells it from others (15.20) stands after the first: `1975a`, `[1911a] 1992`.
    """
    issued, original = printed(source, "issued"), printed(source, "original-date")
    if issued and original and original != issued:
        return f"[{_lettered(original.strip('[]'), source.letter)}] {issued}"
    return _lettered(date_words(source) or UNDATED, source.letter)


def cited(source: Source) -> str:
    """The date that a short citation gives: the year, of what is known by its day the day.

    A letter, an interview, a treaty, minutes: `July 4, 1776` (14.224, 15.54).
    """
    by_day = source.type in _BY_DAY or (source.type == "report" and not source.title)
    date = source.date if by_day else None
    whole = day(date)
    if date and whole != (year(date) if source.type in _LETTERS else month(date)):
        return _lettered(whole, source.letter)
    return years(source)


def dated(name: str, date: str) -> str:
    """A name and its date: `Kim 1975`, but a comma before words (15.44, 15.45): `Kim, n.d.`."""
    is_worded = date[:1].isalpha() or date.lstrip("[").removeprefix("ca. ")[:1].isupper()
    return commas(name, date) if is_worded else f"{name} {date}".strip()


def is_dated(source: Source) -> bool:
    """Whether any date of a work is recorded, be it in words."""
    return bool(date_words(source))


def date_words(source: Source) -> str:
    """The first date of a work as it is printed, or its status; empty where there is neither."""
    dates = (printed(source, key) for key in ("original-date", "issued", "event-date"))
    return next(filter(None, dates), "") or status(source)


def status(source: Source) -> str:
    """What a work without a date is waiting for (14.146, 15.45): `forthcoming`, `in press`."""
    recorded = source.csl.get("status")
    words = plain(recorded).strip() if isinstance(recorded, str) else ""
    if words.lower() in _OUT:
        return ""
    return words[:1].lower() + words[1:] if forthcoming().match(words) else words


def reprinted(source: Source) -> str:
    """The year of the original of a later edition; empty where the work is its own original."""
    issued, original = printed(source, "issued"), printed(source, "original-date")
    return original if issued and original != issued else ""


def printed(source: Source, variable: str, wording: Wording | None = None) -> str:
    """A date of a work in words, by year unless told; a mere phrase of CSL as it is recorded."""
    date = _edtf(source, variable)
    if date:
        return bare((wording or year)(date))
    recorded = source.csl.get(variable)
    phrase = recorded.get("literal") if isinstance(recorded, dict) else None
    return plain(phrase).strip() if isinstance(phrase, str) else ""


def _edtf(source: Source, variable: str) -> str | None:
    """A date of a work: two are fields of the source, the others as CSL has them."""
    if variable == "issued":
        return source.issued
    if variable == "original-date":
        return source.original_date
    value = source.csl.get(variable)
    parts = value.get("date-parts") if isinstance(value, dict) else None
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        value = "-".join(str(part).zfill(2) for part in parts[0])
    return value if isinstance(value, str) else None


def _lettered(years: str, letter: str) -> str:
    """Years with their letter: within the brackets, and apart from a word that they end with."""
    if not letter:
        return years
    inside = years.removesuffix("]")
    joint = "" if inside[-1:].isdigit() else "-"
    return f"{inside}{joint}{letter}{years[len(inside) :]}"


@lru_cache(maxsize=1 << 12)
def year(date: str | None) -> str:
    """The year of an EDTF date; empty without one, as written where it cannot be read.

    Several years are joined by a dash (14.144); a year that is inferred stands in brackets, with
    `ca.` or a question mark (14.145): `1975`, `[ca. 1120]`, `[1970s]`, `44 BCE`. What could be a
    century or its first decade is named so that it is one (9.32, 9.33): `[19th century]` of 18XX,
    `[1800–1809]` of 180X.
    """
    if not date:
        return ""
    try:
        interval = parse(date)
    except DateError:
        return date
    return _range(interval) if "/" in date else _bracketed(_single(interval), date)


def day(date: str | None) -> str:
    """A date to the day, as far as it is known (9.31): `March 5, 1975`, `Spring 1975`.

    An interval says once what both ends share (6.78, 9.61): `July 4\u20139, 1776`.
    """
    return _in_full(date or "")


def told(date: str) -> str:
    """A time that is spoken of, as a sentence has it: `ca. 1120`, `1125–27`, `until 1127`.

    Without the brackets that mark what a citation supplies; of the first century with `CE`. A
    century or decade (`09XX`, `198X`) stays one: no year of it is named.
    """
    first, _, last = date.partition("/")
    if "/" in date and (first in _OPEN_ENDS) != (last in _OPEN_ENDS):
        return f"until {told(last)}" if first in _OPEN_ENDS else f"from {told(first)}"
    if any(map(_period, (first, last))):
        ends = [_period(end) or told(end) for end in (first, last) if end]
        ends[0] = ends[0].removesuffix(" century" if ends[1:] and "century" in ends[1] else "")
        return " to ".join(ends)
    words = in_words(date)
    words = words if words != date else day(date).removeprefix("[").removesuffix("]")
    return f"{words} CE" if fullmatch(r"(ca\. )?\d{1,2}\??", words) else words


_CENTURY_OR_DECADE = r"(-?)(\d\d)(XX|\dX)([?~%]?)"


def _period(end: str) -> str:
    """`the 10th century` for `09XX`, `the 1980s` for `198X`; empty for what is neither."""
    found = fullmatch(_CENTURY_OR_DECADE, end)
    if not found:
        return ""
    era, century, rest, doubt = found.groups()
    if rest != "XX":
        words = f"the {century}{rest[0]}0s" if not era else end
    else:
        words = f"the {ordinal(int(century) + 1)} century{' BCE' * bool(era)}"
    return f"{'about ' * (doubt in _ABOUT)}{words}{'?' * (doubt in _DOUBTED)}"


_ABOUT, _DOUBTED = ("~", "%"), ("?", "%")

_OPEN_ENDS = ("", "..")
"""An end of an interval that is unknown or open."""


def month(date: str | None) -> str:
    """A date to the month or the season: `February 1931`, `July\u2013August 1998`."""
    return _in_full(sub(r"(?<=-\d\d)-(\d\d|XX)(T[^/]*)?(?=[?~%/]|$)", "", date or ""))


def _in_full(date: str) -> str:
    ends = [fullmatch(_END, end) for end in date.split("/")]
    words = year(date)
    if words == date or not all(ends) or len(ends) > 2:
        return words
    first, *last = (_day_and_year(found) for found in ends if found)
    return _bracketed(_joined(first, last[0]) if last else "".join(first), date)


def _day_and_year(found: Match[str]) -> tuple[str, str, str]:
    """Month, day and year, which joined are the date: `July`, ` 4, `, `1776`."""
    month = _SEASONS.get(found["month"]) or MONTHS[int(found["month"]) - 1]
    day = f" {int(found['day'])}, " if found["day"] else " "
    return month, day, year_in_words(int(found["year"].removeprefix("Y")))


def _joined(first: tuple[str, str, str], last: tuple[str, str, str]) -> str:
    """The two ends of an interval by a dash, without what the first shares with the last."""
    if first[2] != last[2]:
        return "".join(first) + "\u2013" + "".join(last)
    if first == last:
        return "".join(last)
    start = f"{first[0]}{first[1].removesuffix(', ')}".rstrip()
    same_month = first[0] == last[0] and first[1] != " "
    return f"{start}\u2013{last[1].lstrip() if same_month else last[0] + last[1]}{last[2]}"


def _single(interval: Interval) -> str:
    first, last = interval.first_year or 0, interval.last_year or 0
    if not search(r"\dX", interval.text):
        return year_in_words(first)
    if first <= 0:
        return _span(first, last)
    if last - first > 9:
        return f"{ordinal(last // 100 + 1)} century"
    return f"{first}s" if first % 100 else _span(first, last)


def _bracketed(words: str, date: str) -> str:
    """The words, in brackets with their `ca.` and `?` where the year is not plainly given."""
    about, doubt = search("[~%]", date), search("[?%]", date)
    marked = f"{'ca. ' if about else ''}{words}{'?' if doubt else ''}"
    return f"[{marked}]" if search(r"[?~%]|\dX", date) else words


def _range(interval: Interval) -> str:
    first, last = interval.first_year, interval.last_year
    if first is None or last is None:
        known = year_in_words(first or last or 0)
        return _bracketed(f"{known}\u2013" if last is None else f"by {known}", interval.text)
    return _bracketed(_span(first, last), interval.text)


def _span(first: int, last: int) -> str:
    """Inclusive years (9.61, 9.64): of the second what has changed, unless BCE or a new century."""
    if first == last:
        return year_in_words(first)
    if first <= 0:
        start = str(1 - first) if last <= 0 else year_in_words(first)
        return f"{start}\u2013{year_in_words(last)}"
    if first // 100 != last // 100 or first % 100 == 0:
        return f"{first}\u2013{last}"
    return f"{first}\u2013{last % 100 if first % 100 > 9 else _changed(first, last)}"


def _changed(first: int, last: int) -> int:
    return last % 10 if first // 10 == last // 10 else last % 100
