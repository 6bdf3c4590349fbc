"""Claims that pass filters, whatever their words: all of them, and never many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli.model import Claim
from claimcli.search.filters import Filters
from claimcli.search.retrieval import NO_WORDS, Retriever
from claimcli.store import Store

PAGE = 500
"""Claims that are read together."""


def passing(store: Store, filters: Filters) -> Iterator[list[Claim]]:
    """The claims that pass, in file order, page by page: a page takes the place of the last."""
    retriever, after = Retriever(store, filters), -1
    while rows := retriever.page(after, PAGE):
        yield store.claims(rows)
        after = rows[-1]


def ids_passing(store: Store, filters: Filters, ids: Iterable[str]) -> set[str]:
    """Those of the ids that claims have that pass."""
    rows = Retriever(store, filters).among(ids)
    return {claim.id for claim in store.claims(rows)}


def count_passing(store: Store, filters: Filters) -> int:
    """How many claims pass."""
    return Retriever(store, filters).count(NO_WORDS)
