"""The page of a scholar: where he stands on every question, his works by year, how it is known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from typing import Any

from claimcli.answers.career import Career, Standing
from claimcli.answers.marks import KNOWN, Known
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import plural
from claimcli.model import Claim, Scholar
from claimcli.pictures.shapes import MEANING
from claimcli.pictures.strips import Figure, Line, axis_drawing
from claimcli.pictures.svg import Svg
from claimcli.site import addresses
from claimcli.site.links import Links
from claimcli.site.typesetting import Typesetter, letter, tone

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
    viewer = Viewer(found.shown.entities)
    scholar, axis = found.scholar, found.axis
    drawn = iter(_strips(found, links))
    questions = [
        _question(list(standings), drawn, viewer, links)
        for _, standings in groupby(found.standings, key=lambda standing: standing.question.id)
    ]
    return setter.set(
        "scholar.html",
        links,
        title=scholar.name,
        summary=_facts(scholar),
        style=("figures", "lists"),
        scholar=scholar,
        facts=_facts(scholar),
        known=_known(found, links),
        questions=questions,
        axis=axis_drawing(axis) if axis else None,
        key=_key(found),
        changes=[
            {"year": viewer.year(change.claim), "was": change.was, "now": change.claim.statement}
            | {"from": links.to_target(change.target), "to": links.to("claim", change.claim.id)}
            for change in found.changes
        ],
        background=[_row(claim, viewer) for claim in found.background],
        drawing=[
            _row(claim, viewer)
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
    """How much of it was read in his own work, and on which questions none was."""
    held = [claim for claim in found.shown.claims if found.scholar.id in claim.scholars]
    second = [claim for claim in held if claim.second_hand]
    only = {
        standings[0].question
        for standings in _by_question(found.standings)
        if all(standing.is_second_hand for standing in standings)
    }
    asked = list(dict.fromkeys(s.question for s in found.standings))
    return {
        "claims": len(held),
        "second": len(second),
        "only": [
            {"text": question.question, "address": links.page("question", question.id)}
            for question in asked
            if question in only
        ],
        "all": len(asked),
    }


def _by_question(standings: Iterable[Standing]) -> list[list[Standing]]:
    return [list(of) for _, of in groupby(standings, key=lambda s: s.question.id)]


def _strips(found: Career, links: Links) -> list[Svg]:
    axis = found.axis
    if axis is None:
        return [Svg("")] * len(found.standings)
    lines = tuple(
        Line(
            f"{standing.question.question} {standing.label}",
            standing.marks,
            tone(standing.question, standing.stance),
        )
        for standing in found.standings
    )
    return [strip.drawing for strip in Figure(lines, axis, partial(_claim, links)).strips()]


def _claim(links: Links, id: str) -> str:
    return links.to("claim", id) or "#"


def _question(
    standings: list[Standing], drawn: Iterable[Svg], viewer: Viewer, links: Links
) -> dict[str, Any]:
    question = standings[0].question
    return {
        "text": question.question,
        "address": links.page("question", question.id),
        "anchor": addresses.anchor("question", question.id),
        "is_second_hand": all(standing.is_second_hand for standing in standings),
        "standings": [
            {
                "letter": letter(question, standing.stance),
                "tone": tone(question, standing.stance),
                "label": standing.label,
                "address": links.to_position(question.id, standing.stance),
                "strip": strip,
                "claims": [_row(entry.claim, viewer) for entry in standing.entries],
                "counted": plural(len(standing.entries), "claim"),
            }
            for standing, strip in zip(standings, drawn, strict=False)
        ],
    }


def _row(claim: Claim, viewer: Viewer) -> dict[str, Any]:
    view = viewer.claim(claim)
    return {"view": view, "known": "second-hand" if claim.second_hand else "read"}


def _key(found: Career) -> list[tuple[Known, str]]:
    met = {mark.known for standing in found.standings for mark in standing.marks}
    return [(known, MEANING[known]) for known in KNOWN if known in met]


def cited(view: View) -> str:
    """The work of a claim and the text that was read, in one line."""
    own = view["citation"]["text"] if view["citation"] else "no work named"
    return f"{own}, via {view['via'][-1]['text']}" if view["via"] else own
