"""Records without their dash, and a second question in a file: what is told, and what is kept."""

from __future__ import annotations

import pytest
from checking import placed
from support import calls, cases

from claimcli.corpus.reading import read_bytes
from claimcli.corpus.records import FileReading

AGAIN = "'id' is given a second time: a new record begins here, without its dash"
NO_DASH = "there is no dash before this record"


def record(id: str, lead: str = "- ") -> str:
    lines = (f"{lead}id: {id}", "  scholars: [k]", f"  statement: {id}.", "  citation: {source: x}")
    return "\n".join(lines) + "\n"


def read(text: str) -> FileReading:
    return read_bytes("f.yaml", text.encode())


def told(reading: FileReading) -> list[tuple[str, int, int, str, str | None]]:
    return [
        (p.code, p.location.line, p.location.column, p.message, p.hint) for p in reading.problems
    ]


def ids(reading: FileReading) -> list[str]:
    return [claim.id for claim in reading.claims]


def test_a_record_without_its_dash_costs_one_record() -> None:
    reading = read("claims:\n" + record("a") + record("b", "  ") + record("c"))
    assert told(reading) == [("E111", 6, 3, AGAIN, "write `- id: b`")]
    assert ids(reading) == ["a", "c"]
    assert (reading.left_out, reading.broken) == (1, frozenset(["b"]))


def test_so_do_several_in_a_row() -> None:
    reading = read("claims:\n" + record("a") + "".join(record(i, "  ") for i in "bcd"))
    assert [(code, line, hint) for code, line, _, _, hint in told(reading)] == [
        ("E111", 6, "write `- id: b`"),
        ("E111", 10, "write `- id: c`"),
        ("E111", 14, "write `- id: d`"),
    ]
    assert (ids(reading), reading.left_out) == (["a"], 3)
    many = read("claims:\n" + record("a") + "".join(record(f"b{n}", "  ") for n in range(2000)))
    assert (ids(many), many.left_out) == (["a"], 2000)


@pytest.mark.parametrize("indent", ["", "  "])
def test_a_record_whose_id_stands_where_its_dash_should(indent: str) -> None:
    text = "".join((record("a"), record("b", ""), record("c", ""), record("d")))
    lines = "".join(f"{indent}{line}\n" for line in text.splitlines())
    reading = read("claims:\n" + lines)
    column = len(indent) + 1
    assert told(reading) == [
        ("E105", 6, column, NO_DASH, "write `- id: b`"),
        ("E105", 10, column, NO_DASH, "write `- id: c`"),
    ]
    assert (ids(reading), reading.left_out) == (["a", "d"], 2)
    assert reading.broken == frozenset("bc")


@pytest.mark.parametrize(("broken", "line", "kept"), [("b", 8, ["a", "c"]), ("a", 4, ["c"])])
def test_what_cannot_be_parsed_in_one_of_two_is_not_in_the_other(
    broken: str, line: int, kept: list[str]
) -> None:
    text = record("a") + record("b", "  ") + record("c")
    reading = read("claims:\n" + text.replace(f"{broken}.", "S: T"))
    assert (reading.problems[0].code, reading.problems[0].location.line) == ("E107", line)
    assert (ids(reading), reading.left_out) == (kept, 3 - len(kept))


def test_what_is_wrong_in_either_record_has_its_own_place() -> None:
    text = record("a").replace("a.", "[]") + record("b", "  ").replace("{source: x}", "3")
    reading = read("claims:\n" + text)
    assert [(p.code, p.location.line, p.location.column, p.record) for p in reading.problems] == [
        ("E205", 4, 14, "a"),
        ("E111", 6, 3, None),
        ("E205", 9, 13, "b"),
    ]
    assert (ids(reading), reading.left_out) == ([], 2)


