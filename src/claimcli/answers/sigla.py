"""The letters of positions: A, B, C in the order of the question, like the sigla of an edition.

Wherever a position is met it has the same letter, and a number (from 0) that gives its colour.
"""

from __future__ import annotations

from string import ascii_uppercase

from claimcli.model import Question


def siglum(number: int) -> str:
    """The letter of a position by its number: A to Z, then AA, AB, …."""
    over, letter = divmod(number, len(ascii_uppercase))
    return (siglum(over - 1) if over else "") + ascii_uppercase[letter]


def number_of(question: Question | None, stance: str | None) -> int | None:
    """The number of a stance among those that its question declares; None where it has none."""
    if question is None:
        return None
    ids = (declared.id for declared in question.stances)
    return next((number for number, id in enumerate(ids) if id == stance), None)
