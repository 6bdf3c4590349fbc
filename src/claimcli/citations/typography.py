"""How the parts of a citation are set and joined: italics, quotation marks, commas, periods.

Italics are kept as a pair of private-use characters until `finished` writes them out, so that no
text from a corpus can pass for markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Markup = Literal["plain", "markdown"]

_OPEN, _CLOSE = "\ue000", "\ue001"
_SPECIAL = r"([\\*_`\[\]<>&|~$#])"
_ADDRESS = r"(https?://[^\s<>]*[^\s<>.,;:)\ue000\ue001])"


def bare(text: str) -> str:
    """Text without the marks of italics: what a corpus gives goes through here."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def italic(text: str) -> str:
    """Text in italics, as `finished` will write it."""
    return f"{_OPEN}{bare(text).strip()}{_CLOSE}" if text else ""


def quoted(text: str) -> str:
    """Text in double quotation marks, those inside it made single (14.94)."""
    inner = re.sub(r'"([^"]*)"', "\u2018\\1\u2019", bare(text))
    inner = inner.replace("\u201c", "\u2018").replace("\u201d", "\u2019")
    return f"\u201c{inner}\u201d" if text else ""


def commas(*parts: str) -> str:
    """The parts that are not empty, separated by commas, which go inside quotation marks."""
    return _joined(parts, ",")


def sentences(*parts: str) -> str:
    """The parts that are not empty, each ended with one period."""
    return _followed(_joined(parts, "."), ".")


def capital(text: str) -> str:
    """The text with its first letter a capital, also one in brackets, and the rest as it is."""
    return re.sub(r"^\[?\w", lambda start: start.group().upper(), text)


def ordinal(number: int) -> str:
    """A number as it is set where something is numbered: `2nd`, `12th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def finished(text: str, markup: Markup) -> str:
    """The text as it goes out: in Markdown italics, links, and all else escaped; else bare."""
    if markup == "plain":
        return bare(text)
    pieces = re.split(_ADDRESS, text)  # every second piece is an address
    parts = [f"<{piece}>" if i % 2 else _escaped(piece) for i, piece in enumerate(pieces)]
    return "".join(parts).replace(_OPEN, "*").replace(_CLOSE, "*")


def _escaped(text: str) -> str:
    return re.sub(_SPECIAL, r"\\\1", text)


def _joined(parts: Iterable[str], mark: str) -> str:
    *but_last, last = [part for part in parts if part] or [""]
    return " ".join([*(_followed(part, mark) for part in but_last), last])


def _followed(text: str, mark: str) -> str:
    """A text and its mark: inside a closing quotation mark, and no period after `.`, `?`, `!`."""
    if mark == "." and text.rstrip(f"{_CLOSE}\u201d\u2019")[-1:] in (".", "?", "!"):
        return text
    return f"{text[:-1]}{mark}\u201d" if text.endswith("\u201d") else text + mark
