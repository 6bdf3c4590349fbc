"""What a page needs to search a corpus without its index: the records and what each is met by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from claimcli.entities import Entities
from claimcli.model import Claim, Record, Scholar, Source
from claimcli.store import Store
from claimcli.store.access_points import names_of
from claimcli.store.rows import claim_texts, entity_rows


class Met(NamedTuple):
    """What a record, or a stance of a question, is met by: folded texts and the keys of its names.

    `id` of a stance is `question/stance`.
    """

    kind: str
    id: str
    texts: list[str]
    keys: str


class Named(NamedTuple):
    """A record, and after it the stances of a question, by what they are met.

    `makers` are the names of a scholar, or of those who made a work, who may be called so.
    """

    record: Record
    met: list[Met]
    makers: list[str]


class PageSearch(msgspec.Struct, frozen=True):
    """A corpus as it is searched in a page.

    `keys` are those of the names in the texts of each claim; `prevalent` the works that most claims
    are made in, so that their titles tell nothing, each with the names of its makers.
    """

    claims: list[Claim]
    keys: list[str]
    records: list[Named]
    prevalent: Mapping[str, list[str]]
    entities: Entities


def ask(store: Store) -> PageSearch:
    """The whole corpus."""
    claims = store.claims()
    records = (*store.scholars(), *store.sources(), *store.questions(), *store.names())
    return PageSearch(
        claims=claims,
        keys=[keys for *_, keys in claim_texts(claims)],
        records=[Named(record, _met(record), _makers(record)) for record in records],
        prevalent={id: _makers(store.source(id)) for id in sorted(store.prevalent)},
        entities=store,
    )


def _met(record: Record) -> list[Met]:
    return [Met(kind, id, texts, keys) for (kind, id, *_), (*texts, keys), _ in entity_rows(record)]


def _makers(record: Record | None) -> list[str]:
    return names_of(record) if isinstance(record, Scholar | Source) else []
