"""What is left out is counted, and no record is shown with half a text."""

from __future__ import annotations

from support import cases

from claimcli.corpus.reading import read_bytes
from claimcli.corpus.records import FileReading


def record(id: str, last: str = "  note: it was long") -> str:
    return (
        f"- id: {id}\n  scholars: [k]\n  citation: {{source: x}}\n  statement: {id} as it was\n"
        f"{last}\n"
    )


def read(text: str) -> FileReading:
    return read_bytes("f.yaml", text.encode())


def shown(reading: FileReading) -> list[str]:
    return [claim.id for claim in reading.claims]


@cases(
    "rest",
    [
        "  weak",  # at the fields, at the dash, and between
        "weak",
        " weak",
        "  weak and divided",
        "weak and divided.",
        "  strong-willed",
        "  слабый",
        "  弱",
        "  «weak»",
        "  (weak)",
        "Song: broke the truce",  # looks like a key of the file
        "- weak",  # and like a record
        "- and weak",
        "  weak\n\n",
        "# weak\nweak",
    ],
)
def test_a_text_that_goes_on_too_far_left_costs_its_own_record(rest: str) -> None:
    reading = read("claims:\n" + record("a") + record("b") + rest + "\n" + record("c"))
    assert "b" not in shown(reading)
    if not rest.startswith(("#", "Song")):
        assert shown(reading) == ["a", "c"]
    assert "b" in reading.broken
    assert reading.left_out >= 1
    told = {problem.location.line for problem in reading.problems}
    assert 12 in told or 13 in told


@cases("rest", ["  weak", "weak", "Song: broke the truce", "quote: weak"])
def test_so_it_does_at_the_end_of_a_file(rest: str) -> None:
    reading = read("claims:\n" + record("a") + record("b") + rest + "\n")
    assert (shown(reading), "b" in reading.broken) == (["a"], True)
    assert [problem.location.line for problem in reading.problems] == [12]


@cases("line", ["  via: [{source: x}]", '  note: "it was long"', "  tags: [a]"])
def test_a_stray_line_below_what_is_closed_costs_no_record(line: str) -> None:
    reading = read("claims:\n" + record("a", line) + "stray words\n" + record("b"))
    assert shown(reading) == ["a", "b"]
    assert [problem.code for problem in reading.problems if problem.location.line == 7] == ["E105"]


@cases(
    "field", ["note: x", "quote: x", "tags: [x]", "via:\n- source: x", "basis:\n  - {source: x}"]
)
def test_a_field_at_the_margin_costs_its_own_record(field: str) -> None:
    reading = read("claims:\n" + record("a") + record("b") + field + "\n" + record("c"))
    assert (shown(reading), "b" in reading.broken) == (["a", "c"], True)
    assert [problem.location.line for problem in reading.problems] == [12]


BROKEN = record("b")


@cases(
    ("text", "kept", "left_out"),
    [
        (BROKEN.replace("- id", "-- id", 1) + record("c"), ["c"], 1),
        (BROKEN.replace("- id", " id", 1) + record("c"), ["c"], 1),
        (BROKEN.replace("- id", "-id", 1) + record("c"), ["c"], 1),
        (BROKEN.replace("- id", "id", 1) + record("c"), ["c"], 1),
        (BROKEN.replace("- id", "--- id", 1), [], 1),
        (BROKEN.replace("- id", "-- id", 1), [], 1),
        (BROKEN.replace("- id", " id", 1), [], 1),
        (BROKEN.replace("- id", "  id", 1) + record("c"), ["c"], 1),
        (record("a") + BROKEN.replace("- id", "-- id", 1) + record("c"), ["a", "c"], 1),
        (record("a") + BROKEN.replace("- id", " id", 1) + record("c"), ["a", "c"], 1),
        (record("a") + BROKEN.replace("- id: b\n ", "-", 1) + record("c"), ["a", "c"], 1),
        (record("a", "  tags: [a]") + "- only a text\n" * 2, ["a"], 2),
        (record("a") + "- [b]\n" + record("c"), ["a", "c"], 1),
        (record("a") + "-\n" + record("c"), ["a", "c"], 1),
    ],
)
def test_a_record_that_is_not_read_is_counted(text: str, kept: list[str], left_out: int) -> None:
    reading = read("claims:\n" + text)
    assert (shown(reading), reading.left_out) == (kept, left_out)
    assert reading.problems


@cases(
    ("text", "left_out"),
    [
        (f"statements:\n{record('a')}{record('b')}", 2),
        (f"clams:\n{record('a')}{record('b')}", 2),
        ("data:\n  claims:\n  - {id: a}\n  - {id: b}\n", 2),
        ("data:\n  all:\n    claims:\n    - {id: a}\n", 1),
        ("data:\n- claims: [{id: a}, {id: b}]\n", 2),
        ("data: {a: {id: a}, b: {id: b}, c: {id: c}}\n", 3),
        ("claim: {id: a, statement: S}\n", 1),
        ('{"data": [{"id": "a"}, {"id": "b"}]}\n', 2),
        (f"scholars\n{record('a')}", 1),
        ("- id: a\n- id: b\n", 2),
        ('[{"id": "a"}, {"id": "b"}]\n', 2),
        ("id: q\n---\nclaims:\n- {id: a}\n- {id: b}\n", 2),
    ],
)
def test_records_in_a_place_that_is_not_read_are_counted(text: str, left_out: int) -> None:
    reading = read(text)
    assert shown(reading) == []
    assert reading.left_out - text.startswith("id: q") == left_out


@cases(
    "bullet", ["*", "•", "–", "—", "−", "+", ">", "1.", "a)", "=>", "--", '"-"', "・", "\u200b-"]
)
def test_a_record_with_another_bullet_costs_itself_alone(bullet: str) -> None:
    for place in range(3):
        records = [record(id) for id in "abc"]
        records[place] = bullet + records[place][1:]
        reading = read("claims:\n" + "".join(records))
        assert shown(reading) == [id for at, id in enumerate("abc") if at != place]
        assert reading.left_out == 1


def test_another_bullet_is_told() -> None:
    (problem,) = read("claims:\n" + record("a") + "•" + record("b")[1:]).problems
    told = (problem.code, problem.location.line, problem.message)
    assert told == ("E105", 7, "a record begins with a dash and a space")


@cases(
    "begins",
    ["? id: b", '? "id": b', "? {id: b,", "? - id: b", "?\n  id: b", "? !!map\n  id: b",
     "? &a id: b", "? [id, b]", "? id\n: b", "' id: b", '\u2022 "id": b', "- ? id: b"],
)  # fmt: skip
def test_a_record_with_a_sign_of_yaml_for_its_dash_is_counted(begins: str) -> None:
    broken = record("b").replace("- id: b", begins, 1)
    for text, kept in [
        (broken, []),
        (record("a") + broken, ["a"]),
        (broken + record("c"), ["c"]),
        (record("a") + broken + record("c"), ["a", "c"]),
    ]:
        reading = read("claims:\n" + text)
        assert set(shown(reading)) <= set(kept)
        assert len(shown(reading)) + reading.left_out == len(kept) + 1
        assert reading.problems
