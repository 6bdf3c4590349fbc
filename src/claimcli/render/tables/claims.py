"""Claims of several questions, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcli.answers.views import View, Viewer
from claimcli.render.tables.claim import claim_lines, columns_of, side_of
from claimcli.render.tables.lines import Line
from claimcli.render.tables.page import Page
from claimcli.render.tables.reasons import NO_REASONS, Reasons

if TYPE_CHECKING:  # hardly any table has one
    from claimcli.search import Match


def claims_lines(
    claims: Sequence[View],
    viewer: Viewer,
    page: Page,
    matches: Sequence[Sequence[Match]] = (),
    *,
    named_once: bool = False,
) -> Iterator[Line]:
    """Claims with their positions; what a search matched stands out, with the reason.

    `matches` are for each claim the places that matched. `named_once`: the holders of a claim are
    not named again where they are those of the one above.
    """
    columns, last = columns_of(page), None
    for i, claim in enumerate(claims):
        reasons = Reasons(matches[i]) if matches else NO_REASONS
        side = side_of(claim, viewer, reasons)
        who = [scholar["id"] for scholar in claim["scholars"]]
        is_named = not named_once or who != last
        yield from claim_lines(claim, columns, side, reasons=reasons, is_named=is_named)
        yield ()
        last = who
