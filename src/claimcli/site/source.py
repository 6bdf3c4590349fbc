"""The page of a work: what it reports of others, then what it claims, and on which pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimcli.answers.testimony import Testimony, place_in
from claimcli.answers.views import Viewer
from claimcli.answers.wording import plural
from claimcli.model import Claim
from claimcli.site.claim_line import row
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter


def source_page(setter: Typesetter, found: Testimony, links: Links, **beside: object) -> str:
    """The page of a work."""
    return setter.set(
        "source.html",
        links,
        title=found.shown.view["text"],
        summary=found.note,
        style=("lists", "claims"),
        source=found.source,
        note=found.note,
        entry=found.entry,
        facts=_facts(found),
        places=list(_places(found, links)),
        reported=_by_holder(found),
        made=_by_question(found, found.made),
        drawing=_by_question(found, found.drawing),
        counts=[len(found.reported), len(found.made), len(found.drawing)],
        **beside,
    )


def _facts(found: Testimony) -> str:
    read, checked = len(found.read), len(found.checked)
    if not read:
        return "not read: known only from what others say of it"
    twice = (
        f"{checked:,} of them checked a second time" if checked else "none checked a second time"
    )
    return f"read: {plural(read, 'claim')} from it, {twice}"


def _by_holder(found: Testimony) -> list[dict[str, Any]]:
    """What it reports, by whose view that is, in the order of the files."""
    met: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for claim in found.reported:
        met.setdefault(claim.scholars, []).append(_row(found, claim))
    return [{"holders": rows[0]["view"]["scholars"], "rows": rows} for rows in met.values()]


def _by_question(found: Testimony, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Claims under their questions; the background comes last."""
    met: dict[str | None, list[dict[str, Any]]] = {}
    for claim in claims:
        met.setdefault(claim.question, []).append(_row(found, claim))
    ordered = sorted(met, key=lambda question: question is None)
    holders = {id for claim in claims for id in claim.scholars}
    return [
        {
            "question": met[id][0]["view"]["question_text"] or "Background",
            "id": id,
            "rows": met[id],
            "has_several": len(holders) > 1,
        }
        for id in ordered
    ]


def _row(found: Testimony, claim: Claim) -> dict[str, Any]:
    entities = found.shown.entities
    place = place_in(claim, found.source.id) or ""
    return {**row(claim, Viewer.of(entities), entities), "place": place}


def _places(found: Testimony, links: Links) -> Iterator[dict[str, Any]]:
    statements = {claim.id: claim.statement for claim in found.read}
    for place in found.places:
        yield {
            "words": place.locator or "no place given",
            "claims": [
                {"text": statements[id], "address": links.to("claim", id)} for id in place.claims
            ],
        }
