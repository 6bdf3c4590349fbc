"""What stops a command: a mistake of the caller's, or something of ours that proves damaged.

What a corpus holds stops none: what of it could not be read is counted, and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

Answer = TypeVar("Answer")


class ClaimcliError(Exception):
    """A mistake with a message for the caller, without a traceback.

    `exit_code` is what a command ends with: 2 for a bad option, query or id, 3 where the corpus
    cannot be read.
    """

    exit_code = 2


class Renewable(ClaimcliError):
    """No mistake of the caller's: something of ours is damaged; `renew` does away with it."""

    def __init__(self, message: str, renew: Callable[[], object]) -> None:
        super().__init__(message)
        self.renew = renew


def renewing(ask: Callable[[], Answer]) -> Answer:
    """What is asked for. Where something proves damaged meanwhile, it is asked for once more."""
    try:
        return ask()
    except Renewable as damaged:
        damaged.renew()
        return ask()


class Lost(NamedTuple):
    """What of a corpus could not be used: how many broken records, and how many whole files.

    Directories that cannot be looked into are among the files.
    """

    records: int = 0
    files: int = 0


NOTHING_LOST = Lost()


class UnknownValue(ClaimcliError):
    """A value that is not known: the message names those that may be meant, or lists them all.

    `kind` says in a word or two what the value is of: `question`, `format`. `lost`: what of the
    corpus could not be read, since the record that is meant may be in it. `meant` are ids that
    have the value as a name.
    """

    def __init__(
        self,
        kind: str,
        value: str,
        known: Iterable[str],
        *,
        lost: Lost = NOTHING_LOST,
        meant: Sequence[str] = (),
    ) -> None:
        advice = _one_of(meant) if 0 < len(meant) <= _FEW else _advice(kind, value, sorted(known))
        broken = f"; {told_of(lost)}" if any(lost) else ""
        super().__init__(f"no {kind} '{value}'; {advice}{broken}")


def told_of(lost: Lost) -> str:
    """What is said of what could not be read, where there is any: nothing is lost in silence."""
    said = []
    if lost.records:
        were = "s were" if lost.records > 1 else " was"
        said.append(f"{lost.records} record{were} left out, being broken")
    if lost.files:
        files = "files or directories" if lost.files > 1 else "file or directory"
        said.append(f"nothing could be read of {lost.files} {files}")
    return f"{', and '.join(said)}; `claimcli check` tells why"


_FEW = 12
"""Values that are listed; of more, it is said where they are."""

_SHOWN = frozenset(("question", "scholar", "school", "source", "stance", "tag"))
"""Kinds of values that `claimcli list` shows."""


_SEARCHED = frozenset(("claim", "record"))
"""Kinds of values of which there are too many for a list."""


def _one_of(meant: Sequence[str]) -> str:
    if len(meant) == 1:
        return f"did you mean '{meant[0]}'?"
    return f"did you mean one of these: {', '.join(meant)}?"


def _advice(kind: str, value: str, known: list[str]) -> str:
    from claimcli.nearest import did_you_mean, holding  # only when something went wrong

    if not known:
        return "the corpus has none"
    if value.lower() in known:
        return _one_of([value.lower()])
    parts = holding(value, known)
    if 0 < len(parts) <= _FEW:
        return _one_of(parts)
    return did_you_mean(value, parts or known) or _where(kind, known)


def _where(kind: str, known: list[str]) -> str:
    """Where the values are found, or what they are if they are few."""
    kinds = kind.split(" or ")
    if _SHOWN.issuperset(kinds) and len(known) > _FEW:
        lists = " and ".join(f"`claimcli list {each}s`" for each in kinds)
        return f"{lists} show{'s' if len(kinds) == 1 else ''} those that there are"
    if kind in _SEARCHED and len(known) > _FEW:
        return "`claimcli search` finds claims by their words, and `claimcli list` shows the rest"
    return f"the known ones are: {', '.join(known)}"
