"""A corpus as a whole, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.corpus import Description
from claimcli.answers.wording import corpus_state, no_scholars, plural, scholars_counted
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.field_rows import rows_lines
from claimcli.render.tables.lines import Line, Lines, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD


def draw(corpus: Description, page: Page) -> Drawn:
    """What it says of itself, what it holds, and which state of it was read."""
    return Drawn([Lines(_parts(corpus, page.width))])


def _parts(corpus: Description, width: int) -> Iterator[Line]:
    yield from wrapped([piece(corpus.title or "a corpus without a title", HEAD)], width)
    if corpus.info and corpus.info.about:
        yield from wrapped([piece(corpus.info.about)], width)
    yield ()
    yield from rows_lines(((name, [[piece(value)]]) for name, value in _rows(corpus)), width)


def _rows(corpus: Description) -> Iterator[tuple[str, str]]:
    counts, holdings = corpus.counts, corpus.holdings
    yield "questions", f"{holdings.questions:,}, with {plural(holdings.stances, 'position')}"
    yield "holders", ", ".join((scholars_counted(counts), *no_scholars(counts)))
    yield "texts read", f"{counts.witnesses:,}"
    yield "works named", f"{holdings.sources:,}"
    yield "names", f"{holdings.names:,}"
    yield "claims", f"{counts.claims:,}, {holdings.second_hand_claims:,} of them second-hand"
    yield "", f"{holdings.quotes:,} with a quotation, {holdings.checked:,} checked a second time"
    yield "", f"{counts.unclear:,} with something unclear"
    if corpus.info and corpus.info.licence:
        yield "licence", corpus.info.licence
    yield "state", corpus_state(corpus.commit, corpus.version)
