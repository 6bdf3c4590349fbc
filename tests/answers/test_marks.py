"""The works of a position as marks, the axis they stand on, and the letters of positions."""

from __future__ import annotations

from comparing import CLAIMS, ENTITIES, OWN, WHO, claim
from support import cases

from claimcli.answers.axis import Axis, axis_of
from claimcli.answers.compare import compare
from claimcli.answers.counting import entries_on
from claimcli.answers.marks import marks_of
from claimcli.answers.sigla import number_of, siglum
from claimcli.model import Citation


def test_one_mark_for_each_holder_and_work_by_year() -> None:
    # north: bob in bob-1975; the society and bob in society-1981; ann in ann-2000; "many" in none.
    north, south, nobody = compare(WHO, CLAIMS, ENTITIES).positions
    assert [(m.holder, m.work, m.year, m.known) for m in north.marks] == [
        ("bob", "bob-1975", 1975, "second-hand"),
        ("society", "society-1981", 1981, "second-hand"),
        ("bob", "society-1981", 1981, "second-hand"),
        ("ann", "ann-2000", 2000, "read"),
        ("ann-2000-many", None, None, "unnamed"),
    ]
    assert [(m.holder, m.year, m.is_unclear) for m in south.marks] == [
        ("ann", 2000, False),
        ("bob", None, True),
    ]
    assert nobody.marks == ()


def test_two_claims_of_one_holder_in_one_work_are_one_mark_that_was_read() -> None:
    reported = claim("r", "north", "ann", citation=OWN, via=(Citation("bob-1975"),))
    (mark,) = marks_of(entries_on("who", (reported, CLAIMS[0])), ENTITIES)
    assert (mark.known, mark.claims) == ("read", ("r", "a1"))


def test_who_is_no_scholar_is_never_drawn_as_one_who_was_read() -> None:
    own = [claim(id, "north", id, citation=OWN) for id in ("ann-2000-many", "reeve", "zoe")]
    marks = marks_of(entries_on("who", own), ENTITIES)
    assert [(m.name, m.known) for m in marks] == [
        ("many scholars", "unnamed"),
        ("the reeve", "contemporary"),
        ("zoe", "read"),
    ]


def test_a_limit_leaves_out_claims_and_no_marks() -> None:
    (north, *_) = compare(WHO, CLAIMS, ENTITIES, most=1).positions
    assert (len(north.entries), len(north.marks)) == (1, 5)


def test_the_axis_of_a_comparison_has_room_for_all_positions() -> None:
    # 1975 to 2000: 25 years, in steps of five six intervals at most.
    axis = compare(WHO, CLAIMS, ENTITIES).axis
    assert axis == Axis(1975, 2000, (1975, 1980, 1985, 1990, 1995, 2000))


@cases(
    ("years", "ticks"),
    [
        ([1975], [1970, 1972, 1974, 1976, 1978, 1980]),
        ([1959, 1970, 1975, 2013], list(range(1950, 2021, 10))),
        ([1900, 2013], list(range(1900, 2021, 20))),
        # 44 BCE to 14 CE: 50, 40, 30, 20, 10 BCE, and our era from the year 1 on.
        ([-43, 14], [-49, -39, -29, -19, -9, 1, 10, 20]),
        ([-430, -390], [-439, -429, -419, -409, -399, -389]),
        ([100, 2000], [1, 500, 1000, 1500, 2000]),
        ([-499, 2013], [-499, 1, 500, 1000, 1500, 2000, 2500]),
    ],
)
def test_an_axis_has_round_ends_and_seven_intervals_at_most(
    years: list[int], ticks: list[int]
) -> None:
    axis = axis_of(years)
    assert axis
    assert (list(axis.ticks), axis.first, axis.last) == (ticks, ticks[0], ticks[-1])
    assert len(ticks) <= 8


def test_nothing_has_no_axis() -> None:
    assert axis_of([]) is None


def test_where_a_year_stands() -> None:
    axis = Axis(1950, 2020, (1950, 2020))
    assert [axis.at(1950), axis.at(1985), axis.at(2020)] == [0, 0.5, 1]


def test_letters_go_on_beyond_the_alphabet() -> None:
    assert [siglum(n) for n in (0, 3, 25, 26, 51, 52, 701, 702)] == (
        ["A", "D", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    )


def test_a_stance_has_the_number_that_it_has_in_its_question() -> None:
    assert [number_of(WHO, stance) for stance in ("north", "nobody", "west", None)] == (
        [0, 2, None, None]
    )
    assert number_of(None, "north") is None


def test_positions_are_lettered_those_undeclared_last() -> None:
    found = compare(WHO, [claim("x", "west", "ann", citation=OWN)], ENTITIES).positions
    assert [(p.siglum, p.stance) for p in found] == [
        ("A", "north"),
        ("B", "south"),
        ("C", "nobody"),
        ("D", "west"),
    ]


def test_a_cell_counts_the_holders_whose_row_it_is() -> None:
    # s1 is of the society (west) and bob (no school): each row counts its own.
    west, none = compare(WHO, CLAIMS, ENTITIES, "school").groups
    assert (west.cell("north", ENTITIES).scholars, west.cell("north", ENTITIES).claims) == (2, 2)
    counts = none.cell("north", ENTITIES)
    assert (counts.scholars, counts.second_hand, counts.unnamed, counts.claims) == (1, 1, 1, 3)
    assert none.cell("nobody", ENTITIES).claims == 0


def test_a_cell_of_a_decade_counts_scholars_and_never_claims() -> None:
    two = [claim(id, "north", "ann", citation=OWN) for id in ("x", "y")]
    (group,) = compare(WHO, two, ENTITIES, "decade").groups
    assert (group.cell("north", ENTITIES).scholars, group.counts["north"]) == (1, 2)


def test_a_joint_claim_of_one_school_stands_once_in_its_row() -> None:
    joint = claim("x", "north", "ann", "society", citation=OWN)
    (group,) = compare(WHO, [joint], ENTITIES, "school").groups
    assert (group.counts["north"], group.cell("north", ENTITIES).scholars) == (1, 2)
