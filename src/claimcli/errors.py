"""The caller's mistakes: what a command was asked that it cannot do. A corpus never raises these.

Each carries the exit code that it ends a command with.
"""

from __future__ import annotations

from collections.abc import Iterable


class ClaimcliError(Exception):
    """A mistake with a message for the caller, one or more lines, without a traceback."""

    exit_code = 2


class UnknownValue(ClaimcliError):
    """A value that is not one of the known ones; the message names the nearest, or lists all."""

    def __init__(self, kind: str, value: str, known: Iterable[str]) -> None:
        self.value = value
        super().__init__(f"no {kind} '{value}'{_advice(value, sorted(known))}")


class CorpusUnreadable(ClaimcliError):
    """A corpus that cannot be found or read at all."""

    exit_code = 3


def _advice(value: str, known: list[str]) -> str:
    from claimcli.corpus.nearest import did_you_mean  # only when something went wrong

    meant = did_you_mean(value, known)
    if meant:
        return f"; {meant}"
    if not known:
        return "; the corpus has none"
    if len(known) <= 30:
        return f"; the known ones are: {', '.join(known)}"
    return f"; there are {len(known)}"
