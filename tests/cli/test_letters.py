"""A position has the same letter and colour wherever it is met."""

from __future__ import annotations

import re

import pytest
from support import Run

from claimcli.render.tables.roles import COLOURS, MARKS, colour_of, in_ascii, strong

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
    assert [colour_of(number) for number in range(8)] == [*COLOURS, *COLOURS[:2]]
    assert (colour_of(None), strong(None)) == ("dim", "dim")


def test_every_sign_of_ours_is_one_of_ascii_and_no_two_marks_are_alike() -> None:
    assert in_ascii("“A’s” – ─┄┴·…→").isascii()
    told = [in_ascii(mark) for mark in MARKS.values()]
    assert told == ["*", "o", "~", "^"]


def test_every_word_that_met_stands_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    out = run("search", "tolls", "bridge").out
    assert "\x1b[1;33mtolls\x1b[0m" in out
    assert "\x1b[1;33mbridge\x1b[0m" in out
    assert "\x1b[1;33mBoris\x1b[0m" not in run("search", "Vorob'ev").out
    assert "\x1b[1;33mVorob'ev\x1b[0m" in run("search", "Vorob'ev").out


def test_colour_is_never_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in PLACES.values():
        plain = run(*command).out
        monkeypatch.setenv("CLICOLOR_FORCE", "1")
        coloured = run(*command).out
        monkeypatch.delenv("CLICOLOR_FORCE")
        assert without_codes(coloured) == [line.rstrip() for line in plain.splitlines()]


def without_codes(text: str) -> list[str]:
    return [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", text).splitlines()]
