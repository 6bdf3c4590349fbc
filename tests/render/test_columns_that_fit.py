"""Which columns a table has room for: short heads first, then what says least goes."""

from __future__ import annotations

from claimcli.render.tables.columns import Column, fitting, left_out, taken

COUNTS = {"scholars": 1, "first_hand": 1, "second_hand": 1, "unclear": 1}
GOING = ("unclear", "scholars")
# In full the heads are 8, 5, 6 and 7 wide, and short 8, 4, 4 and 5; before each is a gap of 2.
IN_FULL, SHORT = 34, 29


def shown(room: int) -> list[str]:
    return [column.head for column in fitting(COUNTS, GOING, room)]


def test_heads_are_shortened_before_a_column_goes() -> None:
    assert shown(IN_FULL) == ["scholars", "first hand", "second hand", "unclear"]
    assert shown(IN_FULL - 1) == ["scholars", "1st hand", "2nd hand", "un- clear"]
    assert shown(SHORT) == ["scholars", "1st hand", "2nd hand", "un- clear"]


def test_columns_go_in_the_order_given_and_the_others_stay() -> None:
    assert shown(SHORT - 1) == ["scholars", "1st hand", "2nd hand"]
    assert shown(21) == ["1st hand", "2nd hand"]
    assert shown(0) == ["1st hand", "2nd hand"]


def test_a_column_is_as_wide_as_its_head_or_its_cells() -> None:
    columns = fitting({"first_hand": 9, "witnesses": 1}, (), 99, {"witnesses": "texts read"})
    assert columns == [Column("first_hand", "first hand", 9), Column("witnesses", "texts read", 5)]
    assert taken(columns) == 18


def test_what_was_left_out() -> None:
    assert left_out(COUNTS, fitting(COUNTS, GOING, SHORT - 1)) == ("unclear",)
    assert left_out(COUNTS, fitting(COUNTS, GOING, IN_FULL)) == ()
