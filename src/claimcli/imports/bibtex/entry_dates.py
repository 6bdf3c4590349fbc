"""Dates of entries to EDTF, which CSL takes: `date` of biblatex, and year, month, day of BibTeX."""

from __future__ import annotations

import re
from typing import Any

from claimcli.dates import DateError, parse
from claimcli.imports.bibtex.syntax import MONTHS

_ZEROS = re.compile(r"(?:-00)+(?=$|/)")
_TIME = re.compile(r"T[\d:.]+(?:Z|[+-][\d:]+)?")
_RANGE = re.compile(r"(\d{4})\s*(?:--?-?|–|—|/)\s*(\d{4}|\d{2})\s*(\(?\?\)?)?")
_IN_MONTH = re.compile(r"([^\W\d_]+)\.?,?\s+(\d{4})")
_ABOUT = re.compile(
    r"(?:ca?|circa)\.?\s*(\d{3,4})|(\d{3,4})\s*\(?(?:ca?\.?|circa)\)?", re.IGNORECASE
)
_BRACKETED = re.compile(r"\[(?:(ca?\.?|circa)\s*)?(\d{3,4})(\?)?\]", re.IGNORECASE)
_DAY = re.compile(r"(?:(\d{1,2})\.?[\s~]*(?=[^\W\d]))?([^\W\d]+|\d{1,2})\.?(?:[\s~,]*(\d{1,2}))?")
_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Their numbers in EDTF; journals are dated by them."""

Date = str | dict[str, Any]
"""EDTF, or CSL's `{literal: …}` for what is no date."""


def edtf(text: str) -> str | None:
    """A text as EDTF, where it is a date in a form that libraries have; else None."""
    written = _ZEROS.sub("", _TIME.sub("", text.strip()))
    for meant in (written, *_meant(written)):
        try:
            return parse(meant).text
        except DateError:
            continue
    return None


def date_of(text: str) -> Date:
    """The same, with what is no date as a literal."""
    return edtf(text) or {"literal": text.strip()}


def year_month_day(year: str, month: str = "", day: str = "") -> Date:
    """The date of three fields; a month that cannot be read is left out of it."""
    whole = edtf(year)
    if whole is None or not re.fullmatch(r"-?\d{4}", whole):
        return whole or {"literal": year.strip()}
    of_month, of_day = _month(month)
    number = of_day or (int(day) if day.strip().isdecimal() else None)
    if of_month and number and of_month <= 12:
        exact = edtf(f"{whole}-{of_month:02}-{number:02}")
        if exact:
            return exact
    return f"{whole}-{of_month:02}" if of_month else whole


def has_month(month: str) -> bool:
    """Whether a month can be read, with or without a day beside it."""
    return bool(_month(month)[0])


def _month(text: str) -> tuple[int | None, int | None]:
    """The number of a month, and the day that may stand beside it (`3~May`, `May 3`)."""
    season = _SEASONS.get(text.strip().strip("{}").lower())
    if season:
        return season, None
    found = _DAY.fullmatch(text.strip().strip("{}"))
    if not found:
        return None, None
    before, name, behind = found.groups()
    number = int(name) if name.isdecimal() else _NUMBERS.get(name[:3].lower(), 0)
    day = before or behind
    return (number, int(day) if day else None) if 1 <= number <= 12 else (None, None)


def _meant(text: str) -> list[str]:
    """What is written for EDTF: `1975--1980?`, `1975/76`, `c. 1975`, `[1975?]`, `May 1975`."""
    span, about, bracketed = (p.fullmatch(text) for p in (_RANGE, _ABOUT, _BRACKETED))
    named = _IN_MONTH.fullmatch(text)
    if span:
        first, last, doubt = span.groups()
        mark = "?" if doubt else ""
        return [f"{first}{mark}/{first[: 4 - len(last)]}{last}{mark}"]
    month = _month(named[1])[0] if named else None
    if named and month:
        return [f"{named[2]}-{month:02}"]
    if about:
        return [f"{(about[1] or about[2]).zfill(4)}~"]
    if bracketed:
        mark = "~" if bracketed[1] else bracketed[3] or ""
        return [f"{bracketed[2].zfill(4)}{mark}"]
    return [text.zfill(4)] if re.fullmatch(r"[1-9]\d{0,2}[?~%]?", text) else []
