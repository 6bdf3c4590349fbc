"""What tables are made of: text made harmless, grids, headings, and ids that stay whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table
from rich.text import Text

from claimcli.answers.views import View
from claimcli.answers.wording import plural
from claimcli.citations.issue_dates import told as time_told
from claimcli.dates import in_words, year_in_words
from claimcli.render.flat import cell
from claimcli.render.tables.lines import Line, Span, marked, piece
from claimcli.render.tables.roles import HEAD, MATCH, NOUGHT, QUIET

MOST = 200
"""Positions, groups or values that stand one below the other: of more, nobody reads the last."""


def text(value: object, style: str = "", spans: Iterable[Span] = ()) -> Text:
    """Corpus text, never markup; the spans of the original text are highlighted."""
    out = Text(style=style)
    for words, its_style in marked(str(value), spans, MATCH) if spans else (piece(value),):
        out.append(words, its_style)
    return out


def grid(*columns: str, ratios: Sequence[int] = (), head: bool = True) -> Table:
    """A table ruled by white space alone, as wide as the terminal when ratios are given."""
    table = Table(
        box=None, padding=(0, 2, 0, 0), expand=bool(ratios), show_header=head, header_style=HEAD
    )
    for i, column in enumerate(columns):
        table.add_column(text(column), ratio=ratios[i] if ratios else None, overflow="fold")
    return table


def told(row: View, field: str) -> str:
    """A field of a flat record in words: a year before our era is not a negative number."""
    value = row.get(field)
    if field in DATES and isinstance(value, str):
        return time_told(value) if field == "period" else in_words(value)
    return year_in_words(value) if field == "year" and isinstance(value, int) else cell(value)


DATES = ("period", "issued", "original_date")
"""The fields that hold an EDTF date."""


def number(count: int | None) -> str:
    """A count in a table; nought has a sign of its own, which does not look like a number."""
    return "" if count is None else f"{count:,}" if count else NOUGHT


def rest(more: int, noun: str = "claim", where: str = "") -> Iterator[Line]:
    """How many claims a heading has that a limit left out, if any."""
    if more > 0:
        yield [(f"… and {plural(more, f'more {noun}')}{where}", QUIET)]


def beyond(number: int, noun: str) -> Iterator[Line]:
    """How many there are beyond those that a table has one below the other, if any."""
    return rest(number - MOST, noun, "; --json has all")
