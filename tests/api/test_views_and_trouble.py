"""A corpus from Python: what can be viewed, and what becomes of a cache or a caller gone wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from storing import FILES, rot_table, write
from support import Run

from claimcli import Corpus
from claimcli.api import Viewed
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.store import StoreMisused, cache_path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "claims", FILES)
    return tmp_path / "claims"


VIEWED: dict[str, tuple[Callable[[Corpus], Viewed], tuple[str, ...]]] = {
    "scholar": (lambda c: c.scholar("ivanov"), ("show", "ivanov")),
    "source": (lambda c: c.source("ivanov-1970"), ("show", "ivanov-1970")),
    "question": (lambda c: c.question("who-built"), ("show", "who-built")),
    "name": (lambda c: c.names[0], ("show", "red-fort")),
    "comparison": (lambda c: c.compare("who-built"), ("compare", "--question", "who-built")),
    "juxtaposition": (
        lambda c: c.juxtapose("ivanov", "li-ming"),
        ("compare", "--scholar", "ivanov", "--scholar", "li-ming"),
    ),
}


@pytest.mark.parametrize(("record", "command"), VIEWED.values(), ids=VIEWED)
def test_a_view_is_what_the_command_prints(
    root: Path, run: Run, record: Callable[[Corpus], Viewed], command: tuple[str, ...]
) -> None:
    corpus = Corpus.load(root)
    printed = run(*command, "--corpus", str(root), "--json").json
    assert json.loads(json.dumps(corpus.view(record(corpus)))) == printed


def test_a_scholar_is_viewed_with_what_he_holds(root: Path) -> None:
    """Li Ming holds one claim; the critics' is reported in his work, but rests not on it."""
    corpus = Corpus.load(root)
    view = corpus.view(corpus.scholar("li-ming"))
    assert (view["name"], view["file"]) == ("Li Ming", "scholars.yaml")
    assert [claim["id"] for claim in view["claims"]] == ["crown-ordered"]


def test_hits_are_viewed_as_the_search_prints_them(root: Path, run: Run) -> None:
    """The third has the word in a question that it answers."""
    corpus = Corpus.load(root)
    views = [corpus.view(hit) for hit in corpus.search("canal")]
    assert [view["id"] for view in views] == ["merchants-paid", "crown-ordered", "salt-was-dear"]
    assert views[0]["matches"][0]["field"] == "statement"
    printed = run("search", "canal", "--corpus", str(root), "--json").json
    assert json.loads(json.dumps(views)) == printed


def test_a_claim_is_viewed_as_a_hit_without_what_matched(root: Path) -> None:
    corpus = Corpus.load(root)
    (hit,) = corpus.search("merchants paid")
    view = corpus.view(hit)
    del view["score"], view["matches"]
    assert corpus.view(corpus.claim("merchants-paid")) == view


ASKED: dict[str, tuple[str, Callable[[Corpus], Any]]] = {
    "claims": ("claims", lambda c: [claim.id for claim in c.claims]),
    "scholars": ("entities", lambda c: [scholar.id for scholar in c.scholars]),
    "one": ("entities", lambda c: c.question("who-built").question),
    "search": ("claims", lambda c: [hit.claim.id for hit in c.search("canal")]),
    "compare": ("claims", lambda c: c.compare("who-built").totals.claims),
    "juxtapose": ("claims", lambda c: len(c.juxtapose("ivanov", "li-ming").questions)),
    "verify": ("claims", lambda c: len(c.verify())),
    "cite": ("claims", lambda c: c.cite("merchants-paid")),
    "view": ("claims", lambda c: c.view(c.scholar("ivanov"))),
    "left_out": ("files", lambda c: (c.left_out, c.unread)),
}


@pytest.mark.slow
@pytest.mark.parametrize(("table", "ask"), ASKED.values(), ids=ASKED)
def test_a_damaged_cache_is_made_anew(root: Path, table: str, ask: Callable[[Corpus], Any]) -> None:
    expected = ask(Corpus.load(root))
    path = cache_path(root)
    rot_table(path, table)
    before = path.stat().st_ino
    with Corpus.load(root) as corpus:
        assert ask(corpus) == expected
        assert path.stat().st_ino != before
        assert ask(corpus) == expected


def test_coverage_with_a_damaged_cache(root: Path, tmp_path: Path) -> None:
    text = tmp_path / "li.txt"
    text.write_text("So it was (Ivanov 1970, p. 12).", "utf-8")
    Corpus.load(root).close()
    rot_table(cache_path(root), "entities")
    (one,) = Corpus.load(root).coverage(text, "li-1985")
    assert (one.citation.locator, str(one.coverage)) == ("p. 12", "missing")
    assert [source.id for source in one.sources] == ["ivanov-1970"]


@pytest.mark.parametrize("cache", [True, False])
def test_a_corpus_that_was_closed_says_so_and_keeps_its_cache(root: Path, cache: bool) -> None:
    Corpus.load(root).close()
    before = cache_path(root).stat().st_ino
    with Corpus.load(root, cache=cache) as corpus:
        assert len(corpus.claims) == 3
    corpus.close()
    with pytest.raises(StoreMisused, match=r"^the corpus was closed: load it again$"):
        corpus.search("canal")
    assert cache_path(root).stat().st_ino == before


@pytest.mark.parametrize("cache", [True, False])
def test_a_corpus_in_another_thread_says_so_and_goes_on_in_its_own(root: Path, cache: bool) -> None:
    corpus = Corpus.load(root, cache=cache)
    told = "^a corpus answers only the thread that loaded it: load one in each thread$"
    with ThreadPoolExecutor(1) as other:
        for ask in (lambda: corpus.claims, corpus.close):
            with pytest.raises(StoreMisused, match=told):
                other.submit(ask).result()
        found = other.submit(lambda: len(Corpus.load(root, cache=cache).claims))
        assert found.result() == 3
    assert len(corpus.claims) == 3


def test_what_could_not_be_read_is_counted_and_told(root: Path) -> None:
    write(root, {"broken.yaml": "claims:\n- id: x\n"})
    (root / "more.yaml").write_text("claims: []\n", "utf-16")
    corpus = Corpus.load(root)
    assert (corpus.left_out, corpus.unread) == (1, 1)
    told = "1 record was left out, being broken, and nothing could be read of 1 file or directory"
    with pytest.raises(UnknownValue, match=f"no claim 'x'.*; {told}"):
        corpus.claim("x")
    assert issubclass(StoreMisused, ClaimcliError)


def test_a_grouping_that_there_is_not_is_told(root: Path) -> None:
    with pytest.raises(UnknownValue, match="no grouping 'scool'; did you mean 'school'"):
        Corpus.load(root).compare("who-built", by="scool")
