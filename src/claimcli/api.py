"""claimcli as a library: the same code that the commands call."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from claimcli.answers import compare as comparison
from claimcli.answers import views
from claimcli.answers.cite import STYLES, cited
from claimcli.answers.coverage import Cited, cited_view, coverage
from claimcli.answers.show import shown_record
from claimcli.answers.verify import Verified, verified, verified_view
from claimcli.answers.views import View
from claimcli.citations.typography import Markup
from claimcli.corpus.find import find_corpus, working_directory
from claimcli.errors import Answer, UnknownValue, renewing
from claimcli.model import Claim, Name, Question, Record, Scholar, Source
from claimcli.paths import expanded
from claimcli.search import Filters, Hit, search
from claimcli.store import Role, Store, open_store
from claimcli.texts import Texts, prepare, read_text, texts_in

AnyRecord = TypeVar("AnyRecord", bound=Record)
Viewed = Record | Hit | comparison.Comparison | comparison.Juxtaposition | Verified | Cited
"""What `Corpus.view` takes."""


class Corpus:
    """A corpus that was read: its records, and what can be asked of them.

    Records are immutable and know their file and line. `left_out` says how many records were too
    broken to use, `unread` of how many files nothing could be read; `claimcli check` tells why.
    It is to be used in the thread that loaded it.
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
        root = find_corpus(named, os.environ, working_directory())
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
        return self._asked(lambda store: store.lost.records)

    @property
    def unread(self) -> int:
        """Of how many files and directories nothing could be read."""
        return self._asked(lambda store: store.lost.files)

    @property
    def claims(self) -> Sequence[Claim]:
        """Every claim, in file order."""
        return self._asked(lambda store: store.claims())

    @property
    def questions(self) -> Sequence[Question]:
        """Every question, in file order."""
        return self._asked(lambda store: store.questions())

    @property
    def scholars(self) -> Sequence[Scholar]:
        """Every scholar, in file order."""
        return self._asked(lambda store: store.scholars())

    @property
    def sources(self) -> Sequence[Source]:
        """Every source, in file order."""
        return self._asked(lambda store: store.sources())

    @property
    def names(self) -> Sequence[Name]:
        """Every name, in file order."""
        return self._asked(lambda store: store.names())

    def claim(self, id: str) -> Claim:
        """The claim of that id; raises for an unknown one, naming the nearest."""
        return self._one("claim", id, lambda store: store.claim(id))

    def question(self, id: str) -> Question:
        """The question of that id; raises for an unknown one, naming the nearest."""
        return self._one("question", id, lambda store: store.question(id))

    def scholar(self, id: str) -> Scholar:
        """The scholar of that id; raises for an unknown one, naming the nearest."""
        return self._one("scholar", id, lambda store: store.scholar(id))

    def source(self, id: str) -> Source:
        """The source of that id; raises for an unknown one, naming the nearest."""
        return self._one("source", id, lambda store: store.source(id))

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

        def found(store: Store) -> list[Hit]:
            return list(search(store, query, filters, exact=exact, limit=limit, sort=sort).hits)

        return self._asked(found)

    def compare(self, question: str, *, by: str = "scholar") -> comparison.Comparison:
        """The positions on a question with their honest counts, as `claimcli compare` has them."""
        if by not in comparison.GROUPINGS:
            raise UnknownValue("grouping", by, comparison.GROUPINGS)
        asked = self.question(question)
        return self._asked(lambda s: comparison.compare(asked, s.claims_on(question), s, by))

    def juxtapose(self, *scholars: str) -> comparison.Juxtaposition:
        """Two or more scholars over every question that any of them answers."""
        held = [self.scholar(id) for id in scholars]
        return self._asked(lambda s: comparison.juxtapose(held, s.questions(), s.claims_on))

    def verify(
        self,
        *ids: str,
        texts: str | os.PathLike[str] | None = None,
        text: Mapping[str, str | os.PathLike[str]] | None = None,
    ) -> list[Verified]:
        """Quotations held against the texts they were read in, as `claimcli verify` does it.

        Args:
            ids: the claims; without any, every claim that has a quote.
            texts: a directory of texts that are named for their source (`kim-2013.txt`).
            text: the file of a source, by its id; goes before one of the directory.

        Raises for an unknown id and for a text that cannot be read. Without a text at hand the
        status of a verdict is `no text`.
        """
        named = {self.source(id).id: expanded(Path(path)) for id, path in (text or {}).items()}
        files = texts_in(expanded(Path(texts))) if texts is not None else {}
        claims = [self.claim(id) for id in dict.fromkeys(ids)] if ids else self.claims
        return list(verified(claims, Texts(files | named)))

    def coverage(self, text: str | os.PathLike[str], source: str) -> list[Cited]:
        """The in-text citations of a text, each with the records that rest on it or none yet.

        `text` is a file, `source` the id of the work that it is the text of. Raises for an
        unknown source and for a text that cannot be read.
        """
        read_in = self.source(source).id
        witness = prepare(read_text(expanded(Path(text))))
        return self._asked(
            lambda s: coverage(witness, s.linked(Role.WITNESS, read_in), s.sources())
        )

    def cite(self, *ids: str, style: str = "note", markup: Markup = "plain") -> list[str]:
        """Claims, sources, or all claims on a question as Chicago 17 has them, ready to be copied.

        `style` is `note`, `author-date`, `bibliography` or `author-date-bibliography`, `markup`
        `plain` or `markdown`. Raises for an unknown id or style.
        """
        if style not in STYLES:
            raise UnknownValue("style", style, STYLES)
        citations = self._asked(lambda store: cited(store, ids, style, markup))
        return [citation["text"] for citation in citations]

    def view(self, record: Viewed) -> View:
        """The record as the commands publish it in JSON: plain dicts, lists and values.

        A claim as `claimcli search` has it, but for what matched; a scholar, source, question or
        name as `claimcli show` has it, with its claims.
        """
        return self._asked(lambda store: _view(record, store))

    def _one(self, kind: str, id: str, read: Callable[[Store], AnyRecord | None]) -> AnyRecord:
        def one(store: Store) -> AnyRecord:
            record = read(store)
            if record is None:
                raise UnknownValue(kind, id, store.ids(kind), lost=store.lost)
            return record

        return self._asked(one)

    def _asked(self, ask: Callable[[Store], Answer]) -> Answer:
        """What the store answers; where it proves damaged, what one that is made anew does."""

        def of_whole() -> Answer:
            if self._store.is_damaged:
                self._store = open_store(self.root)
            return ask(self._store)

        return renewing(of_whole)


def _view(record: Viewed, store: Store) -> View:
    if isinstance(record, Claim):
        return views.claim_view(record, store)
    if isinstance(record, Record):
        return shown_record(store, record).view
    if isinstance(record, Hit):
        return views.hit_view(record, store)
    if isinstance(record, Verified):
        return verified_view(record)
    if isinstance(record, Cited):
        return cited_view(record)
    if isinstance(record, comparison.Comparison):
        return views.comparison_view(record, store)
    return views.juxtaposition_view(record, store)
