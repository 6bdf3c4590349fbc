"""Records of a compiled corpus: by id, all of a kind, and claims by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from claimcli.model import Claim, Draft, Name, Question, Record, Scholar, Source
from claimcli.store.reader import AT_ONCE, Reader, batches
from claimcli.store.schema import Role, link

AnyRecord = TypeVar("AnyRecord", bound=Record)

_TYPES: dict[str, type[Record]] = {
    "claim": Claim,
    "scholar": Scholar,
    "source": Source,
    "question": Question,
    "name": Name,
    "draft": Draft,
}
"""The kinds of records; the table `entities` has stances, too, which are in their questions."""

_KINDS = {type: kind for kind, type in _TYPES.items()}

_decoder = cache(msgspec.json.Decoder)

_OF_A_KIND = "SELECT rowid, json FROM entities WHERE kind = ? AND rowid > ? ORDER BY rowid"


class RecordReader(Reader):
    """Reads records, what is asked for by its id once only."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        root: Path,
        *,
        renew: Callable[[], object] | None = None,
        passed_over: str | None = None,
    ) -> None:
        """Take over a connection to a compiled corpus, as `Reader` does."""
        super().__init__(connection, root, renew=renew, passed_over=passed_over)
        self._records: dict[str, Record | None] = {}
        self._claims_named: dict[str, Claim | None] = {}
        self._expected: set[str] = set()
        self._expected_claims: set[str] = set()

    # --- By id ---

    def claim(self, id: str) -> Claim | None:
        """The claim of that id."""
        if id not in self._claims_named:
            ids, self._expected_claims = sorted(self._expected_claims | {id}), set()
            self._claims_named.update(dict.fromkeys(ids))
            for some in batches(ids):
                found = self._linked(Role.ID, some)
                self._claims_named.update((claim.id, claim) for claim in found)
        return self._claims_named[id]

    def scholar(self, id: str) -> Scholar | None:
        """The scholar of that id."""
        return self._entity(id, Scholar)

    def source(self, id: str) -> Source | None:
        """The source of that id."""
        return self._entity(id, Source)

    def question(self, id: str) -> Question | None:
        """The question of that id."""
        return self._entity(id, Question)

    def name(self, id: str) -> Name | None:
        """The name of that id."""
        return self._entity(id, Name)

    def draft(self, id: str) -> Draft | None:
        """The draft of that id."""
        return self._entity(id, Draft)

    def _entity(self, id: str, type: type[AnyRecord]) -> AnyRecord | None:
        if id not in self._records:
            wanted, self._expected = self._expected | {id}, set()
            self._read(sorted(wanted - self._records.keys()))
        found = self._records[id]
        return found if isinstance(found, type) else None

    def _read(self, ids: Sequence[str]) -> None:
        self._records.update(dict.fromkeys(ids))
        found = self.rows_among(
            "SELECT kind, json FROM entities WHERE json NOT NULL AND id IN ({})", ids
        )
        with self._reading():
            records = [_decoder(_TYPES[kind]).decode(json) for kind, json in found]
        self._records.update((record.id, record) for record in records)

    def expect(self, claims: Sequence[Claim]) -> None:
        """Be told that what these claims name will be asked for: scholars, sources and claims.

        They are read together when the first of them is, in a tenth of the time.
        """
        self.expect_ids([id for claim in claims for id in claim.scholars])
        self.expect_ids([work.source for claim in claims for _, work in claim.works])
        grounds = [ground for claim in claims for ground in claim.basis]
        self.expect_claims(ground.claim for ground in grounds if ground.claim)

    def expect_ids(self, ids: Iterable[str]) -> None:
        """Be told that these records, which are no claims, will be asked for, as `expect` is."""
        self._expected.update(ids)

    def expect_claims(self, ids: Iterable[str]) -> None:
        """Be told that these claims will be asked for, as `expect` is."""
        self._expected_claims.update(ids)

    def forget(self) -> None:
        """Let go of what was asked for by id: whoever goes through a great many claims does so."""
        for held in (self._records, self._claims_named, self._expected, self._expected_claims):
            held.clear()

    # --- All of a kind ---

    def scholars(self) -> list[Scholar]:
        """Every scholar."""
        return self._all(Scholar)

    def sources(self) -> list[Source]:
        """Every source."""
        return self._all(Source)

    def questions(self) -> list[Question]:
        """Every question."""
        return self._all(Question)

    def names(self) -> list[Name]:
        """Every name."""
        return self._all(Name)

    def drafts(self) -> list[Draft]:
        """Every draft."""
        return self._all(Draft)

    def each(self, type: type[AnyRecord]) -> Iterator[AnyRecord]:
        """Every record of a type but claims: some are read at a time, and none is held."""
        after = -1
        while found := self.rows(f"{_OF_A_KIND} LIMIT {AT_ONCE}", (_KINDS[type], after)):
            yield from self._decoded(type, (json for _, json in found))
            after = found[-1][0]

    def _all(self, type: type[AnyRecord]) -> list[AnyRecord]:
        found = self.rows(_OF_A_KIND, (_KINDS[type], -1))
        records = self._decoded(type, (json for _, json in found))
        self._records.update((record.id, record) for record in records)
        return records

    # --- Claims ---

    def claims(self, rows: Iterable[int] | None = None) -> list[Claim]:
        """The claims of these row numbers, in the order given; without any, every claim."""
        if rows is None:
            found = self.rows("SELECT json FROM claims ORDER BY rowid")
            every = self._decoded(Claim, (json for (json,) in found))
            self.expect(every)
            return every
        wanted = list(rows)
        jsons = dict(self.rows_among("SELECT rowid, json FROM claims WHERE rowid IN ({})", wanted))
        with self._reading():  # a row that is gone
            return self._decoded(Claim, [jsons[row] for row in wanted])

    def linked(self, role: str, *targets: str) -> list[Claim]:
        """The claims that have a link of this role to any of the targets."""
        found = self._linked(role, targets) if targets else []
        self.expect(found)
        return found

    def _linked(self, role: str, targets: Sequence[str]) -> list[Claim]:
        """The same for at least one target, without expecting that what they name is asked for."""
        found = self.rows(
            "SELECT json FROM claims WHERE rowid IN"
            " (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?) ORDER BY rowid",
            (any_link(role, targets),),
        )
        return self._decoded(Claim, (json for (json,) in found))

    # --- Rows to records ---

    def _decoded(self, type: type[AnyRecord], jsons: Iterable[bytes]) -> list[AnyRecord]:
        with self._reading():
            return list(map(_decoder(type).decode, jsons))


def any_link(role: str, targets: Iterable[str]) -> str:
    """A full-text query for a link of this role to any of the targets."""
    tokens = " OR ".join(f'"{link(role, target)}"' for target in targets)
    return f"links : ({tokens})"
