"""Who stands in several positions on a question, and what that comes to, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from claimcli.answers.compare import Comparison
from claimcli.answers.holders import in_words
from claimcli.answers.sentences import Said, Sentence, sentence, series, series_of
from claimcli.answers.several_positions import SeveralPositions
from claimcli.answers.wording import BY_JUDGEMENT
from claimcli.model import Claim

Verdict = Literal["contradiction", "by reading", "revised", "compatible"]
"""What several positions of one holder come to; `compatible` where none excludes another."""


class Several(msgspec.Struct, frozen=True):
    """A holder of several positions: `told` is which they are, and what they come to."""

    held: SeveralPositions
    name: str
    verdict: Verdict
    who: Said
    told: str

    @property
    def sentence(self) -> Sentence:
        """What is to be said of this holder."""
        return sentence(self.who, " is recorded under ", self.told)


class Together(msgspec.Struct, frozen=True):
    """What is said at once of all holders of the same positions that come to the same.

    `holders` are those that are too many to be named in the sentence.
    """

    sentence: Sentence
    holders: Sentence = ()


NAMED_AT_ONCE = 6
"""Holders that are named within a sentence."""


def together(several: Iterable[Several]) -> Iterator[Together]:
    """The sentences, each said once, in the order of the first of whom it is true."""
    alike: dict[str, list[Several]] = {}
    for one in several:
        alike.setdefault(one.told, []).append(one)
    for told, holders in alike.items():
        names = series_of(one.who for one in holders)
        if len(holders) == 1:
            yield Together(holders[0].sentence)
        elif len(holders) <= NAMED_AT_ONCE:
            yield Together(sentence(*names, " are recorded under ", _of_many(told)))
        else:
            many = f"{len(holders):,} holders are recorded under "
            yield Together(sentence(many, _of_many(told)), sentence(*names, "."))


def _of_many(told: str) -> str:
    for of_one, of_many in _OF_MANY:
        told = told.replace(of_one, of_many)
    return told


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
    return Several(held, name, verdict, who, series(letters) + told)


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
        told += _BY_ONE
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

_BY_ONE = "; that it is all held by one is partly the recorder's judgement"

_OF_MANY = (
    (_TOLD["revised"], ": each has a claim that revises another, which is a change of mind"),
    (_TOLD["by reading"], _TOLD["by reading"].replace(": as", ": each as")),
    (_BY_ONE, "; that all of it is held by each is partly the recorder's judgement"),
)
"""What is said otherwise of several holders than of one."""

_REPORTED = {
    (True, True): "; all of it is known from the reports of others",
    (False, True): "; some of it is known from the reports of others",
    (False, False): "",
}
"""Whether all, and whether any, of the claims was read in another's work."""
