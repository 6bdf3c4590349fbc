"""What the file of a record is called: its id, on every file system and in every browser.

An id has letters of any script, digits and `_ - : .`, and a damaged corpus may have anything. Two
ids never meet in one file, also where capitals do not count (Windows, macOS) or letters are
decomposed (macOS), and no name leads out of its folder. Small letters, digits and `_ - .` stay as
they are; a capital `X` becomes `~X`, a colon `~-`, all else `~0` with its code and `~`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from unicodedata import normalize

LONGEST = 120
"""Bytes that a name may have before its ending; longer ones end with a sum instead."""

_ALWAYS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-.")

_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)\d|~conin~024~|~conout~024~)(\.|$)")
"""What Windows takes for a device, whatever comes after a dot."""


@lru_cache(maxsize=1 << 14)
def file_name(id: str) -> str:
    """The name of the file of an id, without its ending."""
    name = "".join(c if c in _ALWAYS else _escaped(c) for c in id)
    if name.startswith("."):
        name = f"~02e~{name[1:]}"
    if not name or _RESERVED.match(name):
        name = f"~_{name}"
    if len(name.encode()) <= LONGEST:
        return name
    kept = name.encode()[:60].decode(errors="ignore")
    return f"{kept}~.{sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _escaped(sign: str) -> str:
    if sign == ":":
        return "~-"
    if _is_stable(sign):
        return sign
    if _is_stable(small := sign.lower()) and small.upper() == sign:
        return f"~{sign}"
    return f"~0{ord(sign):x}~"


def _is_stable(sign: str) -> bool:
    """A letter that is one, small, and the same in every normal form that composes."""
    if len(sign) != 1 or not sign.isalnum() or "\u1100" <= sign <= "\u11ff":
        return False
    if "\ua960" <= sign <= "\ua97f" or "\ud7b0" <= sign <= "\ud7ff":  # parts of Hangul, too
        return False
    folds = sign.casefold() == sign and sign.upper().casefold() == sign
    return folds and normalize("NFKC", sign) == sign
