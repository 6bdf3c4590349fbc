"""W407 and E408, what leads back to itself: grounds of claims, questions inside questions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from claimcli.checks.survey import Survey
from claimcli.corpus.findings import Finding, finding
from claimcli.model import Claim, Question


def circle_of_grounds(survey: Survey) -> Iterator[Finding]:
    """W407: claims that rest on each other in a circle, each circle once."""
    grounds = {
        claim.id: [b.claim for b in claim.basis if b.claim and b.claim != claim.id]
        for claim in survey.first_claims.values()
        if claim.basis
    }
    for circle in circles(grounds):
        claim = survey.first_claims[circle[0]]
        path = ("basis", _index_of(claim, circle[1]), "claim")
        message = f"these claims rest on each other in a circle: {_arrows(circle)}"
        hint = "one of the arrows is probably the wrong way round: `basis` is what a claim rests on"
        yield finding("W407", claim, path, message, hint)


def _index_of(claim: Claim, ground: str) -> int:
    return next(i for i, basis in enumerate(claim.basis) if basis.claim == ground)


def circle_of_questions(survey: Survey) -> Iterator[Finding]:
    """E408: a question that is part of itself, directly or through others."""
    wider = {q.id: [q.part_of] for q in survey.first_questions.values() if q.part_of}
    for circle in circles(wider):
        question: Question = survey.first_questions[circle[0]]
        message = f"a question cannot be a part of itself: {_arrows(circle)}"
        hint = "leave `part_of` out of the widest of them"
        yield finding("E408", question, ("part_of",), message, hint)


def _arrows(circle: list[str]) -> str:
    shown = [*circle, circle[0]]
    return " → ".join(shown if len(shown) <= 8 else [*shown[:6], "…", shown[-1]])


def circles(arrows: Mapping[str, Collection[str]]) -> Iterator[list[str]]:
    """The circles that a walk along the arrows closes, each as the nodes passed, in that order.

    Where circles share nodes, at least one of them is given. Takes time in the number of arrows,
    and no recursion, however long a chain is.
    """
    done: set[str] = set()
    for start in arrows:
        if start not in done:
            yield from _walk(start, arrows, done)


def _walk(start: str, arrows: Mapping[str, Collection[str]], done: set[str]) -> Iterator[list[str]]:
    way, position = [start], {start: 0}
    ahead = [iter(arrows[start])]
    while ahead:
        node = next(ahead[-1], None)
        if node is None:
            ahead.pop()
            left = way.pop()
            del position[left]
            done.add(left)
        elif node in position:
            yield way[position[node] :]
        elif node in arrows and node not in done:
            position[node] = len(way)
            way.append(node)
            ahead.append(iter(arrows[node]))
