"""The syllables of Chinese by their spellings: pinyin, Palladius, and Wade–Giles in four manners.

Wade–Giles is careful where aspirates are shown by an apostrophe, and bare where they are not; with
ü or, as it is often printed, without. Each table is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimcli.names.tables import syllables

_SPECIAL = (
    ("shaan", "shaan"),  # the official spelling that keeps 陝西 apart from 山西
    ("xian", "xi0an"),  # the city, mostly printed without its apostrophe
)


def without_umlaut(spelling: str) -> str:
    """A spelling with u for ü."""
    return spelling.replace("v", "u")


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for spelling, syllable in pairs:
        table.setdefault(spelling, {})[syllable] = None
    return {spelling: tuple(found) for spelling, found in table.items()}


@cache
def pinyin() -> dict[str, tuple[str, ...]]:
    """Pinyin with ü and with u in its place."""
    rows = [(spelling, s.pinyin[0]) for s in syllables() for spelling in s.pinyin]
    plain = [(without_umlaut(spelling), syllable) for spelling, syllable in rows]
    return _table([*rows, *plain, *_SPECIAL])


@cache
def palladius() -> dict[str, tuple[str, ...]]:
    """The Russian transcription of Palladius."""
    return _table((spelling, s.pinyin[0]) for s in syllables() for spelling in s.palladius)


def _without_final_h(spelling: str) -> list[str]:
    """`chueh` is printed `chue` too, and `erh` `er`; not `shih`, since `shi` says nothing."""
    return [spelling, spelling[:-1]] if spelling.endswith(("eh", "erh")) else [spelling]


@cache
def _wade_giles() -> tuple[tuple[str, str, str], ...]:
    """Spelling, syllable and the syllable's standard spelling."""
    return tuple(
        (written, s.pinyin[0], s.wade_giles[0])
        for s in syllables()
        for spelling in s.wade_giles
        for written in _without_final_h(spelling)
    )


@cache
def careful() -> dict[str, tuple[str, ...]]:
    """Wade–Giles with its apostrophes and ü."""
    return _table((spelling, syllable) for spelling, syllable, _ in _wade_giles())


@cache
def careful_without_umlaut() -> dict[str, tuple[str, ...]]:
    """Wade–Giles with its apostrophes, u for ü."""
    return _table((without_umlaut(spelling), syllable) for spelling, syllable, _ in _wade_giles())


@cache
def bare() -> dict[str, tuple[str, ...]]:
    """Spellings without apostrophes, each with the standard one of its syllable."""
    strip = str.maketrans("", "", "'")
    rows = _wade_giles()
    return _table((s.translate(strip), standard.translate(strip)) for s, _, standard in rows)


@cache
def bare_without_umlaut() -> dict[str, tuple[str, ...]]:
    """The same, u for ü."""
    pairs = bare().items()
    return _table((without_umlaut(s), without_umlaut(found[0])) for s, found in pairs)


@cache
def standard_spellings() -> dict[str, str]:
    """A syllable's standard Wade–Giles spelling without apostrophe."""
    return {s.pinyin[0]: s.wade_giles[0].replace("'", "") for s in syllables()}


@cache
def syllables_by_spelling(umlaut: bool) -> dict[str, tuple[str, ...]]:
    """The syllables that a careless spelling may stand for."""
    spelt = standard_spellings().items()
    return _table((s if umlaut else without_umlaut(s), syllable) for syllable, s in spelt)