@cases(
    ("text", "line", "column"),
    [
        (record("a") + "  id: b\n", 6, 3),
        ("- id: a\n" + record("b", "  "), 3, 3),
        ("- {id: a, scholars: [k], statement: S, citation: {source: x}, id: b}\n", 2, 63),
    ],
)
def test_an_id_alone_is_merely_given_twice(text: str, line: int, column: int) -> None:
    reading = read("claims:\n" + text)
    message, hint = "'id' is given a second time", "keep one of the two"
    assert told(reading) == [("E111", line, column, message, hint)]
    assert (ids(reading), reading.left_out, reading.broken) == ([], 1, frozenset("b"))


def test_an_id_given_twice_in_a_key_that_is_none_begins_no_record() -> None:
    key = "  ? {x: {y: {id: 1, id: 2}}}\n  : z\n"
    reading = read("claims:\n" + record("a") + key + record("b"))
    assert [(code, line) for code, line, *_ in told(reading)] == [("E119", 6), ("E111", 6)]
    assert ids(reading) == ["b"]


def test_what_stands_below_an_id_that_is_given_twice_has_its_place() -> None:
    text = "- id: a\n" + record("b", "  ").replace("b.", "[]")
    assert placed(read("claims:\n" + text).problems) == [
        ("E111", 3, 3),
        ("E205", 5, 14),
    ]


@pytest.mark.parametrize("end", ["", "  id: b\n"])
def test_most_fields_given_twice_are_told_once(end: str) -> None:
    second = record("b", "  ").replace("  id: b\n", "") + end
    reading = read("claims:\n" + record("a") + second + record("c"))
    message = "most fields are given a second time from here on: a record without its dash"
    hint = "begin each record with `- `; neither of the two is read"
    assert told(reading) == [("E111", 6, 3, message, hint)]
    assert (ids(reading), reading.left_out) == (["c"], 1)


def test_two_fields_given_twice_are_told_apart() -> None:
    reading = read("claims:\n" + record("a") + "  statement: T.\n  scholars: [k]\n")
    assert [(code, line) for code, line, *_ in told(reading)] == [("E111", 6), ("E111", 7)]


QUESTION = "id: q\nquestion: Who?\nstances: {a: {label: A}}\nclaims:\n"
SECOND = "a second question begins here, and nothing from here on is read"


@pytest.mark.parametrize(
    "second",
    [
        QUESTION.replace("q\n", "r\n") + record("d") + "  stance: a\n",
        "question: What?\nid: r\nclaims:\n" + record("d"),
    ],
)
def test_a_second_question_is_told_once_and_costs_the_first_nothing(second: str) -> None:
    reading = read(QUESTION + record("c") + "  stance: a\n" + second)
    hint = "keep one question in each file: move it to a file of its own"
    assert told(reading) == [("E123", 10, 1, SECOND, hint)]
    assert [question.id for question in reading.questions] == ["q"]
    assert (ids(reading), reading.left_out) == (["c"], 2)
    assert {"r", "d"} <= reading.broken


def test_a_second_question_right_below_the_first() -> None:
    reading = read("id: q\nquestion: Who?\nid: r\nquestion: What?\n")
    assert [(code, line) for code, line, *_ in told(reading)] == [("E123", 3)]
    assert [question.id for question in reading.questions] == ["q"]


@pytest.mark.parametrize("line", ["question: What?", "id: r"])
def test_a_key_of_a_question_given_twice_is_no_second_one(line: str) -> None:
    reading = read(f"id: q\nquestion: Who?\n{line}\nclaims:\n{record('a')}  stance: none\n")
    assert [(code, line) for code, line, *_ in told(reading)] == [("E111", 3)]
    assert ids(reading) == ["a"]


@pytest.mark.slow
def test_a_file_without_any_dash_takes_time_with_its_length() -> None:
    def without(count: int) -> FileReading:
        return read("claims:\n" + "".join(record(f"c-{n}", "") for n in range(count)))

    reading = without(3000)
    assert ids(reading) == []
    assert "E105" in {problem.code for problem in reading.problems}
    assert calls(without, 2000) < 5 * calls(without, 500)
