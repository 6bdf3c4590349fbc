"""Results drawn for a person: which table shows what, and the console they are printed on."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence

from rich.console import Console, RenderableType

from claimcli.render import Result, comparing, details, tables, verifying

_PADDING = re.compile(r" +$", re.MULTILINE)
"""Spaces that only fill a line up, which a pipe or a copied text has no use for."""

DRAWINGS: dict[str, Callable[[Result, int], Iterator[RenderableType]]] = {
    "hits": lambda result, width: tables.hits(result.value, result.marks, width),
    "listing": lambda result, width: tables.listing(result.value, result.fields, width),
    "comparison": lambda result, width: comparing.comparison(result, width),
    "juxtaposition": lambda result, width: comparing.juxtaposition(result),
    "claim": lambda result, width: details.claim(result.value),
    "to-check": lambda result, width: verifying.to_check(result.value),
    "verified": lambda result, width: verifying.verified(result.value),
    "coverage": lambda result, width: verifying.coverage(result.value),
    "record": lambda result, width: details.record(result, width),
}
"""How each kind of result is drawn, given the width of the terminal in columns."""


def draw(result: Result, fields: Sequence[str] = ()) -> None:
    """Print a result as a table, as wide as the terminal; with `fields`, those columns only."""
    plain = False if os.environ.get("NO_COLOR") else None  # no bold and no dim codes either
    console = Console(highlight=False, markup=False, emoji=False, force_terminal=plain)
    if fields:
        parts: Iterator[RenderableType] = iter([tables.plain_table(result.rows, fields)])
    else:
        parts = DRAWINGS[result.drawing](result, console.width)
    with console.capture() as drawn:
        for part in parts:
            console.print(part)
    sys.stdout.write(_PADDING.sub("", drawn.get()))
    sys.stdout.flush()
