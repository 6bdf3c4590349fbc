"""The page of a work: what it reports of others, then what it claims, and on which pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcli.answers.marks import Known
from claimcli.answers.testimony import Testimony, place_in
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import plural
from claimcli.entities import Entities
from claimcli.model import Claim
from claimcli.site.links import Links
from claimcli.site.typesetting import Typesetter, letter, tone


def source_page(setter: Typesetter, found: Testimony, links: Links, **beside: object) -> str:
    """The page of a work."""
    return setter.set(
        "source.html",
        links,
        title=found.shown.view["text"],
        summary=found.note,
        style=("lists",),
        source=found.source,
        note=found.note,
        entry=found.entry,
        facts=_facts(found),
        places=[
            {
                "words": place.locator or "no page given",
                "claims": [{"id": id, "address": links.to("claim", id)} for id in place.claims],
            }
            for place in found.places
        ],
        groups=_groups(found, links),
        checked=len(found.checked),
        read=len(found.read),
        **beside,
    )


def _facts(found: Testimony) -> str:
    read, checked = len(found.read), len(found.checked)
    if not read:
        return "not read: known only from what others say of it"
    twice = f"{checked} of them checked a second time" if checked else "none checked a second time"
    return f"read: {plural(read, 'claim')} from it, {twice}"


def _groups(found: Testimony, links: Links) -> list[dict[str, Any]]:
    id, entities = found.source.id, found.shown.entities
    others = "known only through this text"
    drawing = "that name it as what they rest on"
    return [
        _group("reported", "What it reports of others", others, found.reported, id, entities),
        _group("made", "What it claims", "by page", found.made, id, entities),
        _group("drawing", "Claims that rest on it", drawing, found.drawing, id, entities),
    ]


def _group(
    anchor: str, title: str, sub: str, claims: Iterable[Claim], source: str, entities: Entities
) -> dict[str, Any]:
    viewer = Viewer(entities)
    rows = [_row(claim, source, viewer, entities) for claim in claims]
    return {"anchor": anchor, "title": title, "sub": sub, "rows": rows}


def _row(claim: Claim, source: str, viewer: Viewer, entities: Entities) -> dict[str, Any]:
    view = viewer.claim(claim)
    question = entities.question(claim.question) if claim.question else None
    return {
        "view": view,
        "place": place_in(claim, source) or "",
        "known": _known(view),
        "letter": letter(question, claim.stance) if question else None,
        "tone": tone(question, claim.stance),
        "stance": view["stance_label"] or ("takes no side" if question else "background"),
    }


def _known(view: View) -> Known:
    kinds = {scholar["kind"] for scholar in view["scholars"]}
    if kinds == {"unnamed"}:
        return "unnamed"
    if kinds == {"contemporary"}:
        return "contemporary"
    return "second-hand" if view["second_hand"] else "read"
