"""What people write instead of EDTF, and what they mean. Only a reading that is EDTF is offered."""

from __future__ import annotations

from re import ASCII, IGNORECASE, finditer, fullmatch, search

from claimcli.dates.calendar import MONTHS
from claimcli.dates.edtf import LONGEST, DateError, interval
from claimcli.dates.prose import in_words

_EXAMPLES = "write a date as `1127`, `1127-03-20`, `1125/1142`, `1120~` or `11XX`"

_BEFORE = (
    r"B\.?\s?C\.?(\s?E\.?)?|v\.?\s?(Chr|u\.?\s?Z)\.?|(av|avant)\.?\s?J\.?[\s-]?C\.?"
    r"|a\.\s?C\.|(гг?\.\s?)?до\s?(н\.?\s?э\.?|нашей эры)"
)
_SINCE = (
    r"C\.?\s?E\.?|A\.?\s?D\.?|n\.?\s?(Chr|u\.?\s?Z)\.?|(ap|après)\.?\s?J\.?[\s-]?C\.?"
    r"|d\.\s?C\.|н\.?\s?э\.?|нашей эры"
)
"""The eras as English, German, French, Italian, Spanish and Russian name them."""

_YEAR_0 = " (EDTF has a year 0000, which is 1 BCE)"
_ANY_ERA = rf"(?<![^\W\d_])({_BEFORE}|{_SINCE})(?![^\W\d_])"
_BCE = rf"(?P<bce>\s*({_BEFORE}))?"
_ERA = rf"({_BCE}|\s*({_SINCE}))"
_YEAR = rf"(?!0+\s*[^\W\d_])(?P<y>\d+){_BCE}"  # no era has a year 0
_LONG_YEAR = rf"(?!0+\s*[^\W\d_])(?P<y>\d{{3,4}}|\d{{1,2}}(?=\s*[^\W\d_])){_ERA}"
_WORD = r"(?P<month>[a-z]{3,9})\.?"
_HYPHEN = rf"(?<=\d)-(?=\d+\s*({_BEFORE}))|(?<=[^\W\d_]|\.)-"
_BETWEEN = rf"\s*(/|\.\.|\u2013|\u2014|\s-\s|{_HYPHEN}|\sto\s|\suntil\s)\s*"
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_CENTURY = rf"[\s-]+c(ent(ury)?)?\.?{_ERA}"
_READINGS = (
    (rf"(A\.?D\.?\s*(?!0+$)|Y)?{_YEAR}(\s*({_SINCE}))?", "{year}"),
    (rf"((c|ca|cca|circa|about|around|approx)\.?\s*~?|~)\s*{_YEAR}", "{year}~"),
    (rf"(perhaps|possibly|probably|\?)\s*{_YEAR}", "{year}?"),
    (r"(?P<a>.+)(~\?|\?~)", "{a}%"),
    (r"-0000(?P<a>.*)", "0000{a}"),
    (r"(?P<x>-?\d{2,3}[XU]{1,2}[?~%]?)", "{upper}"),
    (r"(?P<a>\d\d)00['\u2019]?s", "{a}XX"),
    (r"(?P<a>\d{3})0['\u2019]?s", "{a}X"),
    (rf"(the\s+)?(?P<c>\d{{1,2}})(st|nd|rd|th){_CENTURY}", "{century}"),
    (rf"(the\s+)?(?P<ordinal>{'|'.join(_ORDINALS)}){_CENTURY}", "{century}"),
    (rf"(?P<c>\d{{1,2}})\.\s*(Jahrhundert|Jhd?t?\.?){_ERA}", "{century}"),
    (r"(?P<a>\d{4})-(?P<z>\d{4})", "{a}/{z}"),
    (r"(?P<a>\d\d)(?P<b>\d\d)[-/\u2013\u2014](?P<z>(?!(?P=b))\d\d)", "{a}{b}/{a}{z}"),
    (rf"(before|until|to|by)\s+{_YEAR}", "../{year}"),
    (rf"(after|since|from)\s+{_YEAR}", "{year}/.."),
    (r"\.\.\s*(?P<a>[^/]+)", "../{a}"),
    (r"(?P<a>[^/]+?)\s*\.\.", "{a}/.."),
    (r"(?P<a>[^/]+)/(open|now|present)", "{a}/.."),
    (r"(?P<a>[^/]+)/unknown", "{a}/"),
    (r"unknown/(?P<a>[^/]+)", "/{a}"),
    (r"(?P<y>\d{3,4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})", "{year}-{mm}-{dd}"),
    (r"(?P<y>\d{3,4})[-./](?P<month>\d{1,2})", "{year}-{mm}"),
    (rf"(?P<day>\d{{1,2}})\s+{_WORD},?\s+{_LONG_YEAR}", "{year}-{mm}-{dd}"),
    (rf"{_WORD}\s+(?P<day>\d{{1,2}}),?\s+{_LONG_YEAR}", "{year}-{mm}-{dd}"),
    (rf"{_WORD},?\s+{_LONG_YEAR}", "{year}-{mm}"),
)
"""Pattern of a notation, and the EDTF for it in terms of its groups and of `_reckoned`."""


