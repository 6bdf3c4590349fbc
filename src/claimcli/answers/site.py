"""A corpus to be published as a whole: what each of its pages is made from, asked for in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

from claimcli.answers import career, corpus, page_search, report, show, testimony
from claimcli.answers.career import Career
from claimcli.answers.corpus import Description
from claimcli.answers.namesakes import printed_alike
from claimcli.answers.page_search import PageSearch
from claimcli.answers.report import Dossier
from claimcli.answers.show import ShownClaim, ShownRecord
from claimcli.answers.testimony import Testimony
from claimcli.entities import Entities
from claimcli.model import Claim, Name, Question, Record, Scholar, Source
from claimcli.store import Role, Store

MOST = 20_000
"""Above so many claims a site of files is not what a corpus wants."""


class Site(msgspec.Struct, frozen=True, dict=True):
    """A corpus with what its front page tells; the answers of all other pages come one at a time.

    `ids` are those of the records that have a page, by kind.
    """

    description: Description
    ids: Mapping[str, frozenset[str]]
    questions: tuple[Question, ...]
    scholars: tuple[Scholar, ...]
    sources: tuple[Source, ...]
    names: tuple[Name, ...]
    claims: Mapping[str, int]
    read: frozenset[str]
    store: Store

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """The holders whose name another has."""
        return printed_alike(self.scholars)

    @property
    def entities(self) -> Entities:
        """The records that claims refer to."""
        return self.store

    def searched(self) -> PageSearch:
        """All of it as the search in a page has it."""
        return page_search.ask(self.store)

    def every_claim(self) -> list[Claim]:
        """All claims, in file order."""
        return self.store.claims()

    @property
    def total(self) -> int:
        """How many records have a page."""
        return sum(map(len, self.ids.values()))

    def dossiers(self) -> Iterator[Dossier]:
        """What a report tells of each question, in file order."""
        for question in self.questions:
            yield report.ask(self.store, [question], description=self.description)

    def careers(self) -> Iterator[Career]:
        """Where each scholar stands."""
        for scholar in self.scholars:
            yield career.ask(self.store, scholar)

    def testimonies(self) -> Iterator[Testimony]:
        """What each work says."""
        for source in self.sources:
            yield testimony.ask(self.store, source)

    def claims_shown(self) -> Iterator[ShownClaim]:
        """Each claim with what rests on it."""
        for claim in self.store.claims():
            shown = show.of_record(self.store, claim)
            assert isinstance(shown, ShownClaim)
            yield shown

    def names_shown(self) -> Iterator[ShownRecord]:
        """Each name with the claims that have it."""
        for name in self.names:
            shown = show.of_record(self.store, name)
            assert isinstance(shown, ShownRecord)
            yield shown


def ask(store: Store) -> Site:
    """The corpus as it is to be published."""
    questions, scholars = tuple(store.questions()), tuple(store.scholars())
    sources, names = tuple(store.sources()), tuple(store.names())
    return Site(
        description=corpus.ask(store),
        ids={
            "question": _ids(questions),
            "scholar": _ids(scholars),
            "source": _ids(sources),
            "name": _ids(names),
            "claim": frozenset(store.ids("claim")),
        },
        questions=questions,
        scholars=scholars,
        sources=sources,
        names=names,
        claims={scholar.id: store.count(Role.SCHOLAR, scholar.id) for scholar in scholars},
        read=frozenset(store.targets(Role.WITNESS)),
        store=store,
    )


def _ids(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(record.id for record in records)
