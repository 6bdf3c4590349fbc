"""Places in a work as citations print them, and as one form: `p. 116`, `pp. 311-312, 320`."""

from __future__ import annotations

import re
import unicodedata

_RANGE = r"\s*(?:[-‐‑‒–—―−~〜]|to\b|bis\b)\s*"
_FOLLOWING = r"(?:\s?(?:ff?|sqq?|sgg?|ss|et\s+seqq?)\b\.?)"
_NOTE = r"(?:\s?(?:nn?|fn|note)\b\.?\s*\d+|n\d+)"
_NUMBER = (
    rf"\d+[a-eg-z]?(?:{_RANGE}\d+[a-eg-z]?)?(?:{_FOLLOWING}|{_NOTE})?"
    rf"|[ivxlc]+\b(?:{_RANGE}[ivxlc]+\b)?"
)
_NUMBERS = rf"(?:{_NUMBER})(?:\s*(?:,|and|&|и|und|et)\s*(?:{_NUMBER}))*"
_LETTERS_OF_PAGE = (
    r"(?:[Pp]ages?|[Pp][aá]g(?:ina)?s?|pgs?|[Pp]p?|[Ss]tr|[Сс]тр|[Сс]с?|[Cc](?!\.?\s*\d{4})|[Ss]s?"
    r"|σσ?|σελ|ص|עמ['׳]?)"
)
_PAGES = re.compile(
    rf"(?:at\s+)?(?:{_LETTERS_OF_PAGE}(?![^\W\d_])\.?|[頁页쪽])\s*第?\s*({_NUMBERS})\.?"
    rf"|第?\s*({_NUMBERS})\s*[頁页쪽면]"
)
_BARE = re.compile(rf"({_NUMBERS})\.?")
_MARKS_OF_OTHER = (
    r"vols?|v|bd|t|т|ч|ch|chs|chap|гл|no|nos|nr|№|n|nn|note|fn|anm|kap|abb|taf|teil|прим|примеч|fols?|ff?|л|лл|§§?|sec|juan|jüan"
    r"|цз|цзюань|卷|[冊册葉叶]|books?|bk|parts?|pt|figs?|tables?|maps?|pl|кн|вып|paras?|cols?|lines?|ll?"
)
_OTHER = re.compile(
    rf"(?:{_MARKS_OF_OTHER})"
    r"(?:\.\s*|\s+|(?<=[§№卷冊册葉叶])\s*)(?:\d|[ivxlc]+\b|[一二三四五六七八九十百上中下]).*"
    r"|s\.\s?v\.\s.+",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_VOLUME_PAGES = re.compile(rf"([\divxlc]+)\s*:\s*({_NUMBERS})\.?", re.IGNORECASE)
_PART_AND_PAGE = re.compile(r"\d+[./]\d+[a-eg-z]?")
_DASH = re.compile(_RANGE)
_YEARS = re.compile(r"(?:1[4-9]|20)\d\d[a-zа-г]?|\d{4}\s*[-‐‑‒–—―−]\s*\d{4}")
_HAN_NUMBER = re.compile("[〇零一二三四五六七八九十百千]+")
_HAN_DIGITS = "〇一二三四五六七八九"
_HAN_PLACES = {"十": 10, "百": 100, "千": 1000}

MARKS = rf"(?:{_LETTERS_OF_PAGE}|(?i:{_MARKS_OF_OTHER}))\.?\s*[\divxlc]"
"""How a place begins that a mark tells, as the inside of a regular expression."""

Part = tuple[str, str]
"""A part of a locator: ("pages", "311-312") or ("other", "vol. 2")."""


def marked(piece: str) -> Part | None:
    """The part of a locator that a piece is, if a mark says so: `p. 5`, `с. 5`, `vol. 2`."""
    piece = _one_line(piece)
    if pages := _PAGES.fullmatch(_arabic(piece)):
        return ("pages", _plain(pages[1] or pages[2]))
    return ("other", piece.rstrip(".")) if _OTHER.fullmatch(piece) else None


def unmarked(piece: str) -> Part | None:
    """The part of a locator that bare numbers after a year are; never what may be years."""
    piece = _one_line(piece)
    if _VOLUME.fullmatch(piece):
        return ("other", piece)
    if (bare := _BARE.fullmatch(piece)) and not _YEARS.fullmatch(piece):
        return ("pages", _plain(bare[1]))
    if _PART_AND_PAGE.fullmatch(piece):  # `23.164`, `196/12b`
        return ("other", piece)
    volume = _VOLUME_PAGES.fullmatch(piece)
    if volume and _YEARS.fullmatch(volume[1]):
        return None  # another year with its page
    return ("other", f"{volume[1]}: {_plain(volume[2])}") if volume else None


def after_colon(piece: str) -> Part | None:
    """What stands after a year and a colon: bare or marked, and four digits are a page there."""
    piece = _one_line(piece)
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
    several = "-" in pages or "," in pages or pages.endswith("f.")
    return f"pp. {pages}" if several else f"p. {pages}"


def _plain(numbers: str) -> str:
    """Numbers with one kind of dash and comma, and abbreviated ranges written out."""
    listed = re.split(r"\s*(?:,|\band\b|&|\bи\b|\bund\b|\bet\b)\s*", numbers)
    return ", ".join(_written_out(_DASH.sub("-", _followed(number))) for number in listed)


def _followed(number: str) -> str:
    """A number with the pages after it in one form: `5 sq.` is `5f.`, `5 et seq.` is `5ff.`"""
    found = re.search(rf"{_FOLLOWING}$", number)
    if not found:
        return number
    one = found.group().strip(" .") in ("f", "sq", "sg")
    return number[: found.start()] + ("f." if one else "ff.")


def _written_out(number: str) -> str:
    first, dash, last = number.partition("-")
    if dash and first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first + dash + last


def _one_line(piece: str) -> str:
    """A piece on one line, its figures and signs as in Latin type (`５` is `5`)."""
    return " ".join(unicodedata.normalize("NFKC", piece).split())


def _arabic(piece: str) -> str:
    """A piece that names a page in Han, its number in figures: `第十二頁` is `第12頁`."""
    if not re.search("[頁页]", piece):
        return piece
    return _HAN_NUMBER.sub(lambda number: str(_value(number.group())), piece)


def _value(number: str) -> int:
    """A number in Han, by places (`一百十二`) or by figures (`一一二`)."""
    figures = number.replace("零", "〇")
    if not any(sign in _HAN_PLACES for sign in figures):
        return int("".join(str(_HAN_DIGITS.index(sign)) for sign in figures))
    total, digit = 0, 0
    for sign in figures:
        if sign in _HAN_PLACES:
            total, digit = total + (digit or 1) * _HAN_PLACES[sign], 0
        else:
            digit = _HAN_DIGITS.index(sign)
    return total + digit
