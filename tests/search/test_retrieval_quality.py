"""Whether a historian finds the records: hand-made relevance on the corpus that is shipped."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from claimcli.search import search
from claimcli.store import Store, open_store

pytestmark = pytest.mark.slow

CLAIMS = Path(__file__).parents[2] / "claims"
RELEVANCE = Path(__file__).with_name("relevance.yaml")

FIRST = 5
"""Hits among which a record counts as found."""

SHARE = 0.93
"""Of all records that are expected, those that must be found: 207 of 221."""


class Expected(NamedTuple):
    """A query, the records that belong among its first hits, and why it misses any."""

    query: str
    first_five: list[str]
    missed: str | None = None


EXPECTED = [Expected(**row) for row in yaml.safe_load(RELEVANCE.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def shipped() -> Store:
    return open_store(CLAIMS, use_cache=False)


def missing(store: Store, expected: Expected) -> set[str]:
    hits = search(store, expected.query, limit=FIRST).hits
    return set(expected.first_five) - {hit.claim.id for hit in hits}


def case(expected: Expected) -> Any:
    """A query as a test; one that is known to miss fails as soon as it no longer does."""
    known = partial(pytest.mark.xfail, strict=True, raises=AssertionError)
    marks = [known(reason=expected.missed)] if expected.missed else []
    return pytest.param(expected, id=expected.query, marks=marks)


@pytest.mark.parametrize("expected", [case(expected) for expected in EXPECTED])
def test_the_records_are_among_the_first_five(shipped: Store, expected: Expected) -> None:
    assert missing(shipped, expected) == set()


def test_the_share_that_is_found(shipped: Store) -> None:
    wanted = sum(len(expected.first_five) for expected in EXPECTED)
    missed = sum(len(missing(shipped, expected)) for expected in EXPECTED)
    assert (len(EXPECTED), wanted) == (149, 221)
    assert (wanted - missed) / wanted >= SHARE


def test_every_expected_record_is_in_the_corpus(shipped: Store) -> None:
    ids = {claim.id for claim in shipped.claims()}
    assert {id for expected in EXPECTED for id in expected.first_five} <= ids
    assert all(1 <= len(set(expected.first_five)) <= FIRST for expected in EXPECTED)
