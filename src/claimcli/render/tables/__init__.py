"""Answers drawn as tables for a person, on a terminal or in a pipe: one file for each answer.

The file `claimcli.render.tables.X` draws what `claimcli.answers.X` finds out.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from rich.console import Console

from claimcli.answers.answer import Answer
from claimcli.render.tables.drawn import Drawn, plain_table

_PADDING = re.compile(r" +$", re.MULTILINE)
"""Spaces that only fill a line up, which a pipe or a copied text has no use for."""

_WIDEST = 2000
"""Columns that a terminal may have: a number beyond is no width."""


def draw(answer: Answer, fields: Sequence[str] = ()) -> str:
    """Print an answer as a table, as wide as the terminal; with `fields`, those columns only.

    Gives what is to be said of columns that had no room.
    """
    console = Console(highlight=False, markup=False, emoji=False, **_terminal())
    if fields:
        drawn = Drawn([plain_table(answer.rows, fields)])
    else:
        drawn = _drawing(answer)(answer, console.width)
    with console.capture() as captured:
        for part in drawn.parts:
            console.print(part, crop=False)  # an id may be longer than a line
    sys.stdout.write(_PADDING.sub("", captured.get()))
    sys.stdout.flush()
    return drawn.left_out


def _drawing(answer: Answer) -> Callable[[Any, int], Drawn]:
    """What draws answers of this kind: only that one is imported."""
    name = type(answer).__module__.rpartition(".")[2]
    drawing: Callable[[Any, int], Drawn] = import_module(f"{__name__}.{name}").draw
    return drawing


def _terminal() -> dict[str, Any]:
    """Without colour no bold and no dim codes either; a COLUMNS that is no width is as if unset."""
    said = os.environ.get("COLUMNS", "")
    is_width = said.isascii() and said.isdigit() and 0 < int(said[:9]) <= _WIDEST
    others = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    plain = {"force_terminal": False} if os.environ.get("NO_COLOR") else {}
    return plain if is_width else {**plain, "_environ": others}
