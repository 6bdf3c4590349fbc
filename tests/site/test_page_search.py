"""The search in the page finds what `claimcli search` finds: asked in node, which is quick."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from page_searching import (
    FINDING,
    Typist,
    answers,
    commanded,
    differences,
    in_node,
    typed_queries,
    write_search,
)
from support import CORPORA, ROOT

from claimcli.answers.page_search import ask
from claimcli.names.folding import fold, tokens
from claimcli.names.identity import name_keys, same_name
from claimcli.names.recognition import query_keys
from claimcli.search.english import stem
from claimcli.site.search_index import index_script
from claimcli.store import Store, open_store

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def shipped() -> Store:
    """The corpus that comes with the package."""
    return open_store(ROOT / "claims", use_cache=False)


@pytest.fixture(scope="module")
def scripts() -> Store:
    """An invented corpus in many scripts."""
    return open_store(CORPORA / "scripts", use_cache=False)


@pytest.fixture(scope="module")
def page(scripts: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the search of the invented corpus."""
    return write_search(scripts, tmp_path_factory.mktemp("search"))


def test_there_are_queries_enough() -> None:
    assert len(set(typed_queries())) >= 400


@pytest.mark.slow
def test_hand_written_queries_find_the_same_in_the_shipped_corpus(
    shipped: Store, tmp_path: Path
) -> None:
    queries = typed_queries()
    found = answers(in_node(write_search(shipped, tmp_path), FINDING, queries))
    assert differences(shipped, queries, found) == []
    assert sum(bool(answer.ids) for answer in found) > 250  # what finds nothing says little


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.slow)])
def test_hand_written_queries_find_the_same_in_many_scripts(
    step: int, scripts: Store, page: Path
) -> None:
    queries = typed_queries()[::step]
    found = answers(in_node(page, FINDING, queries))
    assert differences(scripts, queries, found) == []
    assert sum(bool(answer.ids) for answer in found) > 150 // step


@pytest.mark.slow
def test_what_is_found_in_the_page(scripts: Store, page: Path) -> None:
    expected: dict[str, set[str]] = {
        "張覺": {"tao-1", "songshi-1"},
        "Zhang Jue": {"tao-1", "songshi-1"},
        "zhangjue": {"tao-1", "songshi-1"},
        "Чжан Цзюэ": {"tao-1", "songshi-1"},
        "Worobjow Деревянко": {"vorobev-2"},
        "executing": {"tao-1"},
        "войну": {"vorobev-1"},
        'tag:"foreign policy" -1126': {"tao-1"},
        "quote:cooperation": {"franke-1"},
        "cooperation": {"franke-1"},
        "Mueller Strassen": {"mueller-1", "dordevic-1", "tabari-1"},
        "via:franke": {"vorobev-1", "franke-2"},
        "Thoukydides": {"thucydides-1"},
        "Herodotus": {"papadopoulos-1"},
        "Papadopoulos": {"papadopoulos-1"},
        "Πολύβιος": {"thucydides-1"},
        "Khorenatsi": {"javakhishvili-1"},
        "Ivane Javaxišvili": {"javakhishvili-1"},
        "طبري": {"tabari-1", "javakhishvili-1"},
        "여진 -Koryo": {"tao-1", "tao-2", "vorobev-1", "songshi-1"},
    }
    found = answers(in_node(page, FINDING, list(expected)))
    assert dict(zip(expected, (set(answer.ids) for answer in found), strict=True)) == expected
    assert {query: set(commanded(scripts, query).ids) for query in expected} == expected


@pytest.mark.slow
def test_a_mistyped_word_is_told_of(page: Path) -> None:
    queries = ["perfidous", "perfidious", "perfidious treaty"]
    mistyped, known, apart = answers(in_node(page, FINDING, queries))
    assert (mistyped.ids, mistyped.may_be_mistyped) == ((), True)
    assert (known.ids, known.may_be_mistyped) == (("chancellor-1",), False)
    assert (apart.ids, apart.may_be_mistyped) == ((), False)  # there are claims with each


@pytest.mark.slow
def test_all_words_but_one_are_told_of(page: Path) -> None:
    [found] = answers(in_node(page, FINDING, ["perfidious night acts treaty"]))
    assert (found.ids, found.is_partial) == (("chancellor-1",), True)


@pytest.mark.slow
@pytest.mark.once
def test_queries_at_random_find_the_same(shipped: Store, scripts: Store, tmp_path: Path) -> None:
    for seed, store in enumerate((shipped, scripts)):
        queries = Typist(store, seed).queries(400)
        folder = write_search(store, tmp_path / str(seed))
        found = answers(in_node(folder, FINDING, queries))
        assert differences(store, queries, found) == []


