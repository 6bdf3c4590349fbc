"""Results drawn for a person: which table shows what, and the console they are printed on."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence

from rich.console import Console, RenderableType

from claimcli.render import Result, comparing, details, lists, tables, verifying

_PADDING = re.compile(r" +$", re.MULTILINE)
"""Spaces that only fill a line up, which a pipe or a copied text has no use for."""

DRAWINGS: dict[str, Callable[[Result, int], Iterator[RenderableType]]] = {
    "hits": lambda result, width: tables.hits(result.value, result.marks, width),
    "listing": lambda result, width: lists.listing(result.value, result.fields, width),
    "comparison": lambda result, width: comparing.comparison(result, width),
    "juxtaposition": lambda result, width: comparing.juxtaposition(result),
    "claim": lambda result, width: details.claim(result.value),
    "to-check": lambda result, width: verifying.to_check(result.value, width),
    "verified": lambda result, width: verifying.verified(result.value, width),
    "coverage": lambda result, width: verifying.coverage(result.value, width),
    "record": lambda result, width: details.record(result, width),
}
"""How each kind of result is drawn, given the width of the terminal in columns."""

_LEFT_OUT: dict[str, Callable[[Result, int], tuple[str, ...]]] = {
    "listing": lambda result, width: lists.left_out(result.value, result.fields, width),
    "comparison": lambda result, width: comparing.left_out(result.value, width),
}
"""Of those drawings that leave out what they have no room for, what that is."""


def draw(result: Result, fields: Sequence[str] = ()) -> tuple[str, ...]:
    """Print a result as a table, as wide as the terminal; with `fields`, those columns only.

    Gives the names of the columns for which there was no room.
    """
    plain = False if os.environ.get("NO_COLOR") else None  # no bold and no dim codes either
    console = Console(highlight=False, markup=False, emoji=False, force_terminal=plain)
    if fields:
        parts: Iterator[RenderableType] = iter([tables.plain_table(result.rows, fields)])
    else:
        parts = DRAWINGS[result.drawing](result, console.width)
    with console.capture() as drawn:
        for part in parts:
            console.print(part, crop=False)  # an id may be longer than a line
    sys.stdout.write(_PADDING.sub("", drawn.get()))
    sys.stdout.flush()
    leaves_out = None if fields else _LEFT_OUT.get(result.drawing)
    return leaves_out(result, console.width) if leaves_out else ()
