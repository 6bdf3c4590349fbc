"""Claims that a search found, and why each is one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from claimcli.answers.search import Found
from claimcli.answers.views import Viewer
from claimcli.render.tables.claims import claims_table, legend_of
from claimcli.render.tables.drawn import Drawn


def draw(found: Found, width: int) -> Drawn:
    """The claims and the meaning of what is marked."""
    return Drawn(_parts(found, width))


def _parts(found: Found, width: int) -> Iterator[RenderableType]:
    hits, viewer = list(found.hits), Viewer(found.entities)
    claims = [viewer.hit(hit) for hit in hits]
    yield from claims_table(claims, width, [hit.matches for hit in hits])
    yield from legend_of(claims)
