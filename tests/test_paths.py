"""A path that begins with `~` is taken for the home directory wherever one is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import FILES, write
from support import CORPORA, Run

from claimcli import Corpus
from claimcli.paths import NoHome, expanded
from claimcli.store import cache_path, open_store

HELD = CORPORA / "held"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home directory with a corpus `claims`, and in `texts` a text of that of tests/corpora."""
    write(tmp_path / "claims", FILES)
    text = (HELD / "archer-2000.txt").read_text("utf-8")
    write(tmp_path, {"texts/archer-2000.txt": text})
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_of_the_user_and_of_nobody(home: Path) -> None:
    assert expanded(Path("~/x")) == home / "x"
    assert expanded(Path("x/~")) == Path("x/~")
    with pytest.raises(NoHome, match=r"^no home directory is known for ~nosuchuser$"):
        expanded(Path("~nosuchuser/x"))


def test_a_corpus(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(run("search", "--corpus", "~/claims", "--json").json) == 3
    monkeypatch.setenv("CLAIMCLI_CORPUS", "~/claims")
    assert len(run("search", "--json").json) == 3
    with Corpus.load("~/claims") as corpus:
        assert corpus.root == home / "claims"


@pytest.mark.parametrize("command", [("search",), ("check",), ("cache", "path")])
def test_a_corpus_of_nobody(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    why = "no home directory is known for ~nosuchuser\n"
    ran = run(*command, "--corpus", "~nosuchuser/x")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"claimcli: no corpus at ~nosuchuser/x: {why}"
    monkeypatch.setenv("CLAIMCLI_CORPUS", "~nosuchuser/x")
    ran = run(*command)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"claimcli: no corpus at ~nosuchuser/x (CLAIMCLI_CORPUS): {why}"


def test_a_cache_of_nobody_is_done_without_but_is_nowhere(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCLI_CACHE", "~nosuchuser/x")
    with open_store(home / "claims") as store:
        assert not store.cached
    for action in (("path",), ("clear",), ("clear", "--all")):
        ran = run("cache", *action)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "claimcli: CLAIMCLI_CACHE: no home directory is known for ~nosuchuser\n"
    monkeypatch.setenv("CLAIMCLI_CACHE", "~/cache")
    assert cache_path(home / "claims").parent == home / "cache"


@pytest.mark.usefixtures("home")
def test_texts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`shared` is a quotation that stands in the text."""
    verify = ("verify", "shared", "--corpus", str(HELD), "--json")
    at = Path("~/texts/archer-2000.txt").expanduser()
    for named in (("--texts", "~/texts"), ("--text", "archer-2000=~/texts/archer-2000.txt")):
        (one,) = run(*verify, *named).json
        assert (one["verdict"], one["places"][0]["file"]) == ("exact", str(at))
    monkeypatch.setenv("CLAIMCLI_TEXTS", "~/texts")
    assert run(*verify).json == [one]
    coverage = ("--source", "archer-2000", "--corpus", str(HELD), "--json")
    assert len(run("coverage", "~/texts/archer-2000.txt", *coverage).json) == 4


@pytest.mark.usefixtures("home")
def test_texts_from_python() -> None:
    corpus = Corpus.load(HELD, cache=False)
    (one,) = corpus.verify("shared", texts="~/texts")
    assert corpus.verify("shared", text={"archer-2000": "~/texts/archer-2000.txt"}) == [one]
    assert one.status == "exact"
    assert len(corpus.coverage("~/texts/archer-2000.txt", "archer-2000")) == 4


@pytest.mark.parametrize(
    "named",
    [
        ("verify", "--texts", "~nosuchuser/x"),
        ("verify", "--text", "archer-2000=~nosuchuser/x"),
        ("coverage", "~nosuchuser/x", "--source", "archer-2000"),
    ],
)
def test_texts_of_nobody(run: Run, named: tuple[str, ...]) -> None:
    ran = run(*named, "--corpus", str(HELD))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "claimcli: no home directory is known for ~nosuchuser\n"


def test_the_variable_of_texts_of_nobody(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_TEXTS", "~nosuchuser/x")
    ran = run("verify", "--corpus", str(HELD))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "claimcli: CLAIMCLI_TEXTS: no home directory is known for ~nosuchuser\n"
