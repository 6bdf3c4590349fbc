"""A work that most claims are made in: what its title says tells nothing of one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from storing import found
from support import cases

from claimcli.search import search
from claimcli.store import Store

Stating = Callable[..., Store]

WORKS = """
references:
- id: unknown-work
  type: book
  title: The salt war of Easton
  author: [{family: Archer, given: Ann}]
  issued: 1987
"""


@pytest.fixture
def prevalent(stating: Stating) -> Store:
    """Sixty claims in one work; one speaks of salt, one of a war."""
    others = [f"A bridge of year {n}." for n in range(58)]
    return stating("The salt was dear.", "A war of that year.", *others, works=WORKS)


def test_its_title_is_not_looked_at_for_words_that_claims_have(prevalent: Store) -> None:
    assert found(prevalent, "salt") == found(prevalent, "salt", exact=True) == ["c1"]
    [hit] = search(prevalent, "salt").hits
    assert [match.field for match in hit.matches] == ["statement"]
    assert found(prevalent, "war -salt") == ["c2"]


def test_nor_for_one_word_of_several(prevalent: Store) -> None:
    assert found(prevalent, "war year") == ["c2"]
    assert len(found(prevalent, "salt year")) == 59  # no claim has both


def test_it_is_looked_at_where_no_claim_has_the_words(prevalent: Store) -> None:
    assert len(found(prevalent, "Easton")) == 60
    assert len(found(prevalent, '"salt war"')) == 60
    assert len(found(prevalent, "source:salt")) == 60


def test_its_maker_date_and_id_count_as_ever(prevalent: Store) -> None:
    assert len(found(prevalent, "Archer")) == len(found(prevalent, "1987")) == 60
    assert len(found(prevalent, "unknown-work")) == 60
    assert found(prevalent, "Archer salt") == ["c1"]


@cases("typed", ["Arch*", "Arch", "198*", "Арчер", "Archer Ann", "Арчер Анн"])
def test_its_maker_counts_in_any_form(prevalent: Store, typed: str) -> None:
    assert len(found(prevalent, typed)) == 60


def test_a_mended_word_is_not_met_in_its_title_either(prevalent: Store) -> None:
    assert found(prevalent, "saalt") == found(prevalent, "salt") == ["c1"]


def test_an_id_that_is_a_word_of_the_title_is_told_as_the_reason(stating: Stating) -> None:
    works = WORKS.replace("id: unknown-work", "id: salt")
    claims = "".join(
        f"- {{id: d{n}, scholars: [x], statement: Wool., citation: {{source: salt}}}}\n"
        for n in range(60)
    )
    hits = search(stating(works=works, more=f"claims:\n{claims}"), "salt").hits
    assert len(hits) == 60
    assert all(hit.matches for hit in hits)


def test_of_a_few_claims_every_title_tells(stating: Stating) -> None:
    store = stating("The salt was dear.", *["A bridge."] * 48, works=WORKS)
    assert len(found(store, "salt")) == 49


def test_a_work_of_half_the_claims_tells(stating: Stating) -> None:
    claims = "".join(
        f"- {{id: d{n}, scholars: [x], statement: Wool., citation: {{source: other}}}}\n"
        for n in range(60)
    )
    store = stating(*["A bridge."] * 60, works=WORKS, more=f"claims:\n{claims}")
    assert len(found(store, "salt")) == 60
