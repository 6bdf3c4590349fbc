"""People under two ids: the pairs of names that search is measured on, as scholars."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from support import cases

from claimcli.checks.duplicate_scholars import repeated_scholars
from claimcli.checks.survey import Survey
from claimcli.corpus.records import Reading
from claimcli.model import Scholar, Spelling
from claimcli.names.identity import same_name

PAIRS = Path(__file__).parents[1] / "names" / "development_pairs.csv"


def pairs(same: str) -> list[tuple[str, str]]:
    rows = csv.DictReader(PAIRS.read_text("utf-8").splitlines())
    return [(row["a"], row["b"]) for row in rows if row["same"] == same]


def found(*names: str | tuple[str, ...], kind: str = "person") -> list[str]:
    """The messages on scholars of these names."""
    spelled = [name if isinstance(name, tuple) else (name,) for name in names]
    scholars = tuple(
        Scholar(
            id=f"s{number}",
            line=number,
            file="f.yaml",
            name=first,
            kind=kind,
            names=tuple(map(Spelling, others)),
        )
        for number, (first, *others) in enumerate(spelled, 1)
    )
    reading = Reading(root=Path(), scholars=scholars)
    return [problem.message for problem in repeated_scholars(Survey(reading))]


@cases(("one", "other"), pairs("yes"))
def test_what_names_call_one_is_found_among_scholars(one: str, other: str) -> None:
    assert bool(found(one, other)) == bool(found(other, one)) == bool(same_name(one, other))


@cases(("one", "other"), pairs("no"))
def test_two_people_are_left_alone(one: str, other: str) -> None:
    assert found(one, other) == []


def test_two_people_of_one_family_are_left_alone() -> None:
    assert found("E. Kozhanov", "S. Kozhanov") == []
    assert found(("M. V. Vorob'ev", "Воробьев М. В."), ("B. N. Vorob'ev", "Воробьев Б. Н.")) == []
    assert found("Chu Ta", "Chu Chüeh-ta") == []


def test_numbers_tell_groups_apart() -> None:
    assert found("Party Congress of 1956", "Party Congress of 1961", kind="group") == []
    assert found("Party Congress of 1956", "party congress of 1956", kind="group") != []


def test_a_name_with_more_initials_may_come_first_or_second() -> None:
    assert found("Ivan Krylov", "I. A. Krylov") != []
    assert found("I. A. Krylov", "Ivan Krylov") != []


def test_the_message_names_both_and_says_why() -> None:
    assert found("M. V. Vorob'ev", ("A. Kim", "Воробьев М. В.")) == [
        "'s2' and 's1' (f.yaml:1) may be one: 'Воробьев М. В.' is 'M. V. Vorob'ev' "
        "(transliteration)"
    ]
    assert found("Yi Chang", "Yi Chang") == [
        "'s2' and 's1' (f.yaml:1) have the same name, 'Yi Chang'"
    ]


def test_a_reporters_phrase_is_nobodys_name() -> None:
    assert found("many historians", "many historians", kind="unnamed") == []
    assert found("Academy of Sciences", "academy of sciences", kind="group") != []


@pytest.mark.parametrize(("between", "told"), [(39, 1), (40, 0)])
def test_a_name_is_compared_with_the_latest_forty_that_share_a_key(between: int, told: int) -> None:
    # Only the family name is common to the two: of the given name one has the first letter.
    others = [f"{first}a{last} Petrov" for first in "BDGKLMNP" for last in "bdglm"][:between]
    assert len(others) == between
    assert len(found("Ivan Petrov", *others, "I. Petrov")) == told


def test_of_several_namesakes_it_is_always_the_same_that_is_told() -> None:
    told = found("Petroff Александр", "A. Petrov", "Aleksandr Petrov")[-1]
    assert told.endswith("'Aleksandr Petrov' is 'A. Petrov' (initials)")
