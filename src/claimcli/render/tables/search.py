"""Claims that a search found, and why each is one."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.search import Found
from claimcli.answers.views import Viewer
from claimcli.render.tables.claims import claims_lines
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.legend import legend_of
from claimcli.render.tables.lines import Line, Lines
from claimcli.render.tables.page import Page


def draw(found: Found, page: Page) -> Drawn:
    """The claims, and the meaning of what is marked."""
    return Drawn([Lines(_parts(found, page))])


def _parts(found: Found, page: Page) -> Iterator[Line]:
    hits, viewer = list(found.hits), Viewer(found.entities)
    claims = [viewer.hit(hit) for hit in hits]
    page = page.with_claims(claims)
    yield from claims_lines(claims, viewer, page, [hit.matches for hit in hits])
    yield from legend_of(claims, page.width)
