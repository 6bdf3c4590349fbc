"""Comparisons over records whose counts are worked out by hand in the comments."""

from __future__ import annotations

import pytest
from comparing import CLAIMS, ENTITIES, OWN, WHO, WHY, Records, claim, source
from support import cases

from claimcli.answers.answer import LeftOut
from claimcli.answers.compare import Comparison, compare
from claimcli.answers.counting import Counts, Entry, count, entries_on
from claimcli.answers.juxtapose import juxtapose
from claimcli.answers.several_positions import second_hand_part
from claimcli.model import (
    Citation,
    Relation,
    Scholar,
)


@pytest.fixture
def compared() -> Comparison:
    return compare(WHO, CLAIMS, ENTITIES)


def test_positions_follow_the_question_and_hold_their_claims(compared: Comparison) -> None:
    held = {p.stance: [e.claim.id for e in p.entries] for p in compared.positions}
    assert held == {"north": ["b1", "m1", "s1", "a3"], "south": ["a1", "b2"], "nobody": []}
    assert list(held) == ["north", "south", "nobody"]
    assert [e.claim.id for e in compared.without_stance] == ["a2"]


def test_a_claim_through_answers_is_secondary(compared: Comparison) -> None:
    north = compared.positions[0]
    assert [e.claim.id for e in north.entries if e.secondary] == ["a3"]


def test_a_stance_of_another_question_may_have_the_same_id() -> None:
    through = claim("x", "north", "ann", citation=OWN, question="why", answers=("who/north",))
    own = claim("y", "north", "bob", citation=OWN)
    (north, *_) = compare(WHO, [through, own], ENTITIES).positions
    assert [(e.claim.id, e.secondary) for e in north.entries] == [("x", True), ("y", False)]


def test_counts_of_a_position(compared: Comparison) -> None:
    # north: bob (second-hand), society (second-hand), ann (read in ann-2000); "many" apart;
    # all of it was read in ann-2000; four claims, none unclear.
    assert compared.positions[0].counts == Counts(
        scholars=3,
        first_hand=1,
        second_hand=2,
        unnamed=1,
        contemporaries=0,
        witnesses=1,
        unclear=0,
        by_reading=0,
        claims=4,
    )
    # south: ann first-hand, bob second-hand; b2, all he has here, is unclear in its stance.
    assert compared.positions[1].counts == Counts(
        scholars=2,
        first_hand=1,
        second_hand=1,
        unnamed=0,
        contemporaries=0,
        witnesses=1,
        unclear=1,
        by_reading=1,
        claims=2,
    )


def test_totals_count_scholars_once_over_all_positions(compared: Comparison) -> None:
    assert compared.totals == Counts(
        scholars=3,
        first_hand=1,
        second_hand=2,
        unnamed=1,
        contemporaries=0,
        witnesses=1,
        unclear=1,
        by_reading=0,
        claims=7,
    )


def test_years_are_those_of_the_holders_works(compared: Comparison) -> None:
    # north: bob 1975, society 1981, ann 2000; "many" have no work. south: ann 2000, undated.
    assert [(p.first_year, p.last_year) for p in compared.positions] == [
        (1975, 2000),
        (2000, 2000),
        (None, None),
    ]


def test_a_year_that_is_not_known_to_the_digit_bounds_nothing() -> None:
    entities = Records(WHO, source("a", "19XX"), source("b", "1975"))
    claims = [claim(id, "north", "ann", citation=Citation(id)) for id in ("a", "b")]
    north = compare(WHO, claims, entities).positions[0]
    assert (north.first_year, north.last_year) == (1975, 1975)


def test_several_positions_names_scholar_stances_and_claims(compared: Comparison) -> None:
    assert [(s.scholar, s.stances, s.claims) for s in compared.several_positions] == [
        ("bob", ("north", "south"), ("b1", "s1", "b2")),
        ("ann", ("north", "south"), ("a3", "a1")),
    ]


def test_how_much_of_several_positions_is_second_hand_is_told() -> None:
    """Two of three claims are reports; then all two, then none."""
    reports = [
        claim("a", "north", "ann", via=(Citation("x"),)),
        claim("b", "south", "ann", via=(Citation("x"),)),
    ]
    own = claim("c", "south", "ann")
    for claims, number, said in (
        ([*reports, own], 2, "some of it second-hand"),
        (reports, 2, "all of it second-hand"),
        ([claim("d", "north", "ann"), own], 0, ""),
    ):
        (several,) = compare(WHO, claims, ENTITIES).several_positions
        assert several.second_hand == number
        assert second_hand_part(several.second_hand, len(several.claims)) == said


