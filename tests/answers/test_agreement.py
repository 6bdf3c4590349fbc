"""Krippendorff's alpha against his own worked examples, and what counts as one place."""

from __future__ import annotations

import pytest
from support import cases

from claimcli.answers.intercoder_agreement import Agreement, agreement, krippendorff_alpha
from claimcli.blind_readings import origin
from claimcli.model import Citation, Claim, Draft, Question, Stamp, Stance

WAR = Question(
    id="war",
    question="Who?",
    stances=tuple(Stance(id, id) for id in ("east", "both", "west")),
)
ORDERED = Question(id="war", question="Who?", ordered=True, stances=WAR.stances)


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


def test_four_observers_and_values_with_an_order() -> None:
    # The same data: of the 40 pairable values 9 are 1, 13 are 2, 10 are 3, 5 are 4, 3 are 5, and
    # the ordinal alpha is 0.815 (the same paper, section D).
    data = units(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    assert krippendorff_alpha(data, "12345") == pytest.approx(0.815, abs=0.0005)


def test_ranks_that_lie_further_apart_disagree_more() -> None:
    # Two units, a a and a c, of three values in order, b never said: n = 4, a 3, c 1. Between a and
    # c lie (3 + 1) / 2 = 2 values, squared 4; observed 2 * 4, expected 2 * 3 * 1 * 4: as nominal.
    assert krippendorff_alpha([["a", "a"], ["a", "c"]], "abc") == 1 - 3 * 8 / 24
    # a a, b b, c c, a b: n = 8, a 3, b 3, c 2. Squared: a to b 3, so 9; b to c 2.5, so 6.25;
    # a to c 3 + 3 + 2 - 2.5 = 5.5, so 30.25. Observed 2 * 9 = 18, expected
    # 2 * (9 * 9 + 6 * 6.25 + 6 * 30.25) = 600: 1 - 7 * 18 / 600
    near = krippendorff_alpha([["a", "a"], ["b", "b"], ["c", "c"], ["a", "b"]], "abc")
    assert near == pytest.approx(1 - 126 / 600)
    # a c in the place of a b: a 3, b 2, c 3. a to b 2.5, b to c 2.5, a to c 5; observed 2 * 25,
    # expected 2 * (6 * 6.25 + 6 * 6.25 + 9 * 25) = 600: 1 - 7 * 50 / 600
    far = krippendorff_alpha([["a", "a"], ["b", "b"], ["c", "c"], ["a", "c"]], "abc")
    assert far == pytest.approx(1 - 350 / 600)


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
    assert agreement(WAR, claims) == Agreement(1 - 5 * 2 / 18, n=6, units=3, coders=2, left_out=0)


def test_a_place_where_one_person_has_two_stances_is_left_out() -> None:
    claims = [
        claim("Olga", "east", "p. 1"),
        claim("Olga", "west", "p. 1"),
        claim("Petr", "west", "p. 1"),
        claim("Olga", "east", "p. 2"),
        claim("Petr", "west", "p. 2"),
    ]
    assert agreement(WAR, claims) == Agreement(0, n=2, units=1, coders=2, left_out=1)


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
    found = agreement(WAR, claims)
    assert (found.alpha, found.reason) == (None, reason)


def test_claims_on_other_questions_do_not_count() -> None:
    assert (
        agreement(Question(id="peace", question="?"), [claim("Olga", "east", "p. 1")]).coders == 0
    )


def reading(by: str, quote: str, *stances: str, holders: str = "boris") -> Draft:
    return Draft(
        id=f"{by}-{quote}",
        quote=quote,
        source="archer",
        answers=tuple(f"war/{stance}" for stance in stances),
        origin=origin([holders], Stamp(by, "2026-03-01")),
    )


def test_a_blind_reading_is_of_the_claims_that_quote_its_passage() -> None:
    claims = [
        claim("Olga", "east", "p. 1", "a phrase, or two"),
        claim("Olga", "west", "p. 2", "another phrase"),
        claim(None, "west", "p. 3", "a third"),
        claim("Olga", "west", "p. 4", "a fourth"),
    ]
    drafts = [
        reading("Petr", "A phrase or two", "east"),
        reading("Petr", "another phrase", "none"),
        reading("Petr", "a third", "west"),
        reading("Petr", "no claim has it", "west"),
        Draft(id="d", quote="a fourth", source="archer", answers=("war/west",), origin="zotero A"),
    ]
    # east 2, west 3, none 1; one unit of three differs: 1 - 5 * 2 / (36 - 4 - 9 - 1)
    found = agreement(WAR, claims, drafts)
    assert found == Agreement(1 - 10 / 22, n=6, units=3, coders=3, left_out=0)


def test_where_several_hold_other_views_a_reading_is_of_its_holders() -> None:
    boris = claim("Olga", "east", "p. 1", "they said")
    anna = Claim(
        id="anna",
        statement="",
        scholars=("anna",),
        question="war",
        stance="west",
        via=(Citation("archer", "p. 1"),),
        quote="they said",
        recorded=Stamp("Olga"),
    )
    drafts = [reading("Petr", "they said", "west", holders="anna")]
    found = agreement(WAR, [boris, anna], drafts)
    assert (found.n, found.reason) == (
        2,
        "every stance is the same: without variation there is no alpha",
    )
    # an id that is another now still leads to the only holder that there is
    drafts = [reading("Petr", "they said", "west", holders="once-boris")]
    assert agreement(WAR, [boris], drafts).alpha == 0


def test_several_claims_on_one_page_are_told_apart_by_their_words() -> None:
    claims = [
        claim("Olga", "east", "p. 1", "first"),
        claim("Olga", "west", "p. 1", "second"),
        claim("Olga", "both", "p. 1", "third"),
    ]
    drafts = [reading("Petr", "first", "east"), reading("Petr", "second", "east")]
    # two units, east east and west east; what is left of the page has one stance of one person
    found = agreement(WAR, claims, drafts)
    assert found == Agreement(1 - 3 * 2 / 6, n=4, units=2, coders=2, left_out=0)


def test_the_ordinal_alpha_of_stances_with_an_order() -> None:
    claims = [
        claim("Olga", "east", "p. 1"),
        claim("Petr", "east", "p. 1"),
        claim("Olga", "west", "p. 2"),
        claim("Petr", "both", "p. 2"),
        claim("Olga", "none", "p. 3"),  # taking no side is no rank
        claim("Petr", "west", "p. 3"),
    ]
    # east 2, both 1, west 1: both to west 1, east to both 1.5, so 2.25, east to west 2.5, so 6.25.
    # Observed 2 * 1, expected 2 * (2 * 2.25 + 2 * 6.25 + 1 * 1) = 36: 1 - 3 * 2 / 36
    assert agreement(ORDERED, claims).ordinal == pytest.approx(1 - 6 / 36)
    assert agreement(WAR, claims).ordinal is None
    assert agreement(WAR, claims).ordinal_reason is None


@pytest.mark.parametrize(
    ("stances", "reason"),
    [
        (("east", "none"), "nowhere do two people take a side: without it a stance has no rank"),
        (("east", "east"), "every stance is the same: without variation there is no alpha"),
    ],
)
def test_without_an_ordinal_alpha_it_says_why(stances: tuple[str, str], reason: str) -> None:
    claims = [claim("Olga", stances[0], "p. 1"), claim("Petr", stances[1], "p. 1")]
    found = agreement(ORDERED, claims)
    assert (found.ordinal, found.ordinal_reason) == (None, reason)
