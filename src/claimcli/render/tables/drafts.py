"""Drafts: the passage that was marked, what was noted beside it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.views import View
from claimcli.render.tables.lines import Line, indented, piece, wrapped
from claimcli.render.tables.roles import QUIET


def drafts(rows: Sequence[View], width: int) -> Iterator[Line]:
    """One below the other, each with its id whole."""
    inner = max(20, width - 2)
    for row in rows:
        yield [piece(row["id"])]
        if row["quote"]:
            yield from indented(wrapped([piece(f"“{row['quote']}”")], inner))
        if row["comment"]:
            yield from indented(wrapped([piece(row["comment"])], inner))
        where = " · ".join(filter(None, (row["text"], *row["answers"], *row["tags"])))
        if where:
            yield from indented(wrapped([piece(where, QUIET)], inner))
