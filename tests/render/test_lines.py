"""Lines are broken between words and nowhere else, and nothing of them is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from support import cases

from claimcli.render.tables.lines import Line, beside, marked, one_by_one, piece, width_of, wrapped


def told(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


@cases(
    ("text", "width", "lines"),
    [
        ("the text was read in it", 13, ["the text was", "read in it"]),
        ("the text was", 12, ["the text was"]),
        ("a  wide   gap", 8, ["a  wide", "gap"]),
        ("well-known Wade–Giles", 12, ["well-known", "Wade–Giles"]),
        # a word that is longer than the line is the only one to be broken
        ("no extraordinarily long", 8, ["no", "extraord", "inarily", "long"]),
        # Han has two columns and may be parted anywhere, but not before a full stop or a bracket
        ("女真人破壞了協議。", 6, ["女真人", "破壞了", "協議。"]),
        ("女真人破壞。", 10, ["女真人破", "壞。"]),
        ("他說「破壞」了", 7, ["他說", "「破", "壞」了"]),
        # Korean is parted between its words
        ("여진은 강했다", 8, ["여진은", "강했다"]),
        ("", 5, [""]),
    ],
)
def test_lines_are_broken_at_words(text: str, width: int, lines: list[str]) -> None:
    assert told(wrapped([piece(text)], width)) == lines


WORDS = st.lists(st.text("abc-é女真ж여", min_size=1, max_size=12), min_size=1, max_size=30)


@given(WORDS, st.integers(2, 40))
def test_nothing_is_lost_and_nothing_is_too_wide(words: list[str], width: int) -> None:
    lines = wrapped([piece(" ".join(words))], width)
    assert "".join(told(lines)).replace(" ", "") == "".join(words)
    assert all(width_of(line) <= width for line in lines)


@given(WORDS, st.integers(2, 40))
def test_a_word_that_fits_is_whole(words: list[str], width: int) -> None:
    shown = told(wrapped([piece(" ".join(words))], width))
    latin = [w for w in words if w.isascii() and len(w) <= width]
    every = [word for line in shown for word in line.split()]
    assert all(word in every for word in latin)


def test_styles_stay_with_their_words() -> None:
    line = marked("the Jurchen began the war", [(4, 11), (22, 25)], "match", "plain")
    assert wrapped(line, 14) == [
        [("the ", "plain"), ("Jurchen", "match")],
        [("began the ", "plain"), ("war", "match")],
    ]


def test_marked_spans_that_overlap_are_marked_once() -> None:
    assert marked("abcdef", [(0, 3), (2, 5), (4, 6)], "m") == [("abc", "m"), ("d", ""), ("ef", "m")]


def test_what_steers_a_terminal_is_spelled_out() -> None:
    assert piece("a\x1b[31mb") == ("a\\x1b[31mb", "")


def test_columns_are_filled_up_by_cells_not_characters() -> None:
    rows = told(list(beside((6, [[("張覺", "")], [("ab", "")]]), (0, [[("x", "")], [("y", "")]]))))
    assert rows == ["張覺  x", "ab    y"]
    assert {cell_len(row) for row in rows} == {7}


def test_items_are_not_parted() -> None:
    items = [[("Kim 2013", "")], [("via Lin 1957", "")], [("? stance, basis", "")]]
    between = (" · ", "")
    assert told(list(one_by_one(items, 24, between))) == [
        "Kim 2013 · via Lin 1957",
        "? stance, basis",
    ]
