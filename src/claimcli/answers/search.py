"""The claims that a search finds, each with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.answer import Answer, LeftOut, of_list
from claimcli.answers.views import HIT_FIELDS, READ_FIELDS, View, Viewer
from claimcli.entities import Entities
from claimcli.search import Filters, Hit, Result, search
from claimcli.store import Role, Store


class Found(Answer, frozen=True):
    """Claims that were found, best first. They may be read as they are gone through, once.

    `idle` are the holders asked for who hold no claim at all.
    """

    result: Result
    idle: tuple[str, ...]
    entities: Entities

    @property
    def hits(self) -> Sequence[Hit]:
        """The claims with their scores and what matched."""
        return self.result.hits

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a claim that was found."""
        return HIT_FIELDS

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of a claim."""
        return READ_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """The claims."""
        return map(Viewer(self.entities).hit, self.hits)

    @property
    def left_out(self) -> LeftOut | None:
        """How many claims a limit left out, where they were counted."""
        return of_list("claim", len(self.hits), self.result.total)

    @property
    def remarks(self) -> tuple[str, ...]:
        """That not every word was met."""
        partial = "no record has all of these words; these have all but one"
        return (partial,) if self.result.is_partial else ()

    @property
    def asides(self) -> tuple[str, ...]:
        """Why nothing was found, and what might be."""
        return () if self.hits or self.result.total else tuple(self._why_nothing())

    def _why_nothing(self) -> Iterator[str]:
        found = self.result
        yield "nothing found"
        if any("*" in word or "?" in word[:-1] for word in found.unmet):
            yield "letters can be left out at the end of a word only, with a *: kory*"
        if found.tried:
            yield f"tried: {'; '.join(found.tried)}"
        if found.unmet:
            yield f"no record has: {', '.join(found.unmet)}"
        elif len(found.words) > 1:
            words = ", ".join(found.words)
            yield f"there are records with each, but none asked for has all: {words}"
        if found.nearest:
            yield f"nearest words of the corpus: {', '.join(found.nearest)}"
        for id in self.idle:
            yield f"{id} holds no claim; what is known: claimcli show {id}"


def ask(
    store: Store,
    query: str = "",
    filters: Filters | None = None,
    *,
    exact: bool = False,
    most: int | None = None,
    sort: str | None = None,
    count: bool = True,
) -> Found:
    """The claims that meet a query and pass the filters; at most so many, of those counted.

    Raises `QueryError` for a query that cannot be read, and for an unknown order.
    """
    result = search(store, query, filters, exact=exact, limit=most, sort=sort, count=count)
    asked = () if filters is None or result.hits else filters.scholar
    idle = tuple(id for id in asked if not store.count(Role.SCHOLAR, id))
    return Found(result, idle, store)
