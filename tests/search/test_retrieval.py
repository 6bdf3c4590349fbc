"""What the search asks of the store: the best class first, and no more than is needed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcli.errors import ClaimcliError
from claimcli.search import retrieval, search
from claimcli.search.expansion import expand
from claimcli.search.filters import Filters
from claimcli.search.query import parse
from claimcli.search.retrieval import Retriever
from claimcli.store import Store

Stating = Callable[..., Store]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements of SQL that stores are given, as they are given them."""
    rows, given = Store.rows, []

    def noted(store: Store, sql: str, parameters: tuple[object, ...] = ()) -> list[object]:
        given.append(sql)
        return rows(store, sql, parameters)

    monkeypatch.setattr(Store, "rows", noted)
    return given


def statements(store: Store, query: str, asked: list[str]) -> tuple[bool, int]:
    """Whether anything is found at all, and how many statements that took."""
    plan, finder = expand(store, parse(query)), Retriever(store, Filters())
    asked.clear()
    return finder.any(plan), len(asked)


def test_a_word_that_is_there_as_typed_is_asked_for_once(
    stating: Stating, asked: list[str]
) -> None:
    store = stating("Riders crossed the river.", "A riverbank was lost.")
    assert statements(store, "river", asked) == (True, 1)


def test_what_only_a_later_class_has_is_found_too(stating: Stating, asked: list[str]) -> None:
    store = stating("A riverbank was lost.")
    assert statements(store, "river", asked)[0] is True


def test_what_is_nowhere_is_not_found(stating: Stating, asked: list[str]) -> None:
    store = stating("A riverbank was lost.")
    assert statements(store, "mountain", asked)[0] is False
    assert statements(store, "river -bank*", asked)[0] is True
    assert statements(store, "river -riverbank", asked)[0] is False


def test_records_that_hits_rest_on_are_read_together(stating: Stating, asked: list[str]) -> None:
    grounds = "".join(
        f"- {{id: g{n}, statement: Ground., scholars: [s], citation: {{source: w}}}}\n"
        f"- {{id: r{n}, statement: Rests., scholars: [s], citation: {{source: w}},"
        f" basis: [{{claim: g{n}}}]}}\n"
        for n in range(40)
    )
    store = stating("One.", more=f"claims:\n{grounds}")
    resting = [claim for claim in store.claims() if claim.basis]
    assert len(resting) == 40
    asked.clear()
    read = [store.claim(claim.basis[0].claim or "") for claim in resting]
    assert [claim.id for claim in read if claim] == [f"g{n}" for n in range(40)]
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (None, ["c2", "c3", "c1", "c4", "c5", "c6"]),
        (6, ["c2", "c3", "c1", "c4", "c5", "c6"]),
        (4, ["c2", "c3", "c1", "c4"]),
        (3, ["c2", "c3", "c1"]),
        (2, ["c2", "c3"]),
    ],
)
def test_hits_beyond_those_that_are_ranked_come_after_them_in_file_order(
    stating: Stating, monkeypatch: pytest.MonkeyPatch, limit: int | None, expected: list[str]
) -> None:
    """The shorter the text, the more the word weighs in it: c2, c3, c1. c5 would be the first."""
    monkeypatch.setattr(retrieval, "RANKED", 3)
    store = stating(
        "A river may be wide and deep and cold at once.",
        "A cold river.",
        "A river may be cold.",
        "A river may be deep and slow.",
        "river",
        "A slow river.",
    )
    found = search(store, "river", limit=limit)
    assert [hit.claim.id for hit in found.hits] == expected
    assert found.total == 6


def test_a_limit_below_zero_is_no_limit_to_give(stating: Stating) -> None:
    with pytest.raises(ClaimcliError, match="at most -1 hits"):
        search(stating("One."), "one", limit=-1)
