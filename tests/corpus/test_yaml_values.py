"""YAML text to values: everything stays what was typed, and comes with its place."""

from __future__ import annotations

import pytest
import yaml
from checking import placed
from hypothesis import given, settings
from hypothesis import strategies as st
from support import cases

from claimcli.corpus.document import Document
from claimcli.corpus.entries import Entry
from claimcli.corpus.positions import on_lines, places
from claimcli.corpus.text import FileText, decode
from claimcli.corpus.values import FLAW
from claimcli.corpus.yamltext import AnyParser, Parser
from claimcli.problems import Problem

PARSERS = cases("parser", [Parser, yaml.SafeLoader])
"""The parser that is used, and the one that PyYAML has where it was built without libyaml."""

QUESTION = """\
# a comment
id: q
question: Who?
stances:
  yes: {label: A}
  no:
    label: B
claims:
- id: x
  plain: no
  list: [0210, 12:30, {a: 1125-01}]
- id: y
"""


def read(text: str, parser: AnyParser = Parser) -> tuple[list[Entry], list[Problem]]:
    document = Document("f.yaml", FileText(text), parser)
    return list(document.entries()), document.problems


def values(text: str) -> dict[object, object]:
    """What stands under each key, of a text with scalars alone at the top."""
    return {entry.key: entry.value for entry in read(text)[0]}


def found(text: str, parser: AnyParser = Parser) -> list[tuple[str, int, int]]:
    return placed(read(text, parser)[1])


@PARSERS
def test_items_and_members_come_one_by_one_with_line_and_column(parser: AnyParser) -> None:
    assert read(QUESTION, parser)[0] == [
        Entry("id", None, "q", 2, 5, False),
        Entry("question", None, "Who?", 3, 11, False),
        Entry("stances", "yes", {"label": "A"}, 5, 3, False),
        Entry("stances", "no", {"label": "B"}, 6, 3, False),
        Entry(
            "claims",
            0,
            {"id": "x", "plain": "no", "list": ["0210", "12:30", {"a": "1125-01"}]},
            9,
            3,
            False,
        ),
        Entry("claims", 1, {"id": "y"}, 12, 3, False),
    ]


@cases(
    "typed", ["no", "yes", "on", "True", "0210", "0x1F", "12:30", "1125-01", "1e3", ".inf", "NULL"]
)
def test_a_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert values(f"key: {typed}\n") == {"key": typed}


@cases("typed", ["", " ", " ~", " null", " # nothing"])
def test_an_empty_scalar_is_absent(typed: str) -> None:
    assert values(f"key:{typed}\n") == {"key": None}


@cases("typed", ["''", '""', "'~'", '"null"'])
def test_a_quoted_scalar_is_text_even_when_it_is_empty(typed: str) -> None:
    assert values(f"key: {typed}\n") == {"key": typed.strip("'\"")}


def test_block_scalars_are_read_as_yaml_has_them() -> None:
    assert values("a: |\n  one\n  two\nb: >-\n  one\n  two\n") == {
        "a": "one\ntwo\n",
        "b": "one two",
    }


def test_empty_lists_and_mappings_are_entries_of_their_own() -> None:
    assert values("a: []\nb: {}\nc:\n") == {"a": [], "b": {}, "c": None}


def test_columns_count_characters() -> None:
    assert found('張覺: {平州: "a", 平州: b}\n') == [("E111", 1, 15)]
    assert found("𠀀: x\n𠀀: y\n") == [("E111", 2, 1)]


@PARSERS
@cases(
    ("text", "problem"),
    [
        ("claims:\n- id: x\n  s: A: B\n", ("E107", 3, 7)),
        ("claims:\n- id: x\n\ts: B\n", ("E106", 3, 1)),
        ("claims:\n\t- id: x\n", ("E106", 2, 1)),
        ('claims:\n- s: "foo\n', ("E108", 2, 6)),
        ("claims:\n- s: 'foo\n", ("E108", 2, 6)),
        ("claims:\n- s: [a, b\n  t: c\n", ("E109", 2, 6)),
        ('claims:\n- s: {a: "b" c: d}\n', ("E109", 2, 14)),
        ("claims:\n- s: [sic] he\n", ("E110", 2, 6)),
        ('claims:\n- s: "War" was begun\n', ("E110", 2, 6)),
        ("claims:\n- s: 'the Jurchen's court'\n", ("E110", 2, 6)),
        ("claims:\n- s: @foo\n", ("E110", 2, 6)),
        ("claims:\n- s: `foo\n", ("E110", 2, 6)),
        ("claims:\n- s: %foo\n", ("E110", 2, 6)),
        ("claims:\n- s: & foo\n", ("E110", 2, 6)),
        ("claims:\n- s: * foo\n", ("E110", 2, 6)),
        ("claims:\n- s: > 5 men\n", ("E110", 2, 6)),
        ("claims:\n- s: - foo\n", ("E110", 2, 6)),
        ("claims:\n- id: x\n   s: foo\n", ("E105", 3, 4)),
        ("claims:\n- id: x\n s: foo\n", ("E105", 3, 2)),
        ("claims:\n- id: x\n  foo\n", ("E105", 3, 3)),
        ("claims:\n- : x\n", ("E105", 2, 3)),
        ("claims:\n- s: *x\n", ("E112", 2, 6)),
        ("claims:\n- s: &x y\n", ("E112", 2, 6)),
        ("claims:\n- s: !x y\n", ("E113", 2, 6)),
        ("claims: !!seq\n- s: y\n", ("E113", 1, 9)),
        ("- a\n", ("E121", 1, 1)),
        ("a: b\n---\nc: d\n", ("E115", 2, 1)),
        ("a: b\n? [c]\n: d\n", ("E119", 2, 3)),
    ],
)
def test_what_is_wrong_is_said_where_it_is(
    text: str, problem: tuple[str, int, int], parser: AnyParser
) -> None:
    assert found(text, parser) == [problem]


