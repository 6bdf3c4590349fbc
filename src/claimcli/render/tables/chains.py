"""Through whom a question is known second-hand: each chain with its stations, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.chain import Link
from claimcli.answers.chains import Chains, Way
from claimcli.answers.counting import NO_SCHOLARS
from claimcli.answers.marks import SIGNS
from claimcli.answers.sentences import series
from claimcli.answers.sigla import siglum
from claimcli.answers.wording import plural
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.legend import meanings
from claimcli.render.tables.lines import Line, Lines, beside, joined, one_by_one, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, NO_SCHOLAR, QUIET

_GUTTER = 3
_ARROW = "→"


def draw(found: Chains, page: Page) -> Drawn:
    """The question, then each way from the holders through the works to the text that was read."""
    return Drawn([Lines(_parts(found, page.width))])


def _parts(found: Chains, width: int) -> Iterator[Line]:
    yield from wrapped([piece(found.compared.question.question, HEAD)], width)
    if not found.ways:
        yield [("Nothing is known here only second-hand.", QUIET)]
    for way in found.ways:
        yield ()
        yield from _way(way, width)
    if found.ways:
        yield ()
        known = (link.known for way in found.ways for link in way.holders if link.known)
        yield from one_by_one(meanings(known), width)


def _way(way: Way, width: int) -> Iterator[Line]:
    room = max(width - _GUTTER, 8)
    known = way.holders[0].known if way.holders else None
    mark = [(SIGNS[known], HEAD)] if known else []
    who = joined((_holder(link) for link in way.holders), (", ", ""))
    lines = wrapped(who, room)
    for link in (way.work, *way.reports):
        words = wrapped(_station(link), max(room - 2, 8))
        lines += beside((2, [[(_ARROW, QUIET)]]), (0, words))
    under = series([*map(siglum, sorted(way.numbers))]) or "none of the positions"
    lines.append([(f"{plural(len(way.claims), 'claim')} under {under}", QUIET)])
    yield from beside((_GUTTER, [[(" ", ""), *mark]]), (0, lines))


def _holder(link: Link) -> Line:
    return [piece(link.text, NO_SCHOLAR if link.known in NO_SCHOLARS else HEAD)]


def _station(link: Link) -> Line:
    said = link.words.replace("’", "'") if link.id else ""
    return [piece(link.text), *([piece(f"  {said}", QUIET)] if said else [])]
