"""The figures of a question that `compare --figure` gives alone: one table for option and help."""

from collections.abc import Callable
from typing import Any, NamedTuple

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


def _glance(store: Store, question: Question, by: str) -> Answer:
    from claimcli.answers.compare import ask

    return ask(store, question, by)


def _chains(store: Store, question: Question, by: str) -> Answer:
    from claimcli.answers.chains import ask  # for that figure alone

    return ask(store, question)


def _replies(store: Store, question: Question, by: str) -> Answer:
    from claimcli.answers.replies import ask  # for that figure alone

    return ask(store, question)


SVG = "svg"
"""The format of a picture; the rows of a figure have all others."""

FIGURES = {
    "glance": Figure((SVG,), _glance),
    "matrix": Figure((*FORMATS, SVG), _matrix),
    "chains": Figure((*FORMATS, SVG), _chains),
    "replies": Figure((*FORMATS, SVG), _replies),
}


def drawn(name: str, answer: Any) -> str:
    """The picture of a figure as an SVG document."""
    from claimcli.pictures import chains, glance, matrix, replies  # for pictures alone

    if name == "matrix":
        return matrix.matrix(answer.compared)
    if name == "chains":
        return chains.chains(answer)
    if name == "replies":
        return replies.replies(answer.replies, answer.compared)
    return glance.glance(answer)


def figure_of(name: str, format: str) -> Figure:
    """The figure of that name; raises for an unknown one, and for a format that it has not."""
    if name not in FIGURES:
        raise UnknownValue("figure", name, FIGURES)
    if format not in FIGURES[name].formats:
        known = ", ".join(FIGURES[name].formats)
        raise ClaimcliError(f"the figure {name} goes with {known}, not with {format}")
    return FIGURES[name]
