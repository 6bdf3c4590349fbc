"""claimcli as a library: the same answers that the commands give."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import msgspec

from claimcli.answers import cite, compare, corpus, coverage, juxtapose, show, verify
from claimcli.answers import list as listing
from claimcli.answers.answer import Answer
from claimcli.answers.compare import Comparison
from claimcli.answers.corpus import Description
from claimcli.answers.coverage import Cited
from claimcli.answers.juxtapose import Juxtaposition
from claimcli.answers.list import Listing
from claimcli.answers.show import Shown
from claimcli.answers.verify import Verified
from claimcli.answers.views import View, Viewer
from claimcli.arguments import expect, expected_path, expected_words
from claimcli.citations.typography import Markup
from claimcli.corpus.find import find_corpus, working_directory
from claimcli.errors import Answer as Given
from claimcli.errors import UnknownValue, renewing
from claimcli.model import Claim, Name, Question, Record, Scholar, Source
from claimcli.paths import expanded
from claimcli.search import Filters, Hit, search
from claimcli.store import Store, open_store
from claimcli.texts import Texts, prepare, read_text, texts_in

if TYPE_CHECKING:  # reading YAML is not for those who only search
    from claimcli.answers.check import Inspected
    from claimcli.answers.export import Selection
    from claimcli.answers.report import Dossier

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyAnswer = TypeVar("AnyAnswer", bound=Answer)
Viewed = Record | Hit | Answer | Verified | Cited
"""What `Corpus.view` takes."""

PathLike = str | os.PathLike[str]
Hits: TypeAlias = list[Hit]
Lines: TypeAlias = list[str]
Quotations: TypeAlias = list[Verified]
InText: TypeAlias = list[Cited]
Columns: TypeAlias = dict[str, list[Any]]
"""What the methods give, of which one is called `list`."""


class Corpus:
    """A corpus that was read: its records, and what can be asked of them.

    Records are immutable and know their file and line. `left_out` says how many records were too
    broken to use, `unread` of how many files nothing could be read; `claimcli check` tells why.
    It is to be used in the thread that loaded it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def load(cls, path: PathLike | None = None, *, cache: bool = True) -> Corpus:
        """Read the corpus in a directory.

        Without `path` it is found as the commands find it: `CLAIMCLI_CORPUS`, the nearest one
        above the working directory, else the one that comes with claimcli. Raises
        `claimcli.errors.ClaimcliError` where there is none. With `cache=False` the YAML is read
        afresh and nothing is written.
        """
        expect((str, os.PathLike), "path", path, none=True)
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
    def info(self) -> Description:
        """What the corpus says of itself, what it holds, and which commit it is at."""
        return self._answer(corpus.ask)

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
    ) -> Hits:
        """The claims that a query finds, best first, each with what matched and why.

        `query` is what `claimcli search` takes; the empty query finds everything that `filters`
        let through. Raises `QueryError` for a query that cannot be read.
        """

        expect(str, "query", query)
        expect(Filters, "filters", filters, none=True)
        expect(int, "limit", limit, none=True)
        expect(str, "sort", sort, none=True)

        def found(store: Store) -> Hits:
            return [*search(store, query, filters, exact=exact, limit=limit, sort=sort).hits]

        return self._asked(found)

    def compare(
        self, question: str, *, by: str = "scholar", limit: int | None = None
    ) -> Comparison:
        """The positions on a question with their honest counts, as `claimcli compare` has them.

        `limit`: at most so many claims of each; every count is that of all.
        """
        expect(str, "by", by)
        expect(int, "limit", limit, none=True)
        asked = self.question(question)
        return self._answer(lambda store: compare.ask(store, asked, by, limit))

    def report(self, *questions: str, date: str | None = None) -> Dossier:
        """One or more questions as a document has them, as `claimcli report` makes one.

        Each chapter has positions with holders, quotations and the numbers of their notes, how it
        is known, what is unsure and what is not covered, every number with the claims that it
        counts. `claimcli.report.markdown.markdown` writes it down. `date` is printed as that of its
        making. Raises for an unknown question, and for none.
        """
        from claimcli.answers import report  # sentences are not for those who only search

        expect(str, "date", date, none=True)
        asked = [self.question(id) for id in questions]
        return self._answer(lambda store: report.ask(store, asked, date))

    def juxtapose(self, *scholars: str) -> Juxtaposition:
        """Two or more scholars over every question that any of them answers."""
        held = [self.scholar(id) for id in scholars]
        return self._answer(lambda store: juxtapose.ask(store, held))

    def show(self, id: str, *, limit: int | None = None) -> Shown:
        """A record and all that is known of it, by its id or its name, as `claimcli show` has it.

        `limit`: at most so many claims of each part that they have in it.
        """
        expect(str, "id", id)
        expect(int, "limit", limit, none=True)
        return self._answer(lambda store: show.ask(store, id, limit))

    def check(self, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Inspected:
        """Everything wrong with the corpus, read afresh, as `claimcli check` tells it.

        `select` and `ignore` are codes, or the letter or number that codes begin with.
        """
        from claimcli.answers.check import ask  # reading YAML is not for those who only search
        from claimcli.checks.selecting import chosen

        return ask(
            self.root, chosen(expected_words("select", select), expected_words("ignore", ignore))
        )

    def verify(
        self,
        *ids: str,
        texts: PathLike | None = None,
        text: Mapping[str, PathLike] | None = None,
    ) -> Quotations:
        """Quotations held against the texts they were read in, as `claimcli verify` does it.

        Args:
            ids: the claims; without any, every claim that has a quote.
            texts: a directory of texts that are named for their source (`kim-2013.txt`).
            text: the file of a source, by its id; goes before one of the directory.

        Raises for an unknown id and for a text that cannot be read. Without a text at hand the
        status of a verdict is `no text`.
        """
        expect((str, os.PathLike), "texts", texts, none=True)
        expect(Mapping, "text", text, none=True)
        named = {
            self.source(id).id: expected_path("text", path) for id, path in (text or {}).items()
        }
        files = texts_in(expanded(Path(texts))) if texts is not None else {}
        claims = [self.claim(id) for id in dict.fromkeys(ids)] if ids else self.claims
        at_hand = Texts(files | named)
        return verify.with_other_texts(verify.verified(claims, at_hand), at_hand)

    def coverage(self, text: PathLike, source: str) -> InText:
        """The in-text citations of a text, each with the records that rest on it or none yet.

        `text` is a file, `source` the id of the work that it is the text of. Raises for an
        unknown source and for a text that cannot be read.
        """
        read_in = self.source(source).id
        witness = prepare(read_text(expected_path("text", text)))
        return [*self._answer(lambda store: coverage.ask(store, read_in, witness)).found]

    def cite(self, *ids: str, style: str = "note", markup: Markup = "plain") -> Lines:
        """Claims, sources, or all claims on a question as Chicago 17 has them, ready to be copied.

        `style` is one of `claimcli.answers.cite.STYLES`: `note`, `short-note`, `author-date`,
        `bibliography`, `author-date-bibliography`; `markup` is `plain` or `markdown`. Raises for
        an unknown id or style.
        """
        for id in ids:
            expect(str, "id", id)
        expect(str, "style", style)
        expect(str, "markup", markup)
        found = self._answer(lambda store: cite.ask(store, ids, style, markup))
        return [citation["text"] for citation in found.rows]

    def view(self, record: Viewed) -> View:
        """The record as the commands publish it in JSON: plain dicts, lists and values.

        A claim as `claimcli search` has it, but for what matched; a scholar, source, question or
        name as `claimcli show` has it, with its claims.
        """
        return self._asked(lambda store: _view(record, store))

    def list(self, kind: str, *, question: str | None = None) -> Listing:
        """What the corpus holds of a kind, with counts, as `claimcli list` has it.

        `question` narrows `agreement` to that one.
        """
        expect(str, "kind", kind)
        asked = self.question(question) if question is not None else None
        return self._answer(lambda store: listing.ask(store, kind, asked))

    def export(
        self,
        format: str,
        path: PathLike,
        filters: Filters | None = None,
        *,
        force: bool = False,
    ) -> None:
        """Claims and all that they name as a file or folder, as `claimcli export` makes it.

        `format` is one of `claimcli.exports.formats.FORMATS`. It is there whole or not at all, and
        over nothing that is there without `force`. Raises for an unknown format, for one whose
        library is not installed, and for what cannot be written.
        """
        from claimcli.exports.formats import FORMATS  # not for those who only search
        from claimcli.writing import CannotWrite, made_whole

        expect(str, "format", format)
        if format not in FORMATS:
            raise UnknownValue("format", format, FORMATS)
        make, place = FORMATS[format].make, expanded(Path(expected_path("path", path)))
        if place.exists() and not force:
            raise CannotWrite(f"{place} is there already: `force` writes over it")
        with made_whole(place, force=force) as new:
            self._asked(lambda store: make(_selected(store, filters), new))

    def to_pandas(self, table: str = "claims", filters: Filters | None = None) -> Any:
        """A table of `claimcli export parquet` as a `pandas.DataFrame` (docs/exporting.md).

        Takes pandas, which is not installed with claimcli. Raises for an unknown table.
        """
        import pandas  # only for who has it

        names = {"text": "string", "integer": "Int64", "boolean": "boolean"}
        columns, types = self._columns(table, filters, names)
        return pandas.DataFrame({n: pandas.array(v, dtype=types[n]) for n, v in columns.items()})

    def to_polars(self, table: str = "claims", filters: Filters | None = None) -> Any:
        """The same as a `polars.DataFrame`."""
        import polars  # only for who has it

        names = {"text": polars.String, "integer": polars.Int64, "boolean": polars.Boolean}
        columns, types = self._columns(table, filters, names)
        return polars.DataFrame(columns, schema=types)

    def to_arrow(self, table: str = "claims", filters: Filters | None = None) -> Any:
        """The same as a `pyarrow.Table`."""
        import pyarrow  # only for who has it

        names = {"text": pyarrow.string(), "integer": pyarrow.int64(), "boolean": pyarrow.bool_()}
        columns, types = self._columns(table, filters, names)
        return pyarrow.table(columns, schema=pyarrow.schema(list(types.items())))

    def _columns(
        self, table: str, filters: Filters | None, names: dict[str, Any]
    ) -> tuple[Columns, dict[str, Any]]:
        from claimcli.exports.frames import columns, types  # not for those who only search

        expect(str, "table", table)
        expect(Filters, "filters", filters, none=True)
        found = self._asked(lambda store: columns(_selected(store, filters), table))
        return found, types(table, names)

    def _one(self, kind: str, id: str, read: Callable[[Store], AnyRecord | None]) -> AnyRecord:
        expect(str, "id", id)

        def one(store: Store) -> AnyRecord:
            record = read(store)
            if record is None:
                raise UnknownValue(kind, id, store.ids(kind), lost=store.lost)
            return record

        return self._asked(one)

    def _answer(self, ask: Callable[[Store], AnyAnswer]) -> AnyAnswer:
        """An answer that can be viewed for as long as the corpus is open, whatever its cache."""
        answer = self._asked(ask)
        if hasattr(answer, "entities"):
            return msgspec.structs.replace(answer, entities=_Records(self._asked))
        return answer

    def _asked(self, ask: Callable[[Store], Given]) -> Given:
        """What the store answers; where it proves damaged, what one that is made anew does."""

        def of_whole() -> Given:
            if self._store.is_damaged:
                self._store = open_store(self.root)
            return ask(self._store)

        return renewing(of_whole)


def _selected(store: Store, filters: Filters | None) -> Selection:
    from claimcli.answers.export import ask  # not for those who only search

    return ask(store, filters or Filters())


class _Records:
    """The records that an answer's views ask for, of a corpus whose cache may be made anew."""

    def __init__(self, asked: Callable[[Callable[[Store], Any]], Any]) -> None:
        self._asked = asked

    def scholar(self, id: str) -> Scholar | None:
        """The scholar of that id."""
        return self._asked(lambda store: store.scholar(id))  # type: ignore[no-any-return]

    def source(self, id: str) -> Source | None:
        """The source of that id."""
        return self._asked(lambda store: store.source(id))  # type: ignore[no-any-return]

    def question(self, id: str) -> Question | None:
        """The question of that id."""
        return self._asked(lambda store: store.question(id))  # type: ignore[no-any-return]

    def claim(self, id: str) -> Claim | None:
        """The claim of that id."""
        return self._asked(lambda store: store.claim(id))  # type: ignore[no-any-return]


def _view(record: Viewed, store: Store) -> View:
    own = getattr(record, "view", None)
    if own is not None:
        return own if isinstance(own, dict) else list(own)  # type: ignore[return-value]
    view = _VIEWS.get(type(record))
    if view is None:
        raise TypeError(f"a record or an answer is expected, not {type(record).__name__}")
    return view(record, store)


def _shown(record: Record, store: Store) -> View:
    return show.of_record(store, record).view


_VIEWS: dict[type, Callable[[Any, Store], View]] = {
    Claim: lambda claim, store: Viewer(store).claim(claim),
    Hit: lambda hit, store: Viewer(store).hit(hit),
    **dict.fromkeys((Scholar, Source, Question, Name), _shown),
}
"""What has no view of its own, since it takes other records to view it."""
