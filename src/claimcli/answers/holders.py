"""Who holds a claim, in words, for a note that names no work of theirs."""

from __future__ import annotations

from collections.abc import Callable

from claimcli.answers.sentences import series
from claimcli.model import Claim, Scholar


def holders_of(claim: Claim, lookup: Callable[[str], Scholar | None]) -> str:
    """The holders by name; a reporter's phrase is in quotation marks."""
    found = filter(None, map(lookup, dict.fromkeys(claim.scholars)))
    return series([f"“{one.name}”" if one.kind == "unnamed" else one.name for one in found])
