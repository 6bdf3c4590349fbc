"""What of a corpus is handed on: claims that filters let through, and the records that they name.

Records come in their order, one after the other, and anew each time that they are gone through: of
a great many no more are held than of a few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

import msgspec

from claimcli.answers.views import View, Viewer
from claimcli.commit import Commit, commit_of
from claimcli.entities import source_year
from claimcli.model import NO_STANCE, Claim, CorpusInfo, Name, Question, Scholar, Source
from claimcli.names.latin import latin_words
from claimcli.progress import Progress
from claimcli.search import Filters
from claimcli.search.filter_scan import count_passing, ids_passing, passing
from claimcli.store import AnyRecord, Role, Store
from claimcli.version import __version__

_KEPT = 1 << 16
"""Works and holders of which a few words are kept, since claims name them again and again."""


class Named(msgspec.Struct, frozen=True):
    """The ids that claims name, declared or not; a position is `question/stance`."""

    scholars: Set[str]
    sources: Set[str]
    questions: Set[str]
    positions: Set[str]


class Selection:
    """A corpus, or some claims of it with all that they name, to be handed on."""

    def __init__(self, store: Store, filters: Filters, progress: Progress | None = None) -> None:
        """`progress` is told how many claims are done, and of how many."""
        self._store = store
        self._filters = filters
        self._progress = progress
        self._named_there: Set[str] = frozenset()
        self._years: dict[str, int | None] = {}
        self.total = count_passing(store, filters)

    # --- The corpus ---

    @property
    def info(self) -> CorpusInfo | None:
        """What the corpus says of itself."""
        return self._store.info

    @cached_property
    def title(self) -> str:
        """The title of the corpus, else the name of its folder."""
        if self.info:
            return self.info.title
        return self._store.root.resolve().name.encode("utf-8", "backslashreplace").decode()

    @cached_property
    def corpus(self) -> str:
        """A word that tells the corpus from others, made from its title."""
        return "-".join(latin_words(self.title)) or "corpus"

    @cached_property
    def commit(self) -> Commit | None:
        """The commit that the corpus is at, if git knows."""
        return commit_of(self._store.root, self._store.files)

    @property
    def corpus_view(self) -> View:
        """The corpus in a line: what it says of itself, and which state of it this is."""
        info = self.info
        said = {key: getattr(info, key, None) for key in ("about", "licence", "format", "note")}
        revision = self.commit.id if self.commit else None
        known = {"id": self.corpus, "title": self.title}
        return {**known, **said, "revision": revision, "claimcli": __version__}

    # --- Claims ---

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole corpus."""
        return self._filters == Filters()

    def pages(self) -> Iterator[list[Claim]]:
        """The claims, some at a time."""
        done = 0
        self._tell(done)
        for page in self._pages():
            yield page
            self._store.forget()
            self.viewer.forget(_KEPT)
            done += len(page)
            self._tell(done)

    def claims(self) -> Iterator[Claim]:
        """The same one by one."""
        for page in self.pages():
            self._expect(page)
            self._named_there = self.claims_named(page)
            yield from page

    def claim_views(self) -> Iterator[View]:
        """The claims as published."""
        for page in self.pages():
            self._expect(page)
            yield from map(self.viewer.claim, page)

    def _expect(self, claims: Sequence[Claim]) -> None:
        """What these claims name is read together, and only what is not known yet."""
        self._store.expect_ids(self.viewer.unknown(claims))
        self._store.expect_claims(_claims_named(claims))

    def claims_named(self, claims: Sequence[Claim]) -> Set[str]:
        """The claims that these rest on, dispute, qualify or revise, and that are handed on."""
        named = _claims_named(claims)
        if self.is_whole:
            return self._store.claims_there(named)
        return ids_passing(self._store, self._filters, named)

    def has_claim(self, id: str) -> bool:
        """Whether a claim that the one at hand names is handed on."""
        return id in self._named_there

    def years(self, claims: Sequence[Claim]) -> Mapping[str, int | None]:
        """The years of the works that claims were made in, by their ids."""
        if len(self._years) > _KEPT:
            self._years.clear()
        cited = {claim.citation.source for claim in claims if claim.citation}
        unknown = cited - self._years.keys()
        self._store.expect_ids(unknown)
        for id in unknown:
            source = self._store.source(id)
            self._years[id] = source_year(source) if source else None
        return self._years

    @cached_property
    def viewer(self) -> Viewer:
        """What makes the views of its records."""
        return Viewer(self._store)

    def _pages(self) -> Iterator[list[Claim]]:
        return passing(self._store, self._filters)

    def _tell(self, done: int) -> None:
        if self._progress:
            self._progress(done, self.total)

    # --- What they name ---

    @property
    def questions(self) -> Iterator[Question]:
        """The questions that the claims answer, and the wider ones that these are part of."""
        return self._of(Question, "questions")

    @property
    def scholars(self) -> Iterator[Scholar]:
        """The holders of the claims."""
        return self._of(Scholar, "scholars")

    @property
    def sources(self) -> Iterator[Source]:
        """The works that the claims are made in, reported by, or rest on."""
        return self._of(Source, "sources")

    @property
    def names(self) -> Iterator[Name]:
        """The names of the corpus, all of them: no claim refers to one by its id."""
        return self._store.each(Name)

    @cached_property
    def undeclared(self) -> Named:
        """What is named and no record of the corpus has."""
        lacking, named = self._store.lacking, self._named_by_all if self.is_whole else self._named
        return Named(
            lacking("scholar", named.scholars),
            lacking("source", named.sources),
            lacking("question", named.questions),
            {one for one in lacking("stance", named.positions) if not _is_none(one)},
        )

    def positions_named(self, claims: Sequence[Claim]) -> Set[str]:
        """The positions that claims dispute, qualify or revise, and that are handed on."""
        named = {relation.target for claim in claims for relation in claim.relations}
        positions = {target for target in named if "/" in target and not _is_none(target)}
        declared = positions - self._store.lacking("stance", positions)
        if not self.is_whole:
            declared = {one for one in declared if one.partition("/")[0] in self._named.questions}
        return declared | (positions & self.undeclared.positions)

    @property
    def _named_by_all(self) -> Named:
        """What the whole corpus names."""
        roles = (Role.SCHOLAR, Role.SOURCE, Role.QUESTION, Role.STANCE)
        scholars, sources, questions, positions = map(set, map(self._store.targets, roles))
        return Named(scholars, sources, questions.union(self._wider.values()), positions)

    @cached_property
    def _named(self) -> Named:
        """What the claims that pass name, and the wider questions of those that they answer."""
        named = _named(claim for page in self._pages() for claim in page)
        questions: set[str] = set()
        for id in named.questions:
            while id and id not in questions:
                questions.add(id)
                id = self._wider.get(id, "")
        return msgspec.structs.replace(named, questions=questions)

    @cached_property
    def _wider(self) -> dict[str, str]:
        """The question that one is part of."""
        return {one.id: one.part_of for one in self._store.each(Question) if one.part_of}

    def _of(self, type: type[AnyRecord], kind: str) -> Iterator[AnyRecord]:
        """The records of a type that are named; of the whole corpus, all."""
        every = self._store.each(type)
        if self.is_whole:
            return every
        named = getattr(self._named, kind)
        return (record for record in every if record.id in named)


def _claims_named(claims: Sequence[Claim]) -> set[str]:
    """What claims rest on, dispute, qualify or revise, where that may be a claim."""
    named = {ground.claim for claim in claims for ground in claim.basis if ground.claim}
    named.update(relation.target for claim in claims for relation in claim.relations)
    return named


def _is_none(position: str) -> bool:
    return position.rpartition("/")[2] == NO_STANCE


def _named(claims: Iterable[Claim]) -> Named:
    scholars: set[str] = set()
    sources: set[str] = set()
    questions: set[str] = set()
    positions: set[str] = set()
    for claim in claims:
        scholars.update(claim.scholars)
        sources.update(work.source for _, work in claim.works)
        for question, stance in claim.positions:
            questions.add(question)
            positions.add(f"{question}/{stance}")
    return Named(scholars, sources, questions, positions)


def ask(store: Store, filters: Filters, progress: Progress | None = None) -> Selection:
    """The claims that pass, with all that they name; without filters the whole corpus."""
    return Selection(store, filters, progress)