def matrix(by: str) -> dict[str | None, tuple[str, int, int, int, int]]:
    groups = compare(WHO, CLAIMS, ENTITIES, by).groups
    stances = ("north", "south", "nobody", "none")
    return {g.key: (g.label, *(g.counts[s] for s in stances)) for g in groups}  # type: ignore[misc]  # four stances


def test_matrix_by_scholar() -> None:
    assert matrix("scholar") == {
        "bob": ("Bob", 2, 1, 0, 0),
        "ann-2000-many": ("many scholars", 1, 0, 0, 0),
        "society": ("The Society", 1, 0, 0, 0),
        "ann": ("Ann", 1, 1, 0, 1),
    }


def test_matrix_by_school_puts_the_unrecorded_last() -> None:
    # s1 counts for west (society) and for none recorded (bob).
    assert matrix("school") == {
        "west": ("west", 2, 1, 0, 1),
        None: ("no school recorded", 3, 1, 0, 0),
    }
    assert list(matrix("school")) == ["west", None]


def test_a_holder_who_is_not_recorded_has_no_school() -> None:
    groups = compare(WHO, [claim("x", "north", "zoe", citation=OWN)], ENTITIES, "school").groups
    assert [(g.key, g.label) for g in groups] == [(None, "no school recorded")]


def test_matrix_by_certainty_begins_with_the_firmest() -> None:
    words = ("conjectured", None, "asserted", "probable", "conjectured")
    claims = [claim(f"c{n}", "north", "ann", certainty=word) for n, word in enumerate(words)]
    groups = compare(WHO, claims, ENTITIES, "certainty").groups
    assert [(g.key, g.label, g.counts["north"]) for g in groups] == [
        ("asserted", "asserted", 1),
        ("probable", "probable", 1),
        ("conjectured", "conjectured", 2),
        (None, "not recorded", 1),
    ]


def test_matrix_by_decade_is_in_order() -> None:
    assert list(matrix("decade").items()) == [
        ("1970", ("1970s", 1, 0, 0, 0)),
        ("1980", ("1980s", 1, 0, 0, 0)),
        ("2000", ("2000s", 1, 1, 0, 1)),
        (None, ("undated", 1, 1, 0, 0)),
    ]


def test_matrix_by_decade_of_dates_that_are_not_plain_years() -> None:
    dated = {
        "a": "19XX",
        "b": "197X",
        "c": "1971",
        "d": "-0043",
        "e": "0005",
        "f": "-0001",
        "g": None,
    }
    entities = Records(WHO, *(source(id, date) for id, date in dated.items()))
    claims = [claim(id, "north", "ann", citation=Citation(id)) for id in dated]
    groups = compare(WHO, claims, entities, "decade").groups
    assert [(g.key, g.label, g.counts["north"]) for g in groups] == [
        ("-40", "40s BCE", 1),
        ("-0", "0s BCE", 1),  # 2 BCE
        ("0", "0s", 1),  # 5 CE
        ("1970", "1970s", 2),
        (None, "19XX", 1),
        (None, "undated", 1),
    ]


def test_matrix_by_source_says_where_no_work_is_named() -> None:
    rows = matrix("source")
    assert rows[None] == ("no work named", 1, 0, 0, 0)
    assert rows["bob-1975"] == ("Bob-1975 1975", 1, 0, 0, 0)


def test_ten_scholars_through_one_article_are_second_hand_with_one_witness() -> None:
    scholars = [Scholar(id=f"s{i}", name=f"S{i}", kind="person") for i in range(10)]
    claims = [claim(f"c{i}", "north", f"s{i}", via=(OWN,)) for i in range(10)]
    assert count(entries_on("who", claims), Records(*scholars)) == Counts(
        10, 0, 10, 0, 0, 1, 0, 0, 10
    )


def test_a_stance_that_is_not_declared_makes_a_position_of_its_own() -> None:
    found = compare(WHO, [claim("x", "west", "ann", citation=OWN)], ENTITIES)
    assert [(p.stance, p.label, len(p.entries)) for p in found.positions][-1] == ("west", "west", 1)


