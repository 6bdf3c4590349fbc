"""The sign of a position: its letter and its colour, the same wherever it is drawn."""

from __future__ import annotations

from typing import NamedTuple

from claimcli.answers.sigla import number_of, siglum
from claimcli.model import Question
from claimcli.render.tables.lines import Line
from claimcli.render.tables.roles import COLOURS, QUIET, RAMP


class Sign(NamedTuple):
    """The letter of a position and its colour; what takes no side has no letter, and is quiet."""

    letter: str = ""
    colour: str = QUIET

    @property
    def strong(self) -> str:
        """The colour as a letter or a mark has it."""
        return f"bold {self.colour}" if self.letter else QUIET

    @property
    def before(self) -> Line:
        """The letter with a blank after it; nothing for what has none."""
        return [(self.letter, self.strong), (" ", "")] if self.letter else []


NO_SIGN = Sign()


def sign(question: Question | None, number: int | None) -> Sign:
    """The sign of a position by its number on its question."""
    if number is None:
        return NO_SIGN
    return Sign(siglum(number), _colour(question, number))


def sign_of(question: Question | None, stance: str | None) -> Sign:
    """The sign of a stance that its question declares."""
    return sign(question, number_of(question, stance))


def _colour(question: Question | None, number: int) -> str:
    """Of an ordered question from one end of the ramp to the other, else one after the other."""
    last = len(question.stances) - 1 if question and question.ordered else 0
    if last > 0 and number <= last:
        return RAMP[round(number * (len(RAMP) - 1) / last)]
    return COLOURS[number % len(COLOURS)]
