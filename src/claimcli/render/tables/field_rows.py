"""The fields of one record, one below the other, each with its values beside its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcli.render.tables.lines import Line, beside, indented, piece, width_of, wrapped
from claimcli.render.tables.parts import MOST, beyond
from claimcli.render.tables.roles import QUIET

Row = tuple[str, Sequence[Line]]
"""The name of a field, and its values; none where nothing is recorded."""

_GAP = 2


def rows_lines(rows: Iterable[Row], width: int) -> Iterator[Line]:
    """Fields with their values, of which each begins a line."""
    every = [(name, values) for name, values in rows if values]
    names = max((width_of([piece(name)]) for name, _ in every), default=0) + _GAP
    for name, values in every:
        lines = [line for value in values[:MOST] for line in _folded(value, max(width - names, 8))]
        lines += beyond(len(values), "line")
        yield from beside((names, [[piece(name, QUIET)]]), (0, lines))


def _folded(value: Line, width: int) -> list[Line]:
    """A value in lines; what is set in stays so."""
    text = value[0][0] if value else ""
    by = len(text) - len(text.lstrip(" "))
    if not by:
        return wrapped(value, width)
    rest_of_it = [(text[by:], value[0][1]), *value[1:]]
    return list(indented(wrapped(rest_of_it, width - by), by))
