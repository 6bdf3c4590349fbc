"""Whatever is typed, the search answers or says what is wrong with the query."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from storing import FILES, write

from claimcli.model import Claim
from claimcli.names.folding import tokens
from claimcli.search import Filters, Hit, Query, QueryError, parse, search
from claimcli.search.query import Term
from claimcli.search.stop_words import STOP_WORDS
from claimcli.store import Role, Store, open_store

pytestmark = pytest.mark.slow

PIECES = st.sampled_from(
    [
        *('"', "-", ":", "*", "^", "(", ")", "NEAR", "AND", "OR", "NOT", "NEAR(", "{", "}", "+"),
        *("scholar:", "tag:", "id:", "name:", "stance:", "statement:", "x:", "%", "'", ";", "--"),
        *("canal", "salt", "Zhang", "chang", "Jue", "張覺", "Иванов", "김", "é", "\u0301", "🙂"),
        *("\x00", "\x1b[31m", "\ud800", "\udfff", "\u202e", "\ue000p", "\ue001hivanov", " ", "\n"),
        *("of", "the", "merchants", "paid", "river", "soviet", "li-ming", "ordering", "-salt"),
        *("mercahnts", "1970", "12:30", "\\", "/", "DROP TABLE claims", "' OR 1=1 --", "\uffff"),
    ]
)
QUERIES = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=12).map("".join),
    st.lists(PIECES, max_size=5).map(" ".join),
)


def assert_answered(store: Store, query: str, **options: bool) -> None:
    """The search gives a result that is true to itself, or the parser refuses."""
    try:
        asked = parse(query)
    except QueryError as error:
        assert 0 <= error.position <= len(query)  # noqa: PT017  # most raise nothing to expect
        return
    result = search(store, asked, **options)  # type: ignore[arg-type]  # `exact` is the only one
    ids = [hit.claim.id for hit in result.hits]
    assert len(ids) == len(set(ids)) == result.total
    some = search(store, asked, limit=1, **options)  # type: ignore[arg-type]  # the same
    assert [hit.claim.id for hit in some.hits] == ids[:1]
    assert some.total == result.total
    for hit in result.hits:
        assert_true_of(hit, asked, is_partial=result.is_partial)


def assert_true_of(hit: Hit, asked: Query, *, is_partial: bool) -> None:
    """Each word has its place in the claim, and what is not wanted has none."""
    for match in hit.matches:
        assert all(0 <= start < end <= len(match.value) for start, end in match.spans)
        assert match.spans
    found = {word for match in hit.matches for word in words(match.term)}
    asked_for = [term for term in asked.wanted if not is_optional(term)]
    wanting = [at for at, term in enumerate(asked_for) if found.isdisjoint(term.words)]
    # What may be left out is one word, or the neighbouring words of one name.
    assert wanting == (list(range(wanting[0], wanting[-1] + 1)) if is_partial and wanting else [])
    assert not any(stands_in(hit.claim, term) for term in asked.unwanted if is_bare(term))


def words(text: str) -> list[str]:
    return [token.folded for token in tokens(text)]


def is_bare(term: Term) -> bool:
    return not (term.field or term.prefix)


def is_optional(term: Term) -> bool:
    return is_bare(term) and STOP_WORDS.issuperset(term.words)


def stands_in(claim: Claim, term: Term) -> bool:
    """Whether the claim's own texts have the words one after the other."""
    texts = (claim.statement, claim.quote, claim.note, claim.translation)
    asked = f" {' '.join(term.words)} "
    return any(asked in f" {' '.join(words(text))} " for text in texts if text)


@settings(max_examples=400)
@given(query=QUERIES, exact=st.booleans())
@example(query="merch ordering -salt", exact=False)
@example(query="merch", exact=False)
@example(query="PAY LI0MING SAL MER", exact=False)
@example(query="orders of the canal", exact=False)
@example(query="paying mercahnts canal silver", exact=False)
@example(query="NOT NOT Иванов Иванов", exact=False)
@example(query="canal -soviet -Иванов", exact=False)
def test_any_text(store: Store, query: str, exact: bool) -> None:
    assert_answered(store, query, exact=exact)


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("- " * 5_000, "no letter or digit"),
        ("*" * 10_000, "no letter or digit"),
        (":" * 10_000, "no letter or digit"),
        ("\x00" * 10_000, "no letter or digit"),
        (" ".join(f"w{n}" for n in range(1_500)), "more than 100 different words"),
        (" ".join(f"tag:t{n}" for n in range(1_200)), "more than 100 different words"),
        ('"' + "salt " * 2_000 + '"', "more than 200 words"),
        ("張" * 10_000, "more than 200 words"),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_ten_thousand_characters_that_are_refused(store: Store, query: str, refused: str) -> None:
    with pytest.raises(QueryError, match=refused):
        search(store, query)


@pytest.mark.parametrize("word", ["salt ", "chang ", "-salt ", "canal salt "])
def test_a_word_again_and_again_is_that_word(store: Store, word: str) -> None:
    once, again = search(store, word), search(store, word * (10_000 // len(word)))
    assert sorted(hit.claim.id for hit in again.hits) == sorted(hit.claim.id for hit in once.hits)


def test_a_word_of_ten_thousand_letters_is_in_no_claim(store: Store) -> None:
    assert search(store, "a" * 10_000).hits == []


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Store]:
    """One corpus, read from a file of the cache and compiled in memory."""
    root = tmp_path_factory.mktemp("both") / "claims"
    write(root, FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        open_store(root).close()
        cached = open_store(root)
    assert cached.cached
    return cached, open_store(root, use_cache=False)


@settings(max_examples=150)
@given(query=QUERIES, exact=st.booleans())
def test_the_cache_changes_no_answer(both: tuple[Store, Store], query: str, exact: bool) -> None:
    try:
        asked = parse(query)
    except QueryError:
        return
    cached, fresh = both
    assert search(cached, asked, exact=exact) == search(fresh, asked, exact=exact)


VALUES = st.lists(QUERIES, max_size=2).map(tuple)


@settings(max_examples=150)
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
    given = [getattr(filters, field) for field in ("question", "stance", "scholar", "source")]
    asked = {value for values in (*given, filters.school, filters.tag) for value in values}
    known = store.ids().keys() | {*store.schools(), *store.tags()}
    assume(known.union(store.targets(Role.ANY_STANCE)).isdisjoint(asked))
    assert search(store, "", filters).total == (0 if asked else 3)


def test_the_index_s_own_marks_are_no_words(store: Store) -> None:
    """A link or a key that is typed finds nothing."""
    for text in ("\ue001hivanov", "\ue001h ivanovx", '"\ue001hivanov"', "\ue000pliming"):
        try:
            assert search(store, text, exact=True).total == 0
        except QueryError:
            continue
