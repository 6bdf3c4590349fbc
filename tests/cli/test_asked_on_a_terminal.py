"""`claimcli new` on a real terminal: what is typed, completed, taken back, left."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import contents
from terminal_session import Session

pytest.importorskip("pty")
pytest.importorskip("readline")
pytestmark = pytest.mark.slow


CLAIM = """\
- id: grey-1950-easton-began
  stance: easton-began
  scholars: [grey]
  statement: Easton began it all.
  citation: {source: grey-1950, locator: p. 7}
  note: 'Read twice: it says so.'
"""


def test_a_long_conversation(corpus: Path, tmp_path: Path) -> None:
    before = contents(corpus)
    with Session(corpus, tmp_path / "cache", "new", "claim") as session:
        session.type("question: ", "w\t\t")
        session.until("who-began  why")
        session.type("", "o\t\n")
        session.until("easton-began: Easton began it")
        session.type("stance: ", "?\n")
        session.type("stance: ", "nobody\n")
        session.type("citation: ", "<\n")
        session.type("stance [nobody]: ", "eas\t\n")
        session.type("citation: ", "grey-1950\n")
        session.until("no source 'grey-1950'")
        session.type("make a new source of it [no]: ", "y\n")
        session.type("type [book]: ", "\n")
        session.type("author: ", "Grey, Ada\n")
        session.type("title: ", "The Dawn\n")
        session.type("issued: ", "1950\n")
        session.type("more: ", "\n")
        session.type("id [grey-1950]: ", "\n")
        session.type("where in it: ", "p. 7\n")
        session.type("via: ", "\n")
        session.type("scholars: ", "Ada Grey\n")
        session.type("make a new scholar of it [no]: ", "yes\n")
        session.type("name: ", "\n")
        session.type("kind [person]: ", "\n")
        session.type("school: ", "\n")
        session.type("more: ", "\n")
        session.type("id [grey]: ", "\n")
        session.type("statement: ", "Easton began.\n")
        session.type("quote: ", "<\n")
        session.type("statement: ", "\b\b\b\b\b\b began it all.\n")
        session.type("quote: ", "\n")
        session.type("certainty: ", "\n")
        session.type("more: ", "no\t\n")
        session.type("note: ", "Read twice: it says so.\n")
        session.type("more: ", "\n")
        session.type("id [grey-1950-easton-began]: ", "\n")
        session.until("- id: grey-1950-easton-began")
        session.type("write it? yes, no, or a field to change [yes]: ", "\n")
        assert session.end() == 0
    after = contents(corpus)
    assert after["who-began.yaml"] == before["who-began.yaml"] + CLAIM
    assert "- id: grey-1950\n  type: book\n" in after["people.yaml"]
    assert "- id: grey\n  name: Ada Grey\n" in after["people.yaml"]
    assert "\ngrey-1950\ngrey\ngrey-1950-easton-began\n" in session.said
    with Session(corpus, tmp_path / "cache", "new", "claim") as again:
        again.type("question [who-began]: ", "\n")
        again.type("stance: ", "none\n")
        again.type("citation [grey-1950]: ", "\n")
        again.type("where in it: ", "\n")
        again.type("via: ", "\n")
        again.type("scholars [grey]: ", "\x04")
        assert again.end() == 130
    assert contents(corpus) == after


@pytest.mark.parametrize("key", ["\x03", "\x04"])
@pytest.mark.parametrize("steps", [0, 3, 6])
def test_leaving_leaves_everything_as_it_was(
    corpus: Path, tmp_path: Path, key: str, steps: int
) -> None:
    before = contents(corpus)
    answers = (
        ("question: ", "who-began\n"),
        ("stance: ", "new-one\n"),
        ("make a new stance of it [no]: ", "y\n"),
        ("label: ", "A new one\n"),
        ("meaning: ", "\n"),
        ("more: ", "\n"),
    )
    with Session(corpus, tmp_path / "cache", "new", "claim") as session:
        for prompt, keys in answers[:steps]:
            session.type(prompt, keys)
        session.until(": ")
        session.press(key)
        session.until("nothing is written; all is as it was")
        assert session.end() == 130
    assert contents(corpus) == before


def test_no_is_no_failure(corpus: Path, tmp_path: Path) -> None:
    before = contents(corpus)
    with Session(corpus, tmp_path / "cache", "new", "scholar", "--name", "A\x07B") as session:
        session.type("name: ", "\x15Ada Grey\n")
        for prompt in ("kind [person]: ", "school: ", "more: ", "id [grey]: "):
            session.type(prompt, "\n")
        session.type("write it? yes, no, or a field to change [yes]: ", "no\n")
        session.until("nothing is written; all is as it was")
        assert session.end() == 0
    assert contents(corpus) == before


def test_where_all_is_said_nothing_is_asked(corpus: Path, tmp_path: Path) -> None:
    options = ("--name", "Ada Grey", "--kind", "person")
    with Session(corpus, tmp_path / "cache", "new", "scholar", *options) as session:
        assert session.end() == 0
    assert "grey" in session.said
    assert b"name: Ada Grey" in (corpus / "people.yaml").read_bytes()
