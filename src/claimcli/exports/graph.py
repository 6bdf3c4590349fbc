"""Claims as a graph: what takes which position, rests on what, and answers whom.

Every claim says how it is known: a reporter's phrase stands in quotation marks, what was read in
another's work says whose, and what is the recorder's judgement is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcli.answers.export import Selection
from claimcli.answers.views import Viewer
from claimcli.answers.wording import OF_THE_TIME
from claimcli.dates import year_in_words
from claimcli.model import NO_STANCE, Claim, positions_of


class Node(NamedTuple):
    """A question, a position (`question/stance`), a claim, or something that is not handed on.

    `kind`: question, position, claim, elsewhere. `known` says of a claim how it is known.
    """

    id: str
    kind: str
    label: str
    known: str = ""


class Edge(NamedTuple):
    """From one node to another.

    `kind`: `answers` (a position its question), `takes` (a claim a position), `rests on`,
    `disputes`, `qualifies`, `revises`. `is_unclear` where it is the recorder's judgement.
    """

    source: str
    target: str
    kind: str
    is_unclear: bool = False


def graph(selection: Selection) -> Iterator[Node | Edge]:
    """The nodes and edges; a node comes before the edges that lead from it."""
    viewer, met = selection.viewer, set[str]()
    for question in selection.questions:
        met.add(question.id)
        yield Node(question.id, "question", question.question)
        for stance in question.stances:
            id = f"{question.id}/{stance.id}"
            met.add(id)
            yield Node(id, "position", stance.label)
            yield Edge(id, question.id, "answers")
    for claim in selection.claims():
        yield Node(claim.id, "claim", *told(claim, viewer))
        for edge in _edges(claim):
            if edge.target not in met and not selection.has_claim(edge.target):
                met.add(edge.target)
                label = viewer.text_of(edge.target) or edge.target
                yield Node(edge.target, "elsewhere", label)
            yield edge


def _edges(claim: Claim) -> Iterator[Edge]:
    own = positions_of(claim.question, claim.stance, ())
    for question, stance in dict.fromkeys(claim.positions):
        if stance != NO_STANCE:
            field = "stance" if (question, stance) in own else "answers"
            yield Edge(claim.id, f"{question}/{stance}", "takes", field in claim.unclear)
    for ground in claim.basis:
        if ground.claim:
            yield Edge(claim.id, ground.claim, "rests on", "basis" in claim.unclear)
    for relation in claim.relations:
        yield Edge(claim.id, relation.target, relation.type, claim.relates_by_reading)


def told(claim: Claim, viewer: Viewer) -> tuple[str, str]:
    """What a claim says with its holders, and how it is known."""
    holders = ", ".join(shown_holder(viewer.holder(id)) for id in claim.scholars)
    year = viewer.year(claim)
    dated = f" ({year_in_words(year)})" if year is not None else ""
    return f"{holders}{dated}: {claim.statement}", _known(claim, viewer)


def shown_holder(holder: dict[str, str | None]) -> str:
    """A holder by his name: a reporter's phrase in quotation marks, somebody of the time marked."""
    name = holder["name"] or ""
    if holder["kind"] == "unnamed":
        return f"“{name}”"
    return f"{name} ({OF_THE_TIME})" if holder["kind"] == "contemporary" else name


def _known(claim: Claim, viewer: Viewer) -> str:
    via = [viewer.citation(step)["text"] for step in claim.via]
    known = [f"second-hand, via {' via '.join(reversed(via))}"] if via else []
    known += [f"unclear: {', '.join(claim.unclear)}"] if claim.unclear else []
    return "; ".join(known)
