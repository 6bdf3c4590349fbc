"""Who stands in several positions on a question, and what that comes to, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from claimcli.answers.compare import Comparison
from claimcli.answers.holders import in_words
from claimcli.answers.sentences import Said, Sentence, sentence, series
from claimcli.answers.several_positions import SeveralPositions
from claimcli.answers.wording import BY_JUDGEMENT
from claimcli.model import Claim

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
    claims = {
        entry.claim.id: entry.claim
        for position in comparison.positions
        for entry in position.entries
    }
    return tuple(_several(comparison, held, claims) for held in comparison.several_positions)


def _several(
    comparison: Comparison, held: SeveralPositions, claims: Mapping[str, Claim]
) -> Several:
    holder = comparison.holders.get(held.scholar)
    name = holder.name if holder else held.scholar
    letters = [p.siglum for p in comparison.positions if p.stance in held.stances]
    verdict = _verdict(comparison.question.exclusive, held)
    told = _told(verdict, held) + _added(verdict, [claims[id] for id in held.claims])
    who = Said(in_words(holder, held.scholar), held.claims)
    return Several(
        held, name, verdict, sentence(who, f" is recorded under {series(letters)}", told)
    )


def _added(verdict: Verdict, claims: Sequence[Claim]) -> str:
    """What of it is known from others, and what is the recorder's judgement."""
    if verdict == "revised":
        revising = [c for c in claims if any(r.type == "revises" for r in c.relations)]
        judged = revising and all(claim.relates_by_reading for claim in revising)
        return f", {BY_JUDGEMENT}." if judged else "."
    told = ""
    if verdict == "contradiction":
        second = [claim.second_hand for claim in claims]
        told = _REPORTED[all(second), any(second)]
    if verdict != "by reading" and any("scholars" in claim.unclear for claim in claims):
        told += "; that it is all held by one is partly the recorder's judgement"
    return f"{told}."


def _verdict(exclusive: bool, held: SeveralPositions) -> Verdict:
    if held.is_revised:
        return "revised"
    if not exclusive:
        return "compatible"
    return "contradiction" if held.is_worded else "by reading"


def _told(verdict: Verdict, held: SeveralPositions) -> str:
    if verdict == "by reading" and not held.by_reading:
        return f", of which one excludes the other, but {held.reading}"
    return _TOLD[verdict]


_TOLD: dict[Verdict, str] = {
    "revised": ": one of these claims revises another, which is a change of mind",
    "compatible": "; the question does not say that one answer excludes the others",
    "by reading": ": as worded under one at most, under the others by the recorder's reading",
    "contradiction": ", of which one excludes the other",
}

_REPORTED = {
    (True, True): "; all of it is known from the reports of others",
    (False, True): "; some of it is known from the reports of others",
    (False, False): "",
}
"""Whether all, and whether any, of the claims was read in another's work."""
