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
    """A value that is not known: the message names those that may be meant, or lists them all.

    `kind` says in a word or two what the value is of: `question`, `format`.
    """

    def __init__(self, kind: str, value: str, known: Iterable[str]) -> None:
        super().__init__(f"no {kind} '{value}'; {_advice(kind, value, sorted(known))}")


_FEW = 12
"""Values that are listed; of more, it is said where they are."""

_SHOWN = frozenset(("question", "scholar", "school", "source", "stance", "tag"))
"""Kinds of values that `claimcli list` shows."""


def _advice(kind: str, value: str, known: list[str]) -> str:
    from claimcli.nearest import did_you_mean, holding  # only when something went wrong

    if not known:
        return "the corpus has none"
    parts = holding(value, known)
    if 1 < len(parts) <= _FEW:
        return f"did you mean one of these: {', '.join(parts)}?"
    meant = f"did you mean '{parts[0]}'?" if parts else did_you_mean(value, known)
    if meant:
        return meant
    if len(known) <= _FEW or kind not in _SHOWN:
        return f"the known ones are: {', '.join(known)}"
    return f"`claimcli list {kind}s` shows the {len(known)} that there are"
