"""The matrix of a comparison: its claims by scholar, school, decade, source or certainty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from claimcli import citations, dates
from claimcli.answers.counting import Counts, Entry, count
from claimcli.entities import Entities, date_of
from claimcli.model import CLAIM_CERTAINTIES, Claim

GROUPINGS = ("scholar", "school", "decade", "source", "certainty")


class Group(msgspec.Struct, frozen=True):
    """One row of the matrix: claims by stance (`none` among them) of a scholar, school, …

    `counts` has a number of claims for every stance, `entries` the claims of those that have any,
    `holders` those whose row it is: None where it is not of holders, but of their works or claims.

    `key` is None where what is grouped by is not recorded; of a decade it is the first year
    (`1970`), with a minus before our era (`-40`).
    """

    key: str | None
    label: str
    counts: dict[str, int]
    entries: dict[str, list[Entry]]
    holders: frozenset[str] | None

    def cell(self, stance: str, entities: Entities) -> Counts:
        """The counts of a stance in this row: of scholars first, claims last."""
        return count(self.entries.get(stance, ()), entities, self.holders)

    @property
    def claims(self) -> int:
        """How many claims stand in this row; one that takes several stances counts once."""
        return len({entry.claim.id for held in self.entries.values() for entry in held})


def grouped(
    columns: Mapping[str, Iterable[Entry]], entities: Entities, by: str
) -> tuple[Group, ...]:
    """The rows of the matrix; `columns` are the claims of each stance, and of none."""
    rows: dict[_Row, dict[str, list[Entry]]] = {}
    holders: dict[_Row, set[str]] = {}
    for stance, entries in columns.items():
        for entry in entries:
            for row, holder in _rows_of(entry.claim, entities, by):
                held = rows.setdefault(row, {}).setdefault(stance, [])
                held += [entry] if entry not in held[-1:] else []  # two holders of one school
                holders.setdefault(row, set()).update(holder)
    ordered = sorted(rows.items(), key=lambda row: _row_order(row[0][0], by))
    of_holders = by in ("scholar", "school")
    return tuple(
        Group(
            key,
            label,
            counts={stance: len(held.get(stance, ())) for stance in columns},
            entries=held,
            holders=frozenset(holders[key, label]) if of_holders else None,
        )
        for (key, label), held in ordered
    )


_Row = tuple[str | None, str]
"""The key and the label of a row."""


def _row_order(key: str | None, by: str) -> tuple[bool, int, bool]:
    """Decades and certainties in their own order, the rest as met, the unrecorded last."""
    if key is not None and by == "decade":
        return (False, int(key), not key.startswith("-"))
    if key is not None and by == "certainty" and key in CLAIM_CERTAINTIES:
        return (False, CLAIM_CERTAINTIES.index(key), False)
    return (key is None, 0, False)


def _rows_of(claim: Claim, entities: Entities, by: str) -> list[tuple[_Row, tuple[str, ...]]]:
    """The rows that a claim stands in, each with those of its holders who bring it there."""
    if by == "scholar":
        holders = ((id, entities.scholar(id)) for id in dict.fromkeys(claim.scholars))
        return [((id, scholar.name if scholar else id), (id,)) for id, scholar in holders]
    if by == "school":
        return [((s, s or "no school recorded"), (id,)) for id, s in _schools(claim, entities)]
    return [(_row_of(claim, entities, by), ())]


def _schools(claim: Claim, entities: Entities) -> Iterator[tuple[str, str | None]]:
    for id in dict.fromkeys(claim.scholars):
        scholar = entities.scholar(id)
        yield id, scholar.school if scholar else None


def _row_of(claim: Claim, entities: Entities, by: str) -> _Row:
    if by == "decade":
        return _decade_row(date_of(claim, entities))
    if by == "source":
        if claim.citation is None:
            return None, "no work named"
        source = claim.citation.source
        return source, citations.short(entities.source(source), source)
    return claim.certainty, claim.certainty or "not recorded"


def _decade_row(date: str | None) -> tuple[str | None, str]:
    """A date that leaves the decade open goes by itself, as written."""
    found = dates.decade(date)
    if found is None:
        return None, date or "undated"
    start, bce = found
    return f"{'-' * bce}{start}", dates.decade_in_words(start, bce)
