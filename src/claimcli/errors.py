"""The caller's mistakes: what a command was asked that it cannot do; never what a corpus holds."""

from __future__ import annotations

from collections.abc import Iterable


class ClaimcliError(Exception):
    """A mistake with a message for the caller, without a traceback.

    `exit_code` is what a command ends with: 2 for a bad option, query or id, 3 where the corpus
    cannot be read.
    """

    exit_code = 2


class UnknownValue(ClaimcliError):
    """A value that is not known: the message names the nearest one, or lists them all.

    `kind` says in a word or two what the value is of: `question`, `format`.
    """

    def __init__(self, kind: str, value: str, known: Iterable[str]) -> None:
        super().__init__(f"no {kind} '{value}'{_advice(value, sorted(known))}")


def _advice(value: str, known: list[str]) -> str:
    from claimcli.nearest import did_you_mean  # only when something went wrong

    meant = did_you_mean(value, known)
    if meant:
        return f"; {meant}"
    if not known:
        return "; the corpus has none"
    return f"; the known ones are: {', '.join(known)}" if len(known) <= 40 else ""
