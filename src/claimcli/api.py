"""claimcli as a library: the same code that the commands call."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from claimcli import comparison, views
from claimcli.corpus.find import find_corpus
from claimcli.errors import UnknownValue
from claimcli.model import Claim, Name, Question, Record, Scholar, Source
from claimcli.search import Filters, Hit, search
from claimcli.store import Store, open_store
from claimcli.views import View

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Corpus:
    """A corpus that was read: its records, and what can be asked of them.

    Records are immutable and know their file and line. `left_out` says how many records were too
    broken to use; `claimcli check` tells why.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def load(cls, path: str | os.PathLike[str] | None = None, *, cache: bool = True) -> Corpus:
        """Read the corpus in a directory.

        Without `path` it is found as the commands find it: `CLAIMCLI_CORPUS`, the nearest one
        above the working directory, else the one that comes with claimcli. Raises
        `claimcli.errors.ClaimcliError` where there is none. With `cache=False` the YAML is read
        afresh and nothing is written.
        """
        named = Path(path) if path is not None else None
        root = find_corpus(named, os.environ, Path.cwd())
        return cls(open_store(root, use_cache=cache))

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files that are held open."""
        self._store.close()

    @property
    def root(self) -> Path:
        """The directory that was read."""
        return self._store.root

    @property
    def left_out(self) -> int:
        """How many records were left out, being broken."""
        return self._store.left_out

    @property
    def claims(self) -> Sequence[Claim]:
        """Every claim, in file order."""
        return self._store.claims()

    @property
    def questions(self) -> Sequence[Question]:
        """Every question, in file order."""
        return self._store.questions()

    @property
    def scholars(self) -> Sequence[Scholar]:
        """Every scholar, in file order."""
        return self._store.scholars()

    @property
    def sources(self) -> Sequence[Source]:
        """Every source, in file order."""
        return self._store.sources()

    @property
    def names(self) -> Sequence[Name]:
        """Every name, in file order."""
        return self._store.names()

    def claim(self, id: str) -> Claim:
        """The claim of that id; raises for an unknown one, naming the nearest."""
        return self._one("claim", id, self._store.claim(id))

    def question(self, id: str) -> Question:
        """The question of that id; raises for an unknown one, naming the nearest."""
        return self._one("question", id, self._store.question(id))

    def scholar(self, id: str) -> Scholar:
        """The scholar of that id; raises for an unknown one, naming the nearest."""
        return self._one("scholar", id, self._store.scholar(id))

    def source(self, id: str) -> Source:
        """The source of that id; raises for an unknown one, naming the nearest."""
        return self._one("source", id, self._store.source(id))

    def search(
        self,
        query: str = "",
        filters: Filters | None = None,
        *,
        exact: bool = False,
        limit: int | None = None,
        sort: str | None = None,
    ) -> list[Hit]:
        """The claims that a query finds, best first, each with what matched and why.

        `query` is what `claimcli search` takes; the empty query finds everything that `filters`
        let through. Raises `QueryError` for a query that cannot be read.
        """
        found = search(self._store, query, filters, exact=exact, limit=limit, sort=sort)
        return list(found.hits)

    def compare(self, question: str, *, by: str = "scholar") -> comparison.Comparison:
        """The positions on a question with their honest counts, as `claimcli compare` has them."""
        if by not in comparison.GROUPINGS:
            raise UnknownValue("grouping", by, comparison.GROUPINGS)
        asked = self.question(question)
        return comparison.compare(asked, self._store.claims_on(question), self._store, by)

    def juxtapose(self, *scholars: str) -> comparison.Juxtaposition:
        """Two or more scholars over every question that any of them answers."""
        held = [self.scholar(id) for id in scholars]
        return comparison.juxtapose(held, self._store.questions(), self._store.claims_on)

    def view(self, record: Claim | comparison.Comparison | comparison.Juxtaposition) -> View:
        """The record as the commands publish it in JSON: plain dicts, lists and values."""
        if isinstance(record, Claim):
            return views.claim_view(record, self._store)
        if isinstance(record, comparison.Comparison):
            return views.comparison_view(record, self._store)
        return views.juxtaposition_view(record, self._store)

    def _one(self, kind: str, id: str, record: AnyRecord | None) -> AnyRecord:
        if record is None:
            raise UnknownValue(kind, id, (known for known, _ in self._store.ids(kind)))
        return record
