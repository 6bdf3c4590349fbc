"""Who answers whom on a question, and who revised a claim of his own, where the holder does so.

Positions that are opposed are no reply to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcli.answers.answer import Answer
from claimcli.answers.compare import Comparison
from claimcli.answers.compare import ask as compare
from claimcli.answers.holders import in_words
from claimcli.answers.namesakes import ToldApart
from claimcli.answers.views import View
from claimcli.entities import Entities, year_of
from claimcli.model import Claim, Question
from claimcli.store import Role, Store

REVISES = "revises"

NOBODY = "Nobody is recorded as answering another here."
"""What is said where there is no reply."""


class End(msgspec.Struct, frozen=True):
    """One end of a reply: a claim with its holders, or a position, whose label are its words.

    `target` is the id of the claim, or `question/stance`. `sigla` are the letters of the positions
    on this question that it stands in; `year` is that of the holder's work. A reporter's phrase
    among the holders is in quotation marks. `words` are None of what the corpus does not declare.
    """

    target: str
    words: str | None
    holders: tuple[str, ...] = ()
    year: int | None = None
    sigla: tuple[str, ...] = ()
    is_claim: bool = False


class Reply(msgspec.Struct, frozen=True):
    """A claim that `disputes`, `qualifies` or `revises` another, or a position.

    `is_judged` where that it does is the recorder's judgement.
    """

    type: str
    source: End
    target: End
    is_judged: bool


def replies(store: Store, comparison: Comparison, claims: Sequence[Claim]) -> tuple[Reply, ...]:
    """The replies that start or end at a claim or a position here, in file order, each once."""
    sigla, entities = _sigla(comparison), ToldApart(comparison.entities, comparison.holders)
    here = {claim.id for claim in claims}
    positions = [f"{comparison.question.id}/{position.stance}" for position in comparison.positions]
    pointing = store.linked(Role.TARGET, *here, *positions) if here else []
    from_elsewhere = [claim for claim in pointing if claim.id not in here]
    known = here.union(positions)
    found = [
        *(_of(claim, None, entities, sigla) for claim in claims),
        *(_of(claim, known, entities, sigla) for claim in from_elsewhere),
    ]
    return tuple(dict.fromkeys(reply for of_claim in found for reply in of_claim))


def _of(
    claim: Claim,
    targets: set[str] | None,
    entities: Entities,
    sigla: Mapping[str, tuple[str, ...]],
) -> Iterator[Reply]:
    for relation in claim.relations:
        if targets is None or relation.target in targets:
            start = _end_of_claim(claim, entities, sigla)
            end, is_judged = _end(relation.target, entities, sigla), claim.relates_by_reading
            yield Reply(relation.type, start, end, is_judged)


def _end(target: str, entities: Entities, sigla: Mapping[str, tuple[str, ...]]) -> End:
    if claim := entities.claim(target):
        return _end_of_claim(claim, entities, sigla)
    id, _, stance = target.partition("/")
    question = entities.question(id)
    found = question.stance(stance) if question else None
    return End(target, found.label if found else None, sigla=sigla.get(target, ()))


def _end_of_claim(claim: Claim, entities: Entities, sigla: Mapping[str, tuple[str, ...]]) -> End:
    return End(
        target=claim.id,
        words=claim.statement,
        holders=tuple(in_words(entities.scholar(id), id) for id in dict.fromkeys(claim.scholars)),
        year=year_of(claim, entities),
        sigla=sigla.get(claim.id, ()),
        is_claim=True,
    )


def _sigla(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """The letters of the positions that each claim takes here, and of the positions themselves."""
    found: dict[str, list[str]] = {}
    for position in comparison.positions:
        found[f"{comparison.question.id}/{position.stance}"] = [position.siglum]
        for entry in position.entries:
            found.setdefault(entry.claim.id, []).append(position.siglum)
    return {target: tuple(letters) for target, letters in found.items()}


def revising(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Changes of mind: what was held before is the target."""
    return tuple(reply for reply in replies if reply.type == REVISES)


def answering(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """All others."""
    return tuple(reply for reply in replies if reply.type != REVISES)


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
