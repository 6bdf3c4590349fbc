"""The shipped tables, each read when it is first asked for.

They are made by `tools/make_name_tables.py` and are plain text, so that a change shows in a diff.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLES = Path(__file__).parent / "tables"


def _lines(name: str) -> list[str]:
    text = (_TABLES / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def han_variants() -> dict[int, str]:
    """Traditional and variant Han characters (as code points) to simplified ones."""
    return {ord(variant): line[0] for line in _lines("han_variants.txt") for variant in line[2:]}
