"""A corpus as a whole: what it says, what it holds, and when a record is meant instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import git, repository
from storing import FILES, write
from support import Run

from claimcli import Corpus, __version__

SAID = {
    "corpus.yaml": "title: Salt\nabout: Of salt.\nlicence: CC0-1.0\nnote: Small.\nformat: 1\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "salt", {**FILES, **SAID})


def test_a_corpus_to_the_last_key(root: Path, run: Run) -> None:
    """Worked out by hand from the six files.

    Ivanov holds a claim that was read in his own work, Li Ming one that was read in Ivanov's, and
    some critics one that was read in Li's: two scholars, two texts.
    """
    printed = run("show", "corpus", "--json", "--corpus", str(root)).json
    head, day = git(root, "log", "-1", "--format=%H %cs").split()
    assert list(printed.items()) == [
        ("title", "Salt"),
        ("about", "Of salt."),
        ("licence", "CC0-1.0"),
        ("format", 1),
        ("note", "Small."),
        ("questions", 2),
        ("stances", 3),
        ("scholars", 2),
        ("first_hand", 1),
        ("second_hand", 1),
        ("unnamed", 1),
        ("contemporaries", 0),
        ("witnesses", 2),
        ("unclear", 1),
        ("sources", 2),
        ("names", 1),
        ("quotes", 3),
        ("checked", 0),
        ("second_hand_claims", 2),
        ("claims", 3),
        ("left_out", 0),
        ("unread", 0),
        ("commit", head),
        ("committed", day),
        ("clean", True),
        ("claimcli", __version__),
        ("file", "corpus.yaml"),
        ("line", 1),
    ]


def test_from_python(root: Path, run: Run) -> None:
    with Corpus.load(root) as corpus:
        printed = run("show", "corpus", "--json", "--corpus", str(root)).json
        assert corpus.info.title == "Salt"
        assert corpus.view(corpus.info) == corpus.view(corpus.show("corpus")) == printed


def test_a_table(root: Path, run: Run) -> None:
    printed = run("show", "corpus", "--corpus", str(root)).out
    assert printed.startswith("Salt\nOf salt.\n")
    assert "2 scholars (1 read in their own words, 1 second-hand), 1 unnamed" in printed
    assert f"commit {git(root, 'rev-parse', 'HEAD')[:10]} of " in printed
    (root / "corpus.yaml").write_text("title: Pepper\n", "utf-8")
    assert "with changes that are not in it" in run("show", "corpus", "--corpus", str(root)).out


def test_a_corpus_that_says_nothing_of_itself(tmp_path: Path, run: Run) -> None:
    write(tmp_path, {"claims.yaml": "claims: []\n"})
    view = run("show", "corpus", "--json", "--corpus", str(tmp_path)).json
    said = ("title", "about", "licence", "format", "note", "file", "line", "commit", "clean")
    assert {view[key] for key in said} == {None}
    assert "a corpus without a title" in run("show", "corpus", "--corpus", str(tmp_path)).out


def test_the_first_of_two_descriptions_counts(tmp_path: Path, run: Run) -> None:
    write(tmp_path, {"a.yaml": "title: First\n", "b.yaml": "title: Second\n"})
    assert run("show", "corpus", "--json", "--corpus", str(tmp_path)).json["title"] == "First"


def test_a_record_of_that_id_is_shown_instead(tmp_path: Path, run: Run) -> None:
    names = "names:\n- {id: corpus, name: Corpus Christi, kind: term}\n"
    write(tmp_path, {**SAID, "names.yaml": names})
    assert run("show", "corpus", "--json", "--corpus", str(tmp_path)).json["name"] == (
        "Corpus Christi"
    )
    with Corpus.load(tmp_path) as corpus:
        assert corpus.info.title == "Salt"
