"""Krippendorff's alpha against his own worked examples, and what counts as one place."""

from __future__ import annotations

import pytest
from support import cases

from claimcli.answers.agreement import Agreement, agreement, krippendorff_alpha
from claimcli.model import Citation, Claim, Stamp


def units(*coders: str) -> list[list[str]]:
    """The values of each unit, from one line of values for each coder; `.` is no value."""
    columns = zip(*(line.split() for line in coders), strict=True)
    return [[value for value in column if value != "."] for column in columns]


# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A, B and C.
def test_two_observers_and_two_values() -> None:
    # four units differ; 0 is 14 of 20 values, 1 is 6: 1 - 19 * 4 * 2 / (2 * 14 * 6)
    data = units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
    assert krippendorff_alpha(data) == pytest.approx(1 - 152 / 168)
    assert krippendorff_alpha(data) == pytest.approx(0.095, abs=0.0005)


def test_two_observers_and_several_values() -> None:
    # a 4, b 6, c 6, d 6, e 2 of 24; three units differ: 1 - 23 * 6 / (24 * 24 - 128)
    data = units("a a b b d c c c e d d a", "b a b b b c c c e d d d")
    assert krippendorff_alpha(data) == pytest.approx(1 - 138 / 448)
    assert krippendorff_alpha(data) == pytest.approx(0.692, abs=0.0005)


def test_four_observers_with_values_missing() -> None:
    # n = 40 pairable values: the twelfth unit has one, which counts for nothing
    data = units(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    assert krippendorff_alpha(data) == pytest.approx(0.743, abs=0.0005)


def test_systematic_disagreement_is_below_chance() -> None:
    # one unit, two values: observed 2, n = 2, expected 2: 1 - 1 * 2 / 2
    assert krippendorff_alpha([["a", "b"]]) == 0
    # two units, each a and b: observed 4, n = 4, expected 2 * 2 * 2: 1 - 3 * 4 / 8
    assert krippendorff_alpha([["a", "b"], ["b", "a"]]) == -0.5


@cases("data", [[], [["a"]], [["a", "a"], ["a", "a"]]])
def test_without_pairs_or_variation_there_is_none(data: list[list[str]]) -> None:
    assert krippendorff_alpha(data) is None


def claim(by: str | None, stance: str, locator: str | None, quote: str | None = None) -> Claim:
    return Claim(
        id=f"{by}-{stance}-{locator}-{quote}",
        statement="",
        scholars=("boris",),
        question="war",
        stance=stance,
        citation=Citation("vorobev", locator),
        via=(Citation("archer"),),
        quote=quote,
        recorded=Stamp(by) if by else None,
    )


def test_stances_of_two_people_at_the_same_places() -> None:
    claims = [
        claim("Olga", "east", "p. 1"),
        claim("Petr", "east", "p. 1"),
        claim("Olga", "west", "p. 2"),
        claim("Petr", "east", "p. 2"),
        claim("Olga", "west", None, "A phrase, or two"),
        claim("Petr", "west", None, "a phrase or two"),
        claim("Olga", "west", "p. 9"),  # nobody else was there
        claim(None, "west", "p. 2"),  # nobody says who recorded it
    ]
    # east 3, west 3; one unit of three disagrees: 1 - 5 * 2 / (2 * 3 * 3)
    assert agreement("war", claims) == Agreement(1 - 5 * 2 / 18, n=6, units=3, coders=2, left_out=0)


def test_a_place_where_one_person_has_two_stances_is_left_out() -> None:
    claims = [
        claim("Olga", "east", "p. 1"),
        claim("Olga", "west", "p. 1"),
        claim("Petr", "west", "p. 1"),
        claim("Olga", "east", "p. 2"),
        claim("Petr", "west", "p. 2"),
    ]
    assert agreement("war", claims) == Agreement(0, n=2, units=1, coders=2, left_out=1)


@cases(
    ("claims", "reason"),
    [
        ([claim(None, "east", "p. 1")], "no claim says who recorded it"),
        ([claim("Olga", "east", "p. 1")], "fewer than two people recorded it"),
        (
            [claim("Olga", "east", "p. 1"), claim("Petr", "east", "p. 2")],
            "no place was recorded by two people",
        ),
        (
            [claim(*one, "p. 1") for one in (("Olga", "east"), ("Olga", "west"), ("Petr", "east"))],
            "at every place that two people recorded, one of them has several stances",
        ),
        (
            [claim("Olga", "east", "p. 1"), claim("Petr", "east", "p. 1")],
            "every stance is the same: without variation there is no alpha",
        ),
    ],
)
def test_without_alpha_it_says_why(claims: list[Claim], reason: str) -> None:
    found = agreement("war", claims)
    assert (found.alpha, found.reason) == (None, reason)


def test_claims_on_other_questions_do_not_count() -> None:
    assert agreement("peace", [claim("Olga", "east", "p. 1")]).coders == 0
