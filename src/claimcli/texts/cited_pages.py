"""The pages that a locator names: `pp. 311-312, 320`, `с. 12`, `第5頁`."""

from __future__ import annotations

import re

_DASH = r"\s*[-‐‑‒–—―−~～]\s*"
_NUMBERS = rf"\d+(?:{_DASH}\d+)?(?:\s*ff?\b)?(?:\s*,\s*\d+(?:{_DASH}\d+)?(?:\s*ff?\b)?)*"
_LOCATED = re.compile(
    rf"(?<![^\W\d_])(?:pages?|pp?|pgs?|p[aá]gs?|стр|сс?|[CS]|第|[頁页쪽]\s*第?)\.?\s*({_NUMBERS})"
    rf"|({_NUMBERS})\s*[頁页쪽면]",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\s*({_NUMBERS})\.?\s*")
_RANGE = re.compile(rf"(\d+)(?:{_DASH}(\d+))?(?:\s*(ff?)\b)?")
_LAST = 10**9 - 1
"""A page after every page: where `p. 12ff.` ends is not said."""


def located_pages(locator: str | None) -> list[tuple[int, int]]:
    """The pages a locator names, as ranges: `pp. 311-2, 320` is [(311, 312), (320, 320)].

    `p. 5f.` is [(5, 6)], and `p. 5ff.` has no last page.
    Empty for a locator that names no page by number (`fol. 12r`, `abstract`, `p. xiv`).
    """
    if not locator:
        return []
    found = _LOCATED.search(locator) or _BARE.fullmatch(locator)
    numbers = next(filter(None, found.groups())) if found else ""
    return [_range(*match.groups()) for match in _RANGE.finditer(numbers)]


def _range(first: str, last: str | None, following: str | None) -> tuple[int, int]:
    first = first[:9]  # a number of thousands of digits is no page
    if following and not last:
        return int(first), int(first) + 1 if len(following) == 1 else _LAST
    if not last:
        return int(first), int(first)
    last = last[:9]
    if len(last) < len(first):
        last = first[: -len(last)] + last
    return int(first), max(int(first), int(last))
