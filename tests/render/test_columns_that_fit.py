"""Which columns a table has room for, and what stands above them: what says least goes first."""

from __future__ import annotations

from claimcli.render.tables.columns import Column, column_of, fitting, head_lines, left_out, taken

COUNTS = {"scholars": 1, "first_hand": 1, "second_hand": 1, "unclear": 1}
GOING = ("unclear", "scholars")
# The longest words of the heads are 8, 5, 4 and 7 wide; before each is a gap of 2.
IN_FULL = 32


def shown(room: int) -> list[str]:
    return [column.head for column in fitting(COUNTS, GOING, room)]


def test_columns_go_in_the_order_given_and_the_others_stay() -> None:
    assert shown(IN_FULL) == ["scholars", "own words", "2nd hand", "unclear"]
    assert shown(IN_FULL - 1) == ["scholars", "own words", "2nd hand"]
    assert shown(22) == ["own words", "2nd hand"]
    assert shown(0) == ["own words", "2nd hand"]


def test_a_column_is_as_wide_as_its_head_or_its_cells() -> None:
    columns = fitting({"first_hand": 9, "witnesses": 1}, (), 99)
    assert columns == [Column("first_hand", "own words", 9), Column("witnesses", "texts read", 5)]
    assert taken(columns) == 18


def test_heads_are_broken_between_words_alone_and_stand_at_the_foot() -> None:
    columns = [column_of(field, 1) for field in ("contemporaries", "first_hand", "unnamed")]
    assert head_lines(columns) == [["of", "", ""], ["the", "own", ""], ["time", "words", "unnamed"]]
    assert head_lines([]) == []


def test_what_was_left_out() -> None:
    assert left_out(COUNTS, fitting(COUNTS, GOING, IN_FULL - 1)) == ("unclear",)
    assert left_out(COUNTS, fitting(COUNTS, GOING, IN_FULL)) == ()
