"""Holders in words, where a sentence or a note names them."""

from __future__ import annotations

from collections.abc import Callable

from claimcli.answers.sentences import series
from claimcli.model import Claim, Scholar


def holders_of(claim: Claim, lookup: Callable[[str], Scholar | None]) -> str:
    """The holders by name, as far as they are declared."""
    found = filter(None, map(lookup, dict.fromkeys(claim.scholars)))
    return series([in_words(one, one.id) for one in found])


def in_words(holder: Scholar | None, id: str) -> str:
    """A holder by name; a reporter's phrase is in quotation marks, one not declared is his id."""
    if holder is None:
        return id
    return f"“{holder.name}”" if holder.kind == "unnamed" else holder.name
