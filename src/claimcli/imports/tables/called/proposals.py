"""New records that a row needs: kept with it, or dropped where the row is no good."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection
from typing import Any, NamedTuple

from claimcli.editing import ids
from claimcli.imports.holdings import Holdings


class Unfit(Exception):
    """A row that makes no record, and why."""


class Proposed(NamedTuple):
    """A new record: its kind and values, and the question of a stance."""

    kind: str
    values: dict[str, Any]
    question: str | None = None


class Proposals:
    """What the row that is being read has proposed so far."""

    def __init__(self, known: Holdings) -> None:
        self.known = known
        self._numbers: dict[str, int] = {}
        self._staged: list[Proposed] = []

    def taken(self) -> list[Proposed]:
        """What was proposed, which is no proposal from now on."""
        kept, self._staged = self._staged, []
        return kept

    def drop(self) -> None:
        """The row was no good, and what it alone needed is not made."""
        for one in self._staged:
            if one.kind != "stance":
                self.known.release(one.values["id"])
        self._staged = []

    def propose(
        self,
        kind: str,
        values: dict[str, Any],
        question: str | None = None,
        stances: Collection[str] = (),
    ) -> str:
        """The id of a new record, which a row needs; its own, or one that nothing has.

        `stances` are the ids of those that the question of a stance has.
        """
        id = values.get("id")
        if not id:
            sources = ChainMap[str, Any](self.known.added, self.known.sources)
            taken = stances if kind == "stance" else self.known.ids
            id = ids.proposed(kind, values, ids.IdsInUse(sources, taken, self._numbers))
            id = id or self.known.free(kind)
        if kind != "stance":
            self.known.take(id, kind)
        self._staged.append(Proposed(kind, {"id": id, **values, **{"id": id}}, question))
        return str(id)

    def pending(self, kind: str, key: str, value: str) -> str | None:
        """The id of a record that the same row has proposed already."""
        alike = (p.values for p in self._staged if p.kind == kind)
        return next((v["id"] for v in alike if v.get(key) == value), None)
