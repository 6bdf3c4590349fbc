"""What a second person takes a passage for, who did not see what the first took it for.

Such a reading is no claim: it is kept as a draft, which no command counts, with the passage, the
positions in its `answers`, a reason in its `comment`, and in `from` what this module reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from claimcli.model import Draft, Stamp

_ORIGIN = re.compile(r"blind reading of (?P<holders>\S+(?:, \S+)*) by (?P<by>.+), (?P<date>\S+)")


class BlindReading(NamedTuple):
    """A reading: by whom and when, of what which scholars hold, and the draft that keeps it."""

    stamp: Stamp
    holders: frozenset[str]
    draft: Draft

    def stances_on(self, question: str) -> tuple[str, ...]:
        """The positions that the passage was taken for, `none` among them."""
        pairs = (answer.partition("/") for answer in self.draft.answers)
        return tuple(stance for asked, _, stance in pairs if asked == question and stance)


def origin(holders: Iterable[str], stamp: Stamp) -> str:
    """What the draft of a reading has in `from`."""
    return f"blind reading of {', '.join(holders)} by {stamp.by}, {stamp.date}"


def blind_reading(draft: Draft) -> BlindReading | None:
    """The reading that a draft keeps; None of one that is a passage that somebody marked."""
    found = _ORIGIN.fullmatch(draft.origin or "")
    if found is None:
        return None
    holders = frozenset(found["holders"].split(", "))
    return BlindReading(Stamp(found["by"], found["date"]), holders, draft)
