"""Filters: what the options of a command narrow claims down to."""

from __future__ import annotations

import msgspec

from claimcli import dates
from claimcli.dates.day_numbers import OPEN, day_number
from claimcli.search.clauses import Link, any_fts, linking
from claimcli.store import Role, Store


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Each may have several values, of which a claim must have one; it must pass every filter.

    Values are ids. `stance` is a stance of any question, or `question/stance`; `source` is the
    cited work, `via` any work of the chain; `relation` is what a claim does to another, as
    `disputes`. A `year` is that of the cited work, a `period` the time spoken of; a claim passes if
    it has a day in common with one of the intervals.
    """

    question: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    scholar: tuple[str, ...] = ()
    school: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    year: tuple[dates.Interval, ...] = ()
    period: tuple[dates.Interval, ...] = ()
    first_hand: bool = False
    second_hand: bool = False
    unclear: bool = False


class Condition(msgspec.Struct, frozen=True):
    """A condition on the table `claims` in SQL, and its parameters."""

    sql: str
    parameters: tuple[object, ...]


_ROLES = {
    "question": Role.QUESTION,
    "scholar": Role.SCHOLAR,
    "source": Role.CITATION,
    "via": Role.VIA,
    "certainty": Role.CERTAINTY,
    "tag": Role.TAG,
    "relation": Role.RELATION,
}


def expressions(store: Store, filters: Filters) -> list[str | None]:
    """The full-text expressions that a claim must meet; None for one that none can meet."""
    given = [(role, getattr(filters, field)) for field, role in _ROLES.items()]
    if filters.school:
        given.append((Role.SCHOLAR, _of_schools(store, filters.school) or ("",)))
    wanted = [any_fts(linking(role, v) for v in values) for role, values in given if values]
    if filters.stance:
        wanted.append(any_fts(map(_stance, filters.stance)))
    flags = (("first-hand", filters.first_hand), ("second-hand", filters.second_hand))
    hands = [linking(Role.FLAG, flag).fts for flag, is_set in flags if is_set]
    if len(hands) == 1:  # both together are everything
        wanted += hands
    if filters.unclear:
        wanted.append(linking(Role.FLAG, "unclear").fts)
    return wanted


def _stance(stance: str) -> Link:
    return linking(Role.STANCE if "/" in stance else Role.ANY_STANCE, stance)


def _of_schools(store: Store, schools: tuple[str, ...]) -> tuple[str, ...]:
    marks = ",".join("?" * len(schools))
    found = store.rows(f"SELECT id FROM entities WHERE school IN ({marks})", schools)
    return tuple(id for (id,) in found)


def conditions(filters: Filters) -> list[Condition]:
    """The conditions that are no links: dates."""
    found = []
    if filters.year:
        years = _overlap("latest", "earliest", filters.year)
        sql = f"claims.source IN (SELECT id FROM entities WHERE kind = 'source' AND ({years.sql}))"
        found.append(Condition(sql, years.parameters))
    if filters.period:
        found.append(_overlap("claims.latest", "claims.earliest", filters.period))
    return found


def _overlap(latest: str, earliest: str, intervals: tuple[dates.Interval, ...]) -> Condition:
    one = f"{latest} >= ? AND {earliest} <= ?"
    bounds = (
        bound
        for interval in intervals
        for bound in (day_number(interval.earliest, -OPEN), day_number(interval.latest, OPEN))
    )
    return Condition(f"({' OR '.join([one] * len(intervals))})", tuple(bounds))
