"""A corpus that was read: until when it is as its files are, and who may have it."""

from __future__ import annotations

import copy
import os
import pickle
import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from storing import FILES, write
from support import Run, cases

from claimcli import Corpus
from claimcli.errors import ClaimcliError
from claimcli.schemas.known_ids import ids_in

CROWN, KING = "The crown ordered", "The king ordered"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "claims", FILES)
    return tmp_path / "claims"


def change(root: Path) -> None:
    path = root / "questions" / "who-built.yaml"
    path.write_text(path.read_text("utf-8").replace(CROWN, KING), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("cache", [True, False])
def test_it_is_as_its_files_were_until_it_is_read_again(root: Path, cache: bool) -> None:
    with Corpus.load(root, cache=cache) as corpus:
        assert not corpus.is_stale
        before = corpus.claim("crown-ordered")
        change(root)
        assert corpus.is_stale
        assert corpus.claim("crown-ordered").statement.startswith(CROWN)
        corpus.reload()
        assert not corpus.is_stale
        assert corpus.claim("crown-ordered").statement.startswith(KING)
        assert before.statement.startswith(CROWN)


@pytest.mark.slow
def test_files_that_come_and_go_and_what_is_no_record(root: Path) -> None:
    with Corpus.load(root) as corpus:
        (root / "notes.txt").write_text("no file of records", "utf-8")
        assert not corpus.is_stale
        (root / "more.yaml").write_text("names: [{id: n, name: N, kind: place}]\n", "utf-8")
        assert corpus.is_stale
        corpus.reload()
        assert corpus.name("n").name == "N"
        (root / "more.yaml").unlink()
        corpus.reload()
        with pytest.raises(ClaimcliError, match="no name 'n'"):
            corpus.name("n")


@pytest.mark.slow
def test_a_corpus_that_is_gone_is_told_and_what_was_read_goes_on(root: Path) -> None:
    with Corpus.load(root) as corpus:
        shutil.rmtree(root)
        assert corpus.is_stale
        with pytest.raises(ClaimcliError, match="no such directory"):
            corpus.reload()
        assert len(corpus.claims) == 3


@pytest.mark.slow
def test_of_a_file_that_broke_the_rest_is_read(root: Path) -> None:
    with Corpus.load(root) as corpus:
        (root / "scholars.yaml").write_text("scholars: [", "utf-8")
        corpus.reload()
        assert corpus.unread + corpus.left_out > 0
        assert len(corpus.claims) == 3


@cases("ask", [lambda c: c.reload(), lambda c: c.is_stale])
def test_one_that_was_closed_is_not_read_again(corpus: Corpus, ask: object) -> None:
    corpus.close()
    with pytest.raises(ClaimcliError, match="the corpus was closed: load it again"):
        ask(corpus)  # type: ignore[operator]  # a lambda of the table


def test_what_it_is_called(corpus: Corpus) -> None:
    assert repr(corpus) == f"Corpus({str(corpus.root)!r})"
    assert repr(corpus.search("", limit=2)) == "<Hits: 2 of 8>"
    assert repr(corpus.cite("archer-2000-easton-wanted-tolls", style="author-date"))[0] == "["


def test_an_answer_is_called_by_what_it_is_of(corpus: Corpus) -> None:
    compared = repr(corpus.compare("who-began"))
    assert compared.startswith(
        "Comparison(question=Question('who-began'), by='scholar', positions=<"
    )
    for answer in (
        corpus.show("ann"),
        corpus.report("who-began"),
        corpus.check(),
        corpus.matrix("why"),
    ):
        assert len(repr(answer)) < 1_000
    claims = corpus.show("ann")
    assert repr(claims).startswith("ShownRecord(record=Scholar('ann'), claims=<")


def test_one_that_is_sent_elsewhere_reads_its_directory_there(corpus: Corpus) -> None:
    for sent in (pickle.loads(pickle.dumps(corpus)), copy.deepcopy(corpus)):
        with sent:
            assert sent.root == corpus.root
            assert sent.claims == corpus.claims
    claim = corpus.claims[0]
    assert pickle.loads(pickle.dumps(claim)) == claim
    compared = corpus.compare("who-began")
    assert pickle.loads(pickle.dumps(compared)).view == compared.view


def holders(corpus: Corpus, number: int) -> tuple[int, int]:
    """In which process, and how many scholars hold one of the positions on who began."""
    return os.getpid(), corpus.compare("who-began").positions[number].counts.scholars


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_several_processes_ask_the_same(corpus: Corpus, method: str) -> None:
    """Ann and Boris hold either, as the comments of the corpus have it."""
    with ProcessPoolExecutor(2, get_context(method)) as pool:
        found = list(pool.map(holders, [corpus] * 8, [0, 1] * 4))
    assert [number for _, number in found] == [2] * 8
    assert os.getpid() not in {process for process, _ in found}


@pytest.mark.slow
def test_the_schema_of_an_editor_is_made_anew(tmp_path: Path, run: Run) -> None:
    with Corpus.init(tmp_path / "here") as mine:
        mine.new("scholar", {"id": "cooper", "name": "C. Cooper", "kind": "person"})
        place = mine.renew_schema()
    assert "cooper" in (ids_in(place.read_bytes()) or {})["scholar"]
    made = place.read_bytes()
    assert run("schema", "--renew", "--corpus", str(tmp_path / "here")).code == 0
    assert place.read_bytes() == made
