"""How far people who took the same places for positions agree: Krippendorff's alpha.

Any number of coders, any of them missing at a unit: K. Krippendorff, "Computing Krippendorff's
Alpha-Reliability" (2011), section C for nominal data, section D for the ordinal metric.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate

import msgspec

from claimcli.answers.codings import Place, places_on
from claimcli.model import Claim, Draft, Question


class Agreement(msgspec.Struct, frozen=True):
    """How far stances on a question agree.

    `alpha` is 1 for perfect agreement and 0 for chance; None with a `reason`. `n` counts the
    stances that could be paired, in `units` places; `coders` all who took a place for a position on
    the question; `left_out` the places that one person took for several. `ordinal` is the same with
    the distance between stances that run from pole to pole: taking no side has no place among them,
    and counts as nothing recorded. None of stances that are not ordered, and with an
    `ordinal_reason`.
    """

    alpha: float | None
    n: int
    units: int
    coders: int
    left_out: int
    reason: str | None = None
    ordinal: float | None = None
    ordinal_reason: str | None = None


def agreement(
    question: Question, claims: Iterable[Claim], drafts: Iterable[Draft] = ()
) -> Agreement:
    """How far people agree who took the same places for positions on a question.

    `claims` are those on it; blind readings are among the `drafts`.
    """
    on_it = [claim for claim in claims if claim.stances_on(question.id)]
    places = places_on(question.id, on_it, drafts)
    clear = [place for place in places if place.is_clear]
    met = any(len(place.codings) > 1 for place in places)
    units = [_values(place) for place in clear if len(place.codings) > 1]
    coders = {coding.by for place in places for coding in place.codings}
    coders |= {claim.recorded.by for claim in on_it if claim.recorded}
    alpha = krippendorff_alpha(units)
    reason = None if alpha is not None else _reason(len(coders), units, met)
    ordinal, ordinal_reason = _ordinal(question, units, reason)
    return Agreement(
        *(alpha, sum(map(len, units)), len(units), len(coders), len(places) - len(clear)),
        *(reason, ordinal, ordinal_reason),
    )


def _values(place: Place) -> list[str]:
    return [next(iter(coding.stances)) for coding in place.codings]


def _ordinal(
    question: Question, units: Iterable[Sequence[str]], reason: str | None
) -> tuple[float | None, str | None]:
    """The ordinal alpha, or why there is none."""
    order = [stance.id for stance in question.stances]
    if not question.ordered:
        return None, None
    on_scale = [[value for value in values if value in order] for values in units]
    alpha = krippendorff_alpha(on_scale, order)
    if alpha is not None or reason:
        return alpha, reason
    if not any(len(values) > 1 for values in on_scale):
        return None, "nowhere do two people take a side: without it a stance has no rank"
    return None, _ALIKE


def _reason(coders: int, units: Sequence[Sequence[str]], met: bool) -> str:
    """Why there is no alpha; `met` where two people recorded a place, be it with many stances."""
    if coders < 2:
        return "fewer than two people recorded it" if coders else "no claim says who recorded it"
    if not units and met:
        return "at every place that two people recorded, one of them has several stances"
    if not units:
        return "no place was recorded by two people"
    return _ALIKE


_ALIKE = "every stance is the same: without variation there is no alpha"


def krippendorff_alpha(
    units: Iterable[Sequence[Hashable]], order: Sequence[Hashable] = ()
) -> float | None:
    """Krippendorff's alpha: 1 - observed / expected disagreement.

    Args:
        units: for each unit the values that coders gave it; a unit with fewer than two counts
            for nothing, since nothing can be paired.
        order: all values from pole to pole, where they are ordinal; without it they are nominal.

    Returns:
        None where there are no pairs, or no two values differ.
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    totals: Counter[Hashable] = sum(paired, Counter())
    distance = _between_ranks(totals, order) if order else _unequal
    expected = _disagreement(totals, distance)
    if not expected:
        return None
    observed = sum(_disagreement(values, distance) / (values.total() - 1) for values in paired)
    return 1 - (totals.total() - 1) * observed / expected


Distance = Callable[[Hashable, Hashable], float]
"""How far two values are from each other, squared."""


def _unequal(one: Hashable, other: Hashable) -> float:
    return float(one != other)


def _between_ranks(totals: Counter[Hashable], order: Sequence[Hashable]) -> Distance:
    """The ordinal metric: how many values lie between two, half of those of either among them."""
    counts = [totals[value] for value in order]
    ends = list(accumulate(counts))
    middles = {
        value: end - count / 2 for value, count, end in zip(order, counts, ends, strict=True)
    }
    return lambda one, other: (middles[one] - middles[other]) ** 2


def _disagreement(counts: Counter[Hashable], distance: Distance) -> float:
    """The distances of all ordered pairs of values."""
    return sum(
        number * others * distance(value, other)
        for value, number in counts.items()
        for other, others in counts.items()
    )
