"""The matrix alone: scholars by group and position, worked out from the small corpus by hand."""

from __future__ import annotations

import json

import pytest
from support import Run, cases

pytestmark = pytest.mark.usefixtures("small")

COUNTED = "group,siglum,stance,scholars,second_hand,unnamed,claims"
BY_DECADE = """\
group,siglum,stance,scholars,second_hand,unnamed,claims
1970,A,easton-began,1,1,0,1
1970,B,weston-began,1,1,0,1
1970,C,nobody,0,0,0,0
1970,,none,0,0,0,0
2000,A,easton-began,1,0,0,1
2000,B,weston-began,1,0,0,1
2000,C,nobody,0,0,0,0
2000,,none,1,0,0,1
,A,easton-began,0,0,1,1
,B,weston-began,0,0,0,0
,C,nobody,0,0,0,0
,,none,1,0,0,1
"""
"""Boris in a work of 1975 on both sides, Ann in one of 2000, the others undated."""


def test_with_a_grouping_csv_has_the_matrix(run: Run) -> None:
    shown = run("compare", "who-began", "--by", "decade", "--format", "csv", "--fields", COUNTED)
    assert shown.out == BY_DECADE


@cases("by", ["scholar", "school", "decade", "source", "certainty"])
def test_every_format_has_the_same_cells(run: Run, by: str) -> None:
    asked = ("compare", "who-began", "--figure", "matrix", "--by", by)
    cells = run(*asked, "--json").json
    lines = run(*asked, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == cells
    assert len(run(*asked, "--format", "tsv").out.splitlines()) == len(cells) + 1
    assert len(run(*asked, "--format", "md").out.splitlines()) == len(cells) + 2
    assert {cell["by"] for cell in cells} == {by}
    assert run("compare", "who-began", "--by", by, "--format", "jsonl").out.splitlines() == lines


def test_the_table_has_the_positions_with_their_letters_and_explains_its_signs(run: Run) -> None:
    assert run("compare", "who-began", "--figure", "matrix", "--by", "decade").out == (
        "Who began the quarrel?\n"
        "A Easton began it   B Weston began it   C It began by itself\n"
        "\n"
        "         A   B   C  –   claims\n"
        "1970s    ○1  ○1  ·  ·        2\n"
        "2000s    ●1  ●1  ·  ●1       3\n"
        "undated  ◌1  ·   ·  ●1       2\n"
        "● read in their own words   ○ second-hand   ◌ a reporter's phrase, no scholar\n"
        "– takes no side\n"
    )


def test_a_single_holder_has_his_mark_alone(run: Run) -> None:
    rows = run("compare", "who-began", "--figure", "matrix").out.splitlines()
    assert "B. Vorob'ev               ○  ○  ·  ·       2" in rows
    assert "◌ many historians         ◌  ·  ·  ·       1" in rows


def test_the_json_of_a_grouped_comparison_is_that_of_a_comparison(run: Run) -> None:
    plain = run("compare", "who-began", "--json").json
    grouped = run("compare", "who-began", "--by", "decade", "--json").json
    assert grouped.keys() == plain.keys()
    assert grouped["groups"][0]["counts"] == {
        **{"easton-began": 1, "weston-began": 1, "nobody": 0},
        "none": 0,
    }


def test_a_figure_is_named_in_the_help_and_an_unknown_one_names_the_nearest(run: Run) -> None:
    assert "--figure" in run("compare", "--help").out
    wrong = run("compare", "who-began", "--figure", "matric")
    assert (wrong.code, wrong.out) == (2, "")
    assert "did you mean 'matrix'?" in wrong.err
