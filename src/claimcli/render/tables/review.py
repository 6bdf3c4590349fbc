"""What waits to be held against its text, drawn for a person: a list, or one beside its passage."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.review import Leaf, Review, Waiting
from claimcli.answers.views import View, Viewer, draft_view
from claimcli.entities import Entities
from claimcli.model import Draft
from claimcli.render.flat import cell
from claimcli.render.tables.claim import claim_lines, columns_of, side_of
from claimcli.render.tables.drafts import drafts
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.field_rows import Row, rows_lines
from claimcli.render.tables.legend import legend_of
from claimcli.render.tables.lines import Line, Lines, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.passage import in_its_text
from claimcli.render.tables.roles import HEAD, QUIET, UNSURE

WHY = {
    "changed": "changed since it was checked",
    "text": "its text does not have the quotation any more",
    "unchecked": "nobody has checked it",
    "checked": "checked",
    "draft": "a passage that was marked, and no claim yet",
}
"""Why something is asked for, in words."""


def draw(answer: Review | Leaf, page: Page) -> Drawn:
    """What waits, one below the other; or one with its passage."""
    lines = _list(answer, page) if isinstance(answer, Review) else _leaf(answer, page)
    return Drawn([Lines(lines)])


def _list(review: Review, page: Page) -> Iterator[Line]:
    viewer = Viewer(review.entities)
    claims = [(one, viewer.claim(one.claim)) for one in review.waiting if one.claim]
    page = page.with_claims(view for _, view in claims)
    columns = columns_of(page)
    for waiting, view in claims:
        also = [[piece(_why(waiting), UNSURE)]] if waiting.why != "unchecked" else []
        yield from claim_lines(view, columns, side_of(view, viewer), also=also)
        yield ()
    yield from legend_of([view for _, view in claims], page.width)
    marked = [_marked(one.draft, review.entities) for one in review.waiting if one.draft]
    if marked:
        yield [("Drafts", HEAD)]
        yield from drafts(marked, page.width)


def _marked(draft: Draft, entities: Entities) -> View:
    return draft_view(draft, entities.source(draft.source) if draft.source else None)


def _why(waiting: Waiting) -> str:
    fields = ", ".join(field for field, _, _ in waiting.changes)
    return f"{WHY[waiting.why]}: {fields}" if fields else WHY[waiting.why]


def _leaf(leaf: Leaf, page: Page) -> Iterator[Line]:
    """Why it is asked for, what is recorded, and what the text has."""
    if draft := leaf.waiting.draft:
        yield from drafts([_marked(draft, leaf.entities)], page.width)
    if claim := leaf.claim:
        yield from _claim(leaf, claim, page)
    yield ()
    yield from _passage(leaf, page.width)


def _claim(leaf: Leaf, claim: View, page: Page) -> Iterator[Line]:
    viewer = Viewer.of(leaf.entities)
    if claim["question_text"]:
        yield from wrapped([piece(claim["question_text"], HEAD)], page.width)
    yield from claim_lines(claim, columns_of(page), side_of(claim, viewer), on=claim["question"])
    rows = [row for row in _rows(leaf, claim, viewer) if row[1]]
    if rows:
        yield ()
    yield from rows_lines(rows, page.width)


def _rows(leaf: Leaf, claim: View, viewer: Viewer) -> Iterator[Row]:
    stance = viewer.stance(claim["question"], claim["stance"])
    yield "the stance", _plain(stance.meaning if stance else None)
    yield "answers", [[piece(f"{one}: {viewer.text_of(one) or ''}")] for one in claim["answers"]]
    yield "certainty", _plain(claim["certainty"])
    yield "translation", _plain(claim["translation"])
    yield "note", _plain(claim["note"])
    yield "recorded", _plain(cell(claim["recorded"]))
    yield "checked", _plain(cell(claim["checked"]))
    for field, before, after in leaf.waiting.changes:
        was, now = (before or "nothing", after or "nothing")
        yield f"{field} was", [[piece(was, UNSURE)]]
        yield "and is", [[piece(now, UNSURE)]]


def _plain(value: str | None) -> list[Line]:
    return [[piece(value)]] if value else []


def _passage(leaf: Leaf, width: int) -> Iterator[Line]:
    """The quotation in its text; where there is none at hand, the quotation alone."""
    quote = leaf.waiting.record.quote
    if quote is None:
        yield [("It has no quotation: look up the place itself.", QUIET)]
        return
    if leaf.passage is None or not leaf.passage.places:
        yield from wrapped([piece(f"“{quote}”")], width)
    place = leaf.waiting.view(leaf.entities)["text"] or "the place"
    yield from in_its_text(leaf.passage, leaf.trouble, f"look up {place}", width)
