"""Names in a query: which of its words may be one, and the keys under which it is indexed."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def candidates(words: Sequence[str]) -> dict[Span, tuple[str, ...]]:
    """For every stretch of the words that may be a name, its keys."""
    return {}


def explain(words: Sequence[str], text: str) -> tuple[int, int, str] | None:
    """Where in a text the name stands in another form, and what form that is."""
    return None
