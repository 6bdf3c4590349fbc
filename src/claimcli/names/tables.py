"""The shipped tables, each read when it is first asked for.

They are made by `tools/make_name_tables.py` and are plain text, so that a change shows in a diff.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

_TABLES = Path(__file__).parent / "tables"
_FIRST_HAN = 0x2E7F


def lines(name: str) -> list[str]:
    """The lines of a table, as shipped."""
    text = (_TABLES / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


class _Variants(dict[int, int]):
    """Han characters and their simplified forms by code point, looked up when first met.

    A dictionary of the whole table would cost a search in Han more than the search itself.
    """

    def __init__(self) -> None:
        self._table = "\n".join(["", *lines("han_variants.txt")])

    def __missing__(self, code: int) -> int:
        place = self._table.find(chr(code)) if code > _FIRST_HAN else 0
        head = self._table.rfind("\n", 0, place) + 1
        self[code] = simplified = ord(self._table[head]) if place > 0 else code
        return simplified


@cache
def han_variants() -> dict[int, int]:
    """Traditional and variant Han characters to simplified ones, for `str.translate`."""
    return _Variants()


@cache
def _readings_table() -> list[str]:
    return lines("han_readings.txt")


@cache
def readings(character: str) -> tuple[str, ...]:
    """The toneless pinyin readings of a Han character, the usual one first; none if unknown.

    A variant is listed only where it is read otherwise than its simplified form (乾, 干).
    """
    if ord(character) <= _FIRST_HAN:
        return ()
    having = [line for line in _readings_table() if character in line]
    having.sort(key=lambda line: line.rindex("\t") < line.index(character))
    return tuple(line[: line.index("\t")] for line in having)


class Syllable(msgspec.Struct, frozen=True):
    """One syllable of Mandarin: its spellings in each romanization, the standard one first.

    `ü` is written `v` throughout, and Wade–Giles has its aspirates as `'`.
    """

    pinyin: list[str]
    wade_giles: list[str]
    palladius: list[str]


@cache
def syllables() -> tuple[Syllable, ...]:
    """All syllables of Mandarin."""
    rows = (line.split("\t") for line in lines("syllables.txt"))
    return tuple(Syllable(*(spellings.split() for spellings in row)) for row in rows)