@pytest.mark.slow
@pytest.mark.once
def test_queries_find_the_same_in_a_larger_corpus(tmp_path: Path) -> None:
    generator = ROOT / "benchmarks" / "generate.py"
    root = tmp_path / "corpus"
    subprocess.run([sys.executable, str(generator), str(root), "--claims=1500"], check=True)
    store = open_store(root, use_cache=False)
    queries = [*typed_queries(), *Typist(store, 3).queries(300)]
    found = answers(in_node(write_search(store, tmp_path / "search"), FINDING, queries))
    assert differences(store, queries, found) == []


# --- The procedures that are written twice ---


def _pairs() -> list[list[str]]:
    """Names that may be one, from the tests of names."""
    rows: list[list[str]] = []
    for table in ("pairs.csv", "historians_pairs.csv", "development_pairs.csv"):
        with (TESTS / "names" / table).open(encoding="utf-8", newline="") as file:
            read = csv.DictReader(file)
            first, second = (read.fieldnames or [])[1:3]
            rows += [[row[first], row[second]] for row in read]
    return rows


@pytest.mark.parametrize("end", [0x600, pytest.param(0x30000, marks=pytest.mark.slow)])
def test_every_character_folds_alike(end: int, page: Path) -> None:
    signs = [chr(code) for code in range(0x20, end) if not 0xD800 <= code < 0xE000]
    texts = ["".join(signs[start : start + 200]) for start in range(0, len(signs), 200)]
    each = "(texts) => texts.map((text) => Array.from(text, (s) => search.corpus.folding.fold(s)))"
    for text, folded in zip(texts, in_node(page, each, texts), strict=True):
        apart = [s for s, there in zip(text, folded, strict=True) if fold(s) != there and _known(s)]
        assert apart == [], text


def _known(sign: str) -> bool:
    """Whether a character is older than any browser and any Python that may be asked."""
    from unicodedata import category

    return category(sign) not in ("Cn", "Co")


@pytest.mark.slow
def test_texts_have_the_same_words(shipped: Store, page: Path) -> None:
    texts = [claim.statement for claim in shipped.claims()] + typed_queries()
    there = in_node(page, "(texts) => texts.map((t) => search.corpus.folding.tokens(t))", texts)
    assert [[token.folded for token in tokens(text)] for text in texts] == there


@pytest.mark.slow
def test_names_ask_for_the_same_keys(page: Path) -> None:
    names = sorted({name for pair in _pairs() for name in pair})
    asked = """(names) => names.map((name) => {
      const found = search.corpus.names.candidates(name.split(" "));
      return Array.from(found, ([span, keys]) => [span, [...keys].sort()]);
    })"""
    for name, there in zip(names, in_node(page, asked, names), strict=True):
        here = {f"{found.start},{found.end}": found.keys for found in query_keys(name.split(" "))}
        assert here == {span: frozenset(keys) for span, keys in there}, name


@pytest.mark.slow
def test_two_names_are_one_for_both(page: Path) -> None:
    pairs = _pairs()
    same = "(pairs) => pairs.map(([a, b]) => search.planner.persons.same(a, b))"
    told = in_node(page, same, pairs)
    assert [bool(same_name(*pair)) for pair in pairs] == told


@pytest.mark.slow
def test_names_are_grouped_alike(page: Path) -> None:
    names = sorted({name for pair in _pairs() for name in pair})
    keys = "(names) => names.map((n) => [...search.planner.persons.groupingKeys(n)])"
    for name, there in zip(names, in_node(page, keys, names), strict=True):
        assert name_keys(name) == frozenset(there), name


@pytest.mark.slow
def test_words_have_the_same_stems(shipped: Store, page: Path) -> None:
    words = sorted({w for w in shipped.vocabulary if w.isascii() and w.isalpha()})
    words += [word + end for word in words[::3] for end in ("ed", "ing", "isation", "ourless")]
    steps = in_node(page, "(words) => words.map((word) => claimcliSearch.stem(word))", words)
    assert list(map(stem, words)) == steps


# --- The script of the index ---


def test_the_index_is_one_string_that_ends_no_script(scripts: Store) -> None:
    script = "".join(index_script(ask(scripts)))
    assert "<" not in script
    assert not {"\u2028", "\u2029", "\n"} & set(script.rstrip("\n"))


def test_the_index_keeps_hostile_texts_as_they_are(scripts: Store, page: Path) -> None:
    claims = in_node(page, "() => claimcliIndex.claims")
    assert claims["statement"] == [claim.statement for claim in scripts.claims()]
    assert claims["quote"] == [claim.quote for claim in scripts.claims()]


def test_the_index_comes_in_pieces(shipped: Store) -> None:
    pieces = list(index_script(ask(shipped)))
    assert max(map(len, pieces)) < sum(map(len, pieces)) / 2


@pytest.mark.slow
def test_an_empty_corpus_has_a_search(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "corpus.yaml").write_text("title: Nothing yet\nformat: 1\n")
    folder = write_search(open_store(tmp_path / "corpus", use_cache=False), tmp_path)
    everything, unknown = answers(in_node(folder, FINDING, ["", "war"]))
    assert (everything.ids, unknown.ids) == ((), ())
    assert unknown.may_be_mistyped
