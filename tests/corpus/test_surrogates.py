"""A character that JSON wrote as two escapes is read as the character."""

from __future__ import annotations

import json

from checking import placed
from support import cases

from claimcli.corpus.reading import read_bytes


def read(written: str) -> tuple[list[str], list[tuple[str, int, int]]]:
    text = f"names:\n- id: a\n  name: {written}\n  kind: term\n- {{id: b, name: B, kind: term}}\n"
    reading = read_bytes("f.yaml", text.encode())
    places = placed(reading.problems)
    return [name.name for name in reading.names], places


@cases(
    ("written", "name"),
    [
        (r'"\ud83d\ude00"', "😀"),
        (r'"\uD83D\uDE00"', "😀"),
        (r'"at \ud842\udfb7 and \ud83d\ude00\ud83d\ude01."', "at 𠮷 and 😀😁."),
        (r'"\u00e9 \ud83d\ude00"', "é 😀"),
        (r'"\\\ud83d\ude00"', "\\😀"),
        ('"one\n    \\ud83d\\ude00"', "one 😀"),
        (r'"\\ud83d\\ude00"', r"\ud83d\ude00"),  # what is escaped is the backslash
        (r"'\ud83d\ude00'", r"\ud83d\ude00"),  # only double quotes have escapes
        (r"\ud83d\ude00", r"\ud83d\ude00"),
        (r'"\U0001F600"', "😀"),
    ],
)
def test_a_pair_of_escapes_is_a_character(written: str, name: str) -> None:
    assert read(written) == ([name, "B"], [])


@cases(
    "written", [r'"\ud83d"', r'"\ude00\ud83d"', r'"\ud83d \ude00"', r'"\ud83d\\ude00"', r'"\ude00"']
)
def test_half_of_one_is_told_and_costs_its_record(written: str) -> None:
    assert read(written) == (["B"], [("E604", 3, 10)])


def test_a_file_of_a_json_library_is_read() -> None:
    names = [{"id": f"n{n}", "name": f"😀 {n} 𠮷", "kind": "term"} for n in range(50)]
    reading = read_bytes("f.yaml", json.dumps({"names": names}).encode())
    assert [name.name for name in reading.names] == [name["name"] for name in names]
    assert reading.problems == ()
