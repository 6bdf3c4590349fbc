"""A comparison drawn for a person: the glance figure, positions, who holds several, the matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcli.answers.compare import Comparison
from claimcli.answers.several_positions import BY_READING, SeveralPositions, second_hand_part
from claimcli.answers.views import Viewer
from claimcli.answers.wording import totals_line
from claimcli.render.tables.claim import columns_of
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.figure import figure
from claimcli.render.tables.holders import holder_of
from claimcli.render.tables.lines import (
    Line,
    Lines,
    beside,
    indented,
    joined,
    piece,
    wrapped,
)
from claimcli.render.tables.matrix import matrix_lines, page_of
from claimcli.render.tables.page import Page
from claimcli.render.tables.parts import MOST, beyond
from claimcli.render.tables.position import Drawing, position_lines, without_side
from claimcli.render.tables.roles import HEAD, QUIET, SAID_OF, WARNING
from claimcli.render.tables.sign import sign


def draw(compared: Comparison, page: Page) -> Drawn:
    """A question: the figure, positions with their claims, who is on several sides, the matrix."""
    return Drawn([Lines(_parts(compared, page))])


def _parts(compared: Comparison, page: Page) -> Iterator[Line]:
    page = page_of(compared, page)
    viewer = Viewer(compared.entities)
    drawing = Drawing(compared.question, viewer, columns_of(page), compared.revised)
    yield from _question(compared, page.width)
    if compared.how_read:
        yield from wrapped([piece(compared.how_read, WARNING)], page.width)
    if compared.positions:
        yield ()
        yield from figure(compared, page.width)
        yield from beyond(len(compared.positions), "position")
    yield ()
    yield from _totals(compared, page.width)
    for position in compared.positions[:MOST]:
        yield ()
        yield from position_lines(position, drawing)
    if compared.without_total:
        yield ()
        entries, total = compared.without_stance, compared.without_total
        yield from without_side(entries, total, drawing)
    yield from _several(compared, page)
    if compared.groups:
        yield ()
        yield [(f"By {compared.by}", HEAD)]
        yield from indented(matrix_lines(compared, page._replace(width=page.width - 2)))


def _question(compared: Comparison, width: int) -> Iterator[Line]:
    question = compared.question
    yield from wrapped([piece(question.question, HEAD)], width)
    if question.scope:
        yield from wrapped([piece(question.scope, SAID_OF)], width)
    if compared.how_asked:
        yield from wrapped([piece(" ".join(compared.how_asked), QUIET)], width)


def _totals(compared: Comparison, width: int) -> Iterator[Line]:
    """All counts in words, and for how many scholars nothing shows that they were read."""
    said = [totals_line(compared.totals) if compared.totals.claims else "No claim recorded."]
    if compared.unquoted:
        said.append(_unquoted(compared.unquoted, compared.totals.first_hand))
    yield from wrapped([piece(" ".join(said), QUIET)], width)


def _unquoted(unquoted: int, read: int) -> str:
    if unquoted == read:
        return "No quotation shows that any of them was read in their own words."
    some = f"{unquoted:,} of the {read:,}"
    return f"For {some} read in their own words no quotation shows that they were read."


def _several(compared: Comparison, page: Page) -> Iterator[Line]:
    """Who holds more than one position as worded, and who does so only as we read him.

    Who gave one up contradicts himself in nothing, nor does who only seems to.
    """
    several, width = compared.several_positions, page.width
    worded = [one for one in several if one.is_worded]
    read = [one for one in several if not one.is_worded]
    if worded:
        yield ()
        yield [("On more than one side", HEAD)]
        if compared.question.exclusive and any(one.is_contradiction for one in worded):
            said = "These answers exclude each other: a contradiction in what is recorded."
            yield from indented(wrapped([(said, QUIET)], width - 2))
        yield from _holders_of_several(compared, worded, page)
    if read:
        yield ()
        yield from wrapped([("On more than one side only by the recorder's reading", HEAD)], width)
        yield from _holders_of_several(compared, read, page)


def _holders_of_several(
    compared: Comparison, several: Iterable[SeveralPositions], page: Page
) -> Iterator[Line]:
    width = page.width
    name = min(22, width // 3)
    for one in several:
        who = wrapped(holder_of(compared.holders.get(one.scholar), one.scholar, page), name)
        held = wrapped(_held(compared, one), max(width - name - 4, 8))
        yield from indented(beside((name + 2, who), (0, held)))


def _held(compared: Comparison, several: SeveralPositions) -> Sequence[tuple[str, str]]:
    """The positions with their letters."""
    positions = {position.stance: position for position in compared.positions}
    held = [positions[stance] for stance in several.stances]
    labels = [[*sign(compared.question, p.number).before, piece(p.label)] for p in held]
    of_what = several.reading.removeprefix(BY_READING).strip()  # the heading says the rest
    remark = "one revises the other" if several.is_revised else of_what
    told = filter(None, (remark, second_hand_part(several.second_hand, len(several.claims))))
    remarks = "; ".join(told)
    return [*joined(labels, ("; ", "")), (f" ({remarks})" if remarks else "", QUIET)]
