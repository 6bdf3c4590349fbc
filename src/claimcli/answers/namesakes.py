"""Holders of one name told apart by their ids, wherever a document names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from claimcli.entities import Entities
from claimcli.model import Claim, Question, Scholar, Source


class ToldApart:
    """The records of a corpus, in which a holder has his id beside a name that others have.

    The others are `among` those who are named together, by their ids.
    """

    def __init__(self, entities: Entities, among: Iterable[str]) -> None:
        self._entities = entities
        names = Counter(holder.name for id in set(among) if (holder := entities.scholar(id)))
        self._shared = {name for name, holders in names.items() if holders > 1}

    def scholar(self, id: str) -> Scholar | None:
        """The scholar of that id."""
        found = self._entities.scholar(id)
        if found is None or found.name not in self._shared:
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
