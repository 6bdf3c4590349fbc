"""Works as marks on an axis of years: each in the column of its year, none lost."""

from __future__ import annotations

from comparing import CLAIMS, ENTITIES, WHO
from support import cases

from claimcli.answers.axis import Axis, axis_of
from claimcli.answers.compare import compare
from claimcli.answers.marks import Known, Mark
from claimcli.render.tables.figure import figure
from claimcli.render.tables.lines import Line
from claimcli.render.tables.strip import cells_of, column_of, highest, scale, strip

DECADES = Axis(1950, 2010, tuple(range(1950, 2011, 10)))


def drawn(line: Line) -> str:
    return "".join(text for text, _ in line)


def works(*years: int | None, known: Known = "read") -> list[Mark]:
    return [Mark(f"h{i}", f"H{i}", known, f"w{i}", y, (), False) for i, y in enumerate(years)]


@cases(
    ("year", "width", "column"),
    [
        # 61 columns for 60 years: one for each
        *((1950, 61, 0), (1975, 61, 25), (2010, 61, 60)),
        # 31 columns: two years a column; 1975 is 12.5 columns from the left, rounded up
        *((1950, 31, 0), (1951, 31, 1), (1974, 31, 12), (1975, 31, 13), (2010, 31, 30)),
        # 7 columns: a column a decade, with half of the years on each side of it
        *((1954, 7, 0), (1955, 7, 1), (1964, 7, 1), (2004, 7, 5), (2005, 7, 6)),
    ],
)
def test_a_year_has_its_column(year: int, width: int, column: int) -> None:
    assert column_of(year, DECADES, width) == column


def test_a_mark_stands_in_the_column_of_its_year_and_says_how_it_is_known() -> None:
    marks = [
        *works(1950),
        *works(1970, known="second-hand"),
        *works(1980, known="unnamed"),
        *works(2000, known="contemporary"),
        *works(None),
    ]
    cells = cells_of(marks, DECADES, 7)
    assert highest([cells]) == 0
    assert drawn(strip(cells, "", 0)) == "●┄○◌┄◇┄"


@cases(
    ("years", "row"),
    [
        ((1950, 1950), "●●┄┄┄┄┄"),
        ((1980, 1981), "┄┄┄●●┄┄"),
        ((2010, 2010), "┄┄┄┄┄●●"),  # no column to the right
        ((1980, 1980, 1990), "┄┄●●●┄┄"),  # the column to the right is taken
        ((1950, 1950, 1970, 1970), "●●●●┄┄┄"),
    ],
)
def test_two_works_of_a_column_stand_side_by_side(years: tuple[int, ...], row: str) -> None:
    cells = cells_of(works(*years), DECADES, 7)
    assert highest([cells]) == 0
    assert drawn(strip(cells, "", 0)) == row


def test_the_earlier_of_two_stays_to_the_left() -> None:
    marks = [*works(2008, known="second-hand"), *works(2010)]
    assert drawn(strip(cells_of(marks, DECADES, 7), "", 0)) == "┄┄┄┄┄○●"


@cases("years", [(1980, 1980, 1980), (1950, 1950, 1960), (1970, 1980, 1980, 1990)])
def test_what_does_not_fit_as_marks_is_drawn_as_blocks_in_every_row(years: tuple[int, ...]) -> None:
    crowded, other = cells_of(works(*years), DECADES, 7), cells_of(works(1950), DECADES, 7)
    top = max(years.count(year) for year in years)
    assert highest([crowded, other]) == top
    assert "●" not in drawn(strip(other, "", top))
    assert drawn(strip(other, "", top))[1:] == "┄" * 6


def test_blocks_are_of_one_scale() -> None:
    # 8 works fill a column of eight steps: one of them is a step, four are half of it
    tall, low = works(*[1980] * 8), works(*[1950] * 4, 2010)
    rows = [cells_of(marks, DECADES, 7) for marks in (tall, low)]
    top = highest(rows)
    assert [drawn(strip(cells, "", top)) for cells in rows] == ["┄┄┄█┄┄┄", "▄┄┄┄┄┄▁"]


def test_years_below_the_axis_do_not_touch() -> None:
    # 61 columns have room for every decade, 31 for every second one: four digits and two blanks
    rule, years = scale(DECADES, 61, 3, 70)
    assert drawn(years).split() == [str(year) for year in range(1950, 2011, 10)]
    assert [at for at, sign in enumerate(drawn(rule)) if sign == "┴"] == [*range(3, 64, 10)]
    assert drawn(scale(DECADES, 31, 3, 40)[1]).split() == ["1950", "1970", "1990", "2010"]
    assert len(drawn(scale(DECADES, 31, 0, 31)[1])) <= 31  # none beyond the edge


def test_years_before_our_era_are_told_in_words() -> None:
    axis = axis_of([-43, 14])
    assert axis
    assert "50 BCE" in drawn(scale(axis, 80, 0, 90)[1])


def test_the_figure_of_a_question_worked_out_by_hand() -> None:
    # The axis of 1975 to 2000 has 26 years. The north: Bob in 1975, he and the Society in a work
    # of 1981, all of it in Ann's book of 2000, where she speaks herself through an answer; the many
    # have no work. The south: Ann in 2000, Bob in an undated work. Labels have 9 columns and the
    # numbers, each with a blank, 9 + 6 + 5 + 8; before the strip are 3 + 9 + 2, behind it is 1.
    width = 3 + 9 + 2 + 26 + 1 + 28
    rows = [drawn(line) for line in figure(compare(WHO, CLAIMS, ENTITIES), width)]
    own = "┄" * 5 + "○○" + "┄" * 17
    at = next(i for i, row in enumerate(rows) if row.startswith("A"))
    assert rows[at : at + 3] == [
        f"A  The north  ○{own}● " + "        3" + "     1" + "    2" + "       1",
        f"B  The south  {'┄' * 25}● " + "        2" + "     1" + "    1" + "       ·",
        f"C  No one     {'┄' * 26} " + "        ·" + "     ·" + "    ·" + "       ·",
    ]
    assert "2 have no year and are not drawn" in " ".join(rows)
    assert "of the time" not in " ".join(rows)
