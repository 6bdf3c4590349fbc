"""Claims that name a person, place or term of names.yaml, in any of its spellings."""

from __future__ import annotations

from claimcli.model import Claim, Name
from claimcli.names.folding import tokens
from claimcli.search.matching import any_of, phrase
from claimcli.store import Store

_WHERE = "SELECT {} FROM claims_fts WHERE claims_fts MATCH ?"


def claims_naming(store: Store, name: Name) -> list[Claim]:
    """The claims whose statement or quote has one of the name's spellings, in file order."""
    asked = _spelt(name)
    rows = store.rows(_WHERE.format("rowid") + " ORDER BY rowid", (asked,)) if asked else []
    return store.claims(row for (row,) in rows)


def count_naming(store: Store, name: Name) -> int:
    """How many claims have one of the name's spellings."""
    asked = _spelt(name)
    return int(store.rows(_WHERE.format("count(*)"), (asked,))[0][0]) if asked else 0


def _spelt(name: Name) -> str | None:
    spellings = (name.name, *(spelling.value for spelling in name.spellings))
    words = [tuple(token.folded for token in tokens(spelling)) for spelling in spellings]
    forms = any_of(phrase(w) for w in dict.fromkeys(words) if w)
    return f"{{statement quote}} : ({forms})" if forms else None
