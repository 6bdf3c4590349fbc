"""What stderr says where a search finds nothing, or not all that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import FILES, write
from support import Run, cases

TRIED = (
    "tried: the words as typed; declared spellings; the same name in other scripts and"
    " romanizations; words that begin so, and other forms of the word;"
    " words a letter or two away"
)


@pytest.mark.usefixtures("small")
@cases(
    ("words", "said"),
    [
        (("zzzz",), [TRIED, "no record has: zzzz"]),
        (("zzzz", "--exact"), ["tried: the words as typed", "no record has: zzzz"]),
        (("tolls", "--exact", "--scholar", "boris"), ["tried: the words as typed"]),
        (
            ("tolls", "riders"),  # one claim has each
            [TRIED, "there are records with each, but none asked for has all: tolls, riders"],
        ),
        (
            ("quarrelsomely",),
            [TRIED, "no record has: quarrelsomely", "nearest words of the corpus: quarrel"],
        ),
    ],
)
def test_why_nothing_was_found(run: Run, words: tuple[str, ...], said: list[str]) -> None:
    ran = run("search", *words)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == ["nothing found", *said]
    assert run("search", *words, "--json") == (0, "[]\n", "")


@pytest.mark.usefixtures("small")
def test_that_a_word_was_left_out_is_said_with_every_format(run: Run) -> None:
    for more in ((), ("--json",), ("--format", "csv")):
        ran = run("search", "bridge", "tolls", "riders", *more)
        assert "archer-2000-easton-wanted-tolls" in ran.out
        assert ran.err == "no record has all of these words; these have all but one\n"


def test_a_scholar_who_holds_nothing(run: Run, tmp_path: Path) -> None:
    eve = "scholars:\n- {id: eve, name: Eve, kind: person}\n"
    write(tmp_path, {**FILES, "more.yaml": eve})
    ran = run("search", "--scholar", "eve", "--corpus", str(tmp_path))
    assert ran.err == "nothing found\neve holds no claim; what is known: claimcli show eve\n"
    shown = run("show", "eve", "--corpus", str(tmp_path))
    assert shown.out.endswith("\nno claims\n")


def test_a_list_of_what_the_corpus_has_none_of(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"corpus.yaml": "title: T\n"})
    ran = run("list", "tags", "--corpus", str(tmp_path))
    assert (ran.code, ran.out, ran.err) == (0, "", "the corpus has no tags\n")
    ran = run("list", "to-check", "--corpus", str(tmp_path))
    assert ran.err == "the corpus has no second-hand claims\n"
