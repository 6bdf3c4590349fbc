"""Dates in words, as people write them in English."""

from __future__ import annotations

from re import ASCII, fullmatch

from claimcli.dates.calendar import MONTHS, year_in_words
from claimcli.dates.edtf import DATE, NO_DAY


def in_words(text: str) -> str:
    """A date or interval as people write it where it reaches before our era; else as it is.

    `-0132/-0026` is `133 BCE to 27 BCE`, `-0043-03-15` is `15 March 44 BCE`, `-0042~` is
    `about 43 BCE`. What leaves a digit open stays as written.
    """
    ends = text.split("/")
    if not any(end.startswith(("-", "0000", "Y-")) for end in ends):
        return text
    first, *last = map(_end_in_words, ends)
    if not last:
        return first
    if not first:
        return f"until {last[0]}"
    return f"{first} to {last[0]}" if last[0] else f"from {first}"


def _end_in_words(end: str) -> str:
    if end in NO_DAY:
        return ""
    found = fullmatch(DATE, end, ASCII)
    month, day = (found["month"] or "0", found["day"] or "0") if found else ("X", "X")
    if not found or "X" in found["year"] + month + day or int(month) > 12 or "T" in end:
        return end
    named = [str(int(day)) * (day > "0"), MONTHS[int(month) - 1] * (month > "0")]
    year = int(found["year"].removeprefix("Y"))
    words = " ".join(filter(None, (*named, year_in_words(year) + " CE" * (year > 0))))
    return f"{'about ' * end.endswith(('~', '%'))}{words}{'?' * end.endswith(('?', '%'))}"
