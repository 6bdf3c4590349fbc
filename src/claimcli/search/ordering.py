"""Total orders of claims: whatever is equal stays in file order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from claimcli import dates
from claimcli.entities import date_of
from claimcli.errors import UnknownValue
from claimcli.model import Claim
from claimcli.store import Store

SORTS = ("relevance", "file", "year", "id", "question", "scholar")
"""The orders that hits can be given in. Without words, relevance is file order."""


def in_order(store: Store, rows: Sequence[int], sort: str) -> list[int]:
    """Rows, given in file order, in the order of `sort`; raises ClaimcliError for another."""
    if sort not in SORTS:
        raise UnknownValue("order", sort, SORTS)
    if sort in ("relevance", "file"):
        return list(rows)
    key = _key(store, sort)
    claims = dict(zip(rows, store.claims(rows), strict=True))
    return sorted(rows, key=lambda row: key(claims[row]))


def _key(store: Store, sort: str) -> Callable[[Claim], Any]:
    keys: dict[str, Callable[[Claim], Any]] = {
        "year": lambda claim: dates.sort_key(date_of(claim, store)),
        "id": lambda claim: claim.id,
        "question": lambda claim: (claim.question is None, claim.question or ""),
        "scholar": lambda claim: claim.scholars,
    }
    return keys[sort]
