"""Through whom a question is known second-hand: each chain from a holder to the text read, once."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimcli.answers.answer import Answer
from claimcli.answers.chain import Link, chain_of
from claimcli.answers.compare import Comparison
from claimcli.answers.compare import ask as compare
from claimcli.answers.counting import Entry
from claimcli.answers.namesakes import ToldApart
from claimcli.answers.views import View
from claimcli.model import Question
from claimcli.store import Store

CHAIN_FIELDS = ("question", "holders", "known", "work", "reports", "read", "claims")
"""The keys of a chain."""


class Way(msgspec.Struct, frozen=True):
    """Who holds something, his own work, those that report it; the last of them was read.

    `work` has no id where none is named. `claims` came on this way, in positions of these
    `numbers`.
    """

    holders: tuple[Link, ...]
    work: Link
    reports: tuple[Link, ...]
    claims: tuple[str, ...]
    numbers: tuple[int, ...]

    @property
    def read(self) -> Link:
        """The text that was read."""
        return self.reports[-1]


class Chains(Answer, frozen=True):
    """The ways of a question's second-hand claims, in file order; `compared` is the question's."""

    compared: Comparison
    ways: tuple[Way, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a chain."""
        return CHAIN_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """Each chain, with the claims that came on it."""
        for way in self.ways:
            values = (
                self.compared.question.id,
                [{"id": holder.id, "name": self._name(holder)} for holder in way.holders],
                way.holders[0].known if way.holders else None,
                {"source": way.work.id, "text": way.work.text} if way.work.id else None,
                [{"source": step.id, "text": step.text} for step in way.reports[:-1]],
                {"source": way.read.id, "text": way.read.text},
                list(way.claims),
            )
            yield dict(zip(CHAIN_FIELDS, values, strict=True))

    def _name(self, holder: Link) -> str:
        """His name alone: beside his id nothing has to tell him from others."""
        found = self.compared.holders.get(holder.id or "")
        return found.name if found else holder.text


def ask(store: Store, question: Question) -> Chains:
    """The chains of a question."""
    compared = compare(store, question)
    return Chains(compared, tuple(_ways(compared)))


def _ways(compared: Comparison) -> Iterator[Way]:
    met: dict[tuple[Link, ...], dict[str, None]] = {}
    numbers: dict[tuple[Link, ...], dict[int, None]] = {}
    entities = ToldApart(compared.entities, compared.holders)
    for entry, number in _entries(compared):
        if entry.claim.second_hand:
            chain = chain_of(entry.claim, entities)
            met.setdefault(chain, {})[entry.claim.id] = None
            numbers.setdefault(chain, {}).update({} if number is None else {number: None})
    for chain, claims in met.items():
        yield Way(
            holders=tuple(link for link in chain if link.station == "holder"),
            work=next(link for link in chain if link.station == "own work"),
            reports=tuple(link for link in chain if link.station == "report"),
            claims=tuple(claims),
            numbers=tuple(numbers[chain]),
        )


def _entries(compared: Comparison) -> Iterator[tuple[Entry, int | None]]:
    for position in compared.positions:
        yield from ((entry, position.number) for entry in position.entries)
    yield from ((entry, None) for entry in compared.without_stance)
