"""What of a corpus is handed on: claims that filters let through, and the records that they name.

Claims come in their order, one after the other: of a great many no more are held than of a few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

import msgspec

from claimcli.answers.views import View, Viewer
from claimcli.commit import Commit, commit_of
from claimcli.model import NO_STANCE, Claim, CorpusInfo, Name, Question, Scholar, Source
from claimcli.names.latin import latin_words
from claimcli.progress import Progress
from claimcli.search import Filters
from claimcli.search.filter_scan import count_passing, passing
from claimcli.store import Role, Store
from claimcli.version import __version__


class Named(msgspec.Struct, frozen=True):
    """The ids that claims name, declared or not; a position is `question/stance`."""

    scholars: frozenset[str]
    sources: frozenset[str]
    questions: frozenset[str]
    positions: frozenset[str]

    def without(self, declared: Named) -> Named:
        """Those that are not among others."""
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(declared), strict=True)
        return Named(*(mine - theirs for mine, theirs in pairs))


class Selection:
    """A corpus, or some claims of it with all that they name, to be handed on."""

    def __init__(self, store: Store, filters: Filters, progress: Progress | None = None) -> None:
        """`progress` is told how many claims are done, and of how many."""
        self._store = store
        self._filters = filters
        self._progress = progress
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
        """The claims in file order, some at a time; gone through anew each time."""
        done = 0
        self._tell(done)
        for page in self._pages():
            yield page
            done += len(page)
            self._tell(done)

    def claims(self) -> Iterator[Claim]:
        """The same one by one."""
        for page in self.pages():
            self._store.expect_claims(_claims_named(page))
            yield from page
            self._store.forget_claims()

    def claim_views(self) -> Iterator[View]:
        """The claims as published."""
        viewer = self.viewer
        for page in self.pages():
            self._store.expect(page)
            yield from map(viewer.claim, page)
            self._store.forget_claims()

    def claims_named(self, claims: Sequence[Claim]) -> Set[str]:
        """The claims that these rest on, dispute, qualify or revise, and that are handed on."""
        named = _claims_named(claims)
        return self._store.claims_there(named) if self.is_whole else self._ids & named

    def has_claim(self, id: str) -> bool:
        """Whether a claim of that id is handed on."""
        if self.is_whole:
            return self._store.claim(id) is not None
        return id in self._ids

    @property
    def viewer(self) -> Viewer:
        """What makes the views of its records."""
        return Viewer(self._store)

    def _pages(self) -> Iterator[list[Claim]]:
        return passing(self._store, self._filters)

    def _tell(self, done: int) -> None:
        if self._progress:
            self._progress(done, self.total)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(claim.id for page in self._pages() for claim in page)

    # --- What they name ---

    @cached_property
    def named(self) -> Named:
        """What the claims name."""
        if not self.is_whole:
            return _named(claim for page in self._pages() for claim in page)
        roles = (Role.SCHOLAR, Role.SOURCE, Role.QUESTION, Role.STANCE)
        return Named(*(frozenset(self._store.targets(role)) for role in roles))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that the claims answer, and the wider ones that these are part of."""
        every = self._store.questions()
        if self.is_whole:
            return tuple(every)
        wider = {question.id: question.part_of for question in every}
        wanted: set[str] = set()
        for id in self.named.questions:
            while id and id not in wanted:
                wanted.add(id)
                id = wider.get(id) or ""
        return tuple(question for question in every if question.id in wanted)

    @cached_property
    def scholars(self) -> tuple[Scholar, ...]:
        """The holders of the claims."""
        every, wanted = self._store.scholars(), self.named.scholars
        return tuple(one for one in every if self.is_whole or one.id in wanted)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The works that the claims are made in, reported by, or rest on."""
        every, wanted = self._store.sources(), self.named.sources
        return tuple(one for one in every if self.is_whole or one.id in wanted)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the corpus, all of them: no claim refers to one by its id."""
        return tuple(self._store.names())

    @cached_property
    def undeclared(self) -> Named:
        """What is named and no record of the corpus has."""
        wider = {question.part_of for question in self.questions if question.part_of}
        named = msgspec.structs.replace(self.named, questions=self.named.questions | wider)
        return named.without(
            Named(
                frozenset(scholar.id for scholar in self.scholars),
                frozenset(source.id for source in self.sources),
                frozenset(question.id for question in self.questions),
                self.positions,
            )
        )

    @cached_property
    def positions(self) -> frozenset[str]:
        """The positions that the questions have, as `question/stance`; `none` is none."""
        stances = ((q.id, stance.id) for q in self.questions for stance in q.stances)
        none = (position for position in self.named.positions if _is_none(position))
        return frozenset((*(f"{question}/{stance}" for question, stance in stances), *none))


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
    return Named(*map(frozenset, (scholars, sources, questions, positions)))


def ask(store: Store, filters: Filters, progress: Progress | None = None) -> Selection:
    """The claims that pass, with all that they name; without filters the whole corpus."""
    return Selection(store, filters, progress)
