"""A claim as a line of a list: how it is known, where it stands, in which position."""

from __future__ import annotations

from typing import Any

from claimcli.answers.marks import Known
from claimcli.answers.views import View, Viewer
from claimcli.entities import Entities
from claimcli.model import Claim
from claimcli.site.typesetter import letter, tone


def row(claim: Claim, viewer: Viewer, entities: Entities) -> dict[str, Any]:
    """What a template has of a claim in a list."""
    view = viewer.claim(claim)
    question = entities.question(claim.question) if claim.question else None
    return {
        "view": view,
        "known": known_of(view),
        "letter": letter(question, claim.stance) if view["stance_label"] else None,
        "tone": tone(question, claim.stance),
        "stance": view["stance_label"] or ("takes no side" if claim.question else "background"),
        "cited": cited(view),
    }


def known_of(view: View) -> Known:
    """How a claim is known: a scholar among its holders makes it a scholar's."""
    kinds = {scholar["kind"] for scholar in view["scholars"]}
    if kinds and kinds <= {"unnamed", "contemporary"}:
        return "unnamed" if "unnamed" in kinds else "contemporary"
    return "second-hand" if view["second_hand"] else "read"


def cited(view: View) -> str:
    """The work of a claim and the text that was read, in one line."""
    own = view["citation"]["text"] if view["citation"] else "no work named"
    return f"{own}, via {view['via'][-1]['text']}" if view["via"] else str(own)
