"""The names of holders where no mark of a work says whether they are scholars."""

from __future__ import annotations

from claimcli.answers.marks import SIGNS, known_of
from claimcli.model import Scholar
from claimcli.render.tables.lines import Line, piece
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import NO_SCHOLAR


def named(name: str, kind: str | None, style: str = "") -> Line:
    """A name; one that is no scholar's has its mark before it."""
    known = known_of([kind], second_hand=False)
    if known == "read":
        return [piece(name, style)]
    return [(f"{SIGNS[known]} ", style), piece(name, f"{style} {NO_SCHOLAR}".strip())]


def holder_of(holder: Scholar | None, id: str, page: Page) -> Line:
    """The name of a holder; of one that is not declared, his id."""
    return named(page.name_of(holder.name, id), holder.kind) if holder else [piece(id)]
