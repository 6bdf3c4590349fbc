"""Files that are not all YAML: one broken record costs one record."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from checking import placed
from support import cases

from claimcli.corpus.damage import DAMAGE_LIMIT
from claimcli.corpus.document import Document
from claimcli.corpus.text import decode


def read(content: str | bytes) -> Document:
    raw = content.encode() if isinstance(content, str) else content
    return Document("f.yaml", decode("f.yaml", raw))


def ids(document: Document) -> list[str]:
    return [entry.value["id"] for entry in document.entries() if isinstance(entry.value, dict)]


def places(document: Document) -> list[tuple[str, int, int]]:
    return placed(document.problems)


def test_the_records_before_and_after_a_broken_one_are_read() -> None:
    document = read("claims:\n- id: a\n- id: b\n  s: A: B\n  t: u\n- id: c\n")
    assert ids(document) == ["a", "c"]
    assert places(document) == [("E107", 4, 7)]
    (lost,) = document.lost
    assert (lost.start, lost.end, lost.ids, lost.records) == (3, 6, ("b",), 1)


def test_every_broken_record_is_reported() -> None:
    document = read("claims:\n- id: a\n  s: @\n- id: b\n- id: c\n  s: [x\n- id: d\n")
    assert ids(document) == ["b", "d"]
    assert places(document) == [("E110", 3, 6), ("E109", 6, 6)]


@cases(
    ("record", "place", "message", "hint"),
    [
        ("- id:b\n  s: x\n", (3, 5), "a space is missing after `id:`", "write `id: b`"),
        ("- id: b\n  s:x y\n  t: u\n", (4, 4), "a space is missing after `s:`", "write `s: x y`"),
        ("- id: b\n  s:x y\n", (4, 4), "a space is missing after `s:`", "write `s: x y`"),
        (
            "- id: b\n  s: see\n    https://x.y\n   t: u\n",  # no key but an address
            (6, 4),
            "this line is indented neither like the field above nor like its text",
            "begin the fields of a record exactly below each other",
        ),
    ],
)
def test_a_colon_without_a_space(
    record: str, place: tuple[int, int], message: str, hint: str
) -> None:
    document = read(f"claims:\n- id: a\n{record}- id: c\n")
    assert ids(document) == ["a", "c"]
    (problem,) = document.problems
    assert (problem.code, problem.message, problem.hint) == ("E105", message, hint)
    assert (problem.location.line, problem.location.column) == place


MOVED = "the dash of this record does not stand below the dashes of the others"
STRAY = "there is no key in this line"


@cases(
    ("text", "read_ids", "place", "message", "hint"),
    [
        (
            "claims:\n- id: a\n  s: x\n - id: b\n  s: x\n- id: c\n",
            ["a", "c"],
            (4, 2),
            MOVED,
            "begin every record of the list in the same column; most have column 1",
        ),
        (
            "claims:\n  - id: a\n    s: x\n - id: b\n    s: x\n  - id: c\n",
            ["a", "c"],
            (4, 2),
            MOVED,
            "begin every record of the list in the same column; most have column 3",
        ),
        (
            "claims:\n - id: a\n  s: x\n- id: b\n- id: c\n",  # the first of the list
            ["b", "c"],
            (2, 2),
            MOVED,
            "begin every record of the list in the same column; most have column 1",
        ),
        (
            "claims:\n- id: a\n-id: b\n  s: x\n- id: c\n",
            ["a", "c"],
            (3, 2),
            "a space is missing after the dash",
            "write `- id: b`",
        ),
        (
            "claims:\n-id: a\n  s: x\n- id: b\n",
            ["b"],
            (2, 2),
            "a space is missing after the dash",
            "write `- id: a`",
        ),
        (
            "claims:\n  id: a\n  s: x\n- id: b\n- id: c\n",
            ["b", "c"],
            (2, 3),
            "there is no dash before this record",
            "write `- id: a`",
        ),
        (
            "claims:\n- id: a\n- id b\n  s: x\n- id: c\n",
            ["a", "c"],
            (3, 3),
            STRAY,
            "write `key: value`",
        ),
        (
            "claims:\n- id: a\n  s: x\nmore of it\n- id: b\n",  # of the text above, perhaps
            ["b"],
            (4, 1),
            STRAY,
            "write `key: value`, or indent it to belong to the text above",
        ),
        (
            "a stray line\nclaims:\n- id: a\n- id: b\n",
            ["a", "b"],
            (1, 1),
            STRAY,
            "write `key: value`",
        ),
        (
            " claims:\n- id: a\nscholars:\n- id: b\n",
            ["b"],
            (1, 1),
            "the first key of the file is indented",
            "write it without a space before it",
        ),
        (
            "claims:\n- id: a\nscholars\n- id: b\nnames:\n- id: c\n",  # b is no claim
            ["a", "c"],
            (3, 1),
            STRAY,
            "write `key: value`, or indent it to belong to the text above",
        ),
    ],
)
def test_a_slip_costs_its_own_record_and_is_told_at_its_own_line(
    text: str, read_ids: list[str], place: tuple[int, int], message: str, hint: str
) -> None:
    document = read(text)
    assert ids(document) == read_ids
    assert places(document) == [("E105", *place)]
    assert (document.problems[0].message, document.problems[0].hint) == (message, hint)


def test_the_marks_of_a_merge_conflict_are_called_so() -> None:
    document = read(
        "names:\n- {id: a, name: A}\n<<<<<<< HEAD\n- {id: b, name: B}\n=======\n"
        "- {id: c, name: C}\n>>>>>>> other\n- {id: d, name: D}\n"
    )
    assert ids(document) == ["a", "b", "c", "d"]
    assert [p.location.line for p in document.problems] == [3, 5, 7]
    assert {p.message for p in document.problems} == {"this is the mark of a merge conflict"}


def test_a_stray_line_is_no_record() -> None:
    document = read("claims:\n- id: a\nmore of it\n- id: b\n")
    assert ids(document) == ["a", "b"]
    assert [(lost.start, lost.end, lost.records) for lost in document.lost] == [(3, 4, 0)]


NBSP = "U+00A0 (no-break space) is no space to YAML"
WIDE = "U+3000 (ideographic space) is no space to YAML"
COLON = "U+FF1A (fullwidth colon) is no colon to YAML"
SPACES = "indent with spaces as the space bar writes them"


@cases(
    ("record", "place", "message", "hint"),
    [
        ("- id:\u00a0b\n  s: x\n", (3, 6), NBSP, "write `- id: b`"),
        ("- id: b\n  s:\u3000x\n  t: u\n", (4, 5), WIDE, "write `s: x`"),
        ("- id: b\n  s：x\n  t: u\n", (4, 4), COLON, "write `s: x`"),
        ("- id: b\n  s： x\n", (4, 4), COLON, "write `s: x`"),
        ("- id: b\n  s：\n  - x\n", (4, 4), COLON, "write `s:`"),
        ("-\u00a0id: b\n  s: x\n", (3, 2), NBSP, "write `- id: b`"),
        ("- id: b\n\u3000\u3000s: x\n  t: u\n", (4, 1), WIDE, SPACES),
        ("- id: b\n  s: x\n \u00a0t: u\n", (5, 2), NBSP, SPACES),
        ("- id: b\n  s: x\n\u00a0\u00a0t: u\n", (5, 1), NBSP, SPACES),
        ("- id: b\n\u00a0\u00a0s: [{u: x}]\n  t: u\n", (4, 1), NBSP, SPACES),
        ("\u3000- id: b\n  s: x\n", (3, 1), WIDE, SPACES),
    ],
)
def test_a_character_that_only_looks_like_a_space_or_a_colon(
    record: str, place: tuple[int, int], message: str, hint: str
) -> None:
    document = read(f"claims:\n- id: a\n{record}- id: c\n- id: d\n")
    assert ids(document) == ["a", "c", "d"]
    assert places(document) == [("E105", *place)]
    assert (document.problems[0].message, document.problems[0].hint) == (message, hint)


def test_such_a_character_behind_the_key_of_a_list_costs_that_list() -> None:
    document = read("claims:\u00a0\n- id: a\n- id: b\nscholars:\n- id: c\n")
    assert ids(document) == ["c"]
    assert places(document) == [("E105", 1, 8)]
    assert document.problems[0].hint == "write `claims:`"
    assert document.lost[0].ids == ("a", "b")


def test_in_a_text_these_characters_are_no_cause() -> None:
    document = read(
        "claims:\n- id: a\n  s: >-\n    他说：\n    \u3000\u3000好\n  t: u: v\n- id: b\n"
    )
    assert ids(document) == ["b"]
    assert places(document) == [("E107", 6, 7)]


def test_a_quote_that_ends_in_another_field_is_told_where_it_was_opened() -> None:
    document = read('claims:\n- id: a\n  s: "open\n  t: u\n  q: "closed"\n- id: b\n')
    assert ids(document) == ["b"]
    assert places(document) == [("E108", 3, 6)]


RECORDS = """\
claims:
- id: a
  stance: s
  scholars: [k, l]
  statement: Song broke the truce.
  citation: {source: x, locator: p. 3}
