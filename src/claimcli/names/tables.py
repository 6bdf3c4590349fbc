"""The shipped tables, each read when it is first asked for.

They are made by `tools/make_name_tables.py` and are plain text, so that a change shows in a diff.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLES = Path(__file__).parent / "tables"


def _lines(name: str) -> list[str]:
    text = (_TABLES / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def han_variants() -> dict[int, str]:
    """Traditional and variant Han characters (as code points) to simplified ones."""
    return {ord(variant): line[0] for line in _lines("han_variants.txt") for variant in line[2:]}


@cache
def han_readings() -> dict[str, tuple[str, ...]]:
    """The toneless pinyin readings of Han characters, the usual one first.

    A variant is listed only where it is read otherwise than its simplified form (乾, 干).
    """
    readings: dict[str, tuple[str, ...]] = {}
    lines = [line.split("\t") for line in _lines("han_readings.txt")]
    for syllable, usual, _ in lines:
        readings.update(dict.fromkeys(usual, (syllable,)))
    for syllable, _, also in lines:
        for character in also:
            readings[character] += (syllable,)
    return readings


class Syllable(NamedTuple):
    """One syllable of Mandarin: its spellings in each romanization, the standard one first.

    `ü` is written `v` throughout, and Wade–Giles has its aspirates as `'`.
    """

    pinyin: list[str]
    wade_giles: list[str]
    palladius: list[str]


@cache
def syllables() -> tuple[Syllable, ...]:
    """All syllables of Mandarin."""
    rows = (line.split("\t") for line in _lines("syllables.txt"))
    return tuple(Syllable(*(spellings.split() for spellings in row)) for row in rows)
