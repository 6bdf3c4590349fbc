"""What a caller is told who made a mistake: the same words on the command line and to agents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcli.render.safe import visible

if TYPE_CHECKING:  # loaded when something went wrong
    from claimcli.errors import ClaimcliError
    from claimcli.search import QueryError

_BEFORE, _FROM = 50, 50
"""Characters of a query that are shown before the mistake, and from it on."""


def told(error: ClaimcliError) -> str:
    """The message, made harmless; a mistake in a query is shown under it with a caret."""
    if hasattr(error, "query"):
        return _under_the_query(error)  # type: ignore[arg-type]  # told by what it has
    return "\n".join(map(visible, str(error).split("\n")))


def _under_the_query(error: QueryError) -> str:
    before, rest = error.query[: error.position], error.query[error.position :]
    start = visible(before[-_BEFORE:])
    shown = [f"  {start}{visible(rest)[:_FROM]}", f"  {' ' * len(start)}^"]
    return "\n".join([visible(error.message), *shown, *filter(None, [visible(error.hint or "")])])


def fault(error: Exception) -> str:
    """What is said of a fault of claimcli's own."""
    return visible(f"a fault in claimcli itself: {type(error).__name__}: {error}")
