"""Holders of one name told apart by their ids, wherever a document names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from claimcli.entities import Entities
from claimcli.model import Claim, Question, Scholar, Source


def printed_alike(holders: Iterable[Scholar]) -> frozenset[str]:
    """The ids of those among them whose name another has."""
    named = {holder.id: holder.name for holder in holders}
    often = Counter(named.values())
    return frozenset(id for id, name in named.items() if often[name] > 1)


class ToldApart:
    """The records of a corpus, in which a holder has his id beside a name that others have.

    The others are `among` those who are named together, by their ids.
    """

    def __init__(self, entities: Entities, among: Iterable[str]) -> None:
        self._entities = entities
        self._alike = printed_alike(holder for id in set(among) if (holder := entities.scholar(id)))

    def scholar(self, id: str) -> Scholar | None:
        """The scholar of that id."""
        found = self._entities.scholar(id)
        if found is None or id not in self._alike:
            return found
        return replace(found, name=f"{found.name} ({id})")

    def source(self, id: str) -> Source | None:
        """The source of that id."""
        return self._entities.source(id)

    def question(self, id: str) -> Question | None:
        """The question of that id."""
        return self._entities.question(id)

    def claim(self, id: str) -> Claim | None:
        """The claim of that id."""
        return self._entities.claim(id)
