"""The counts of claims, each number with the claims that it counts."""

from __future__ import annotations

from collections.abc import Container, Iterable

import msgspec

from claimcli.answers.counting import Counts, Entry, gather
from claimcli.entities import Entities
from claimcli.model import Claim


class Counted(msgspec.Struct, frozen=True):
    """A number, and the ids of the claims that it counts or that its holders make."""

    number: int
    claims: tuple[str, ...]


class Tally(msgspec.Struct, frozen=True):
    """What `Counts` has, each with its claims."""

    scholars: Counted
    first_hand: Counted
    second_hand: Counted
    unnamed: Counted
    contemporaries: Counted
    witnesses: Counted
    unclear: Counted
    by_reading: Counted
    claims: Counted

    @property
    def counts(self) -> Counts:
        """The numbers alone."""
        return Counts(*(getattr(self, name).number for name in Counts.__struct_fields__))


def tally(
    entries: Iterable[Entry], entities: Entities, among: Container[str] | None = None
) -> Tally:
    """The counts of a set of claims, as `count` gives them, each with its claims."""
    found = gather(entries, entities, among)
    claims = found.claims

    def held(holders: set[str]) -> Counted:
        ids = (claim.id for claim in claims if holders.intersection(claim.scholars))
        return Counted(len(holders), tuple(ids))

    read = {claim.id for claim in claims if not claim.second_hand}
    first_hand = held(found.read)
    return Tally(
        scholars=held(found.scholars),
        first_hand=Counted(first_hand.number, tuple(id for id in first_hand.claims if id in read)),
        second_hand=held(found.scholars - found.read),
        unnamed=held(found.unnamed),
        contemporaries=held(found.contemporaries),
        witnesses=Counted(len(found.witnesses), ids(c for c in claims if c.witness)),
        unclear=counted(claim for claim in claims if claim.unclear),
        by_reading=held(found.scholars - found.worded),
        claims=counted(claims),
    )


def counted(claims: Iterable[Claim]) -> Counted:
    """A number of claims."""
    found = ids(claims)
    return Counted(len(found), found)


def ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of claims."""
    return tuple(claim.id for claim in claims)
