"""What the full-text index is given: the folded words, whatever stands around them."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support import cases

from claimcli.names.folding import index_text
from claimcli.store.rows import searchable

_SIGNS = "aZ9 '`’-—,.\n\t\u00a0\u3000éЁй張覺眞고ü\u0308\u0306"


def indexed(text: str) -> list[str]:
    """The words that SQLite's tokenizer makes of a text, in order."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='ascii')")
    database.execute("CREATE VIRTUAL TABLE words USING fts5vocab(texts, instance)")
    database.execute("INSERT INTO texts VALUES (?)", (text,))
    return [word for (word,) in database.execute("SELECT term FROM words ORDER BY offset")]


@cases(
    ("text", "words"),
    [
        ("The Jin did not attack.", ["the", "jin", "did", "not", "attack"]),
        ("Vorob'ev's war-book", ["vorobev", "war", "book"]),
        ("In 張覺 fled", ["in", "张", "觉", "fled"]),
        ("—Кычанов—  and\nLü", ["кычанов", "and", "lu"]),
        ("", []),
    ],
)
def test_words_as_they_are_indexed(text: str, words: list[str]) -> None:
    assert indexed(searchable(text)) == words


@pytest.mark.slow
@given(st.text(alphabet=_SIGNS, max_size=40))
@example("a\u3000張 b’")
def test_a_text_is_folded_as_a_whole_or_word_by_word_alike(text: str) -> None:
    assert indexed(searchable(text)) == index_text(text).split()
