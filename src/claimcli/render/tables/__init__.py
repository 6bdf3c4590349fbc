"""Answers drawn as tables for a person, on a terminal or in a pipe: one file for each answer.

The file `claimcli.render.tables.X` draws what `claimcli.answers.X` finds out.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console

from claimcli.answers.answer import Answer
from claimcli.render.tables.drawn import Drawn, plain_table
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import in_ascii
from claimcli.terminal import is_ascii, is_coloured

_PADDING = re.compile(r" +$", re.MULTILINE)
"""Spaces that only fill a line up, which a pipe or a copied text has no use for."""

_WIDEST = 2000
"""Columns that a terminal may have: a number beyond is no width."""


_NARROWEST = 12
"""Columns that a page has at least: a terminal with fewer breaks its lines itself."""


class Table(NamedTuple):
    """A table as it is to be written, and what is to be said of columns that had no room."""

    text: str
    left_out: str


def draw(answer: Answer, fields: Sequence[str] = (), root: Path | None = None) -> Table:
    """An answer as a table, as wide as the terminal; with `fields`, those columns only.

    `root`: where the files of the corpus are, if what is drawn is to lead to them.
    """
    console = Console(
        highlight=False, markup=False, emoji=False, soft_wrap=False, **_terminal(sys.stdout)
    )
    console.width = max(console.width, _NARROWEST)
    if fields:
        drawn = Drawn([plain_table(answer.rows, fields)])
    else:
        drawn = _drawing(answer)(answer, Page(console.width, root))
    with console.capture() as captured:
        for part in drawn.parts:
            console.print(part, crop=False)  # an id may be longer than a line
    text = _PADDING.sub("", captured.get())
    return Table(in_ascii(text) if is_ascii(sys.stdout) else text, drawn.left_out)


def _drawing(answer: Answer) -> Callable[[Any, Page], Drawn]:
    """What draws answers of this kind: only that one is imported."""
    name = type(answer).__module__.rpartition(".")[2]
    drawing: Callable[[Any, Page], Drawn] = import_module(f"{__name__}.{name}").draw
    return drawing


def _terminal(stream: Any) -> dict[str, Any]:
    """What rich is told of the terminal; a COLUMNS that is no width is as if unset.

    Only the names of ANSI are used, so that every terminal with colour has all of it.
    """
    said = os.environ.get("COLUMNS", "")
    is_width = said.isascii() and said.isdigit() and 0 < int(said[:9]) <= _WIDEST
    kept = {name: value for name, value in os.environ.items() if name not in _TOLD_BY_US}
    kept |= {"COLUMNS": said} if is_width else {}
    coloured = is_coloured(stream)
    return {
        "_environ": kept,
        "force_terminal": coloured,
        "color_system": "standard" if coloured else None,
    }


_TOLD_BY_US = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TERM")
