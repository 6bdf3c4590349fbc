"""What people write instead of EDTF, and what they mean. Only a reading that is EDTF is offered."""

from __future__ import annotations

from re import ASCII, IGNORECASE, fullmatch

from claimcli.dates import LONGEST, MONTHS, DateError, interval

_EXAMPLES = "write a date as `1127`, `1127-03-20`, `1125/1142`, `1120~` or `11XX`"

_BCE = r"(?P<bce>\s*B\.?\s?C\.?(\s?E\.?)?)?"
_YEAR = rf"(?!0+\s*[ABC])(?P<y>\d+){_BCE}"  # no era has a year 0
_WORD = r"(?P<month>[a-z]{3,9})\.?"
_BETWEEN = r"(?P<start>.+?)\s*(/|\.\.|\u2013|\u2014|\s-\s|\sto\s|\suntil\s)\s*(?P<end>.+)"
_READINGS = (
    (rf"(A\.?D\.?\s*(?!0+$)|Y)?{_YEAR}(\s*C\.?E\.?|\s*A\.?D\.?)?", "{year}"),
    (rf"((c|ca|cca|circa|about|around|approx)\.?\s*~?|~)\s*{_YEAR}", "{year}~"),
    (rf"(perhaps|possibly|probably|\?)\s*{_YEAR}", "{year}?"),
    (r"(?P<a>.+)(~\?|\?~)", "{a}%"),
    (r"-0000(?P<a>.*)", "0000{a}"),
    (r"(?P<x>-?\d{2,3}[XU]{1,2}[?~%]?)", "{upper}"),
    (r"(?P<a>\d\d)00['\u2019]?s", "{a}XX"),
    (r"(?P<a>\d{3})0['\u2019]?s", "{a}X"),
    (rf"(the\s+)?(?P<c>\d{{1,2}})(st|nd|rd|th)[\s-]+c(ent(ury)?)?\.?{_BCE}", "{century}"),
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
    (rf"(?P<day>\d{{1,2}})\s+{_WORD},?\s+(?P<y>\d{{3,4}})", "{year}-{mm}-{dd}"),
    (rf"{_WORD}\s+(?P<day>\d{{1,2}}),?\s+(?P<y>\d{{3,4}})", "{year}-{mm}-{dd}"),
    (rf"{_WORD},?\s+(?P<y>\d{{3,4}})", "{year}-{mm}"),
)
"""Pattern of a notation, and the EDTF for it in terms of its groups and of `_reckoned`."""


def advice(text: str) -> str:
    """What to write for a text that is no EDTF date."""
    if len(text) > LONGEST:
        return _EXAMPLES
    written = _meant(text.strip())
    return f"write `{written}`" if written else _either(text.strip()) or _EXAMPLES


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


def _meant(text: str) -> str | None:
    """The EDTF that a text was probably meant to be."""
    whole = next(filter(None, (_read(*reading, text) for reading in _READINGS)), None)
    ends = fullmatch(_BETWEEN, text, IGNORECASE)
    if whole or not ends:
        return whole
    start, end = (_if_edtf(part) or _meant(part) for part in ends.group("start", "end"))
    return _if_edtf(f"{start}/{end}")


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
        "century": f"{'-' if bce else ''}{int(groups.get('c', '1')) - 1:02}XX",
        "mm": _month(groups.get("month", "")),
        "dd": groups.get("day", "").zfill(2),
        "upper": groups.get("x", "").upper().replace("U", "X"),
    }


def _astronomical(number: int, bce: bool) -> str:
    if bce:
        number = 1 - number
    sign = "-" if number < 0 else ""
    return f"{sign}{abs(number):04}" if abs(number) < 10000 else f"Y{number}"


def _month(name: str) -> str:
    """The two digits of a month that is written as a number, a name or the start of a name."""
    named = (i for i, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower()))
    return name.zfill(2) if name.isdigit() else f"{next(named, 0):02}"
