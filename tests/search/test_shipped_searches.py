"""Searches of the shipped corpus that a reader must be able to trust."""

from __future__ import annotations

import pytest
from support import ROOT, Run


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))


def found(run: Run, *words: str) -> set[str]:
    return {hit["id"] for hit in run("search", *words, "--json").json}


@pytest.mark.parametrize("name", ["Nanjing", "Huangzhou"])
def test_another_chinese_name_is_no_typo(run: Run, name: str) -> None:
    # One letter away from Yanjing and Guangzhou, which the corpus has; they are other places.
    assert found(run, name) == set()


def test_a_typo_in_a_declared_spelling_finds_the_name(run: Run) -> None:
    # "Qidan" is declared for Khitan, the form that the claims use.
    assert "kim-2013-khitan-guerrillas" in found(run, "Qidam")


def test_the_title_of_the_work_read_leaves_no_claim_out(run: Run) -> None:
    # Kim's title has "Russia" and "Song"; what was read in it stays.
    assert found(run, "peace", "-russia") == found(run, "peace")
    assert "kim-2013-semi-isolation-served-koryo" in found(run, "isolation", "-jurchen")


def test_holders_can_be_left_out(run: Run) -> None:
    both = found(run, "wanted")
    assert "vorobev-1975-both-wanted" in both
    assert "vorobev-1975-both-wanted" not in found(run, "wanted", "-vorobev")


def test_the_words_of_a_question_id_find_its_claims(run: Run) -> None:
    assert "vorobev-1975-both-wanted" in found(run, "who started the war")


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["Kim", "A. Kim", "A. P. Okladnikov", "M. Vorob'ev", "Воробьев М. В.", "Александр Ким"]
)
@pytest.mark.parametrize("word", ["koryo", "bohai", "1999", "zzzz"])
def test_a_word_after_a_name_must_be_met(run: Run, name: str, word: str) -> None:
    both = {hit["id"] for hit in run("search", f"{name} {word}", "--json").json}
    alone = {hit["id"] for hit in run("search", word, "--json").json}
    assert both <= alone
