"""A corpus asked: the answers of the commands that read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, get_args

from claimcli.answers import cite, compare, juxtapose, show
from claimcli.answers import list as listing
from claimcli.answers.compare import Comparison
from claimcli.answers.juxtapose import Juxtaposition
from claimcli.answers.list import Listing
from claimcli.answers.show import Shown
from claimcli.api.loaded import Loaded
from claimcli.api.results import CitationTexts, Hits, InText, Quotations
from claimcli.arguments import PathLike, expect, expect_limit, expected_path, expected_words
from claimcli.citations.typography import Markup
from claimcli.errors import UnknownValue
from claimcli.resolving import claims_of, filters_of, scholar_of
from claimcli.search import FILTERS, Filters
from claimcli.store import Store

if TYPE_CHECKING:  # reading YAML is not for those who only search
    from claimcli.answers.chains import Chains
    from claimcli.answers.check import Inspected
    from claimcli.answers.diff import Diff
    from claimcli.answers.matrix import Matrix
    from claimcli.answers.replies import Replies

Words: TypeAlias = str | Sequence[str]
"""One, or several."""


class Asking(Loaded):
    """The questions that a corpus answers, each as its command does."""

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
        from claimcli.answers.search import ask

        expect(str, "query", query)
        expect(Filters, "filters", filters, none=True)
        expect_limit(limit)
        expect(str, "sort", sort, none=True)

        def found(store: Store) -> Hits:
            answer = ask(store, query, filters, exact=exact, most=limit, sort=sort)
            return Hits(answer.hits, answer.result.total, answer, self.records)

        return self._asked(found)

    def filters(self, **given: Words | bool) -> Filters:
        """Filters for `search` and what hands on, as the options of `claimcli search` name them.

        `filters(scholar="Vorobev", year="1950..1980", second_hand=True)`. A scholar may go by his
        name; several values are a list. Raises for a value that the corpus has not.
        """
        flags = {filter.name: filter.values == "flag" for filter in FILTERS}
        for name in given:
            if name not in flags:
                raise TypeError(f"no filter '{name}'; there are: {', '.join(flags)}")
        meant = {
            name: value if flags[name] else expected_words(name, value)  # type: ignore[arg-type]  # raises
            for name, value in given.items()
        }
        return self._asked(lambda store: filters_of(store, meant))

    def compare(
        self, question: str, *, by: str = "scholar", limit: int | None = None
    ) -> Comparison:
        """The positions on a question with their honest counts, as `claimcli compare` has them.

        `limit`: at most so many claims of each; every count is that of all.
        """
        expect(str, "by", by)
        expect_limit(limit)
        asked = self.question(question)
        return self._answer(lambda store: compare.ask(store, asked, by, limit))

    def matrix(self, question: str, *, by: str = "scholar") -> Matrix:
        """How many scholars of each group hold each position: `claimcli compare --by`."""
        from claimcli.answers.matrix import ask  # for that figure alone

        expect(str, "by", by)
        asked = self.question(question)
        return self._answer(lambda store: ask(store, asked, by))

    def replies(self, question: str) -> Replies:
        """Who answers whom on a question: `claimcli compare --figure replies`."""
        from claimcli.answers.replies import ask  # for that figure alone

        asked = self.question(question)
        return self._answer(lambda store: ask(store, asked))

    def chains(self, question: str) -> Chains:
        """Through whom a question is known second-hand: `claimcli compare --figure chains`."""
        from claimcli.answers.chains import ask  # for that figure alone

        asked = self.question(question)
        return self._answer(lambda store: ask(store, asked))

    def juxtapose(
        self, *scholars: str, question: str | None = None, limit: int | None = None
    ) -> Juxtaposition:
        """Two or more scholars, by id or name, over every question that any of them answers.

        Over `question` alone where it is given; `limit`: at most so many claims of each on each.
        """
        for given in scholars:
            expect(str, "id", given)
        expect_limit(limit)
        on = self.question(question) if question is not None else None
        return self._answer(
            lambda store: juxtapose.ask(
                store, [scholar_of(store, given) for given in scholars], on, limit
            )
        )

    def show(self, id: str, *, limit: int | None = None) -> Shown:
        """A record and all that is known of it, by its id or its name, as `claimcli show` has it.

        `limit`: at most so many claims of each part that they have in it.
        """
        expect(str, "id", id)
        expect_limit(limit)
        return self._answer(lambda store: show.ask(store, id, limit))

    def check(self, *, select: Words = (), ignore: Words = ()) -> Inspected:
        """Everything wrong with the corpus, read afresh, as `claimcli check` tells it.

        `select` and `ignore` are codes, or the letter or number that codes begin with.
        """
        from claimcli.answers.check import ask  # reading YAML is not for those who only search
        from claimcli.checks.selecting import chosen

        wanted = expected_words("select", select), expected_words("ignore", ignore)
        return ask(self.root, chosen(*wanted))

    def verify(
        self,
        *ids: str,
        texts: PathLike | None = None,
        text: Mapping[str, PathLike] | None = None,
        source: Words = (),
        status: Words = (),
    ) -> Quotations:
        """Quotations held against the texts they were read in, as `claimcli verify` does it.

        Args:
            ids: the claims; without any, every claim that has a quote.
            texts: a directory of texts that are named for their source (`kim-2013.txt`).
            text: the file of a source, by its id; goes before one of the directory.
            source: the works that they were read in; without any, all.
            status: the verdicts that are asked for; without any, all.

        Raises for an unknown id and for a text that cannot be read. Without a text at hand the
        status of a verdict is `no text`.
        """
        from claimcli.answers import verify  # not for those who only search

        for id in ids:
            expect(str, "id", id)
        at_hand = self._texts(texts, text)
        sources = expected_words("source", source)
        wanted = verify.verdicts(expected_words("status", status))

        def found(store: Store) -> Quotations:
            claims = claims_of(store, ids, sources)
            answer = verify.ask(store, claims, at_hand, wanted, names_bare=bool(ids))
            return Quotations(answer.shown, len(answer.asked), answer, self.records)

        return self._asked(found)

    def coverage(self, text: PathLike, source: str, *, missing: bool = False) -> InText:
        """The in-text citations of a text, each with the records that rest on it or none yet.

        `text` is a file, `source` the id of the work that it is the text of; `missing`: only those
        that no record rests on. Raises for an unknown source and for a text that cannot be read.
        """
        from claimcli.answers import coverage  # not for those who only search
        from claimcli.texts import prepare, read_text

        read_in = self.source(source).id
        witness = prepare(read_text(expected_path("text", text)))

        def found(store: Store) -> InText:
            answer = coverage.ask(store, read_in, witness, missing=missing)
            return InText(answer.asked, len(answer.asked), answer, self.records)

        return self._asked(found)

    def cite(self, *ids: str, style: str = "note", markup: Markup = "plain") -> CitationTexts:
        """Claims, sources, or all claims on a question as Chicago 17 has them, ready to be copied.

        `style` is one of `claimcli.answers.cite.STYLES`: `note`, `short-note`, `author-date`,
        `bibliography`, `author-date-bibliography`; `markup` is `plain` or `markdown`, as
        `--format md` has it. Raises for an unknown id or style.
        """
        for id in ids:
            expect(str, "id", id)
        expect(str, "style", style)
        expect(str, "markup", markup)
        if markup not in get_args(Markup):
            raise UnknownValue("markup", markup, get_args(Markup))
        found = self._answer(lambda store: cite.ask(store, ids, style, markup))
        texts = [citation["text"] for citation in found.rows]
        return CitationTexts(texts, len(texts), found, self.records)

    def diff(self, before: str = "HEAD", after: str | None = None) -> Diff:
        """What changed in records between two revisions of git: `claimcli diff`.

        Without `after` until the files as they are. Raises where git knows no such revision.
        """
        from claimcli.answers.diff import ask  # reading YAML is not for those who only search

        expect(str, "before", before)
        expect(str, "after", after, none=True)
        return ask(self.root, before, after)

    def list(self, kind: str, *, question: str | None = None, limit: int | None = None) -> Listing:
        """What the corpus holds of a kind, with counts, as `claimcli list` has it.

        `kind` is one of `claimcli.answers.list.LISTED`; `question` narrows those of
        `OF_A_QUESTION` there to that one; `limit`: at most so many rows.
        """
        expect(str, "kind", kind)
        expect_limit(limit)
        asked = self.question(question) if question is not None else None
        return self._answer(lambda store: listing.ask(store, kind, asked, limit))
