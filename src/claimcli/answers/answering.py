"""Who answers whom on a question, as rows: each reply with the words of both ends."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.answer import Answer
from claimcli.answers.compare import Comparison
from claimcli.answers.compare import ask as compare
from claimcli.answers.replies import End, Reply, replies
from claimcli.answers.views import View
from claimcli.model import Question
from claimcli.store import Store

REPLY_FIELDS = (
    *("question", "claim", "holders", "year", "statement"),
    *("type", "by_reading", "target", "text"),
)
"""The keys of a reply."""


class Replies(Answer, frozen=True):
    """The replies that start or end at a question's claims or positions, in file order."""

    compared: Comparison
    replies: tuple[Reply, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a reply."""
        return REPLY_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """Each reply: who does what to whose words."""
        for reply in self.replies:
            start = reply.source
            values = (
                *(self.compared.question.id, start.target, list(start.holders), start.year),
                *(
                    start.words,
                    reply.type,
                    reply.is_judged,
                    reply.target.target,
                    _words(reply.target),
                ),
            )
            yield dict(zip(REPLY_FIELDS, values, strict=True))


def _words(end: End) -> str | None:
    return f"{', '.join(end.holders)}: {end.words}" if end.is_claim else end.words


def ask(store: Store, question: Question) -> Replies:
    """Who answers whom."""
    compared = compare(store, question)
    return Replies(compared, replies(store, compared, store.claims_on(question.id)))
