"""The page of a name: how it is spelled, and every claim that has it in any of its spellings."""

from __future__ import annotations

from claimcli.answers.show import ShownRecord
from claimcli.answers.views import Viewer
from claimcli.model import Name
from claimcli.site.claim_line import row
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter


def name_page(setter: Typesetter, found: ShownRecord, links: Links, **beside: object) -> str:
    """The page of a name."""
    assert isinstance(found.record, Name)
    viewer = Viewer.of(found.entities)
    return setter.set(
        "name.html",
        links,
        title=found.record.name,
        summary=", ".join(spelling.value for spelling in found.record.spellings),
        style=("lists", "claims"),
        name=found.record,
        rows=[row(claim, viewer, found.entities) for claim in found.claims],
        **beside,
    )
