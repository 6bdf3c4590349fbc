"""The classes of a match, from the best to the last: a hit is as good as its worst word."""

from __future__ import annotations

from enum import IntEnum


class Tier(IntEnum):
    """How a record has what was asked for."""

    TYPED = 0
    """As typed but for case, accents and apostrophes."""
    VARIANT = 1
    """In a spelling that scholars.yaml or names.yaml declares for the same."""
    NAME = 2
    """As the same name in another script or romanization."""
    APART = 3
    """As typed, but a name's parts not side by side."""
    PREFIX = 4
    """As the beginning of a longer word."""
    TYPO = 5
    """As a word one or two letters away."""
