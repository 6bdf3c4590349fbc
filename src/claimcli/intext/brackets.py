"""The brackets of a text, each with what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

_BRACKET = re.compile(r"[()\[\]（）［］]")
PAIRS = {")": "(", "]": "[", "）": "（", "］": "［"}
_LONGEST = 2000
_DEEPEST = 50


class Bracket(NamedTuple):
    """A closed bracket, from its sign to after the other, and what it holds, brackets blanked."""

    start: int
    end: int
    content: str


class _Opened(msgspec.Struct):
    """A bracket that is not closed yet, and the closed ones inside it."""

    at: int
    sign: str
    inside: list[tuple[int, int]] = msgspec.field(default_factory=list)


def brackets(text: str) -> Iterator[Bracket]:
    """Every closed bracket with its content, in which brackets inside it are blank."""
    opened: list[_Opened] = []
    for found in _BRACKET.finditer(text):
        at, sign = found.start(), found.group()
        if sign not in PAIRS:
            opened.append(_Opened(at, sign))
        elif any(bracket.sign == PAIRS[sign] for bracket in opened[-_DEEPEST:]):
            inside: list[tuple[int, int]] = []
            while opened[-1].sign != PAIRS[sign]:
                inside = opened.pop().inside + inside
            bracket = opened.pop()
            if at - bracket.at <= _LONGEST:
                content = _blanked(text, bracket.at + 1, at, bracket.inside + inside)
                yield Bracket(bracket.at, at + 1, content)
            if opened:
                opened[-1].inside.append((bracket.at, at + 1))


def _blanked(text: str, start: int, end: int, inside: list[tuple[int, int]]) -> str:
    pieces = []
    for opens, closes in inside:
        pieces += [text[start:opens], " " * (closes - opens)]
        start = closes
    return "".join(pieces) + text[start:end]
