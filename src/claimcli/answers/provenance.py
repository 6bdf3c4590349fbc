"""What was read, what is known only through it, and how much rests on that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from claimcli.model import Claim


class ToCheck(msgspec.Struct, frozen=True):
    """A second-hand claim and how many claims rest on it: naming it as basis, and in all.

    `on_work` counts the claims that cite the holder's unread work or name it as their basis.
    """

    claim: Claim
    directly: int
    in_all: int
    on_work: int


def to_check(claims: Sequence[Claim]) -> list[ToCheck]:
    """Second-hand claims, those first on which most claims rest, in all and then directly.

    A claim rests on another that it names in its basis, and on all that that one rests on. Where
    as much rests on two, the unchecked comes before the checked, then that one on whose work more
    claims draw; ties keep the order of the files.
    """
    resting = _resting_on(claims)
    drawn = Counter(work for claim in claims for work in _drawn_on(claim))
    found = [
        ToCheck(
            claim,
            directly=len(resting.get(claim.id, ())),
            in_all=len(reached(claim.id, resting)),
            on_work=drawn[claim.citation.source] if claim.citation else 0,
        )
        for claim in claims
        if claim.second_hand
    ]
    return sorted(found, key=_urgency)


def _urgency(found: ToCheck) -> tuple[int, int, bool, int]:
    checked = found.claim.checked is not None
    return (-found.in_all, -found.directly, checked, -found.on_work)


def _drawn_on(claim: Claim) -> set[str]:
    """The works that a claim cites or rests on."""
    works = {ground.source for ground in claim.basis if ground.source}
    return works | ({claim.citation.source} if claim.citation else set())


def reached(claim: str, resting: Mapping[str, Iterable[str]]) -> set[str]:
    """Every claim that rests on a claim, at any remove; never itself, also where they circle."""
    met: set[str] = set()
    ahead = [claim]
    while ahead:
        following = set(resting.get(ahead.pop(), ())) - met
        met |= following
        ahead += following
    return met - {claim}


def _resting_on(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """For each claim that is a basis, the claims that name it; none rests on itself."""
    resting: dict[str, set[str]] = {}
    for claim in claims:
        for ground in claim.basis:
            if ground.claim and ground.claim != claim.id:
                resting.setdefault(ground.claim, set()).add(claim.id)
    return resting
