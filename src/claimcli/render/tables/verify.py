"""Quotations held against texts, drawn for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.verify import Verification
from claimcli.answers.views import View
from claimcli.render.tables.columns import GAP
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.lines import Piece, piece
from claimcli.render.tables.page import Page
from claimcli.render.tables.parts import indented, measured, text, whole
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
_MEANING = f"not bold {QUIET}"
_CHANGE = re.compile(r"(\[-.*?-\])|(\{\+.*?\+\})", re.DOTALL)


def draw(verification: Verification, page: Page) -> Drawn:
    """The quotations that were asked for."""
    return Drawn(_parts(list(verification.rows), page.width))


def _parts(rows: Sequence[View], width: int) -> Iterator[RenderableType]:
    """Quotations under their verdicts, each with its place in the text, and its id whole."""
    widest = max((len(line) for row in rows for line in where(row)), default=0)
    room = width - widest - 2 * GAP
    longest = max((len(row["quote"]) + 2 for row in rows), default=0)
    quoted, beside = min(room, max(longest, _QUOTATION)), room >= _QUOTATION
    for verdict, group in groupby(rows, key=lambda row: str(row["verdict"])):
        yield text(verdict.capitalize(), HEAD).append(f"  {VERDICTS[verdict]}", _MEANING)
        for row in group:
            place = [text(line, QUIET * (i > 0)) for i, line in enumerate(where(row))]
            if beside:
                table = measured(quoted, widest)
                table.add_row(Group(*_quotation(row)), Group(*place))
                yield indented(table)
            else:
                yield indented(Group(*_quotation(row), *place))
            yield whole(row["id"], GAP)
            yield Text()


_QUOTATION = 24
"""Columns that a quotation is to have beside its place; else the place stands below it."""


def _quotation(row: View) -> Iterator[Text]:
    yield text(f"“{row['quote']}”")
    if row["difference"]:
        yield _difference(row["difference"])
    if row["hint"]:
        yield text(row["hint"], QUIET)
    for denied in row["passed_over"]:
        yield text(f"[…] passes over “{denied['negation']}”: {denied['text']}", QUIET)


def _difference(difference: str) -> Text:
    shown = Text()
    for words, style in difference_pieces(difference):
        shown.append(words, style)
    return shown


def difference_pieces(difference: str) -> list[Piece]:
    """What the text has and the quotation has not in red, the other way in green."""
    pieces, at = [], 0
    for change in _CHANGE.finditer(difference):
        pieces.append(piece(difference[at : change.start()]))
        pieces.append(piece(change.group(), LACKING if change[1] else ADDED))
        at = change.end()
    return [one for one in (*pieces, piece(difference[at:])) if one[0]]


def where(row: View) -> list[str]:
    """The work and the page given, then each place in its text."""
    said = f", {row['locator']}" if row["locator"] else ""
    return [f"{row['source']}{said}", *(place["text"] for place in row["places"])]
