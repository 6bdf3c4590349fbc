"""What is given from Python is looked at: a TypeError names the argument and what is expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import cases

from claimcli import Corpus
from claimcli.errors import ClaimcliError, UnknownValue

Ask = Callable[[Any], Any]


WRONG: dict[str, tuple[Ask, str]] = {
    "search(None)": (lambda c: c.search(None), "query is to be a text, and is None"),
    "search(1)": (lambda c: c.search(1), "query is to be a text, and is of int"),
    "search(bytes)": (lambda c: c.search(b"x"), "query is to be a text, and is of bytes"),
    "search(list)": (lambda c: c.search(["x"]), "query is to be a text, and is of list"),
    "filters": (lambda c: c.search("x", {"tag": "y"}), "filters is to be of Filters or None"),
    "limit": (lambda c: c.search("x", limit="3"), "limit is to be a whole number or None"),
    "limit float": (lambda c: c.search("x", limit=1.5), "limit is to be a whole number or None"),
    "limit bool": (lambda c: c.search("x", limit=True), "limit is to be a whole number or None"),
    "sort": (lambda c: c.search("x", sort=1), "sort is to be a text or None, and is of int"),
    "year": (
        lambda c: c.filters(year=1950),
        "year is to be a text or a list of texts",
    ),
    "claim": (lambda c: c.claim(None), "id is to be a text, and is None"),
    "question": (lambda c: c.question(3), "id is to be a text, and is of int"),
    "scholar": (lambda c: c.scholar(["ann"]), "id is to be a text, and is of list"),
    "source": (lambda c: c.source(Path("x")), "id is to be a text"),
    "compare": (lambda c: c.compare(None), "id is to be a text, and is None"),
    "by": (lambda c: c.compare("who-began", by=None), "by is to be a text, and is None"),
    "juxtapose": (lambda c: c.juxtapose("ann", None), "id is to be a text, and is None"),
    "show": (lambda c: c.show(None), "id is to be a text, and is None"),
    "list": (lambda c: c.list(None), "kind is to be a text, and is None"),
    "check": (lambda c: c.check(select=[1]), "select is to be a text, and is of int"),
    "check None": (lambda c: c.check(ignore=None), "ignore is to be a text or a list of texts"),
    "verify": (lambda c: c.verify(None), "id is to be a text, and is None"),
    "texts": (lambda c: c.verify(texts=3), "texts is to be a path or None, and is of int"),
    "text": (lambda c: c.verify(text="kim.txt"), "text is to be a mapping"),
    "text of": (lambda c: c.verify(text={"archer-2000": 1}), "text is to be a path, and is of int"),
    "coverage": (lambda c: c.coverage(None, "archer-2000"), "text is to be a path, and is None"),
    "cite": (lambda c: c.cite(None), "id is to be a text, and is None"),
    "style": (lambda c: c.cite("ann", style=None), "style is to be a text, and is None"),
    "view None": (lambda c: c.view(None), "a record or an answer is expected, not NoneType"),
    "view id": (lambda c: c.view("ann"), "a record or an answer is expected, not str"),
    "view dict": (lambda c: c.view({}), "a record or an answer is expected, not dict"),
    "load": (lambda c: Corpus.load(3), "path is to be a path or None, and is of int"),  # type: ignore[arg-type]  # what is tested
}


@cases("name", WRONG)
def test_what_is_expected_is_said(corpus: Any, name: str) -> None:
    ask, said = WRONG[name]
    with pytest.raises(TypeError, match=f"^{said}"):
        ask(corpus)


BELOW_NOUGHT = {
    "list": lambda c: c.list("scholars", limit=-1),
    "compare": lambda c: c.compare("who-began", limit=-1),
    "show": lambda c: c.show("ann", limit=-2),
    "juxtapose": lambda c: c.juxtapose("ann", "boris", limit=-1),
    "search": lambda c: c.search(limit=-1),
    "review": lambda c: c.review(limit=-1),
    "review_blind": lambda c: c.review_blind("X", limit=-1),
}


@cases("name", BELOW_NOUGHT)
def test_nothing_is_left_out_for_a_limit_below_nought(corpus: Any, name: str) -> None:
    with pytest.raises(ClaimcliError, match="limit is to be 0 or more, and is -"):
        BELOW_NOUGHT[name](corpus)


def test_an_unknown_markup_is_told(corpus: Any) -> None:
    with pytest.raises(UnknownValue, match="no markup 'html'; the known ones are: markdown, plain"):
        corpus.cite("chronicle", markup="html")


def test_a_subclass_of_text_is_a_text(corpus: Any) -> None:
    class Word(str):
        __slots__ = ()

    assert corpus.claim(Word("vorobev-1975-easton")).id == "vorobev-1975-easton"
    assert corpus.search(Word("bridge")) == corpus.search("bridge")


def test_one_code_need_not_be_in_a_list(corpus: Any) -> None:
    assert corpus.check(select="E").problems == corpus.check(select=["E"]).problems


def test_a_value_that_is_no_type_error_is_told_as_ever(corpus: Any) -> None:
    with pytest.raises(ClaimcliError, match="no list 'persons'"):
        corpus.list("persons")
    with pytest.raises(ClaimcliError, match="limit is to be 0 or more"):
        corpus.search("x", limit=-1)
