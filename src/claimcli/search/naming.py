"""Names in a query: which of its words may be one, and the keys under which it is indexed."""

from __future__ import annotations

from collections.abc import Sequence

from claimcli.names import running
from claimcli.names.running import NameMatch

Span = tuple[int, int]


def candidates(words: Sequence[str]) -> dict[Span, tuple[str, ...]]:
    """For every stretch of the words that may be a name, its keys."""
    return {(name.start, name.end): tuple(sorted(name.keys)) for name in running.query_keys(words)}


def explain(name: str, text: str) -> NameMatch | None:
    """Where in a text the name stands, whole, in another form, and what form that is."""
    return running.explain([name], text)
