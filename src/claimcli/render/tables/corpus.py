"""A corpus as a whole, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from claimcli.answers.corpus import Description
from claimcli.answers.wording import corpus_state, no_scholars, plural
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.parts import HEAD, QUIET, grid, text


def draw(corpus: Description, width: int) -> Drawn:
    """What it says of itself, what it holds, and which state of it was read."""
    return Drawn(_parts(corpus))


def _parts(corpus: Description) -> Iterator[RenderableType]:
    yield text(corpus.title or "a corpus without a title", HEAD)
    if corpus.info and corpus.info.about:
        yield text(corpus.info.about)
    yield Text()
    table = grid(head=False)
    for name, value in _rows(corpus):
        table.add_row(text(name, QUIET), text(value))
    yield table


def _rows(corpus: Description) -> Iterator[tuple[str, str]]:
    counts, holdings = corpus.counts, corpus.holdings
    known = f"{counts.first_hand} read in their own words, {counts.second_hand} second-hand"
    apart = no_scholars(counts)
    yield "questions", f"{holdings.questions}, with {plural(holdings.stances, 'position')}"
    yield "holders", ", ".join((f"{plural(counts.scholars, 'scholar')} ({known})", *apart))
    yield "texts read", str(counts.witnesses)
    yield "works named", str(holdings.sources)
    yield "names", str(holdings.names)
    yield "claims", f"{counts.claims}, {holdings.second_hand_claims} of them second-hand"
    yield "", f"{holdings.quotes} with a quotation, {holdings.checked} checked a second time"
    yield "", f"{counts.unclear} with something unclear"
    if corpus.info and corpus.info.licence:
        yield "licence", corpus.info.licence
    yield "state", corpus_state(corpus.commit, corpus.version)
