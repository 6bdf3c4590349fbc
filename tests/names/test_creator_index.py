"""The works of a scholar are found by keys: as many as by asking of each, and few are asked."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from support import calls, cases

from claimcli.model import Creator, Scholar, Source, Spelling
from claimcli.names.authorship import CreatorIndex, can_be_work_of

PAIRS = sorted(Path(__file__).parent.glob("*pairs.csv"))


def source(id: str, *creators: Creator) -> Source:
    return Source(id=id, type="book", author=creators)


def person(*names: str) -> Scholar:
    return Scholar(id="v", name=names[0], kind="person", names=tuple(map(Spelling, names[1:])))


def splits(name: str) -> Iterator[Creator]:
    """The ways in which a bibliography may have a name."""
    words = name.split()
    yield from (Creator(literal=name), Creator(name), Creator(f"{name} —"))
    if len(words) > 1:
        yield Creator(words[-1], " ".join(words[:-1]))
        yield Creator(words[0], " ".join(words[1:]))
        yield Creator(words[-1], words[0][0] + ".")


def spellings(name: str) -> Iterator[str]:
    """The ways in which one may be printed."""
    words = name.split()
    yield from (name, name.upper(), f"A. {name}", f"{name} of Tours", f"Saint {name}")
    yield ", ".join((words[-1], *words[:-1]))


def pairs(file: Path) -> list[tuple[str, str]]:
    with file.open(encoding="utf-8") as rows:
        return [(row["a"], row["b"]) for row in csv.DictReader(rows)]


@pytest.mark.slow
@pytest.mark.parametrize("file", PAIRS, ids=lambda file: file.stem)
def test_whoever_can_have_made_a_work_finds_it(file: Path) -> None:
    """Names in every script that is brought to others, and as many that only look alike."""
    met = 0
    for one, other in pairs(file):
        for creator, spelling in product(splits(one), (*spellings(one), *spellings(other))):
            work, scholar = source("w", creator), person(spelling)
            can_be = can_be_work_of(work, scholar)
            met += can_be
            assert CreatorIndex([work]).works_of(scholar) == [work] * can_be, (creator, spelling)
    assert met > 100


@cases(
    ("creator", "spelling"),
    [
        (Creator("Hölkeskamp", "Karl-Joachim"), "K.-J. Hoelkeskamp"),
        (Creator("Воробьев", "М. В."), "M. V. Vorob'ev"),
        (Creator("張", "覺"), "Chang Chüeh"),
        (Creator("Утченко"), "S. L. Utchenko"),
        (Creator(literal="Bede"), "the Venerable Bede"),
        (Creator(literal="Gregory of Tours"), "Gregory"),
        (Creator("Rachewiltz", "Igor"), "de Rachewiltz, I."),
        (Creator("O", "Ki"), "Ki O"),
    ],
)
def test_works_are_found_in_any_spelling(creator: Creator, spelling: str) -> None:
    works = [source("other", Creator("Lee", "Ann")), source("own", creator)]
    assert CreatorIndex(works).works_of(person("Nobody At All", spelling)) == works[1:]


def test_editors_are_creators_and_the_order_of_works_is_kept() -> None:
    works = [source(id, Creator("Kim", "A.")) for id in ("z", "a")]
    edited = Source(id="m", type="book", editor=(Creator("Kim", "Alexander"),))
    assert CreatorIndex([*works, edited]).works_of(person("Alexander Kim")) == [*works, edited]


def test_an_unknown_author_goes_with_what_has_no_maker() -> None:
    works = [source("signed", Creator("Kim")), source("unsigned")]
    anonymous = Scholar(id="x", name="Anonymous", kind="anonymous")
    assert CreatorIndex(works).works_of(anonymous) == works[1:]


_SYLLABLES = ("ba", "ro", "mi", "tu", "ge", "lo", "si", "fa", "ne", "du")


def _found(numbers: range) -> None:
    """Ask of as many scholars as there are works which they made; nobody has another's name."""
    names = [f"{''.join(_SYLLABLES[int(digit)] for digit in f'{n:04}')}rt" for n in numbers]
    creators = CreatorIndex(source(name, Creator(name.title(), "A.")) for name in names)
    for name in names:
        assert [work.id for work in creators.works_of(person(f"A. {name.title()}"))] == [name]


@pytest.mark.slow
def test_twice_the_scholars_and_works_take_twice_the_time() -> None:
    _found(range(20))  # tables are read
    assert calls(_found, range(1000, 1400)) < 3 * calls(_found, range(2000, 2200))
