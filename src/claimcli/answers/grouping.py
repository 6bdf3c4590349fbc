"""The matrix of a comparison: its claims by scholar, school, decade, source or certainty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from claimcli import citations, dates
from claimcli.answers.counting import Entry
from claimcli.entities import Entities, date_of
from claimcli.model import CLAIM_CERTAINTIES, Claim

GROUPINGS = ("scholar", "school", "decade", "source", "certainty")


class Group(msgspec.Struct, frozen=True):
    """One row of the matrix: claims by stance (`none` among them) of a scholar, school, …

    `key` is None where what is grouped by is not recorded; of a decade it is the first year
    (`1970`), with a minus before our era (`-40`).
    """

    key: str | None
    label: str
    counts: dict[str, int]


def grouped(
    columns: Mapping[str, Iterable[Entry]], entities: Entities, by: str
) -> tuple[Group, ...]:
    """The rows of the matrix; `columns` are the claims of each stance, and of none."""
    rows: dict[tuple[str | None, str], dict[str, int]] = {}
    for stance, entries in columns.items():
        for entry in entries:
            for row in _rows_of(entry.claim, entities, by):
                rows.setdefault(row, dict.fromkeys(columns, 0))[stance] += 1
    ordered = sorted(rows.items(), key=lambda row: _row_order(row[0][0], by))
    return tuple(Group(key, label, counts) for (key, label), counts in ordered)


def _row_order(key: str | None, by: str) -> tuple[bool, int, bool]:
    """Decades and certainties in their own order, the rest as met, the unrecorded last."""
    if key is not None and by == "decade":
        return (False, int(key), not key.startswith("-"))
    if key is not None and by == "certainty" and key in CLAIM_CERTAINTIES:
        return (False, CLAIM_CERTAINTIES.index(key), False)
    return (key is None, 0, False)


def _rows_of(claim: Claim, entities: Entities, by: str) -> list[tuple[str | None, str]]:
    if by in ("scholar", "school"):
        holders = ((id, entities.scholar(id)) for id in dict.fromkeys(claim.scholars))
        if by == "scholar":
            return [(id, scholar.name if scholar else id) for id, scholar in holders]
        schools = dict.fromkeys(scholar.school if scholar else None for _, scholar in holders)
        return [(school, school or "no school recorded") for school in schools]
    if by == "decade":
        return [_decade_row(date_of(claim, entities))]
    if by == "source":
        if claim.citation is None:
            return [(None, "no work named")]
        source = claim.citation.source
        return [(source, citations.short(entities.source(source), source))]
    return [(claim.certainty, claim.certainty or "not recorded")]


def _decade_row(date: str | None) -> tuple[str | None, str]:
    """A date that leaves the decade open goes by itself, as written."""
    found = dates.decade(date)
    if found is None:
        return None, date or "undated"
    start, bce = found
    return f"{'-' * bce}{start}", f"{start}s{' BCE' * bce}"
