"""Of a great many claims no more is held than of a few, whichever are handed on."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from storing import write

from claimcli.answers.export import Selection, ask
from claimcli.exports.formats import FORMATS
from claimcli.search import Filters
from claimcli.store import open_store

FEW, MANY = 600, 2_400
WORDS_OF_ONE = 1_000
"""Bytes that may be kept of a claim's holder and work, whom other claims may name, too."""


@contextmanager
def selected(corpus: Path, filters: Filters) -> Iterator[Selection]:
    """What filters let through of a corpus that is compiled."""
    with open_store(corpus) as store:
        yield ask(store, filters)


def corpus_of(folder: Path, count: int) -> Path:
    """So many claims, each by a scholar and in a work of its own, disputing the one before."""
    people = "".join(f"- {{id: s{n}, name: Person {n}, kind: person}}\n" for n in range(count))
    works = "".join(
        f"- {{id: w{n}, type: book, title: Work {n}, publisher: Press, publisher-place: Place,"
        f" author: [{{family: Person, given: A. {n}}}], issued: {{date-parts: [[1975]]}}}}\n"
        for n in range(count)
    )
    claims = "".join(
        f"- {{id: c{n}, statement: It is so., scholars: [s{n}], citation: {{source: w{n}}},"
        f" stance: so, tags: [asked], relations: [{{disputes: c{max(n - 1, 0)}}}]}}\n"
        for n in range(count)
    )
    stances = "stances:\n  so: {label: So, meaning: It is so.}\n"
    files = {
        "corpus.yaml": f"title: Many\nformat: 1\nscholars:\n{people}references:\n{works}",
        "q.yaml": f"id: q\nquestion: Is it so?\n{stances}claims:\n{claims}",
    }
    write(folder, files)
    return folder


def most_held(selection: Selection, format: str, target: Path) -> int:
    """The most bytes that Python holds while a selection is written."""
    tracemalloc.start()
    FORMATS[format].make(selection, target)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


@pytest.mark.slow
@pytest.mark.parametrize("filters", [Filters(), Filters(tag=("asked",))], ids=["all", "asked"])
@pytest.mark.parametrize("format", ["jsonl", "csv", "dot", "trig"])
def test_of_more_claims_no_more_is_held_than_a_few_words_of_who_and_where(
    tmp_path: Path, format: str, filters: Filters
) -> None:
    held = []
    for count in (FEW, MANY):
        corpus = corpus_of(tmp_path / f"corpus-{count}", count)
        with selected(corpus, filters) as selection:
            assert selection.total == count
            held.append(most_held(selection, format, tmp_path / f"made-{count}"))
    assert held[1] - held[0] < WORDS_OF_ONE * (MANY - FEW)


def test_what_claims_name_is_handed_on_where_the_filter_lets_it_through(tmp_path: Path) -> None:
    """Of four claims two pass; the first of them names one that passes, and one that does not."""
    files = {
        "kim.yaml": "scholars:\n- {id: kim, name: Kim, kind: person}\n"
        "references:\n- {id: k, type: book, title: K}\n",
        "asked.yaml": (
            "id: asked\nquestion: Is it?\n"
            "stances:\n  is: {label: It is, meaning: It is.}\n  not: {label: Not, meaning: Not.}\n"
            "claims:\n"
            "- {id: passes, statement: It is., scholars: [kim], stance: is,\n"
            "   citation: {source: k}, tags: [good],\n"
            "   basis: [{claim: good-ground}, {claim: other}, {claim: nowhere}],\n"
            "   relations: [{disputes: asked/not}, {disputes: unasked/so},\n"
            "     {disputes: asked/maybe}, {qualifies: asked/none}]}\n"
            "- {id: good-ground, statement: It is., scholars: [kim], stance: is,\n"
            "   citation: {source: k}, tags: [good]}\n"
            "- {id: other, statement: It is not., scholars: [kim], stance: not,\n"
            "   citation: {source: k}}\n"
        ),
        "unasked.yaml": (
            "id: unasked\nquestion: Who asks?\nstances:\n  so: {label: So, meaning: So.}\nclaims:\n"
            "- {id: far, statement: So., scholars: [kim], citation: {source: k}, stance: so}\n"
        ),
    }
    write(tmp_path, files)
    with open_store(tmp_path, use_cache=False) as store:
        some, whole = ask(store, Filters(tag=("good",))), ask(store, Filters())
        page = next(some.pages())
        assert [claim.id for claim in page] == ["passes", "good-ground"]
        assert some.claims_named(page) == {"good-ground"}
        assert whole.claims_named(page) == {"good-ground", "other"}
        assert some.positions_named(page) == {"asked/not"}
        assert whole.positions_named(page) == {"asked/not", "unasked/so"}
        assert [question.id for question in some.questions] == ["asked"]
        assert [question.id for question in whole.questions] == ["asked", "unasked"]
