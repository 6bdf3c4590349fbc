"""Quotations held against texts, drawn for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from claimcli.answers.verify import Verification, Verified
from claimcli.answers.views import Viewer
from claimcli.model import Citation
from claimcli.render.tables.claim import (
    Columns,
    Parts,
    columns_of,
    holders_line,
    mark_of,
    set_in_columns,
    side_of,
)
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.legend import legend_of
from claimcli.render.tables.lines import Line, Lines, Piece, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import ADDED, HEAD, LACKING, QUIET

VERDICTS = {
    "missing": "the text does not have these words",
    "near": "the text has other words: [-the text's-]{+the quotation's+}",
    "ambiguous": "the text has these words more than once",
    "elsewhere": "the text has these words, but not on the page given",
    "no text": "there is no text at hand",
    "normalised": "as quoted, but for how the text is printed",
    "exact": "to the letter",
}
"""What each verdict says, in words."""
_CHANGE = re.compile(r"(\[-.*?-\])|(\{\+.*?\+\})", re.DOTALL)


def draw(verification: Verification, page: Page) -> Drawn:
    """The quotations that were asked for."""
    return Drawn([Lines(_parts(verification, page))])


def _parts(verification: Verification, page: Page) -> Iterator[Line]:
    """Quotations under their verdicts, each with who is quoted and its place in the text."""
    shown, viewer = verification.shown, Viewer(verification.entities)
    claims = [viewer.claim(one.claim) for one in shown]
    page = page.with_claims(claims)
    columns = columns_of(page)
    for status, group in groupby(shown, key=lambda one: one.status):
        meaning = f"  {VERDICTS[str(status)]}"
        yield from wrapped([(str(status).capitalize(), HEAD), (meaning, QUIET)], page.width)
        for one in group:
            yield from set_in_columns(_quoted(one, viewer, columns), columns)
            yield ()
    yield from legend_of([{**claim, "unclear": []} for claim in claims], page.width)


def _quoted(one: Verified, viewer: Viewer, columns: Columns) -> Parts:
    """A quotation where the statement of its claim stands elsewhere."""
    claim = viewer.claim(one.claim)
    link = columns.page.link(claim["file"], claim["line"])
    said = [[piece(f"“{claim['quote']}”", link)], *remarks_on(one)]
    return Parts(
        mark=mark_of(claim, side_of(claim, viewer).sign),
        holders=holders_line(claim, columns.page),
        said=[line for part in said for line in wrapped(part, columns.body)],
        about=list(_where(one, viewer)),
        ids=[piece(claim["id"], QUIET)],
    )


def remarks_on(one: Verified) -> Iterator[Line]:
    """How the text differs, what is to be done, and what an omission passes over."""
    verdict = one.verdict
    if verdict.difference:
        yield difference_pieces(verdict.difference)
    if verdict.hint:
        yield [piece(verdict.hint, QUIET)]
    for denied in verdict.passed_over:
        yield [piece(f"[…] passes over “{denied.negation}”: {denied.text}", QUIET)]


def difference_pieces(difference: str) -> list[Piece]:
    """What the text has and the quotation has not in red, the other way in green."""
    pieces, at = [], 0
    for change in _CHANGE.finditer(difference):
        pieces.append(piece(difference[at : change.start()]))
        pieces.append(piece(change.group(), LACKING if change[1] else ADDED))
        at = change.end()
    return [one for one in (*pieces, piece(difference[at:])) if one[0]]


def _where(one: Verified, viewer: Viewer) -> Iterator[Line]:
    """The work and the page given, then each place in its text."""
    view = one.view
    if one.claim.witness:
        cited = viewer.citation(Citation(one.claim.witness, view["locator"]))
        yield [piece(cited["text"], QUIET)]
    for place in view["places"]:
        yield [piece(place["text"], QUIET)]
