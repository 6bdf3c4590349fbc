"""Who stands in several positions on a question, and what that comes to, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from claimcli.answers.compare import Comparison, SeveralPositions
from claimcli.answers.sentences import Said, Sentence, sentence, series

Verdict = Literal["contradiction", "by reading", "revised", "compatible"]
"""What several positions of one holder come to; `compatible` where none excludes another."""


class Several(msgspec.Struct, frozen=True):
    """A holder of several positions."""

    held: SeveralPositions
    name: str
    verdict: Verdict
    sentence: Sentence


def on_several(comparison: Comparison) -> tuple[Several, ...]:
    """The holders of several positions, as they are met."""
    second = {
        entry.claim.id: entry.claim.second_hand
        for position in comparison.positions
        for entry in position.entries
    }
    return tuple(_several(comparison, held, second) for held in comparison.several_positions)


def _several(comparison: Comparison, held: SeveralPositions, second: Mapping[str, bool]) -> Several:
    holder = comparison.holders.get(held.scholar)
    name = holder.name if holder else held.scholar
    shown = f"“{name}”" if holder and holder.kind == "unnamed" else name
    letters = [p.siglum for p in comparison.positions if p.stance in held.stances]
    verdict = _verdict(comparison.question.exclusive, held)
    told = _TOLD[verdict]
    if verdict == "contradiction":
        told += _REPORTED[
            all(second[id] for id in held.claims), any(second[id] for id in held.claims)
        ]
    who = Said(shown, held.claims)
    return Several(
        held, name, verdict, sentence(who, f" is recorded under {series(letters)}", told)
    )


def _verdict(exclusive: bool, held: SeveralPositions) -> Verdict:
    if held.is_revised:
        return "revised"
    if not exclusive:
        return "compatible"
    return "by reading" if held.by_reading else "contradiction"


_TOLD: dict[Verdict, str] = {
    "revised": ": one of these claims revises another, which is a change of mind.",
    "compatible": "; the question does not say that one answer excludes the others.",
    "by reading": ": as worded under one at most, under the others by the recorder's reading.",
    "contradiction": ", of which one excludes the other",
}

_REPORTED = {
    (True, True): "; all of it is known from the reports of others.",
    (False, True): "; some of it is known from the reports of others.",
    (False, False): ".",
}
"""Whether all, and whether any, of the claims was read in another's work."""