@cases(
    ("left", "right", "verdict"),
    [
        (["north"], ["north"], "agree"),
        (["north"], ["south"], "differ"),
        (["north", "south"], ["north"], "partly"),
        (["north"], [], "silent"),
        (["north"], ["none"], "silent"),
    ],
)
def test_verdicts_on_two_scholars(left: list[str], right: list[str], verdict: str) -> None:
    claims = [claim(f"l{s}", s, "ann", citation=OWN) for s in left]
    claims += [claim(f"r{s}", s, "bob", citation=OWN) for s in right]
    pair = [ENTITIES.scholar("ann"), ENTITIES.scholar("bob")]
    (shared,) = juxtapose([s for s in pair if s], [WHO], lambda id: claims, ENTITIES).questions
    assert shared.verdict == verdict
    assert shared.held[0].stances == tuple(left)


def test_questions_that_neither_answers_are_left_out() -> None:
    society, bob = ENTITIES.scholar("society"), ENTITIES.scholar("bob")
    assert society is not None
    assert bob is not None
    on = {"who": CLAIMS, "why": CLAIMS[-1:]}
    found = juxtapose([society, bob], [WHO, WHY], on.__getitem__, ENTITIES)
    assert [shared.question.id for shared in found.questions] == ["who"]


def test_no_side_through_answers_is_secondary_and_a_side_goes_before_none() -> None:
    through = claim("x", "gain", "ann", citation=OWN, question="why", answers=("who/none",))
    both = claim("y", "none", "bob", citation=OWN, answers=("who/south",))
    found = compare(WHO, [through, both], ENTITIES)
    assert [(e.claim.id, e.secondary) for e in found.without_stance] == [("x", True)]
    assert [e.claim.id for e in found.positions[1].entries] == ["y"]


def test_an_answer_without_a_stance_makes_no_position() -> None:
    broken = claim("x", "gain", "ann", citation=OWN, question="why", answers=("who",))
    assert [p.stance for p in compare(WHO, [broken], ENTITIES).positions] == [
        "north",
        "south",
        "nobody",
    ]


def test_an_unnamed_holder_is_no_scholar_however_known() -> None:
    # Read in a work of their own, as it were: still a phrase, and no scholar who was read.
    claims = [claim("m", "north", "ann-2000-many", citation=OWN), CLAIMS[1]]
    counts = count(entries_on("who", claims), ENTITIES)
    assert (counts.scholars, counts.first_hand, counts.second_hand, counts.unnamed) == (1, 0, 1, 1)


def test_a_holder_who_is_not_declared_counts_as_a_scholar() -> None:
    counts = count([Entry(claim("x", "north", "carl", citation=OWN))], ENTITIES)
    assert (counts.scholars, counts.unnamed) == (1, 0)


def test_a_second_stance_on_the_same_question_is_secondary() -> None:
    both = claim("x", "north", "ann", citation=OWN, answers=("who/south",))
    found = compare(WHO, [both], ENTITIES).positions
    assert [[e.secondary for e in p.entries] for p in found] == [[False], [True], []]


def test_of_three_scholars_two_that_agree_agree_in_part() -> None:
    held = {"ann": "north", "bob": "south", "society": "north"}
    claims = [claim(f"c-{who}", stance, who, citation=OWN) for who, stance in held.items()]
    three = [scholar for id in held if (scholar := ENTITIES.scholar(id))]
    (shared,) = juxtapose(three, [WHO], lambda id: claims, ENTITIES).questions
    assert shared.verdict == "partly"


def test_stances_stand_in_the_order_of_the_question_and_the_undeclared_last() -> None:
    taken = ("west", "south", "above", "none", "below", "north", "aside", "beyond")
    claims = [claim(s, s, "ann", citation=OWN) for s in taken]
    ann, bob = ENTITIES.scholar("ann"), ENTITIES.scholar("bob")
    assert ann is not None
    assert bob is not None
    (shared,) = juxtapose([ann, bob], [WHO], lambda id: claims, ENTITIES).questions
    others = ("west", "above", "below", "aside", "beyond")  # as they come
    assert shared.held[0].stances == ("north", "south", *others)


def test_a_claim_that_names_a_holder_twice_counts_once_for_him() -> None:
    groups = compare(WHO, [claim("x", "north", "ann", "ann", citation=OWN)], ENTITIES).groups
    assert [(g.key, g.counts["north"]) for g in groups] == [("ann", 1)]


READ = {"unclear": ("stance",), "citation": OWN}
WORDED = {"citation": OWN}


