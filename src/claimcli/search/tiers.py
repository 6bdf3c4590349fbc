"""The classes of a match, from the best to the last: a hit is as good as its worst word."""

from __future__ import annotations

from enum import IntEnum


class Tier(IntEnum):
    """How a record has what was asked for."""

    TYPED = 0
    """As typed but for case, accents and apostrophes, in its own text or its holders' names."""
    LINKED = 1
    """The same, but in what it is linked to: its question and stance, the titles of works."""
    VARIANT = 2
    """In a spelling that scholars.yaml or names.yaml declares for the same."""
    NAME = 3
    """As the same name in another script or romanization, where it would count as typed."""
    LINKED_NAME = 4
    """The same, but in what it is linked to."""
    APART = 5
    """As typed, but a name's parts not side by side."""
    PREFIX = 6
    """As the beginning of a longer word, or as another form of the word."""
    TYPO = 7
    """As a word one or two letters away."""
    PARTLY = 8
    """Without one of the words, where nothing has all of them."""
