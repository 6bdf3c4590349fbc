"""Which scholar or school is meant by somebody who does not know the id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.names.folding import tokens
from claimcli.search.clauses import NameKeys
from claimcli.search.fts import phrase, within
from claimcli.search.linking import found
from claimcli.search.persons import candidates, persons_named
from claimcli.store import Store
from claimcli.store.access_points import names_of

NAMED = 10
"""Ids named where a name may be several people's."""


def scholar_meant(store: Store, given: str) -> str:
    """The id of the one scholar who has this id, or this name in any spelling, script or order.

    Raises UnknownValue where there is none, ClaimcliError where there are several.
    """
    for id in (given, given.lower()):
        if store.scholar(id):
            return id
    ids = named(store, given, ("scholar",))
    if not ids:
        raise UnknownValue("scholar", given, store.ids("scholar"), lost=store.lost)
    if len(ids) > 1:
        several = f"{', '.join(ids[:NAMED])}{', …' if len(ids) > NAMED else ''}"
        raise ClaimcliError(f"'{given}' may be more than one scholar; say which: {several}")
    return ids[0]


def named(store: Store, name: str, kinds: Sequence[str] = ("scholar", "name")) -> list[str]:
    """Ids of the records of this whole name, in any spelling; else of those that it is a part of.

    Those that are written so, and then those that are so but for folding, go before all others.
    `kinds` of records: scholars, or names of names.yaml.
    """
    words = _folded(name)
    if not words:
        return []
    ids = ([id for kind, id in way if kind in kinds] for way in _ways(store, name, words))
    return next(filter(None, ids), [])


def _folded(name: str) -> list[str]:
    return [token.folded for token in tokens(name)]


def _ways(store: Store, name: str, words: list[str]) -> Iterator[list[tuple[str, str]]]:
    """Kinds and ids of what may be meant by a name, each time by a less sure way."""
    having = found(store, within("text variants", phrase(words)))
    known = [(entity, _names(store, *entity)) for entity in having]
    yield [entity for entity, names in known if name in names]
    yield [entity for entity, names in known if any(_folded(other) == words for other in names)]
    yield persons_named(store, name)
    yield having
    parts = name.split()
    keys = candidates(parts).get((0, len(parts)), ())
    yield found(store, NameKeys(frozenset(keys)).fts)


def _names(store: Store, kind: str, id: str) -> list[str]:
    record = store.scholar(id) if kind == "scholar" else store.name(id) if kind == "name" else None
    return names_of(record) if record else []


def school_meant(store: Store, given: str) -> str:
    """The school of this name; case does not count where that leaves one. Raises UnknownValue."""
    schools = store.schools()
    same = [school for school in schools if school.casefold() == given.casefold()]
    if len(same) != 1:
        same = [school for school in schools if school == given]
    if not same:
        raise UnknownValue("school", given, schools, lost=store.lost)
    return same[0]