@cases(
    ("claims", "by_reading"),
    [
        # As worded on both sides.
        ([("north", WORDED), ("south", WORDED)], False),
        # As worded on one, read into the other.
        ([("north", WORDED), ("south", READ)], True),
        ([("north", READ), ("south", READ)], True),
        # One claim as worded is enough for a side.
        ([("north", WORDED), ("south", READ), ("south", WORDED)], False),
        # Three sides, of which two are as worded.
        ([("north", WORDED), ("south", READ), ("nobody", WORDED)], False),
        ([("north", WORDED), ("south", READ), ("nobody", READ)], True),
        # What else is unclear does not put him there.
        ([("north", WORDED), ("south", {**WORDED, "unclear": ("basis", "relations")})], False),
    ],
)
def test_who_is_on_several_sides_only_by_a_reading(
    claims: list[tuple[str, dict[str, object]]], by_reading: bool
) -> None:
    made = [claim(f"c{i}", stance, "ann", **more) for i, (stance, more) in enumerate(claims)]
    (several,) = compare(WHO, made, ENTITIES).several_positions
    assert several.by_reading is by_reading
    assert several.is_contradiction is not by_reading


@cases(("unclear", "by_reading"), [(("answers",), True), (("stance",), False), ((), False)])
def test_a_claim_through_answers_stands_there_by_what_is_unclear_in_answers(
    unclear: tuple[str, ...], by_reading: bool
) -> None:
    # On `why` its stance is unclear or not; on `who` it stands through its answer.
    through = claim(
        "x", "gain", "ann", citation=OWN, question="why", answers=("who/north",), unclear=unclear
    )
    worded = claim("y", "south", "ann", citation=OWN)
    compared = compare(WHO, [through, worded], ENTITIES)
    assert compared.several_positions[0].by_reading is by_reading
    assert compared.positions[0].counts.by_reading == int(by_reading)
    why = compare(WHY, [through], ENTITIES)
    assert why.positions[0].counts.by_reading == int("stance" in unclear)


def test_unnamed_holders_are_never_among_those_who_stand_by_a_reading() -> None:
    read = claim("x", "north", "ann-2000-many", "reeve", "bob", via=(OWN,), unclear=("stance",))
    counts = compare(WHO, [read], ENTITIES).positions[0].counts
    assert (counts.scholars, counts.unnamed, counts.contemporaries) == (1, 1, 1)
    assert counts.by_reading == 1


@cases(
    ("type", "target", "is_revised"),
    [
        ("revises", "c0", True),
        ("revises", "who/north", True),
        ("revises", "why/gain", False),
        ("revises", "another", False),
        ("qualifies", "c0", False),
        ("disputes", "who/north", False),
    ],
)
def test_only_who_revises_a_position_of_his_own_here_has_given_it_up(
    type: str, target: str, is_revised: bool
) -> None:
    before = claim("c0", "north", "ann", citation=OWN)
    after = claim("c1", "south", "ann", citation=OWN, relations=(Relation(type, target),))
    (several,) = compare(WHO, [before, after], ENTITIES).several_positions
    assert several.is_revised is is_revised
    assert several.is_contradiction is not is_revised


def test_scholars_of_whom_no_quotation_shows_that_they_were_read() -> None:
    # ann: two claims, one with a quotation. bob: read first-hand, without any. society: known
    # second-hand. The many are no scholars.
    claims = [
        claim("a", "north", "ann", citation=OWN),
        claim("b", "south", "ann", citation=OWN, quote="so it was"),
        claim("c", "north", "bob", citation=Citation("bob-1975")),
        claim("d", "north", "society", citation=Citation("society-1981"), via=(OWN,)),
        claim("e", "north", "ann-2000-many", citation=OWN),
    ]
    assert compare(WHO, claims, ENTITIES).unquoted == 1


def test_a_limit_leaves_out_claims_and_changes_no_count() -> None:
    whole, cut = compare(WHO, CLAIMS, ENTITIES), compare(WHO, CLAIMS, ENTITIES, most=1)
    assert [len(p.entries) for p in cut.positions] == [1, 1, 0]
    assert [p.total for p in cut.positions] == [4, 2, 0]
    assert [p.counts for p in cut.positions] == [p.counts for p in whole.positions]
    assert (cut.groups, cut.several_positions) == (whole.groups, whole.several_positions)
    # Three of the north and one of the south are left out; the north has most, four.
    assert cut.left_out == LeftOut(more=4, limit=4, noun="claim", of_each=True)
    assert whole.left_out is None
