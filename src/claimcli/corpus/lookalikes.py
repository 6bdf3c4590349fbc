"""Characters that look like the spaces and colons of YAML and are none."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_SPACE = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_COLON = "\ufe13\ufe55\uff1a\u2236"
_ANYWHERE = re.compile(rf"[{_SPACE}{_COLON}]")
_KEY = rf"[A-Za-z_-]+[{_COLON}:]"
_INDENT = re.compile(rf" *([{_SPACE}])[ {_SPACE}]*(?:- *)?{_KEY}")
_AFTER_DASH = re.compile(rf" *(?:- +)*-([{_SPACE}])")
_AFTER_KEY = re.compile(rf" *(?:- +)*[A-Za-z_-]+(?::([{_SPACE}])|([{_COLON}]))")


class Lookalike(NamedTuple):
    """A character that stands for another, and its column from 0; `hint` says what to write."""

    column: int
    message: str
    hint: str


def lookalike(line: str) -> Lookalike | None:
    """The first such character where a line is indented, or behind its dash or key."""
    if line.isascii():
        return None
    found = _INDENT.match(line)
    if found:
        return _told(found, 1, "indent with spaces as the space bar writes them")
    found = _AFTER_DASH.match(line) or _AFTER_KEY.match(line)
    if not found:
        return None
    group = found.lastindex or 1
    mended = re.sub(rf"^[\s{_SPACE}]+", "", line[found.end() :])
    before = line[: found.start(group)].strip()
    colon = ":" if found[group] in _COLON else ""
    return _told(found, group, f"write `{before}{colon} {shortened(mended)}".rstrip() + "`")


def lookalike_in_key(key: str) -> str | None:
    """What to do about such a character in what was taken for a key."""
    found = _ANYWHERE.search(key)
    return f"{_message(found[0])}; type it anew, with a plain one" if found else None


def shortened(value: str) -> str:
    """The beginning of a value, for a hint."""
    return value if len(value) <= 30 else value[:29] + "…"


def _told(found: re.Match[str], group: int, hint: str) -> Lookalike:
    return Lookalike(found.start(group), _message(found[group]), hint)


def _message(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    kind = "colon" if character in _COLON else "space"
    return f"U+{ord(character):04X} ({name}) is no {kind} to YAML"
