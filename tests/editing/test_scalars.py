"""A text is written plain unless some reader would take it for something else (YAML 1.1)."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support import cases

from claimcli.editing import scalars
from claimcli.editing.emitting import Manner, behind_key, flow, item, trimmed
from claimcli.editing.refused import Unsaid

PLAIN = [
    "a",
    "p. 5",
    "Vorob'ev 1975",
    "1125",
    "1125/1142",
    "10XX",
    "金史",
    "aristotle:rhetoric",
    "x#y",
]
QUOTED = {
    "no": "'no'",
    "Yes": "'Yes'",
    "null": "'null'",
    "~": "'~'",
    "0210": "'0210'",
    "12:30": "'12:30'",
    "1125-01": "'1125-01'",
    "1e5": "'1e5'",
    "a: b": "'a: b'",
    "a #b": "'a #b'",
    "a:": "'a:'",
    "- a": "'- a'",
    "+1": "'+1'",
    "'so'": "'''so'''",
    "": "''",
    "a\tb": '"a\\tb"',
    "a\nb": '"a\\nb"',
    "a\u2028b": '"a\\u2028b"',
    "a\x07b": '"a\\x07b"',
    "\ufeffa": '"\\uFEFFa"',
}


@cases("text", PLAIN)
def test_most_texts_stand_as_they_are(text: str) -> None:
    assert scalars.inline(text) == text


@cases(("text", "written"), QUOTED.items())
def test_others_are_quoted(text: str, written: str) -> None:
    assert scalars.inline(text) == written


@cases("text", ["a, b", "[a]", "{a}", "a:b"])
def test_within_brackets_more_is_quoted(text: str) -> None:
    assert scalars.inline(text, in_brackets=True) == f"'{text}'"


def test_half_of_a_character_cannot_be_written() -> None:
    with pytest.raises(Unsaid, match=r"U\+D800 is half of a character"):
        scalars.inline("a\ud800")


def test_a_long_text_is_folded_and_one_of_several_lines_is_literal() -> None:
    first, *below = behind_key("word " * 30 + "end", 2, 12)
    assert first == " >-"
    assert all(len(line) <= 100 and line.startswith("    w") for line in below)
    assert behind_key("one\n\ntwo", 2, 12) == [" |-", "    one", "", "    two"]


@pytest.mark.slow
@settings(max_examples=100)
@given(st.text(max_size=150) | st.text(alphabet="a #:-'\"\n\t,[]{}&*!|>%@`?~0", max_size=150))
def test_every_text_is_read_as_it_was(text: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return
    record = trimmed({"id": "a", "text": text, "list": [text, {"x": text}]})
    whole = yaml.load(item(record, Manner()), yaml.BaseLoader)
    boxed = yaml.load(flow(record), yaml.BaseLoader)
    assert whole == [record]
    assert boxed == record
