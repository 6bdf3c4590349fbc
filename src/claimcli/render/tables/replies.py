"""Who answers whom on a question: each reply with the words of both ends, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.replies import NOBODY, End, Replies, Reply
from claimcli.answers.wording import BY_JUDGEMENT
from claimcli.dates import year_in_words
from claimcli.model import Question
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.lines import Line, Lines, beside, joined, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, NO_SIDE, QUIET, UNSURE
from claimcli.render.tables.sign import NO_SIGN, Sign, sign_of

_LETTER, _DEEPER = 3, 4
"""Columns before the words of a claim, and before those of what it answers."""
_READABLE = 78


def draw(found: Replies, page: Page) -> Drawn:
    """The question, then each reply: who, with what words, does what to whose."""
    return Drawn([Lines(_parts(found, page.width))])


def _parts(found: Replies, width: int) -> Iterator[Line]:
    question = found.compared.question
    yield from wrapped([piece(question.question, HEAD)], width)
    if not found.replies:
        yield [(NOBODY, QUIET)]
    for reply in found.replies:
        yield ()
        yield from _reply(reply, _signs(found), question, width)


def _signs(found: Replies) -> dict[str, Sign]:
    question = found.compared.question
    return {p.siglum: sign_of(question, p.stance) for p in found.compared.positions}


def _reply(reply: Reply, signs: dict[str, Sign], question: Question, width: int) -> Iterator[Line]:
    yield from _end(reply.source, signs, width, 0)
    verb = [(reply.type, HEAD)]
    verb += [(f", {BY_JUDGEMENT}", UNSURE)] if reply.is_judged else []
    yield from beside((_LETTER, [()]), (0, wrapped(verb, max(width - _LETTER, 8))))
    yield from _end(reply.target, signs, width, _DEEPER)


def _end(end: End, signs: dict[str, Sign], width: int, by: int) -> Iterator[Line]:
    """Its letter, who it is with the year, its words, and its id whole."""
    its = [signs.get(siglum, NO_SIGN) for siglum in end.sigla] or [NO_SIGN]
    letters = joined(([(each.letter or NO_SIDE, each.strong)] for each in its), (" ", ""))
    room = min(max(width - by - _LETTER, 8), _READABLE)
    year = "" if end.year is None else f" {year_in_words(end.year)}"
    who = [piece(", ".join(end.holders), HEAD), piece(year)] if end.holders else []
    words = [piece(end.words or "not declared in the corpus")]
    lines = [line for part in (who, words) if part for line in wrapped(part, room)]
    lines.append([piece(end.target, QUIET)])
    yield from beside((by, [()] * len(lines)), (_LETTER, [letters]), (0, lines))
