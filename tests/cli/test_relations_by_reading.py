"""Where it is the recorder's judgement that a claim disputes another, both sides say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Run

from claimcli.answers.show import ShownClaim, of_record
from claimcli.notebook.cards import shown_claim
from claimcli.store import open_store

CORPUS = """title: Two towns
scholars: [{id: ann, name: Ann Archer}, {id: bob, name: Bob Baker}]
references:
  - {id: archer, type: book, title: Towns, author: [{family: Archer}], issued: '1990'}
id: who
question: Who closed the bridge?
stances: {east: {label: The east}, west: {label: The west}}
claims:
  - id: first
    stance: east
    scholars: [ann]
    statement: The east closed it.
    citation: {source: archer, locator: p. 1}
  - id: second
    stance: west
    scholars: [bob]
    statement: The west closed it.
    citation: null
    via: [{source: archer, locator: p. 2}]
    relations: [{disputes: first}]
    unclear: [relations]
    note: Archer does not say that Baker meant her.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two claims of which one disputes the other by a judgement."""
    (tmp_path / "corpus.yaml").write_text(CORPUS, encoding="utf-8")
    return tmp_path


def test_show_says_it_of_both(run: Run, corpus: Path) -> None:
    first, second = (run("show", id, "--corpus", str(corpus)) for id in ("first", "second"))
    judged = "by the recorder's judgement:"
    assert f"disputes this {judged} The west closed it. [second]" in " ".join(first.out.split())
    assert f"disputes {judged} The east closed it. [first]" in " ".join(second.out.split())


def test_json_says_it(run: Run, corpus: Path) -> None:
    [arrow] = run("show", "first", "--corpus", str(corpus), "--json").json["related_from"]
    assert (arrow["type"], arrow["by_reading"]) == ("disputes", True)


def test_a_notebook_says_it(corpus: Path) -> None:
    store = open_store(corpus, use_cache=False)
    claim = store.claim("first")
    assert claim
    shown = of_record(store, claim)
    assert isinstance(shown, ShownClaim)
    assert "disputes, by the recorder’s judgement: The west closed it." in shown_claim(shown)
