"""Who takes several positions on one question, what he gave up, and what of it is our reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from claimcli.answers.counting import Entry
from claimcli.model import Claim

WORDED = ("scholars", "statement")
"""The fields without which nobody can say that a holder takes a position as worded."""


class SeveralPositions(msgspec.Struct, frozen=True):
    """One holder with more than one stance on the question.

    `by_reading` where as worded he has one at most: on the others he stands by the recorder's
    judgement. `unclear` are fields of WORDED that are the recorder's judgement in every claim of a
    stance. `is_revised` where he gave one up: a claim of his here revises another. So many of the
    claims are `second_hand`: of them only the reporter is known to have written so.
    """

    scholar: str
    stances: tuple[str, ...]
    claims: tuple[str, ...]
    by_reading: bool = False
    unclear: tuple[str, ...] = ()
    is_revised: bool = False
    second_hand: int = 0

    @property
    def is_worded(self) -> bool:
        """Whether he takes more than one as worded, and not only as the recorder reads it."""
        return not (self.by_reading or self.unclear)

    @property
    def is_contradiction(self) -> bool:
        """Whether he contradicts himself in words, if the stances exclude each other."""
        return self.is_worded and not self.is_revised

    @property
    def reading(self) -> str:
        """How far he takes them by the recorder's reading alone, in words; empty for as worded."""
        if self.by_reading:
            return BY_READING
        read = " and of ".join(_READ[field] for field in self.unclear)
        return f"{BY_READING} of {read}" if read else ""


def second_hand_part(number: int, claims: int) -> str:
    """How much of so many claims is second-hand, in words; empty for nothing."""
    return f"{'all' if number == claims else 'some'} of it second-hand" if number else ""


BY_READING = "only by the recorder's reading"

_READ = {"scholars": "who holds it", "statement": "the statement"}
"""What a reading of the fields of WORDED is of."""


def several_positions(
    question: str, taken: Mapping[str, Iterable[Entry]]
) -> tuple[SeveralPositions, ...]:
    """Who holds more than one of these stances, in the order in which they are met."""
    held: dict[str, dict[str, list[Entry]]] = {}
    for stance, entries in taken.items():
        for entry in entries:
            for scholar in entry.claim.scholars:
                held.setdefault(scholar, {}).setdefault(stance, []).append(entry)
    return tuple(
        _of_holder(question, scholar, of_stance)
        for scholar, of_stance in held.items()
        if len(of_stance) > 1
    )


def _of_holder(
    question: str, scholar: str, held: Mapping[str, Sequence[Entry]]
) -> SeveralPositions:
    claims = {entry.claim.id: entry.claim for entries in held.values() for entry in entries}
    worded = sum(not all(entry.by_reading for entry in entries) for entries in held.values())
    own = {*claims, *(f"{question}/{stance}" for stance in held)}
    return SeveralPositions(
        scholar=scholar,
        stances=tuple(held),
        claims=tuple(claims),
        by_reading=worded <= 1,
        unclear=_unclear(held.values()),
        is_revised=any(target in own for claim in claims.values() for target in _revises(claim)),
        second_hand=sum(claim.second_hand for claim in claims.values()),
    )


def _unclear(held: Iterable[Sequence[Entry]]) -> tuple[str, ...]:
    """The fields of WORDED for which some stance has no claim that is clear in them."""
    every = list(held)
    return tuple(
        field
        for field in WORDED
        if any(all(field in entry.claim.unclear for entry in entries) for entries in every)
    )


def revised(claims: Iterable[Claim]) -> dict[str, Claim]:
    """The claims that a holder of theirs gave up, by id, each with the one that revises it."""
    by_id = {claim.id: claim for claim in claims}
    return {
        target: claim
        for claim in by_id.values()
        for target in _revises(claim)
        if target in by_id and not set(claim.scholars).isdisjoint(by_id[target].scholars)
    }


def given_up(question: str, claims: Sequence[Claim]) -> frozenset[str]:
    """The stances that a holder of all these claims on a question has given up.

    It is one that a claim of his beyond it revises, or whose claims are revised each and all.
    """
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        for stance in claim.stances_on(question):
            held.setdefault(stance, []).append(claim)
    gone = set(revised(claims))
    return frozenset(
        stance
        for stance, own in held.items()
        if gone.issuperset(claim.id for claim in own)
        or any(f"{question}/{stance}" in _revises(c) for c in claims if c not in own)
    )


def _revises(claim: Claim) -> list[str]:
    """What a claim revises, in its holder's words or by the recorder's judgement."""
    return [relation.target for relation in claim.relations if relation.type == "revises"]
