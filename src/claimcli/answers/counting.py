"""Honest counts of claims: who holds them, how they were read, and how much is our reading."""

from __future__ import annotations

from collections.abc import Container, Iterable

import msgspec

from claimcli.entities import Entities
from claimcli.model import NO_STANCE, Claim, Question

NO_SCHOLARS = ("unnamed", "contemporary")
"""The kinds of holders that are never counted as scholars."""


class Entry(msgspec.Struct, frozen=True):
    """A claim in a position; `secondary` where it stands there through `answers`."""

    claim: Claim
    secondary: bool = False

    @property
    def by_reading(self) -> bool:
        """Whether it stands there by the recorder's judgement: what puts it there is `unclear`."""
        return ("answers" if self.secondary else "stance") in self.claim.unclear


def entries_on(question: str, claims: Iterable[Claim]) -> list[Entry]:
    """Claims that bear on a question, each once; `secondary` those of another one."""
    return [Entry(claim, secondary=claim.question != question) for claim in claims]


def by_stance(question: str, claims: Iterable[Claim]) -> dict[str, list[Entry]]:
    """The claims that take each stance on a question, in the order in which they are met."""
    taken: dict[str, list[Entry]] = {}
    for claim in claims:
        own = claim.stance if claim.question == question else None
        for stance in dict.fromkeys(claim.stances_on(question)):
            if stance != NO_STANCE:
                taken.setdefault(stance, []).append(Entry(claim, secondary=stance != own))
    return taken


def stances_in_order(question: Question, stances: Iterable[str]) -> list[str]:
    """All stances that a question declares, in its order, then others as they are given."""
    return list(dict.fromkeys([*(declared.id for declared in question.stances), *stances]))


def count_each(
    question: Question, claims: Iterable[Claim], entities: Entities
) -> dict[str, Counts]:
    """The counts of each stance on a question, in its order; of those that it does not declare."""
    taken = by_stance(question.id, claims)
    return {s: count(taken.get(s, ()), entities) for s in stances_in_order(question, taken)}


class Counts(msgspec.Struct, frozen=True):
    """What a set of claims counts for, each distinct within the set.

    `scholars` (persons, groups, anonymous works) = `first_hand` + `second_hand`; second-hand is
    one none of whose claims in the set was read in his own work. `unnamed` holders and
    `contemporaries` of what is spoken of are never added to scholars. `witnesses` are the texts
    that were read. `by_reading` are the scholars all of whose claims in the set stand where they
    do by the recorder's reading. `claims` tells the recorder's grain, not the weight of a position.
    """

    scholars: int
    first_hand: int
    second_hand: int
    unnamed: int
    contemporaries: int
    witnesses: int
    unclear: int
    by_reading: int
    claims: int


class Gathered(msgspec.Struct, frozen=True):
    """A set of claims, each once, and who holds them: the ids that `Counts` has the numbers of.

    `read` are the scholars of whom a claim was read in their own work, `worded` the holders of whom
    one stands where it does not by the recorder's reading.
    """

    claims: tuple[Claim, ...]
    scholars: set[str]
    read: set[str]
    unnamed: set[str]
    contemporaries: set[str]
    worded: set[str]
    witnesses: set[str | None]


def gather(
    entries: Iterable[Entry], entities: Entities, among: Container[str] | None = None
) -> Gathered:
    """The claims of a set and their holders; a claim is taken once however often it is given.

    `among`: of its holders only these, where some of a joint claim belong elsewhere.
    """
    given = list(entries)
    distinct = tuple({entry.claim.id: entry.claim for entry in given}.values())
    holders = {id for claim in distinct for id in claim.scholars if among is None or id in among}
    kinds = {id: scholar.kind for id in holders if (scholar := entities.scholar(id))}
    scholars = {id for id in holders if kinds.get(id) not in NO_SCHOLARS}
    return Gathered(
        claims=distinct,
        scholars=scholars,
        read=scholars & {id for c in distinct if not c.second_hand for id in c.scholars},
        unnamed={id for id, kind in kinds.items() if kind == "unnamed"},
        contemporaries={id for id, kind in kinds.items() if kind == "contemporary"},
        worded={id for entry in given if not entry.by_reading for id in entry.claim.scholars},
        witnesses={claim.witness for claim in distinct} - {None},
    )


def count(
    entries: Iterable[Entry], entities: Entities, among: Container[str] | None = None
) -> Counts:
    """The counts of a set of claims and of their holders, as they are gathered."""
    found = gather(entries, entities, among)
    return Counts(
        scholars=len(found.scholars),
        first_hand=len(found.read),
        second_hand=len(found.scholars - found.read),
        unnamed=len(found.unnamed),
        contemporaries=len(found.contemporaries),
        witnesses=len(found.witnesses),
        unclear=sum(bool(claim.unclear) for claim in found.claims),
        by_reading=len(found.scholars - found.worded),
        claims=len(found.claims),
    )


def counts_view(counts: Counts) -> dict[str, int]:
    """Counts as published, in the order in which they are to be read."""
    return {key: getattr(counts, key) for key in Counts.__struct_fields__}


def unquoted(claims: Iterable[Claim], entities: Entities) -> set[str]:
    """The scholars who count as read in their own work, and no quotation shows that they were."""
    first_hand = [claim for claim in claims if not claim.second_hand]
    shown = {id for claim in first_hand if claim.quote for id in claim.scholars}
    return gather(map(Entry, first_hand), entities).scholars - shown
