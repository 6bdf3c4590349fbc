"""The page of a scholar: the positions by question, the works by year, how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from claimcli import citations
from claimcli.answers.career import Career, Standing
from claimcli.answers.counting import NO_SCHOLARS
from claimcli.answers.views import Viewer
from claimcli.model import Question, Scholar
from claimcli.pictures.shapes import legend
from claimcli.pictures.strips import Figure, Line, axis_drawing
from claimcli.pictures.svg import Svg
from claimcli.site import addresses
from claimcli.site.claim_line import row
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter, letter, tone

KINDS = {
    "person": "scholar",
    "group": "a named body",
    "anonymous": "the unknown author of a work",
    "unnamed": "a reporter’s phrase, and never counted as a scholar",
    "contemporary": "somebody of the time that is spoken of, and never counted as a scholar",
}
"""What each kind of holder is, in words."""


def scholar_page(setter: Typesetter, found: Career, links: Links, **beside: object) -> str:
    """The page of a scholar, or of another holder."""
    entities, axis = found.shown.entities, found.axis
    marks = [mark for standing in found.standings for mark in standing.marks]
    viewer = Viewer.of(entities)
    set_row = partial(row, viewer=viewer, entities=entities)
    return setter.set(
        "scholar.html",
        links,
        title=found.scholar.name,
        summary=_facts(found.scholar),
        style=("figures", "lists", "claims"),
        scholar=found.scholar,
        facts=_facts(found.scholar),
        known=_known(found, links),
        questions=list(_questions(found, links, set_row)),
        axis=axis_drawing(axis) if axis else None,
        key=legend(marks),
        is_judged=any(mark.is_judged for mark in marks),
        changes=[
            {"year": viewer.year(change.claim), "was": change.was, "now": change.claim.statement}
            | {"is_judged": change.claim.relates_by_reading}
            | {"from": links.to_target(change.target), "to": links.to("claim", change.claim.id)}
            for change in found.changes
        ],
        background=list(map(set_row, found.background)),
        drawing=[
            set_row(claim)
            for part, claims in found.shown.parts.items()
            for claim in claims
            if part != "held"
        ],
        **beside,
    )


def _facts(scholar: Scholar) -> str:
    school = f"school: {scholar.school}" if scholar.school else ""
    return " · ".join(filter(None, (KINDS.get(scholar.kind, scholar.kind), school)))


def _known(found: Career, links: Links) -> dict[str, Any]:
    """How much was read in the holder's own work, and on which questions nothing was."""
    held = [claim for claim in found.shown.claims if found.scholar.id in claim.scholars]
    only = [
        question
        for question, standings in _by_question(found)
        if all(standing.is_second_hand for standing in standings)
    ]
    return {
        "claims": len(held),
        "second": sum(claim.second_hand for claim in held),
        "only": [{"text": q.question, "address": links.page("question", q.id)} for q in only],
        "is_scholar": found.scholar.kind not in NO_SCHOLARS,
    }


def _by_question(found: Career) -> Iterator[tuple[Question, list[Standing]]]:
    for _, of in groupby(found.standings, key=lambda standing: standing.question.id):
        standings = list(of)
        yield standings[0].question, standings


def _questions(found: Career, links: Links, set_row: Any) -> Iterator[dict[str, Any]]:
    strips = iter(_strips(found, links))
    for question, standings in _by_question(found):
        yield {
            "text": question.question,
            "address": links.page("question", question.id),
            "anchor": addresses.anchor("question", question.id),
            "is_second_hand": all(standing.is_second_hand for standing in standings),
            "standings": [
                {
                    "letter": letter(question, standing.stance),
                    "tone": tone(question, standing.stance),
                    "label": standing.label,
                    "anchor": addresses.anchor("held", f"{question.id}/{standing.stance}"),
                    "address": links.to_position(question.id, standing.stance),
                    "strip": next(strips),
                    "rows": [
                        {**set_row(entry.claim), "tone": tone(question, standing.stance)}
                        for entry in standing.entries
                    ],
                }
                for standing in standings
            ],
        }


def _strips(found: Career, links: Links) -> Iterable[Svg]:
    axis = found.axis
    if axis is None:
        return [Svg("")] * len(found.standings)
    source = found.shown.entities.source
    works = {mark.work for standing in found.standings for mark in standing.marks}
    names = {work: citations.short(source(work), work) if work else "" for work in works}
    lines = tuple(
        Line(f"{s.question.question} {s.label}", s.marks, tone(s.question, s.stance), names)
        for s in found.standings
    )
    return [strip.drawing for strip in Figure(lines, axis, partial(_claim, links)).strips()]


def _claim(links: Links, id: str) -> str:
    return links.to("claim", id) or "#"
