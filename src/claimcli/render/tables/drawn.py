"""What a drawing gives: parts to print, and what had no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import RenderableType

from claimcli.answers.views import View
from claimcli.render.tables.parts import grid, text, told


class Drawn(NamedTuple):
    """The parts of a drawing, one below the other; `left_out` says what has no room, and where.

    The sentence is empty where everything is there.
    """

    parts: Iterable[RenderableType]
    left_out: str = ""


def beyond_width(columns: Sequence[str], where: str) -> str:
    """What is said of columns that a terminal has no room for; `where` tells what has them."""
    return f"left out at this width: {', '.join(columns)}; {where} them" if columns else ""


def plain_table(rows: Iterable[View], fields: Sequence[str]) -> RenderableType:
    """The chosen fields of flat records, a column each."""
    table = grid()
    for field in fields:
        table.add_column(field, overflow="fold", no_wrap=field == "id")  # an id is to be copied
    for row in rows:
        table.add_row(*(text(told(row, field)) for field in fields))
    return table
