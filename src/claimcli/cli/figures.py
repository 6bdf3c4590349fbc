"""The figures of a question that `compare --figure` gives alone: one table for option and help."""

from collections.abc import Callable
from typing import NamedTuple

from claimcli.answers.answer import Answer
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import Question
from claimcli.render import FORMATS
from claimcli.store import Store


class Figure(NamedTuple):
    """The formats that a figure has, and what finds it out, given a question and a grouping."""

    formats: tuple[str, ...]
    ask: Callable[[Store, Question, str], Answer]


def _matrix(store: Store, question: Question, by: str) -> Answer:
    from claimcli.answers.matrix import ask  # for that figure alone

    return ask(store, question, by)


FIGURES = {"matrix": Figure(FORMATS, _matrix)}


def figure_of(name: str, format: str) -> Figure:
    """The figure of that name; raises for an unknown one, and for a format that it has not."""
    if name not in FIGURES:
        raise UnknownValue("figure", name, FIGURES)
    if format not in FIGURES[name].formats:
        known = ", ".join(FIGURES[name].formats)
        raise ClaimcliError(f"the figure {name} goes with {known}, not with {format}")
    return FIGURES[name]
