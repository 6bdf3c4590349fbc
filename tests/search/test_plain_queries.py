"""A query of nothing but words is read without the grammar; it must mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli.search.query import Term, parse

plain = (
    st.lists(st.text("abcXYZ019 ", min_size=1, max_size=8), max_size=6)
    .map(" ".join)
    .filter(str.strip)
)


@pytest.mark.slow
@given(plain)
def test_words_mean_what_they_mean_to_the_grammar(text: str) -> None:
    # A control character is white space to the grammar, and nothing to the shorter way.
    assert parse(text).terms == parse(text + "\x01").terms


def test_words_and_where_they_stand() -> None:
    assert parse(" Peace  talks1 ").terms == (
        Term("Peace", ("peace",), position=1),
        Term("talks1", ("talks1",), position=8),
    )
