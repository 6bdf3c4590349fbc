"""Whatever is typed, the search answers or says what is wrong with the query."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcli.search import Filters, QueryError, parse, search
from claimcli.store import Store

PIECES = st.sampled_from(
    [
        *('"', "-", ":", "*", "^", "(", ")", "NEAR", "AND", "OR", "NOT", "NEAR(", "{", "}", "+"),
        *("scholar:", "tag:", "id:", "name:", "stance:", "statement:", "x:", "%", "'", ";", "--"),
        *("canal", "salt", "Zhang", "chang", "Jue", "張覺", "Иванов", "김", "é", "\u0301", "🙂"),
        *("\x00", "\x1b[31m", "\ud800", "\udfff", "\u202e", "\ue000p", "\ue001hivanov", " ", "\n"),
        *("mercahnts", "1970", "12:30", "\\", "/", "DROP TABLE claims", "' OR 1=1 --", "\uffff"),
    ]
)
QUERIES = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


def answered(store: Store, query: str, **options: bool) -> None:
    """The search gives a result that is true to itself, or the parser refuses."""
    try:
        asked = parse(query)
    except QueryError as error:
        # Most queries raise nothing, so that no `raises` can be expected.
        assert 0 <= error.position <= len(query)  # noqa: PT017
        return
    result = search(store, asked, **options)  # type: ignore[arg-type]  # `exact` is the only one
    ids = [hit.claim.id for hit in result.hits]
    assert len(ids) == len(set(ids)) == result.total
    some = search(store, asked, limit=1, **options)  # type: ignore[arg-type]  # the same
    assert [hit.claim.id for hit in some.hits] == ids[:1]
    assert some.total == result.total
    for hit in result.hits:
        for match in hit.matches:
            assert all(0 <= start < end <= len(match.value) for start, end in match.spans)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(query=QUERIES, exact=st.booleans())
def test_any_text(store: Store, query: str, exact: bool) -> None:
    answered(store, query, exact=exact)


@pytest.mark.parametrize(
    "query",
    [
        "a" * 10_000,
        "salt " * 2_000,
        "- " * 5_000,
        " ".join(f"w{n}" for n in range(1_500)),
        '"' + "salt " * 2_000 + '"',
        "-salt " * 1_600,
        "張" * 10_000,
        "chang " * 1_600,
        " ".join(f"tag:t{n}" for n in range(1_200)),
        "*" * 10_000,
        ":" * 10_000,
        "\x00" * 10_000,
    ],
    ids=lambda query: repr(query[:12]),
)
def test_ten_thousand_characters(store: Store, query: str) -> None:
    answered(store, query)


VALUES = st.lists(QUERIES, max_size=2).map(tuple)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    filters=st.builds(
        Filters,
        question=VALUES,
        stance=VALUES,
        scholar=VALUES,
        source=VALUES,
        school=VALUES,
        tag=VALUES,
    )
)
def test_any_value_of_a_filter(store: Store, filters: Filters) -> None:
    """A value that nothing has finds nothing, whatever it is made of."""
    is_set = any(getattr(filters, field) for field in filters.__struct_fields__)
    assert search(store, "", filters).total == (0 if is_set else 3)


def test_the_index_s_own_marks_are_no_words(store: Store) -> None:
    """A link or a key that is typed finds nothing."""
    for text in ("\ue001hivanov", "\ue001h ivanovx", '"\ue001hivanov"', "\ue000pliming"):
        try:
            assert search(store, text, exact=True).total == 0
        except QueryError:
            continue
