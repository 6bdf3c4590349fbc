"""Passages for a second person to read, drawn without what the first took them for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from claimcli.answers.blind import BlindLeaf, BlindReview
from claimcli.answers.views import View
from claimcli.model import Question
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.holders import named
from claimcli.render.tables.lines import Line, Lines, beside, indented, joined, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.passage import in_its_text
from claimcli.render.tables.roles import HEAD, QUIET, SAID_OF


def draw(answer: BlindReview | BlindLeaf, page: Page) -> Drawn:
    """The passages to be read, or one in its text with the positions that there are."""
    if isinstance(answer, BlindLeaf):
        return Drawn([Lines(_leaf(answer, page.width))])
    return Drawn([Lines(_list(answer, page.width))])


def _list(review: BlindReview, width: int) -> Iterator[Line]:
    for text, group in groupby(review.rows, key=lambda row: row["question_text"]):
        yield from wrapped([piece(text, HEAD)], width)
        for row in group:
            yield from indented(_passage(row, width - 2))
        yield ()


def _passage(row: View, width: int) -> Iterator[Line]:
    """Who speaks, where, and the words."""
    holders = joined((named(s["name"], s["kind"]) for s in row["scholars"]), (", ", ""))
    yield from wrapped([*holders, piece(f"  {row['text'] or ''}", QUIET)], width)
    yield from wrapped([piece(f"“{row['quote']}”")], width)


def _leaf(leaf: BlindLeaf, width: int) -> Iterator[Line]:
    [row] = leaf.rows
    question = leaf.one.question
    yield from wrapped([piece(question.question, HEAD)], width)
    if question.scope:
        yield from wrapped([piece(question.scope, SAID_OF)], width)
    yield ()
    yield from _passage(row, width)
    yield from in_its_text(leaf.passage, leaf.trouble, "look it up", width)
    yield ()
    yield [("What is held there?", HEAD)]
    yield from _positions(question, width)


def _positions(question: Question, width: int) -> Iterator[Line]:
    """The positions with their numbers, ids and meanings; 0 is to take no side."""
    none = ("none", "It takes no side on the question.", None)
    stances = [none, *((s.id, s.label, s.meaning) for s in question.stances)]
    gutter = len(str(len(stances) - 1)) + 3
    for number, (id, label, meaning) in enumerate(stances):
        said = [piece(label), piece(f"  {id}", QUIET)]
        lines = [line for part in _parts(said, meaning) for line in wrapped(part, width - gutter)]
        yield from beside((gutter, [[(f"{number:>{gutter - 2}}", HEAD)]]), (0, lines))


def _parts(said: Line, meaning: str | None) -> Iterator[Line]:
    yield said
    if meaning:
        yield [piece(meaning, QUIET)]
