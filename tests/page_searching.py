"""The search of the command line and that of a page, asked the same."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from claimcli.answers.page_search import ask
from claimcli.model import Name, Scholar, Source
from claimcli.search import FIELDS, Filters, QueryError, parse, search
from claimcli.search.expansion import expand
from claimcli.search.retrieval import Retriever
from claimcli.site.search_index import index_script
from claimcli.site.search_script import search_script
from claimcli.store import Store
from claimcli.store.access_points import names_of

_HERE = Path(__file__).parent


class Answer(msgspec.Struct, frozen=True):
    """What one of them says to a query.

    `may_be_mistyped`: of the page, that it says so; of the command line, that it found nothing as
    typed, so that it looked for other words.
    """

    ids: tuple[str, ...] = ()
    is_partial: bool = False
    may_be_mistyped: bool = False
    mistake: str | None = None


def typed_queries() -> list[str]:
    """The queries that were written by hand."""
    lines = (_HERE / "site" / "page_queries.txt").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("# ")]


def commanded(store: Store, query: str) -> Answer:
    """What the command line says."""
    try:
        found = search(store, query, sort="file")
    except QueryError as mistake:
        return Answer(mistake=mistake.message)
    is_met = Retriever(store, Filters()).any(expand(store, parse(query)))
    return Answer(tuple(hit.claim.id for hit in found.hits), found.is_partial, not is_met)


def write_search(store: Store, folder: Path) -> Path:
    """A folder with the two scripts, as a site has them."""
    folder.mkdir(parents=True, exist_ok=True)
    index = "".join(index_script(ask(store)))
    (folder / "search-index.js").write_text(index, encoding="utf-8", newline="")
    (folder / "search.js").write_text(search_script(), encoding="utf-8", newline="")
    return folder


def node() -> str:
    """The program; a test that needs it is left out where there is none."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("node is not on the path: the page's search is tried in Chromium only")
    return found


def in_node(folder: Path, expression: str, *arguments: object) -> Any:
    """What a JavaScript function says, with the search of a folder at hand as `search`."""
    given = folder / "given.json"
    given.write_text(json.dumps([expression, *arguments]), encoding="utf-8")
    script = str(_HERE / "site" / "in_node.js")
    told = subprocess.run([node(), script, str(folder)], capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode()
    return json.loads(told.stdout)


FINDING = """(queries) => queries.map((query) => {
  try {
    const { numbers, isPartial, mayBeMistyped } = search.find(query);
    const ids = numbers.map((number) => search.corpus.claims.id[number]);
    return [ids, isPartial, mayBeMistyped, null];
  } catch (error) {
    if (!(error instanceof claimcliSearch.QueryError)) throw error;
    return [[], false, false, error.message];
  }
})"""
"""What the page finds, as a function in JavaScript."""


def answers(told: Iterable[Sequence[Any]]) -> list[Answer]:
    """What came of `FINDING`."""
    return [Answer(tuple(ids), *others) for ids, *others in told]


def differences(store: Store, queries: Sequence[str], page: Sequence[Answer]) -> list[object]:
    """The queries to which the page says something else; typing errors aside, of which it tells."""
    pairs = ((query, commanded(store, query)) for query in queries)
    return [
        (query, here.mistake, sorted(set(here.ids) ^ set(there.ids)), here.is_partial, there)
        for (query, here), there in zip(pairs, page, strict=True)
        if not _agree(here, there)
    ]


def _agree(here: Answer, there: Answer) -> bool:
    """Whether the page says what the command line says, or why it may not."""
    if here.mistake is not None:
        return (there.mistake or "").startswith(f"{here.mistake}; ")
    if there.may_be_mistyped:
        return here.may_be_mistyped
    return (here.ids, here.is_partial, None) == (there.ids, there.is_partial, there.mistake)


class Typist:
    """Types queries at random: words and names of a corpus, changed as people change them."""

    def __init__(self, store: Store, seed: int) -> None:
        claims = store.claims()
        self._random = random.Random(seed)
        self._texts = [
            text
            for claim in claims
            for text in (claim.statement, claim.quote, claim.translation, claim.note)
            if text
        ]
        named: tuple[Scholar | Source | Name, ...]
        named = (*store.scholars(), *store.sources(), *store.names())
        self._names = [name for record in named for name in names_of(record)]
        self._ids = [record.id for record in (*claims, *named, *store.questions())]

    def queries(self, count: int) -> list[str]:
        """So many queries."""
        return [self._query() for _ in range(count)]

    def _query(self) -> str:
        if self._random.random() < 0.15:
            return self._passage(self._random.randrange(1, 14))
        return " ".join(self._term() for _ in range(self._random.choice((1, 1, 2, 2, 3))))

    def _term(self) -> str:
        chance = self._random.random()
        if chance < 0.1:
            return f'"{self._passage(self._random.randrange(1, 5))}"'
        if chance < 0.16:
            return f"-{self._word()}"
        if chance < 0.24:
            return f"{self._random.choice(FIELDS)}:{self._word()}"
        if chance < 0.3:
            return f"{self._word()[: self._random.randrange(1, 6)]}*"
        return self._random.choice(self._names) if chance < 0.5 else self._word()

    def _passage(self, length: int) -> str:
        words = self._random.choice(self._texts).split()
        start = self._random.randrange(len(words))
        return " ".join(words[start : start + length])

    def _word(self) -> str:
        chance = self._random.random()
        if chance < 0.1:
            return self._random.choice(self._ids)
        text = self._random.choice(self._names if chance < 0.5 else self._texts)
        return self._changed(self._random.choice(text.split()))

    def _changed(self, word: str) -> str:
        changes = (
            word,
            word,
            word,
            word.upper(),
            word.lower().replace("'", "").replace("-", ""),
            word.replace("-", " "),
            word.rstrip(".,;") + self._random.choice(("s", "ed", "ing", "'s", "ом", "а", "의")),
            word[: self._random.randrange(1, len(word) + 1)],
        )
        return self._random.choice(changes)
