"""What a search gives: hits that are read and explained as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import msgspec

from claimcli.model import Claim
from claimcli.search.explanation import Explainer, Match
from claimcli.search.plan import Plan
from claimcli.store import Store

Scored = tuple[int, float | None]
"""The row of a claim and its score."""

BATCH = 500
"""Hits that are read together."""


class Hit(msgspec.Struct, frozen=True):
    """A claim that was found. `score` is the higher the better: the class, then bm25 within it.

    Without words there is no score, and nothing to explain.
    """

    claim: Claim
    score: float | None = None
    matches: tuple[Match, ...] = ()


class Hits(Sequence[Hit]):
    """The hits in their order, of which only the rows are held.

    A batch at a time is read, explained and let go, so that a great many take no more memory than
    a few: whoever needs them twice keeps them himself, or has them made again.
    """

    def __init__(self, store: Store, plan: Plan, scored: Sequence[Scored]) -> None:
        """`plan` says what was sought, `scored` what was found."""
        self._store = store
        self._plan = plan
        self._scored = scored

    def __len__(self) -> int:
        return len(self._scored)

    def __iter__(self) -> Iterator[Hit]:
        explain = Explainer(self._store, self._plan).matches
        for start in range(0, len(self._scored), BATCH):
            scored = self._scored[start : start + BATCH]
            claims = self._store.claims(row for row, _ in scored)
            self._store.expect(claims)
            for claim, (_, score) in zip(claims, scored, strict=True):
                yield Hit(claim, score, explain(claim))

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> Hits: ...
    def __getitem__(self, at: int | slice) -> Hit | Hits:
        if isinstance(at, slice):
            return Hits(self._store, self._plan, self._scored[at])
        [hit] = Hits(self._store, self._plan, [self._scored[at]])
        return hit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as of a list
