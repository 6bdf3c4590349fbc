"""Claims that name a person, place or term of names.yaml, in any of its spellings."""

from __future__ import annotations

from claimcli.model import Claim, Name
from claimcli.search.clauses import any_fts
from claimcli.search.fts import within
from claimcli.search.variants import spellings_of
from claimcli.store import Store

_WHERE = "SELECT {} FROM claims_fts WHERE claims_fts MATCH ?"


def claims_naming(store: Store, name: Name) -> list[Claim]:
    """The claims whose statement or quote has one of the name's spellings, in file order."""
    asked = _spelt(store, name)
    rows = store.rows(_WHERE.format("rowid") + " ORDER BY rowid", (asked,)) if asked else []
    return store.claims(row for (row,) in rows)


def count_naming(store: Store, name: Name) -> int:
    """How many claims have one of the name's spellings."""
    asked = _spelt(store, name)
    return int(store.rows(_WHERE.format("count(*)"), (asked,))[0][0]) if asked else 0


def _spelt(store: Store, name: Name) -> str | None:
    return within("statement quote", any_fts(v.phrase for v in spellings_of(store, name)))
