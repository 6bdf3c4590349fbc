import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from support import cases

from claimcli.render import json_text
from claimcli.render.flat import TEXTS, cell
from claimcli.render.safe import escaped_json, visible


@cases(
    ("text", "shown"),
    [
        ("plain 女眞 Воробьев", "plain 女眞 Воробьев"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\x9bb", "a\\x9bb"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("two \t\r\n\u2028 \n lines", "two lines"),
        ("\n two  spaces \t and a tab \u2029", " two  spaces   and a tab "),
        ("right\u202eto left", "right\\u202eto left"),
        ("nothing\u200bthere", "nothing\\u200bthere"),
        ("lone \ud800 surrogate", "lone \\ud800 surrogate"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("no character \ufffe\ufdd0\U0010ffff", "no character \\ufffe\\ufdd0\\U0010ffff"),
        ("a sign \ufffd that was lost", "a sign \ufffd that was lost"),
        ("[red]markup[/red]", "[red]markup[/red]"),
        ("עברית", "עברית"),
        ("می\u200cخواهد", "می\u200cخواهد"),  # Persian is spelt with it
        ("क्\u200dष", "क्\u200dष"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("a\u200cb", "a\\u200cb"),  # Latin is not
        ("女\u200c\u200c眞", "女\\u200c\\u200c眞"),
        ("می\u200d", "می\\u200d"),
    ],
)
def test_control_characters_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\x1b", "\t", "\n"])
def test_a_long_run_of_spaces_takes_no_longer_than_other_text(end: str) -> None:
    spaces = " " * 1_000_000
    kept = {"\x1b": f"a{spaces}\\x1b", "\t": f"a{spaces} ", "\n": "a "}
    assert visible(f"a{spaces}{end}") == kept[end]


def test_json_has_no_character_that_a_terminal_obeys_and_keeps_its_value() -> None:
    value = [{"statement": "\x1b[0m \x9b \u202e \x7f \U000e0041 女"}]
    text = json_text(value)
    assert json.loads(text) == value
    assert "女" in text
    assert not set("\x1b\x9b\u202e\x7f\U000e0041") & set(text)


def test_escapes_beyond_the_basic_plane_are_surrogate_pairs() -> None:
    assert escaped_json('"\U000e0041"'.encode()) == b'"\\udb40\\udc41"'


def test_json_arrays_have_a_line_for_each_record() -> None:
    assert json_text([]) == "[]\n"
    assert json_text([{"a": 1}, {"a": None}]) == '[\n{"a":1},\n{"a":null}\n]\n'


def test_json_objects_are_indented() -> None:
    assert json_text({"a": [1]}) == '{\n  "a": [\n    1\n  ]\n}\n'


def test_json_with_a_lone_surrogate_is_still_json() -> None:
    assert json.loads(json_text([{"a": "\ud800"}])) == [{"a": "\ud800"}]


def csv_text(rows: list[dict[str, Any]], fields: Sequence[str]) -> str:
    return "".join(TEXTS["csv"](rows, fields))


def tsv_text(rows: list[dict[str, Any]], fields: Sequence[str]) -> str:
    return "".join(TEXTS["tsv"](rows, fields))


@cases(
    ("value", "shown"),
    [
        (None, ""),
        (True, "true"),
        (1975, "1975"),
        ([], ""),
        (["a", "b"], "a; b"),
        ({"source": "x", "locator": None, "text": "Vorob'ev 1975"}, "Vorob'ev 1975"),
        ([{"id": "a", "name": "Ann"}, {"id": "b", "name": "Bob"}], "Ann; Bob"),
        ({"type": "disputes", "target": "c1", "text": "It was."}, "disputes c1"),
    ],
)
def test_a_value_as_one_line(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_csv_follows_rfc_4180_and_runs_no_formula() -> None:
    rows = [{"id": "a", "note": 'He said "no", twice'}, {"id": "b", "note": "=1+1"}]
    assert csv_text(rows, ("id", "note")) == ('id,note\na,"He said ""no"", twice"\nb,\'=1+1\n')


@cases("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\t=", "\r=", "\u00a0=", "'="])
def test_every_start_of_a_formula_is_defused(start: str) -> None:
    (line,) = csv_text([{"a": start + "x"}], ("a",)).splitlines()[1:]
    assert line.startswith("'")


@pytest.mark.parametrize("flat", [csv_text, tsv_text])
def test_a_number_is_no_formula(flat: Callable[..., str]) -> None:
    row = {"year": -43, "period": "-0043", "span": "-0043/-0042", "words": "-x"}
    cells = flat([row], tuple(row)).splitlines()[1].replace("\t", ",")
    assert cells == "-43,-0043,'-0043/-0042,'-x"


def test_an_empty_csv_is_its_header() -> None:
    assert csv_text([], ("id", "stance")) == "id,stance\n"


def test_tsv_cells_hold_no_tab_or_line_break() -> None:
    assert tsv_text([{"a": "x\ty\nz", "b": None}], ("a", "b")) == "a\tb\nx y z\t\n"


def test_markdown_takes_nothing_as_markup() -> None:
    text = "".join(TEXTS["md"]([{"a": "a|b <b> *c* [d](e)"}], ("a",)))
    assert text == "| a |\n| --- |\n| a\\|b \\<b\\> \\*c\\* \\[d\\]\\(e\\) |\n"
