"""A quotation in its text, drawn for a person: the verdict, and the words where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.passage import Passage, Stretch
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.lines import Line, Lines, indented, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, MATCH, QUIET, UNSURE
from claimcli.render.tables.verify import VERDICTS, remarks_on

_MOST = 3
"""Places that are shown of a quotation that stands in several."""


def draw(passage: Passage, page: Page) -> Drawn:
    """The verdict, what differs, and the text around each place."""
    return Drawn([Lines(passage_lines(passage, page.width))])


def passage_lines(passage: Passage, width: int) -> Iterator[Line]:
    """The same as lines of a width."""
    view = passage.verified.view
    locator = f", {view['locator']}" if view["locator"] else ""
    said, places = f"{view['source']}{locator}", [place["text"] for place in view["places"]]
    verdict = str(view["verdict"])
    head = [piece(verdict.capitalize(), HEAD), piece(f"  {VERDICTS[verdict]}", QUIET)]
    yield from wrapped(head, width)
    for remark in remarks_on(passage.verified):
        yield from indented(wrapped(remark, width - 2))
    for place, around in zip(places[:_MOST], passage.places, strict=False):
        yield from wrapped([piece(place, QUIET)], width)
        yield from indented(wrapped(_pieces(around), width - 2))
    if not places:
        yield from wrapped([piece(said, QUIET)], width)
    if len(places) > _MOST:
        yield [piece(f"and {len(places) - _MOST:,} more places", QUIET)]


def in_its_text(passage: Passage | None, trouble: str, advice: str, width: int) -> Iterator[Line]:
    """The quotation in its text; else the trouble with that, or what to do without it."""
    if passage is None:
        yield from wrapped([piece(trouble, UNSURE)], width)
    elif passage.verified.file is None:
        source = passage.verified.claim.witness or "no work"
        said = f"The text of {source} is not at hand (--texts DIR): {advice}."
        yield from wrapped([piece(said, QUIET)], width)
    else:
        yield from passage_lines(passage, width)


def _pieces(around: tuple[Stretch, ...]) -> list[tuple[str, str]]:
    """The stretches of a passage; without colour the quotation stands between › and ‹."""
    return [
        piece(f"›{one.text}‹" if one.is_quoted else one.text, MATCH if one.is_quoted else "")
        for one in around
    ]
