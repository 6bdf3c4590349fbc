"""A position has the same letter and colour wherever it is met."""

from __future__ import annotations

import re

import pytest
from support import Run, cases

from claimcli.answers.marks import SIGNS
from claimcli.model import Question, Stance
from claimcli.render.tables.roles import COLOURS, RAMP, in_ascii
from claimcli.render.tables.sign import NO_SIGN, sign

pytestmark = pytest.mark.usefixtures("small")

RED = "\x1b[1;31m"
"""Of the second position: blue, red, green, magenta, cyan, yellow, and again."""
PLACES = {
    "the figure": ("compare", "who-began"),
    "a search": ("search", "wanted", "quarrel"),
    "a claim": ("show", "archer-2000-weston-closed-the-bridge"),
    "a scholar": ("show", "ann"),
    "a question": ("show", "who-began"),
    "scholars side by side": ("compare", "--scholar", "ann", "--scholar", "boris"),
    "the matrix": ("compare", "who-began", "--figure", "matrix", "--by", "decade"),
    "stances": ("list", "stances"),
    "questions": ("list", "questions"),
    "holders of several": ("list", "several"),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_second_position_is_a_red_b(
    run: Run, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    assert f"{RED}B\x1b[0m" in run(*PLACES[place]).out


def test_a_seventh_position_has_the_first_colour_again_and_its_own_letter() -> None:
    signs = [sign(None, number) for number in range(8)]
    assert [its.colour for its in signs] == [*COLOURS, *COLOURS[:2]]
    assert "".join(its.letter for its in signs) == "ABCDEFGH"
    assert (sign(None, None), NO_SIGN.colour, NO_SIGN.strong) == (NO_SIGN, "dim", "dim")


@cases(
    ("positions", "colours"),
    [
        (1, "blue"),
        (2, "blue red"),
        (3, "blue green red"),
        (4, "blue cyan yellow red"),
        (5, "blue cyan green yellow red"),
        (9, "blue blue cyan green green green yellow red red"),
    ],
)
def test_positions_that_run_from_pole_to_pole_have_a_ramp(positions: int, colours: str) -> None:
    stances = tuple(Stance(f"s{n}", f"S{n}") for n in range(positions))
    asked = Question(id="q", question="How far?", ordered=True, stances=stances)
    assert " ".join(sign(asked, number).colour for number in range(positions)) == colours
    assert set(colours.split()) <= set(RAMP)
    assert sign(asked, positions).colour in COLOURS, "one that the question does not declare"


def test_every_sign_of_ours_is_one_of_ascii_and_no_two_marks_are_alike() -> None:
    assert in_ascii("“A’s” – ─┄┴·…→").isascii()
    told = [in_ascii(mark) for mark in SIGNS.values()]
    assert told == ["*", "o", "~", "^"]


def test_every_word_that_met_stands_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    out = run("search", "tolls", "bridge").out
    assert "\x1b[1;33mtolls\x1b[0m" in out
    assert "\x1b[1;33mbridge\x1b[0m" in out
    assert "\x1b[1;33mBoris\x1b[0m" not in run("search", "Vorob'ev").out
    assert "\x1b[1;33mVorob'ev\x1b[0m" in run("search", "Vorob'ev").out


@pytest.mark.slow
def test_colour_is_never_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in PLACES.values():
        plain = run(*command).out
        monkeypatch.setenv("CLICOLOR_FORCE", "1")
        coloured = run(*command).out
        monkeypatch.delenv("CLICOLOR_FORCE")
        assert without_codes(coloured) == [line.rstrip() for line in plain.splitlines()]


def without_codes(text: str) -> list[str]:
    return [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", text).splitlines()]