def advice(text: str) -> str:
    """What to write for a text that is no EDTF date."""
    if len(text) > LONGEST:
        return _EXAMPLES
    text = text.strip()
    written = _meant(text)
    if not written:
        return _either(text) or _negative(text) or _EXAMPLES
    why = _YEAR_0 if search(_BEFORE, text, IGNORECASE) and "X" not in written else ""
    return f"write `{written}`{why}"


def _either(text: str) -> str:
    """For a day and a month before the year, which can stand in either order, both readings."""
    found = fullmatch(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})", text, ASCII)
    if not found:
        return ""
    one, _, other, year = found.groups()
    orders = ((other, one), (one, other))
    read = (_if_edtf(f"{year}-{month.zfill(2)}-{day.zfill(2)}") for month, day in orders)
    written = " or ".join(dict.fromkeys(f"`{date}`" for date in read if date))
    return f"write {written}" if written else ""


def _negative(text: str) -> str:
    """For years with a minus and too few digits, as EDTF counts them and as people do."""
    if not fullmatch(r"-0*[1-9]\d{0,2}(/-?\d{1,4})?", text, ASCII):
        return ""
    readings = []
    for shift in (0, 1):
        years = [int(year) + shift * year.startswith("-") for year in text.split("/")]
        date = _if_edtf("/".join(_astronomical(y, False) for y in years))
        if date:
            readings.append(f"`{date}` ({in_words(date)})")
    return f"write {' or '.join(readings)}" if len(readings) == 2 else ""


def _meant(text: str) -> str | None:
    """The EDTF that a text was probably meant to be."""
    whole = next(filter(None, (_read(*reading, text) for reading in _READINGS)), None)
    if whole:
        return whole
    between = finditer(_BETWEEN, text, IGNORECASE)
    parts = ((text[: found.start()], text[found.end() :]) for found in between)
    return next(filter(None, (_from_to(*ends) for ends in parts if all(ends))), None)


def _from_to(start: str, end: str) -> str | None:
    """The EDTF for two dates; a first without an era is in that of a second before our era."""
    eras = [search(_ANY_ERA, part, IGNORECASE) for part in (start, end)]
    if any(eras) and not all(eras):
        # `133 BC-31` may end in either era, and `218-01 BC` in 201.
        if eras[0] or search(r"\b0", end):
            return None
        start += " BC" if search(_BEFORE, end, IGNORECASE) else ""
    first, last = (_if_edtf(part) or _meant(part) for part in (start, end))
    return _if_edtf(f"{first}/{last}")


def _read(pattern: str, reading: str, text: str) -> str | None:
    found = fullmatch(pattern, text, IGNORECASE)
    if not found:
        return None
    groups = {name: group or "" for name, group in found.groupdict().items()}
    return _if_edtf(reading.format(**_reckoned(groups), **groups))


def _if_edtf(text: str) -> str | None:
    try:
        return interval(text).text
    except DateError:
        return None


def _reckoned(groups: dict[str, str]) -> dict[str, str]:
    """What a reading may ask for beyond the groups of its pattern."""
    bce = bool(groups.get("bce"))
    return {
        "year": _astronomical(int(groups.get("y", "1")), bce),
        "century": f"{'-' if bce else ''}{_century(groups):02}XX",
        "mm": _month(groups.get("month", "")),
        "dd": groups.get("day", "").zfill(2),
        "upper": groups.get("x", "").upper().replace("U", "X"),
    }


def _century(groups: dict[str, str]) -> int:
    """The hundreds of a century that is given by number or in a word."""
    word = groups.get("ordinal", "").lower()
    return _ORDINALS.index(word) if word else int(groups.get("c", "1")) - 1


def _astronomical(number: int, bce: bool) -> str:
    if bce:
        number = 1 - number
    sign = "-" if number < 0 else ""
    return f"{sign}{abs(number):04}" if abs(number) < 10000 else f"Y{number}"


def _month(name: str) -> str:
    """The two digits of a month that is written as a number, a name or the start of a name."""
    named = (i for i, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower()))
    return name.zfill(2) if name.isdigit() else f"{next(named, 0):02}"
