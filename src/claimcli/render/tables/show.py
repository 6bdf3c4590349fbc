"""One record with everything that is known of it, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.show import ShownClaim, ShownDraft, ShownRecord
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import plural
from claimcli.render.tables.claims import claims_lines
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.field_rows import rows_lines
from claimcli.render.tables.legend import legend_of
from claimcli.render.tables.lines import Line, Lines, indented, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.parts import rest
from claimcli.render.tables.roles import HEAD, QUIET
from claimcli.render.tables.shown_claim import claim_rows
from claimcli.render.tables.shown_record import draft_rows, record_rows

_TITLES = ("statement", "quote", "comment", "question", "name", "text")


def draw(shown: ShownClaim | ShownRecord | ShownDraft, page: Page) -> Drawn:
    """A claim with its chain in words and the arrows at it; another record with its claims."""
    if isinstance(shown, ShownDraft):
        return Drawn([Lines(_draft(shown, page))])
    if isinstance(shown, ShownClaim):
        return Drawn([Lines(_claim(shown, page))])
    return Drawn([Lines(_record(shown, page))])


def _claim(shown: ShownClaim, page: Page) -> Iterator[Line]:
    view = shown.view
    yield from _title(view, page)
    yield from rows_lines(claim_rows(view, Viewer(shown.entities)), page.width)


def _draft(shown: ShownDraft, page: Page) -> Iterator[Line]:
    yield from _title(shown.view, page)
    yield from rows_lines(draft_rows(shown.view), page.width)


def _record(shown: ShownRecord, page: Page) -> Iterator[Line]:
    """Its fields, then the claims that it has part in, by part."""
    view, viewer = shown.view, Viewer(shown.entities)
    page = page.with_claims(view["claims"])
    yield from _title(view, page)
    yield from rows_lines(record_rows(view, shown), page.width)
    for part, claims in shown.parts.items():
        yield ()
        yield [(f"{plural(shown.totals[part], 'claim')} {part}", HEAD)]
        yield from claims_lines(list(map(viewer.claim, claims)), viewer, page, named_once=True)
        yield from indented(rest(shown.totals[part] - len(claims)), 3)
    if not shown.parts:
        yield ()
        yield [("no claims", HEAD)]
    yield from legend_of(view["claims"], page.width)


def _title(view: View, page: Page) -> Iterator[Line]:
    title = next(view[key] for key in _TITLES if view.get(key))
    yield from wrapped([piece(title, HEAD)], page.width)
    place = (f"{view['file']}:{view['line']}", page.link(view["file"], view["line"]))
    yield [piece(view["id"], QUIET), ("  ", ""), piece(*_dim(place))]
    yield ()


def _dim(place: tuple[str, str]) -> tuple[str, str]:
    return place[0], f"{QUIET} {place[1]}".strip()
