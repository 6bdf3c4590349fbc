"""A plan and filters to row numbers: the full-text queries of a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest

import msgspec

from claimcli.claim_fields import PROSE
from claimcli.search.clauses import any_fts, linking
from claimcli.search.filters import Condition, Filters, conditions, expressions
from claimcli.search.fts import all_of, without
from claimcli.search.plan import Plan
from claimcli.search.tiers import Tier
from claimcli.store import Role, Store, batches

RANKED = 4000
"""Hits of a class that are ranked, the first in file order; the others come after these."""

COMPARED = 200
"""The best hits of a class in which what is as typed comes before what is so but for folding."""

WEIGHTS = ", ".join(map(str, (*PROSE.values(), 1.5, 2.0, 4.0)))
"""Of the columns of `claims_fts` in bm25: the texts, other, links and keys."""


class Found(msgspec.Struct, frozen=True):
    """A row, the class in which it was found, and its bm25 in that, 0 where it was not ranked."""

    row: int
    tier: Tier
    rank: float


class _Query(msgspec.Struct, frozen=True):
    """The end of an SQL statement, from FROM on; `table` is the one whose row numbers count."""

    table: str
    sql: str
    parameters: tuple[object, ...]


class Retriever:
    """Finds the rows that pass the filters."""

    def __init__(self, store: Store, filters: Filters) -> None:
        """The filters hold for everything asked."""
        self._store = store
        self._required = list(expressions(store, filters))
        self._conditions = conditions(filters)

    def any(self, plan: Plan) -> bool:
        """Whether there is a row for the plan: most often in the first class, soonest found."""
        first = self._query(plan, plan.tiers[0][1]) if plan.tiers else None
        ends = dict.fromkeys((first, self._all(plan)))
        return any(query and self._rows("SELECT 1", query, "LIMIT 1") for query in ends)

    def count(self, plan: Plan) -> int:
        """How many rows there are for the plan."""
        query = self._all(plan)
        return int(self._rows("SELECT count(*)", query)[0][0]) if query else 0

    def every(self, plan: Plan) -> list[int]:
        """The rows for the plan, in file order."""
        query = self._all(plan)
        if query is None:
            return []
        row = f"{query.table}.rowid"
        return [found for (found,) in self._rows(f"SELECT {row}", query, f"ORDER BY {row}")]

    def page(self, after: int, most: int) -> list[int]:
        """The next rows that pass the filters, whatever their words: at most so many behind one."""
        query = self._query(NO_WORDS, None)
        if query is None:
            return []
        row = f"{query.table}.rowid"
        where = "AND" if "WHERE" in query.sql else "WHERE"
        end = f"{where} {row} > {after} ORDER BY {row} LIMIT {most}"
        return [found for (found,) in self._rows(f"SELECT {row}", query, end)]

    def among(self, ids: Iterable[str]) -> list[int]:
        """The rows of the claims of these ids that pass the filters."""
        return [row for some in batches(sorted(ids)) for row in self._among(some)]

    def _among(self, ids: Iterable[str]) -> Iterator[int]:
        match = all_of([any_fts(linking(Role.ID, id) for id in ids), *self._required])
        if match:
            query = self._of_text(match)
            yield from (row for (row,) in self._rows("SELECT claims_fts.rowid", query))

    def ranked(self, plan: Plan, limit: int | None) -> list[Found]:
        """The rows for the plan class by class, best first; as many as asked for or more."""
        found: list[Found] = []
        before: str | None = None
        for tier, expression in plan.tiers:
            if limit is not None and len(found) >= limit:
                break
            query = self._query(plan, without(expression, before))
            if query:
                found += self._of_tier(tier, query, limit)
            before = expression
        return found

    def _of_tier(self, tier: Tier, query: _Query, limit: int | None) -> list[Found]:
        select = f"SELECT bm25(claims_fts, {WEIGHTS}), claims_fts.rowid"
        ranked = self._store.rows(f"{select} {query.sql} LIMIT {RANKED}", query.parameters)
        # Ten times faster here than by SQLite, which would rank every hit.
        best = sorted(ranked) if limit is None else nsmallest(max(limit, COMPARED), ranked)
        found = [Found(row, tier, rank) for rank, row in best]
        if len(ranked) == RANKED and (limit is None or limit > RANKED):
            # In file order, since that is the order in which FTS5 finds rows.
            more = self._rows("SELECT claims_fts.rowid", query, f"LIMIT -1 OFFSET {RANKED}")
            found += [Found(row, tier, 0.0) for (row,) in more]
        return found

    def _all(self, plan: Plan) -> _Query | None:
        return self._query(plan, plan.tiers[-1][1] if plan.tiers else None)

    def _query(self, plan: Plan, expression: str | None) -> _Query | None:
        """What to select from; None where nothing can be found."""
        asked = [*([expression] if plan.runs else []), *self._required]
        if not asked:
            return self._of_everything(plan.unwanted)
        match = all_of(asked)
        return self._of_text(without(match, plan.unwanted)) if match else None

    def _of_text(self, match: str | None) -> _Query:
        where = [Condition("claims_fts MATCH ?", (match,)), *self._conditions]
        # A claim's own row is looked up for the sake of a condition only.
        join = "JOIN claims ON claims.rowid = claims_fts.rowid" if self._conditions else ""
        return _Query("claims_fts", f"FROM claims_fts {join} {_where(where)}", _parameters(where))

    def _of_everything(self, unwanted: str | None) -> _Query:
        where = list(self._conditions)
        if unwanted:
            where.append(Condition(_NOT_MATCHING, (unwanted,)))
        return _Query("claims", f"FROM claims {_where(where)}", _parameters(where))

    def _rows(self, select: str, query: _Query, end: str = "") -> list[tuple[int]]:
        return self._store.rows(f"{select} {query.sql} {end}", query.parameters)


NO_WORDS = Plan(tiers=[], unwanted=None, runs=[])
"""What every claim meets."""

_NOT_MATCHING = "claims.rowid NOT IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"


def _where(conditions: Iterable[Condition]) -> str:
    every = " AND ".join(condition.sql for condition in conditions)
    return f"WHERE {every}" if every else ""


def _parameters(conditions: Iterable[Condition]) -> tuple[object, ...]:
    return tuple(value for condition in conditions for value in condition.parameters)
