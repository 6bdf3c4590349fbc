"""What the command line reads, from Python: the same values, bytes and messages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from storing import write
from support import CORPORA, Run

from claimcli import Corpus
from claimcli.answers.answer import Answer
from claimcli.errors import ClaimcliError, UnknownValue

SMALL = CORPORA / "small"
HELD = CORPORA / "held"


ROWS: dict[str, tuple[Callable[[Corpus], Answer], tuple[str, ...]]] = {
    "matrix": (lambda c: c.matrix("who-began", by="school"), ("who-began", "--by", "school")),
    "replies": (lambda c: c.replies("who-began"), ("who-began", "--figure", "replies")),
    "chains": (lambda c: c.chains("who-began"), ("who-began", "--figure", "chains")),
    "side by side": (
        lambda c: c.juxtapose("Ann Archer", "boris", question="who-began", limit=1),
        *(("ann", "boris", "--question", "who-began", "--limit", "1"),),
    ),
}


@pytest.mark.parametrize(("ask", "line"), ROWS.values(), ids=ROWS)
def test_figures_and_scholars(
    corpus: Corpus, run: Run, ask: Callable[[Corpus], Answer], line: tuple[str, ...]
) -> None:
    printed = run("compare", *line, "--format", "jsonl", "--corpus", str(SMALL)).out
    rows = [json.loads(row) for row in printed.splitlines()]
    assert rows
    assert json.loads(json.dumps(list(ask(corpus).rows))) == rows


@pytest.mark.parametrize("figure", ["glance", "matrix", "chains", "replies"])
def test_pictures_are_those_of_the_command(corpus: Corpus, run: Run, figure: str) -> None:
    line = ("compare", "who-began", "--figure", figure, "--format", "svg", "--corpus", str(SMALL))
    assert corpus.picture("who-began", figure) == run(*line).out


@pytest.mark.parametrize("format", ["md", pytest.param("html", marks=pytest.mark.slow)])
def test_documents_are_those_of_the_command(corpus: Corpus, run: Run, format: str) -> None:
    line = ("report", "who-began", "why", "--format", format, "--corpus", str(SMALL))
    assert corpus.document("who-began", "why", format=format).decode() == run(*line).out


@pytest.mark.slow
def test_pages_are_those_of_the_command(corpus: Corpus, run: Run, tmp_path: Path) -> None:
    corpus.site(tmp_path / "here", base_url="https://example.org/c")
    line = ("site", str(tmp_path / "there"), "--base-url", "https://example.org/c")
    assert run(*line, "--corpus", str(SMALL)).code == 0

    def files(folder: str) -> dict[str, bytes]:
        place = tmp_path / folder
        return {str(p.relative_to(place)): p.read_bytes() for p in place.rglob("*") if p.is_file()}

    assert files("here") == files("there")


def test_filters_go_by_names_and_say_what_there_is(corpus: Corpus) -> None:
    """Of Boris Vorob'ev there are two claims, both second-hand and of 1975."""

    def found(**given: Any) -> list[str]:
        return [hit.claim.id for hit in corpus.search("", corpus.filters(**given))]

    assert found(scholar="Борис Воробьёв") == ["vorobev-1975-easton", "vorobev-1975-weston"]
    assert found(scholar=["boris"], unclear=True) == ["vorobev-1975-weston"]
    assert found(year="1970..1980", second_hand=True) == found(scholar="boris")
    assert found(question=["why"], tag="money") == ["archer-2000-easton-wanted-tolls"]
    assert len(found()) == 8
    with pytest.raises(UnknownValue, match="no tag 'mony'; did you mean 'money'"):
        corpus.filters(tag="mony")
    with pytest.raises(ClaimcliError, match="exclude each other"):
        corpus.filters(first_hand=True, second_hand=True)
    with pytest.raises(TypeError, match="no filter 'scolar'; there are: question, stance"):
        corpus.filters(scolar="ann")
    with pytest.raises(TypeError, match="scholar is to be"):
        corpus.filters(scholar=True)


def test_lists_know_how_many_there_are_and_what_was_told(corpus: Corpus, run: Run) -> None:
    hits = corpus.search("", limit=2)
    assert (len(hits), hits.total, hits.remarks) == (2, 8, ())
    nothing = corpus.search("zzzz")
    assert (nothing, nothing.total) == ([], 0)
    assert nothing.remarks[0] == "nothing found"
    listed = corpus.list("sources", limit=1)
    assert (len(listed.rows), listed.total) == (1, 3)


def test_quotations_of_a_work_or_of_a_verdict(run: Run) -> None:
    with Corpus.load(HELD) as corpus:
        near = corpus.verify(texts=HELD, status="near")
        assert [one.claim.id for one in near] == ["closing-is-war"]
        told = run("verify", "--corpus", str(HELD), "--texts", str(HELD), "--json").err
        assert list(near.remarks) == told.replace("claimcli: ", "").splitlines()
        read = corpus.verify(texts=HELD, source="unread-1950")
        assert [one.claim.id for one in read] == ["unread"]
        missing = corpus.coverage(HELD / "archer-2000.txt", "archer-2000", missing=True)
        text = str(HELD / "archer-2000.txt")
        line = ("coverage", text, "--source", "archer-2000", "--missing", "--corpus", str(HELD))
        assert json.loads(json.dumps([one.view for one in missing])) == run(*line, "--json").json
        with pytest.raises(UnknownValue, match="no verdict 'nere'; the known ones are: "):
            corpus.verify(texts=HELD, status=["nere"])


def test_every_kind_of_record_by_its_id(tmp_path: Path) -> None:
    draft = "drafts:\n- {id: d, quote: a passage}\n"
    write(tmp_path / "c", {"corpus.yaml": "title: T\nformat: 1\n", "drafts.yaml": draft})
    with Corpus.load(tmp_path / "c") as corpus:
        assert [one.id for one in corpus.drafts] == ["d"]
        assert corpus.draft("d").quote == "a passage"
        assert corpus.view(corpus.draft("d"))["quote"] == "a passage"
        with pytest.raises(UnknownValue, match="no name 'x'"):
            corpus.name("x")
    with Corpus.load(SMALL) as corpus:
        assert corpus.name("easton").name == "Easton"


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda c: c.document("who-began", format="pdf"), "no format 'pdf'; the known ones are"),
        (lambda c: c.picture("who-began", "glanze"), "no figure 'glanze'; did you mean 'glance'"),
        (lambda c: c.matrix("who-began", by="scool"), "no grouping 'scool'"),
        (lambda c: c.juxtapose("ann"), "name two or more"),
        (lambda c: c.site("x", base_url="ftp://x"), "ftp://x"),
        (lambda c: c.diff("no-such-revision"), "no-such-revision"),
    ],
)
def test_mistakes_are_told(corpus: Corpus, ask: Callable[[Corpus], object], said: str) -> None:
    with pytest.raises(ClaimcliError, match=said):
        ask(corpus)
