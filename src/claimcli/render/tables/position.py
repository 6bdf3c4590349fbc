"""A position on a question: its head, and the claims that hang under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcli.answers.compare import Position
from claimcli.answers.counting import Entry
from claimcli.answers.views import Viewer
from claimcli.answers.wording import by_reading_alone
from claimcli.model import Claim, Question
from claimcli.render.tables.claim import Columns, one_below_the_other, revision
from claimcli.render.tables.lines import Line, indented, piece, width_of, wrapped
from claimcli.render.tables.parts import rest
from claimcli.render.tables.roles import HEAD, NO_SIDE, QUIET, RULE, SAID_OF, WARNING
from claimcli.render.tables.sign import NO_SIGN, Sign, sign


class Drawing(NamedTuple):
    """What the claims on a question are drawn with; `revised` are those that were given up."""

    question: Question
    viewer: Viewer
    columns: Columns
    revised: Mapping[str, Claim]


def position_lines(position: Position, drawing: Drawing) -> Iterator[Line]:
    """A position with what is said of it and its claims."""
    width, its = drawing.columns.page.width, sign(drawing.question, position.number)
    siglum = (f" {position.siglum} ", f"reverse {its.strong}")
    yield from head(siglum, position.label, its.colour, width, position.stance)
    by = width_of([siglum]) + 1
    unknown = "" if position.is_declared else "not one of the question's stances"
    said = ((position.meaning, SAID_OF), (unknown, WARNING))
    for words, style in (*said, (by_reading_alone(position.counts), QUIET)):
        if words:
            yield from indented(wrapped([piece(words, style)], width - by), by)
    if position.total:
        yield from entries_lines(position.entries, position.total, its, drawing)
    else:
        yield from indented([[("No claim recorded.", QUIET)]], by)


def without_side(entries: Sequence[Entry], total: int, drawing: Drawing) -> Iterator[Line]:
    """The claims on a question that take no side."""
    no_letter = (f" {NO_SIDE} ", f"reverse {QUIET}")
    yield from head(no_letter, "Takes no side", QUIET, drawing.columns.page.width)
    yield from entries_lines(entries, total, NO_SIGN, drawing)


def head(
    letter: tuple[str, str], label: str, colour: str, width: int, id: str = ""
) -> Iterator[Line]:
    """The letter of a position, its label and id, and a rule in its colour to the edge.

    An id that is not beside the label stands below it, whole.
    """
    by = width_of([letter]) + 1
    *first, last = wrapped([piece(label, HEAD)], width - by)
    shown = piece(id, QUIET)
    beside = by + width_of(last) + 2 + width_of([shown]) <= width
    for i, line in enumerate((*first, last)):
        before = [letter, (" ", "")] if i == 0 else [(" " * by, "")]
        after = [("  ", ""), shown] if id and beside and i == len(first) else []
        whole = [*before, *line, *after]
        rule = RULE * max(0, width - width_of(whole) - 1) if i == len(first) else ""
        yield [*whole, (" ", ""), (rule, colour)]
    if id and not beside:
        yield [(" " * max(0, min(by, width - width_of([shown]))), ""), shown]


def entries_lines(
    entries: Sequence[Entry], total: int, its: Sign, drawing: Drawing
) -> Iterator[Line]:
    """Claims, and how many of them a limit left out."""
    claims = list(map(drawing.viewer.entry, entries))
    revisions = {c["id"]: revision(c, drawing.revised, drawing.viewer) for c in claims}
    columns, on = drawing.columns, drawing.question.id
    yield from one_below_the_other(claims, columns, its, on, revisions)
    more = list(rest(total - len(entries)))
    if more:
        yield ()
        yield from indented(more, 3)
