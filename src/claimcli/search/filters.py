"""Filters: what the options of a command narrow claims down to.

One table has them all. The options of the command line, their help, what TAB offers and the links
that are asked for come from it; a new filter is a line there, and one in `Filters`.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from claimcli import dates
from claimcli.dates.day_numbers import OPEN, day_number
from claimcli.model import CLAIM_CERTAINTIES, RELATION_TYPES
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


class Filter(NamedTuple):
    """One filter.

    Args:
        name: its name in `Filters`; the option has hyphens for underscores.
        metavar: what stands for a value in the help; empty where the option takes none.
        help: what it lets through, in one line of the help.
        values: what its values are: the kind of record or word whose ids are known and offered;
            `words`, those below; `interval`, a range of dates; or `flag`.
        role: of the link that a claim must have to one of the values, if that is all.
        words: the values that there are.
    """

    name: str
    metavar: str
    help: str
    values: str
    role: str = ""
    words: tuple[str, ...] = ()


FILTERS = (
    Filter("question", "ID", "Claims on this question.", "question", Role.QUESTION),
    Filter(
        *("stance", "ID", "Claims that take this stance (STANCE or QUESTION/STANCE).", "stance")
    ),
    Filter(
        "scholar", "ID", "Claims that this scholar holds; a name will do.", "scholar", Role.SCHOLAR
    ),
    Filter("school", "NAME", "Claims of this school.", "school"),
    Filter("source", "ID", "Claims made in this work.", "source", Role.CITATION),
    Filter("via", "ID", "Claims reported by this work.", "source", Role.VIA),
    Filter(
        "certainty",
        "WORD",
        f"One of: {', '.join(CLAIM_CERTAINTIES)}.",
        "words",
        Role.CERTAINTY,
        CLAIM_CERTAINTIES,
    ),
    Filter("year", "1950..1980", "Year of the holder's own work.", "interval"),
    Filter("period", "1123..1127", "The time that the claim speaks of.", "interval"),
    Filter("tag", "TAG", "Claims so tagged.", "tag", Role.TAG),
    Filter(
        "relation",
        "WORD",
        f"Claims that do so to another: {', '.join(RELATION_TYPES)}.",
        "words",
        Role.RELATION,
        RELATION_TYPES,
    ),
    Filter("first_hand", "", "Read in the holder's own work.", "flag"),
    Filter("second_hand", "", "Known through another's work.", "flag"),
    Filter("unclear", "", "Where something is the recorder's judgement.", "flag"),
)
"""The filters, in the order of the help."""


class Condition(msgspec.Struct, frozen=True):
    """A condition on the table `claims` in SQL, and its parameters."""

    sql: str
    parameters: tuple[object, ...]


_LINKED = tuple((filter.name, filter.role) for filter in FILTERS if filter.role)


def expressions(store: Store, filters: Filters) -> list[str | None]:
    """The full-text expressions that a claim must meet; None for one that none can meet."""
    given = [(role, getattr(filters, field)) for field, role in _LINKED]
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
    found = store.rows_among("SELECT id FROM entities WHERE school IN ({})", schools)
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
