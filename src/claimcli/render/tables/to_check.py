"""Second-hand claims to be looked up, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.list import Listing
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import plural
from claimcli.render.flat import cell
from claimcli.render.tables.claim import claim_lines, columns_of, side_of
from claimcli.render.tables.legend import legend_of
from claimcli.render.tables.lines import Line, piece
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, QUIET


def to_check(listing: Listing, page: Page) -> Iterator[Line]:
    """The claims in the order to look them up, with how much rests on each and on its work."""
    viewer = Viewer(listing.entities)
    found = [claim for row in listing.rows if (claim := listing.claim(row["id"]))]
    claims = list(map(viewer.claim, found))
    page = page.with_claims(claims)
    columns = columns_of(page)
    for row, view in zip(listing.rows, claims, strict=True):
        side = side_of(view, viewer)
        yield from claim_lines(view, columns, side, also=list(_weight(row)))
        yield ()
    yield from legend_of(claims, page.width)


def _weight(row: View) -> Iterator[Line]:
    """How many claims rest on it and draw on its work, and who saw it."""
    if row["in_all"]:
        verb = "rests" if row["in_all"] == 1 else "rest"
        directly = f", {row['directly']:,} directly" if row["directly"] < row["in_all"] else ""
        yield [(f"{plural(row['in_all'], 'claim')} {verb} on it{directly}", HEAD)]
    if row["on_work"] > 1:
        yield [(f"{row['on_work']:,} claims draw on the work", QUIET)]
    for stamp in ("recorded", "checked"):
        if row[stamp]:
            yield [piece(f"{stamp} by {cell(row[stamp])}", QUIET)]
