"""A claim as a line of a list: how it is known, where it stands, in which position."""

from __future__ import annotations

from typing import Any

from claimcli.answers.marks import known_of_claim
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
        "known": known_of_claim(view),
        "letter": letter(question, claim.stance) if view["stance_label"] else None,
        "tone": tone(question, claim.stance),
        "stance": view["stance_label"] or ("takes no side" if claim.question else "background"),
        "cited": cited(view),
    }


def cited(view: View) -> str:
    """The work of a claim and the text that was read, in one line."""
    own = view["citation"]["text"] if view["citation"] else "no work named"
    return f"{own}, via {view['via'][-1]['text']}" if view["via"] else str(own)