- id: b
  statement: >-
    Jin began it
    and won.
  quote: "We came"
  citation:
    source: x
    locator: p. 4
  tags:
  - war
  - peace
  note: plain text
    that goes on
- id: c
  statement: Nobody began.
- id: d
  statement: The end.
"""


def slip(line: str, *changes: tuple[str, str]) -> str | None:
    """The line with the first of these replacements that changes it; None where none does."""
    tried = (re.sub(pattern, new, line, count=1) for pattern, new in changes)
    return next((changed for changed in tried if changed != line), None)


SLIPS: dict[str, Callable[[str], str | None]] = {
    "a space more": lambda line: f" {line}",
    "a space less": lambda line: slip(line, (r"^ ", "")),
    "a dash moved": lambda line: slip(line, (r"^( *)- ", r"\1  - ")),
    "a dash moved back": lambda line: slip(line, (r"^  ( *)- ", r"\1- ")),
    "a dash without a space": lambda line: slip(line, (r"^( *)- ", r"\1-")),
    "a tab": lambda line: slip(line, (r"^ +", "\t"), (r"^-", "\t-")),
    "a colon without a space": lambda line: slip(line, (r": ", ":")),
    "no colon": lambda line: slip(line, (r":", "")),
    "an open quote": lambda line: slip(line, (r": [\"]?", ': "')) or slip(line, (r"\"$", "")),
    "an open bracket": lambda line: slip(line, (r": ", ": [")),
    "a no-break space": lambda line: slip(line, (r": ", ":\u00a0")),
    "wide spaces": lambda line: slip(line, (r"^  ", "\u3000\u3000")),
    "a wide colon": lambda line: slip(line, (r":", "：")),
    "a stray line": lambda line: f"a stray line\n{line}",
}


@pytest.mark.slow
@pytest.mark.parametrize("indented", [False, True], ids=["at the margin", "indented"])
@pytest.mark.parametrize("name", SLIPS)
def test_no_single_slip_costs_a_record_that_it_is_not_in(name: str, indented: bool) -> None:
    """A stray line below a text is in the record above: it may be the rest of that text."""
    text = re.sub(r"(?m)^(?=[ -])", "  ", RECORDS) if indented else RECORDS
    whole = {e.value["id"]: e.value for e in read(text).entries()}
    lines = text.splitlines()
    own = ""
    for number, line in enumerate(lines[1:], start=1):
        begins = "- id:" in line
        torn = name == "a stray line" and begins and lines[number - 1][-1] not in "}:"
        own = line[-1] if begins and not torn else own
        changed = SLIPS[name](line)
        if changed is None:
            continue
        document = read("\n".join([*lines[:number], changed, *lines[number + 1 :]]))
        entries = {e.value["id"]: e for e in document.entries() if type(e.value) is dict}
        assert {"a", "b", "c", "d"} - entries.keys() <= {own}, changed
        assert {identity for lost in document.lost for identity in lost.ids} <= {own}, changed
        assert all(entries[other].value == whole[other] for other in whole.keys() - {own})
        own = line[-1] if begins else own


def test_indented_lists_are_cut_at_their_own_items() -> None:
    text = (
        "claims:\n  - id: a\n    basis:\n      - x: y: z\n      - u\n  - id: b\nnames:\n  - id: c\n"
    )
    document = read(text)
    assert ids(document) == ["b", "c"]
    assert document.lost[0].ids == ("a",)


def test_a_record_is_not_given_out_when_its_end_is_torn() -> None:
    document = read("claims:\n- id: a\n s: too far left\n- id: b\n")
    assert ids(document) == ["b"]
    assert document.lost[0].ids == ("a",)


def test_an_unclosed_quote_does_not_take_the_next_record_with_it() -> None:
    document = read('claims:\n- id: a\n  s: "open\n- id: b\n  s: "closed"\n  t: u\n- id: c\n')
    assert ids(document) == ["b", "c"]
    assert places(document) == [("E108", 3, 6)]


def test_a_broken_value_at_the_top_costs_that_value() -> None:
    document = read("id: q\nscope: A: B\nclaims:\n- id: a\n")
    assert [entry.key for entry in document.entries()] == ["id", "claims"]
    assert [lost.key for lost in document.lost] == ["scope"]


def test_a_broken_stance_costs_the_stances_and_not_the_claims() -> None:
    document = read("stances:\n  a: {label: x}\n  b: {label: y: z}\nclaims:\n- id: a\n")
    assert [entry.key for entry in document.entries()] == ["claims"]
    assert [(lost.key, lost.item) for lost in document.lost] == [("stances", False)]


def test_a_text_that_is_no_yaml_is_one_problem() -> None:
    document = read("Dear reader,\nthis is: not: YAML.\nYours\n")
    assert list(document.entries()) == []
    assert places(document) == [("E107", 2, 8)]


def test_a_byte_that_is_not_utf_8_costs_its_record() -> None:
    document = read(
        b"claims:\n- id: a\n  s: caf\xe9 caf\xe9\n- id: b\n  s: \xc4\xb0 \xff\n- id: c\n"
    )
    assert ids(document) == ["c"]
    assert places(document) == [("E102", 3, 9), ("E102", 5, 8)]
    assert document.problems[0].message == "the byte 0xE9 is not UTF-8"


def test_utf_16_is_told_as_such() -> None:
    document = read("id: q\n".encode("utf-16"))
    assert list(document.entries()) == []
    assert document.problems[0].message == "the file is UTF-16, not UTF-8"


def test_control_characters_cost_their_record() -> None:
    document = read("claims:\n- id: a\n  s: x\0y\n- id: b\n  s: \x1b[31m\n- id: c\n")
    assert ids(document) == ["c"]
    assert places(document) == [("E103", 3, 7), ("E103", 5, 6)]


def test_line_separators_do_not_shift_the_lines_below() -> None:
    document = read("claims:\n- id: a\n  s: x\u2028y\x85z\n- id: b\n  s: u: v\n")
    assert ids(document) == []
    assert places(document) == [("E103", 3, 7), ("E107", 5, 7)]


def test_lines_count_the_same_with_every_line_end() -> None:
    for end in ("\n", "\r\n", "\r"):
        document = read("claims:\n- id: a\n  s: u: v\n- id: b\n".replace("\n", end))
        assert ids(document) == ["b"]
        assert places(document)[-1] == ("E107", 3, 7)


def test_a_byte_order_mark_does_not_shift_the_first_line() -> None:
    document = read(b"\xef\xbb\xbfid: x: y\n")
    assert list(document.entries()) == []
    assert places(document) == [("W116", 1, 1), ("E107", 1, 6)]


@cases(
    ("text", "told"),
    [
        # a list goes on behind the mark, or does not; two files joined; two marks; none
        ("claims:\n- id: a\n\ufeff- id: b\n", [("W116", 3, 1), ("E121", 3, 1)]),
        ("names: []\n\ufeffclaims:\n- id: a\n", [("W116", 2, 1)]),
        ("names: []\r\n\ufeffclaims:\r\n- id: a\r\n", [("I117", 1, 10), ("W116", 2, 1)]),
        ("\ufeff\ufeffclaims:\n- id: a\n", [("W116", 1, 1), ("W116", 1, 1)]),
        ("claims:\n- id: a\n  s: \ufeff\n# \ufeff\n", []),
        ("claims:\n- id: a\n\ufeff# c\n\ufeff", [("W116", 3, 1), ("W116", 4, 1)]),
    ],
)
def test_a_byte_order_mark_within_a_file_is_told(
    text: str, told: list[tuple[str, int, int]]
) -> None:
    document = read(text.encode())
    assert ids(document) == ["a"]
    assert places(document) == told


@cases(
    ("character", "column"), [("\ufffe", 5), ("\uffff", 5), ("\x00", 5), ("\x7f", 5), ("\x90", 5)]
)
def test_what_no_text_file_has_is_told_where_it_stands(character: str, column: int) -> None:
    document = read(f"claims:\n- id: a\n- s: {character}x\n- id: b\n".encode())
    assert ids(document) == ["a", "b"]
    assert places(document) == [("E103", 3, column + 1)]


def test_after_twenty_broken_places_the_rest_is_read_and_no_longer_told() -> None:
    records = [f"- id: c{n}\n  s: a: b\n" for n in range(DAMAGE_LIMIT + 5)]
    document = read("claims:\n" + "".join(records) + "- id: good\n")
    assert ids(document) == ["good"]
    assert [p.code for p in document.problems] == ["E107"] * 20 + ["E120"]
    assert sum(lost.records for lost in document.lost) == 25


def test_what_stands_in_a_second_document_is_counted_as_left_out() -> None:
    document = read("claims:\n- id: a\n---\nclaims:\n- id: b\n- id: c\n")
    assert ids(document) == ["a"]
    assert [lost.ids for lost in document.lost] == [("b", "c")]
