"""Of a record's own words one is mistyped: the record must be among the first hits all the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from claimcli.names.folding import tokens
from claimcli.names.sinitic import part
from claimcli.search import search
from claimcli.search.stop_words import STOP_WORDS
from claimcli.store import Store, open_store

pytestmark = pytest.mark.slow

CLAIMS = Path(__file__).parents[2] / "claims"

FIRST = 3
"""Hits among which the record counts as found."""

SHARE = 0.98
"""Of the records, those that must be found. Where two words are as near, either is meant."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mistyped(word: str, choose: random.Random) -> str:
    """One edit within the word, which may be an exchange of neighbours."""
    at = choose.randrange(1, len(word) - 1)
    before, here, after, letter = word[:at], word[at], word[at + 1 :], choose.choice(LETTERS)
    wanting, more, other = before + after, before + letter + here + after, before + letter + after
    return choose.choice([wanting, more, other, before + after[0] + here + after[1:]])


def long_words(statement: str) -> list[str]:
    """Its different words of five letters or more, but for those of grammar and Chinese names."""
    words = dict.fromkeys(token.folded for token in tokens(statement))
    return [w for w in words if is_long(w) and w not in STOP_WORDS and not part(w).exact]


def is_long(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) > 4


def queries(store: Store) -> list[tuple[str, str]]:
    """For each claim that has three such words: its id, and they, the first one mistyped."""
    choose, known = random.Random(1125), set(store.vocabulary)
    made = []
    for claim in store.claims():
        words = long_words(claim.statement)
        if len(words) < 3:
            continue
        word, *others = choose.sample(words, 3)
        wrong = mistyped(word, choose)
        if len(word) >= 9:
            wrong = mistyped(wrong, choose)
        if wrong not in known:
            made.append((claim.id, " ".join([wrong, *others])))
    return made


def test_the_record_that_was_meant_is_among_the_first_three() -> None:
    store = open_store(CLAIMS, use_cache=False)
    asked = queries(store)
    missed = [
        (id, query)
        for id, query in asked
        if id not in [hit.claim.id for hit in search(store, query, limit=FIRST).hits]
    ]
    assert len(asked) > 250
    assert len(missed) <= (1 - SHARE) * len(asked), missed
