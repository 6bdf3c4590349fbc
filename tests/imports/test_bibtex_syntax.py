"""The syntax of .bib files: what BibTeX, biber and people make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import calls, cases

from claimcli.imports.bibtex.reading import read
from claimcli.imports.bibtex.syntax import Syntax
from claimcli.imports.foreign import Foreign, Loss


def fields(text: str) -> list[dict[str, str]]:
    entries = list(Syntax(text).entries())
    return [{name: field.text for name, field in entry.fields.items()} for entry in entries]


def told(found: Foreign) -> list[tuple[str, int, int]]:
    return [(remark.loss, remark.place.line, remark.place.column) for remark in found.remarks]


@cases(
    ("typed", "value"),
    [
        ("title = {War}", "War"),
        ('title = "War"', "War"),
        ("TITLE={War}", "War"),
        ("title = {W{a}r}", "W{a}r"),
        ('title = "The {"}war{"}"', 'The {"}war{"}'),
        ("title = 1975", "1975"),
        ("title = cup", "Cambridge"),
        ("title = CUP", "Cambridge"),
        ('title = cup # " and " # {more}', "Cambridge and more"),
        ("title = may # 1", "may1"),
        (r"title = {a \{ b}", r"a \{ b"),
        ("title = {a \\ b}", "a \\ b"),
        ("title = {ends in \\}", "ends in \\"),
        ("title = {a % b}", "a % b"),
        ("% author = {X},\n title = {War}", "War"),
        ("title = {War},,", "War"),
        ("title\n=\n{War}\n", "War"),
    ],
)
@cases(("opening", "closing"), [("{", "}"), ("(", ")")])
def test_a_value_however_it_is_written(typed: str, value: str, opening: str, closing: str) -> None:
    text = f"@string{{cup = {{Cambridge}}}}\n@book{opening}k, {typed}{closing}\n"
    assert fields(text) == [{"title": value}]


@cases(
    "text",
    [
        "Mail to me@example.com {now}.\n@book{k, title = {War}}",
        "@comment{jabref-meta: {a;b}}\n@book{k, title = {War}}",
        "@comment{\n@book{other, title = {Left out}}\n}\n@book{k, title = {War}}",
        "% @book{other, title = {Left out}}\n@book{k, title = {War}}",
        '@preamble{"\\newcommand{\\x}{y}"}\n@book{k, title = {War}}',
        "% a note\r% @book{other, title = {Left out}}\r@book{k, title = {War}}\r",
        "@comment never closed {\n@book{k, title = {War}}",
        "@Comment{not closed\n@book{k, title = {War}}",
        "\ufeff@book{k, title = {War}}",
        "@ book {k , title = {War} , }",
        "@book{k,\r\n title = {War}\r\n}\r\n",
        "@book{k,\r title = {War}\r}\r",
    ],
)
def test_what_stands_around_an_entry_is_no_part_of_it(text: str) -> None:
    assert fields(text) == [{"title": "War"}]


@cases(
    "key",
    [
        "vogel_cinema_2016",
        "aristotle:rhetoric",
        "司馬遷",
        "воробьев1975",
        "DBLP:conf/x/2001",
        "a+b'c",
    ],
)
def test_a_key_stays_as_it_is(key: str) -> None:
    assert [work.key for work in read(f"@book{{{key}, title = {{War}}}}").works] == [key]


def test_a_missing_comma_is_told_and_costs_nothing() -> None:
    found = read("@book{k,\n  author = {A, B}\n  title = {War}\n}")
    assert found.works[0].csl == {
        "type": "book",
        "author": [{"family": "A", "given": "B"}],
        "title": "War",
    }
    assert told(found) == [(Loss.CHANGED, 3, 3)]


@cases(
    ("broken", "line", "column"),
    [
        ("@book{b,\n title = {War", 2, 10),
        ('@book{b,\n title = "War', 2, 10),
        ("@book{b,\n title = {War}", 1, 1),
        ("@book{b,\n title {War}}", 2, 2),
        ("@book{b,\n title = }", 2, 10),
        ("@book{b,\n = {War}}", 2, 2),
        ("@book{b,\n title = {War} # }", 2, 18),
    ],
)
def test_a_broken_entry_costs_itself_alone(broken: str, line: int, column: int) -> None:
    found = read(f"@book{{a, title = {{A}}}}\n{broken}\n@book{{c, title = {{C}}}}\n")
    assert [work.key for work in found.works] == ["a", "c"]
    assert told(found) == [(Loss.BROKEN, line + 1, column)]
    assert found.remarks[0].key == "b"


def test_an_undefined_string_is_told_and_its_name_kept() -> None:
    found = read("@article{k, journal = jhist}")
    assert found.works[0].csl["container-title"] == "jhist"
    assert told(found) == [(Loss.CHANGED, 1, 23)]


def test_a_field_given_twice_counts_once() -> None:
    found = read("@book{k, title = {First},\n title = {Second}}")
    assert found.works[0].csl["title"] == "First"
    assert told(found) == [(Loss.LEFT, 2, 2)]


def test_of_two_entries_with_one_key_the_first_counts() -> None:
    text = "@book{k, title = {A}}\n@book{k, title = {A}}\n@book{k, title = {B}}\n"
    found = read(text)
    assert [work.csl["title"] for work in found.works] == ["A"]
    assert [(r.place.line, r.message) for r in found.remarks] == [
        (2, "line 1 has 'k' already, the same"),
        (3, "line 1 has 'k' already, otherwise; this one was left, for the first counts"),
    ]


def test_a_brace_too_many_is_told_where_fields_are_lost() -> None:
    found = read("@book{k, title = {A}},\n  author = {B, C},\n}\n@book{l, title = {L}}")
    assert [work.key for work in found.works] == ["k", "l"]
    assert told(found) == [(Loss.LEFT, 2, 3)]


def test_an_entry_without_a_key_is_a_work() -> None:
    found = read("@book{, title = {A}}\n@book{title = {B}}")
    assert [(work.key, work.csl["title"]) for work in found.works] == [(None, "A"), (None, "B")]


def test_a_set_is_no_work() -> None:
    found = read("@set{s, entryset = {a,b}}\n@book{a, title={A}}")
    assert ([work.key for work in found.works], told(found)) == (["a"], [(Loss.LEFT, 1, 1)])


HOSTILE = st.text(st.sampled_from(list("@{}()\",=#%\\$~^_ \n\rabook-é漢'`")), max_size=80)


@given(HOSTILE)
def test_no_text_makes_it_raise(text: str) -> None:
    read(text)
    read(f"@book{{k, author = {{{text}}}, title = {{{text}}}, year = {{{text}}}}}")
    read(f'@book{{k, author = "{text}", pages = {text} }}')


@cases(
    "text",
    [
        "{" * 5000,
        "@book{a, title = " + "{" * 5000 + "}" * 5000 + "}",
        "@book{a, title = {" + r"\emph{" * 3000 + "}" * 3000 + "}}",
        "@book{a, title = {" + r"\v" * 5000 + "}}",
        "@book{a, title = {" + "$" * 5001 + "}}",
        "@book{a, author = {" + "A and " * 5000 + "B}}",
        "@book{a, author = {" + "," * 5000 + "}}",
        "@comment{" * 5000,
        "@book{a, crossref = {a}, xdata = {a,b}}@book{b, crossref = {a}}",
    ],
)
def test_what_is_nested_or_repeated_absurdly_is_read_or_told_of(text: str) -> None:
    found = read(text)
    is_entry = "@book" in text  # what stands outside of entries is a comment
    assert bool(found.works or found.remarks) == is_entry


@pytest.mark.slow
def test_a_broken_entry_costs_itself_alone_where_lines_end_in_cr() -> None:
    found = read("@book{a, title = {A}}\r@book{b, title = {B\r@book{c, title = {C}}\r")
    assert [work.key for work in found.works] == ["a", "c"]
    assert told(found) == [("broken", 2, 18)]


@pytest.mark.parametrize(
    "piece",
    [
        "@book{{k{n}, title = {{A}}}}\n",
        "@book{{k{n}, title = {{A\n",
        "@comment{{ {n}\n",
        '@book{{k{n}, title = "A\n',
        "@book{{k{n}, crossref = {{k{m}}}, title = {{A}}}}\n",
    ],
)
def test_reading_takes_as_long_as_the_file_is(piece: str) -> None:
    def text(size: int) -> str:
        return "".join(piece.format(n=n, m=max(0, n - 1)) for n in range(size))

    assert calls(read, text(400)) < 2.5 * calls(read, text(200))
