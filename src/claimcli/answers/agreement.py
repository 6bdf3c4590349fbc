"""How far people who recorded the same places agree on the stances: Krippendorff's alpha.

Nominal data, any number of coders, any of them missing at a unit: K. Krippendorff, "Computing
Krippendorff's Alpha-Reliability" (2011), section C.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

import msgspec

from claimcli.model import Claim
from claimcli.names.folding import index_text

Unit = tuple[Hashable, ...]
"""What was coded: holders, cited work, text that was read, and the place in it."""


class Agreement(msgspec.Struct, frozen=True):
    """How far stances on a question agree.

    `alpha` is 1 for perfect agreement and 0 for chance; None with a `reason`. `n` counts the
    stances that could be paired, in `units` places; `coders` all who recorded claims on the
    question; `left_out` the places where one person recorded several stances.
    """

    alpha: float | None
    n: int
    units: int
    coders: int
    left_out: int
    reason: str | None = None


def agreement(question: str, claims: Iterable[Claim]) -> Agreement:
    """How far the stances on a question agree that several people recorded at the same places.

    A coder is who recorded a claim (`recorded.by`). Two claims are of one place when they have
    the same holders, cite the same work, were read in the same text, and give the same locator
    or, without one, the same quote.
    """
    coded: dict[Unit, dict[str, set[str]]] = {}
    coders = set()
    for claim in claims:
        stances = claim.stances_on(question)
        if claim.recorded and stances:
            coders.add(claim.recorded.by)
            if unit := unit_of(claim):
                coded.setdefault(unit, {}).setdefault(claim.recorded.by, set()).update(stances)
    clear = [values for values in coded.values() if all(len(s) == 1 for s in values.values())]
    units = [[next(iter(s)) for s in values.values()] for values in clear if len(values) > 1]
    met = any(len(values) > 1 for values in coded.values())
    n = sum(map(len, units))
    alpha = krippendorff_alpha(units)
    reason = None if alpha is not None else _reason(len(coders), units, met)
    return Agreement(alpha, n, len(units), len(coders), len(coded) - len(clear), reason)


def unit_of(claim: Claim) -> Unit | None:
    """The place that a claim is of; None where it gives neither a locator nor a quote."""
    read = claim.via[-1] if claim.via else claim.citation
    locators = [place.locator for place in (claim.citation, read) if place and place.locator]
    place = locators[0] if locators else claim.quote
    if not place:
        return None
    work = claim.citation.source if claim.citation else None
    kind = "locator" if locators else "quote"
    return (frozenset(claim.scholars), work, claim.witness, kind, index_text(place))


def _reason(coders: int, units: Sequence[Sequence[str]], met: bool) -> str:
    """Why there is no alpha; `met` where two people recorded a place, be it with many stances."""
    if coders < 2:
        return "fewer than two people recorded it" if coders else "no claim says who recorded it"
    if not units and met:
        return "at every place that two people recorded, one of them has several stances"
    if not units:
        return "no place was recorded by two people"
    return "every stance is the same: without variation there is no alpha"


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha of nominal values: 1 - observed / expected disagreement.

    Args:
        units: for each unit the values that coders gave it; a unit with fewer than two counts
            for nothing, since nothing can be paired.

    Returns:
        None where there are no pairs, or no two values differ.
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    totals = sum(paired, Counter())
    n = totals.total()
    expected = _unequal_pairs(totals)
    if not expected:
        return None
    observed = sum(_unequal_pairs(values) / (values.total() - 1) for values in paired)
    return 1 - (n - 1) * observed / expected


def _unequal_pairs(counts: Mapping[Hashable, int]) -> int:
    """How many ordered pairs of values differ."""
    total = sum(counts.values())
    return total * total - sum(count * count for count in counts.values())