@cases(
    ("text", "message"),
    [
        ("s: A: B\n", "a colon and a space inside a text that is not in quotes"),
        ("s: @foo\n", "a text cannot begin with @ unless it is in quotes"),
        ("s: !!str foo\n", "'!!str' is a tag to YAML, which a corpus does not use"),
        ("s: *foo\n", "'*foo' is an alias to YAML, which a corpus does not use"),
        ("s: a\ns: b\n", "'s' is given a second time"),
        ('s: "a\\qb"\n', "a backslash in double quotes begins an escape, and this is none"),
    ],
)
def test_the_message_says_what_the_writer_did(text: str, message: str) -> None:
    assert [problem.message for problem in read(text)[1]] == [message]


def test_an_alias_is_a_flaw_and_the_rest_of_the_record_is_read() -> None:
    (entry,) = read("claims:\n- a: *x\n  b: c\n")[0]
    assert entry.value == {"a": FLAW, "b": "c"}
    assert entry.flawed


def test_ampersands_and_exclamation_marks_inside_a_text_are_text() -> None:
    assert values("a: Brill & Co.!\nb: 5 * 3\n") == {"a": "Brill & Co.!", "b": "5 * 3"}


class Shallow(yaml.SafeLoader):
    """A parser that stops by itself a little beyond our limit, as libyaml does far beyond it."""

    def fetch_flow_collection_start(self, token: type[yaml.tokens.Token]) -> None:
        if self.flow_level > 52:
            mark = self.get_mark()
            raise yaml.scanner.ScannerError(None, None, "no deeper than this", mark)
        super().fetch_flow_collection_start(token)


@pytest.mark.slow
@pytest.mark.parametrize("parser", [Parser, yaml.SafeLoader, Shallow])
@pytest.mark.parametrize(
    ("opened", "column"),
    [
        # At column 6 the fourth collection is opened, so that the 48th of them is one too many.
        ("[" * 500, 53),
        ("{" * 500, 53),
        ("[ " * 400, 6 + 2 * 47),
        ("[{" * 250, 53),
        ("[']', " * 150, 6 + 6 * 47),
        ('["[", ' * 150, 6 + 6 * 47),
    ],
)
def test_our_limit_of_depth_is_met_before_a_parser_meets_its_own(
    opened: str, column: int, parser: AnyParser
) -> None:
    text = f"claims:\n- id: a\n- id: b\n  s: {opened}\n- id: c\n"
    given_out, problems = read(text, parser)
    assert [entry.value for entry in given_out] == [{"id": "a"}, {"id": "c"}]
    assert placed(problems) == [("E114", 4, column)]


def test_a_hundred_thousand_brackets_are_one_problem() -> None:
    text = "claims:\n- id: a\n- id: b\n  s: " + "[" * 100_000 + "\n- id: c\n"
    given_out, problems = read(text)
    assert [entry.value for entry in given_out] == [{"id": "a"}, {"id": "c"}]
    assert placed(problems) == [("E114", 4, 53)]


def test_a_hundred_thousand_dashes_are_one_problem() -> None:
    given_out, problems = read("claims:\n- id: a\n- " + "- " * 100_000 + "x\n- id: c\n")
    assert [entry.value for entry in given_out] == [{"id": "a"}, {"id": "c"}]
    assert [problem.code for problem in problems] == ["E114"]


def test_fifty_levels_are_read() -> None:
    # The top is the first level, the list the second, so that 48 more are allowed.
    assert read("a:\n- " + "[" * 48 + "]" * 48 + "\n")[1] == []
    assert [p.code for p in read("a:\n- " + "[" * 49 + "]" * 49 + "\n")[1]] == ["E114"]


def test_places_of_keys_and_values() -> None:
    found = places(QUESTION, on_lines({9}, True))
    _, stances = found.own.inside["stances"]
    key, stance = stances.inside["no"]
    assert found.at(key.start) == (6, 3)
    assert found.at(stance.inside["label"][1].start) == (7, 12)
    assert set(found.records) == {9}
    (claim,) = found.records[9]
    key, value = claim.inside["list"][1].inside[2][1].inside["a"]
    assert (found.at(value.start), found.at(key.start)) == ((11, 27), (11, 24))


@pytest.mark.slow
@given(st.text())
@settings(max_examples=300)
def test_any_text_can_be_read(text: str) -> None:
    encoded = text.encode("utf-8", "surrogatepass")
    document = Document("f.yaml", decode("f.yaml", encoded))
    for entry in document.entries():
        assert entry.line >= 1
    for problem in document.problems:
        assert problem.location.line >= 1
        assert problem.location.column >= 1


@pytest.mark.slow
@given(
    st.dictionaries(
        st.text("abcxyz", min_size=1), st.text("ab: -#'\"[]{}&*!%@`\n\t覺", max_size=12)
    )
)
@settings(max_examples=300)
def test_what_yaml_writes_in_quotes_comes_back(written: dict[str, str]) -> None:
    text = yaml.safe_dump(written, default_style='"', allow_unicode=True, sort_keys=False)
    assert values(text if written else "") == written
