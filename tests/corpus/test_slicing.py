"""A file cut into slices says the same as the whole file, and each record is a slice."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support import cases

from claimcli.corpus.document import Document
from claimcli.corpus.entries import Entry, Top, entries_of
from claimcli.corpus.slicing import KEYS, Slice, slices
from claimcli.corpus.text import decode
from claimcli.corpus.yamltext import Parser, Stream
from claimcli.problems import Problem


def cut(text: str) -> list[tuple[str, int, str]]:
    return [(piece.kind, piece.line, piece.text) for piece in slices(text)]


def read(text: str) -> tuple[list[Entry], list[Problem]]:
    document = Document("f.yaml", decode("f.yaml", text.encode()))
    return sorted(document.entries(), key=_place), _of_yaml(document.problems)


def _place(entry: Entry) -> tuple[int, int]:
    return entry.line, entry.column


def _of_yaml(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.code not in ("W116", "I117")]


def read_whole(text: str) -> tuple[list[Entry], list[Problem]]:
    """What the text says when it is parsed as one."""
    text = decode("f.yaml", text.encode()).text
    problems: list[Problem] = []
    whole = Slice(KEYS, text, 1, text.count("\n") + 2, 0)
    stream = Stream("f.yaml", text, 0, problems, Parser)
    entries = sorted(entries_of(stream, whole, Top(text)), key=_place)
    return entries, problems


def test_a_file_is_cut_at_its_keys_and_records() -> None:
    text = (
        "# about\nid: q\nquestion: Who?\nstances:\n  a: {label: A}\nclaims:\n# the first\n"
        "- id: x\n  note: |\n    - id: no\n# of y\n- id: y\nnames: [{id: n}]\n"
    )
    assert cut(text) == [
        ("keys", 2, "id: q\n"),
        ("keys", 3, "question: Who?\n"),
        ("keys", 4, "stances:\n  a: {label: A}\n"),
        ("list", 6, "claims:\n# the first\n"),
        ("item", 8, "- id: x\n  note: |\n    - id: no\n# of y\n"),
        ("item", 12, "- id: y\n"),
        ("keys", 13, "names: [{id: n}]\n"),
    ]


SOUND = [
    "claims:\n- id: a\n  s: |\n    - id: b\n\n      c\n- id: d\n",
    "claims:\n- id: a\n  s: >2-\n     - id: b\n  t: u\n- id: d\n",
    'claims:\n- id: a\n  s: "one\n- id: b\n  two"\n  t: u\n- id: d\n',
    "claims:\n- id: a\n  s: 'one\nnames:\n- id: b\n'\n  t: u\n- id: d\nnames:\n- id: e\n",
    'question: "Who\nscope: not a key\n?"\nid: q\n',
    "references: [{id: a},\n{id: b, type: book},\n{id: c}]\nclaims:\n- id: d\n",
    'references: [\n{\n"id": "a",\n"type": "book"\n}\n]\nnames:\n- id: b\n',
    '{"claims": [{"id": "a"}, {"id": "b"}], "names": []}\n',
    "  claims:\n    - id: a\n      t: u\n    - id: b\n  names:\n  - id: c\n",
    "claims:\n\n  # comment\n\n  - id: a\n\n  # comment\n  - id: b # more\n# end\n",
    "---\nclaims:\n- id: a\n",
    "%YAML 1.1\n---\nclaims:\n- id: a\n...\n",
    "--- {claims: [{id: a}]}\n",
    "claims:\n-\n  id: a\n-   id: b\n    s: t\n- \n  - x\n",
    "claims:\n- id: a\n  s: one\n    two\n\n    three\n- id: b\n",
    '"claims":\n- "id": a\n\'names\' :\n- id: b\n',
    "claims:\n- {id: a,\nb: c}\n- id: d\n",
    "claims:\n- id: a\n- just a text\n- [x, y]\n-\n- id: b\n",
    "? claims\n: - id: a\n  - id: b\nnames:\n- id: c\n",
    "claims: !!seq\n- id: a\nnames: &n\n- id: b\n",
    "claims: []\nnames:\nscholars: {}\nreferences:\n- id: a\n",
    "a: b\n? [c]\n: d\n",
    "question: |\n  - id: a\n  names:\nid: q\n",
    "id: q\nquestion: Who?\nclaims:\n- id: a\nnote: >-\n  - id: b\n",
    "张:\n- id: a\nclaims:\n- id: 覺\n  s: 一\n",
    "claims:\n- id: a\n  custom:\n    - id: x\n    - id: y\n  t: u\n- id: b\n",
    "claims:\n- - id: a\n- - id: b\n",
    "",
    "# nothing\n",
    "id: q",
    "claims:\n- id: a",
]


@cases("end", ["\n", "\r\n"])
@cases("mark", ["", "\ufeff"])
@cases("text", SOUND)
def test_cut_or_whole_a_sound_file_says_the_same(text: str, mark: str, end: str) -> None:
    written = mark + text.replace("\n", end)
    assert read(written) == read_whole(written)


WORDS = st.text("ab: -#'\"[]{}&*!\n\t覺", max_size=12)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2)
)
RECORDS = st.lists(st.dictionaries(st.sampled_from(["id", "s", "t u", "- x"]), VALUES), max_size=3)
KEYS_OF_A_FILE = st.sampled_from(["claims", "names", "id", "question", "stances", "title"])


@pytest.mark.slow
@given(
    st.dictionaries(KEYS_OF_A_FILE, RECORDS | VALUES, max_size=4),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.sampled_from([None, True, False]),
    st.integers(2, 5),
    st.sampled_from([20, 80, 1000]),
)
@settings(max_examples=300, deadline=None)
def test_whatever_yaml_writes_is_read_as_a_whole_is(
    written: dict[str, object], style: str | None, flow: bool | None, indent: int, width: int
) -> None:
    text = yaml.safe_dump(
        written,
        default_style=style,
        default_flow_style=flow,
        indent=indent,
        width=width,
        allow_unicode=True,
        sort_keys=False,
    )
    assert read(text) == read_whole(text)


@pytest.mark.slow
@given(st.text("ab:- #'\"[]{}|>?\n", max_size=60))
@settings(max_examples=500, deadline=None)
def test_the_slices_of_a_text_follow_each_other(text: str) -> None:
    found = list(slices(text))
    joined = "".join(piece.text for piece in found)
    assert joined in text
    for piece, following in pairwise(found):
        assert piece.end == following.line
