"""Places in a work as citations print them, and as one form: `p. 116`, `pp. 311-312, 320`."""

from __future__ import annotations

import re

_RANGE = r"\s*[-‐‑‒–—―]\s*"
_NUMBER = (
    rf"\d+[a-eg-z]?(?:{_RANGE}\d+[a-eg-z]?)?(?:\s?ff?\b\.?)?|[ivxlc]+\b(?:{_RANGE}[ivxlc]+\b)?"
)
_NUMBERS = rf"(?:{_NUMBER})(?:\s*(?:,|and|&|и|und|et)\s*(?:{_NUMBER}))*"
_PAGES = re.compile(
    rf"(?:at\s+)?(?:pages?|pag|pgs?|pp?|стр|сс?|S|頁|页|쪽)\b\.?\s*({_NUMBERS})\.?|({_NUMBERS})\s*[頁页쪽]"
)
_BARE = re.compile(rf"({_NUMBERS})\.?")
_OTHER = re.compile(
    r"(?:vols?|v|bd|t|т|ч|ch|chs|chap|гл|no|nos|nr|№|n|nn|note|fn|fols?|ff?|л|лл|§§?|sec|juan|jüan"
    r"|цз|цзюань|卷|books?|bk|parts?|pt|figs?|tables?|maps?|pl|кн|вып|paras?|cols?|lines?|ll?)"
    r"(?:\.\s*|\s+|(?<=[§№卷])\s*)(?:\d|[ivxlc]+\b).*",
    re.IGNORECASE,
)
_VOLUME_PAGES = re.compile(rf"([\divxlc]+)\s*:\s*({_NUMBERS})\.?", re.IGNORECASE)
_DASH = re.compile(_RANGE)
_YEARS = re.compile(r"(?:1[4-9]|20)\d\d[a-zа-г]?|\d{4}\s*[-‐‑‒–—―]\s*\d{4}")

Part = tuple[str, str]
"""A part of a locator: ("pages", "311-312") or ("other", "vol. 2")."""


def marked(piece: str) -> Part | None:
    """The part of a locator that a piece is, if a mark says so: `p. 5`, `с. 5`, `vol. 2`."""
    piece = " ".join(piece.split())
    if pages := _PAGES.fullmatch(piece):
        return ("pages", _plain(pages[1] or pages[2]))
    return ("other", piece.rstrip(".")) if _OTHER.fullmatch(piece) else None


def unmarked(piece: str) -> Part | None:
    """The part of a locator that bare numbers after a year are; never what may be years."""
    piece = " ".join(piece.split())
    if (bare := _BARE.fullmatch(piece)) and not _YEARS.fullmatch(piece):
        return ("pages", _plain(bare[1]))
    volume = _VOLUME_PAGES.fullmatch(piece)
    if volume and _YEARS.fullmatch(volume[1]):
        return None  # another year with its page
    return ("other", f"{volume[1]}: {_plain(volume[2])}") if volume else None


def after_colon(piece: str) -> Part | None:
    """What stands after a year and a colon: bare or marked, and four digits are a page there."""
    piece = " ".join(piece.split())
    bare = _BARE.fullmatch(piece)
    return marked(piece) or (("pages", _plain(bare[1])) if bare else unmarked(piece))


def printed(parts: list[Part]) -> str | None:
    """The parts of a locator as one: `vol. 2, pp. 12, 15-16`."""
    pieces: list[str] = []
    pages: list[str] = []
    for kind, part in [*parts, ("other", "")]:
        if kind == "pages":
            pages.append(part)
            continue
        if pages:
            pieces.append(_with_mark(", ".join(pages)))
            pages = []
        if part:
            pieces.append(part)
    return ", ".join(pieces) or None


def _with_mark(pages: str) -> str:
    several = "-" in pages or "," in pages or pages.rstrip(".").endswith("f")
    return f"pp. {pages}" if several else f"p. {pages}"


def _plain(numbers: str) -> str:
    """Numbers with one kind of dash and comma, and abbreviated ranges written out."""
    listed = re.split(r"\s*(?:,|\band\b|&|\bи\b|\bund\b|\bet\b)\s*", numbers)
    return ", ".join(_written_out(_DASH.sub("-", number)) for number in listed)


def _written_out(number: str) -> str:
    first, dash, last = number.partition("-")
    if dash and first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first + dash + last
