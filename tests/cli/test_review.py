"""`claimcli review`: listed where nobody can be asked, asked for on a terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CORPORA, Run
from terminal_session import Session

PROMPT = "accept, correct, skip, leave: "


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the corpus with a text beside it, to write to."""
    root = shutil.copytree(CORPORA / "held", tmp_path / "corpus")
    (root / "drafts.yaml").write_text(
        "drafts:\n- {id: d-one, quote: The toll was high, source: archer-2000, tags: [toll],\n"
        "   answers: [bridge/both]}\n- {id: d-two, comment: Who paid?}\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(root)
    return root


def test_where_nobody_is_asked_what_waits_is_listed(corpus: Path, run: Run) -> None:
    before = (corpus / "bridge.yaml").read_bytes()
    ran = run("review")
    assert ran.code == 0
    assert "hundred-years" in ran.out
    assert "toll-was-high" not in ran.out
    assert "on a terminal `claimcli review` goes through them" in ran.err
    assert (corpus / "bridge.yaml").read_bytes() == before


def test_every_key_of_what_waits(corpus: Path, run: Run) -> None:
    rows = run("review", "--json").json
    assert [row["id"] for row in rows] == [
        *("d-one", "d-two", "shared", "hundred-years", "riders-at-dawn", "closing-is-war"),
        *("mid-flood", "mixed-scripts", "unread", "crossed-by-night"),
    ]
    assert rows[3] == {
        "id": "hundred-years",
        "kind": "claim",
        "why": "unchecked",
        "changes": [],
        "question": "bridge",
        "stance": "both",
        "statement": "A century long either town used the bridge.",
        "quote": "for a hundred years",
        "text": "Archer 2000, p. 1",
        "checked": None,
        "file": "bridge.yaml",
        "line": 18,
    }
    assert rows[0]["why"] == rows[0]["kind"] == "draft"
    assert rows[0]["question"] is None


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--question", "bridge", "--second-hand", "--stance", "easton"], ["riders-at-dawn"]),
        (
            ["--source", "archer-2000", "--question", "bridge"],
            ["d-one", "shared", "closing-is-war", "mid-flood", "mixed-scripts"],
        ),
        (["toll-was-high", "d-two"], ["d-two", "toll-was-high"]),
        (["--drafts"], ["d-one", "d-two"]),
        (["--drafts", "--question", "bridge"], ["d-one"]),
        (["--drafts", "--second-hand"], []),
        (["--no-drafts", "--limit", "1"], ["shared"]),
        (["--second-hand", "--stance", "easton", "--again"], ["riders-at-dawn", "toll-was-high"]),
        (["--limit", "1"], ["d-one"]),
    ],
)
def test_what_is_chosen(corpus: Path, run: Run, options: list[str], ids: list[str]) -> None:
    assert [row["id"] for row in run("review", *options, "--json").json] == ids


def test_nothing_waits(corpus: Path, run: Run) -> None:
    ran = run("review", "--stance", "easton", "--second-hand", "--scholar", "smith")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "nothing waits: the claims asked for (1) are checked as they are\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["shard"], "no claim or draft 'shard'; did you mean 'shared'?"),
        (["shared", "--question", "bridge"], "by their ids, or choose them by filters, not both"),
        (["shared", "--no-drafts"], "by their ids, or choose them by filters, not both"),
        (["--blind", "--drafts"], "without --again and --drafts"),
        (["--question", "brigde"], "did you mean 'bridge'?"),
    ],
)
def test_a_mistake_of_the_caller(corpus: Path, run: Run, options: list[str], said: str) -> None:
    ran = run("review", *options)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.slow
def test_a_review_on_a_terminal(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("pty")
    asked = ("review", "--texts", str(corpus), "--by", "Petr, Ivanov")
    with Session(corpus, tmp_path / "cache", *asked) as session:
        session.until("1 of 10  d-one")
        session.type("make, discard, skip, leave: ", "discard\n")
        session.until("2 of 10  d-two")
        session.type("make, discard, skip, leave: ", "skip\n")
        session.until("3 of 10  shared")
        session.until("archer-2000.txt:3, p. 1")
        session.until("›shared by both towns‹")
        session.type(PROMPT, "a\n")
        session.until("4 of 10  hundred-years")
        session.type(PROMPT, "?\n")
        session.until("it is marked as checked")
        session.type(PROMPT, "s\n")
        session.until("5 of 10  riders-at-dawn")
        session.type(PROMPT, "leave\n")
        session.until("1 discarded, 2 skipped, 1 accepted; 8 wait yet")
        assert session.end() == 0
    text = (corpus / "bridge.yaml").read_text(encoding="utf-8")
    assert text.count("  checked: {by: 'Petr, Ivanov', date: ") == 1
    with Session(corpus, tmp_path / "cache", *asked, "--no-drafts") as again:
        again.until("1 of 7  hundred-years")
        again.until(PROMPT)
        again.press("\x03")
        again.until("nothing is written; 7 wait yet")
        assert again.end() == 130


@pytest.mark.slow
def test_a_killed_session_loses_nothing_that_was_accepted(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("pty")
    asked = ("review", "--no-drafts", "--by", "Petr")
    with Session(corpus, tmp_path / "cache", *asked) as session:
        session.type(PROMPT, "a\n")
        session.type(PROMPT, "a\n")
        session.until("3 of 8")
        session.process.kill()
    text = (corpus / "bridge.yaml").read_text(encoding="utf-8")
    assert text.count("  checked: {by: Petr, date: ") == 2


@pytest.mark.slow
def test_who_checks_is_asked_for_where_git_does_not_know(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("pty")
    nobody = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}
    with Session(corpus, tmp_path / "cache", "review", "shared", **nobody) as session:
        session.type("your name, as the records are to have it: ", "Olga\n")
        session.type(PROMPT, "a\n")
        assert session.end() == 0
    assert "checked: {by: Olga, date: " in (corpus / "bridge.yaml").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_blind_reading_on_a_terminal(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("pty")
    asked = ("review", "--blind", "--texts", str(corpus), "--by", "Petr")
    with Session(corpus, tmp_path / "cache", *asked) as session:
        # nine claims, of which one quotes nothing; Olga has checked one, and Petr none
        session.until("8 passages; not asked for: 1 without a quotation")
        session.until("1 of 8")
        session.until(" 2  It was Easton's  easton")
        session.type("which position? skip, leave: ", "2\n")
        session.type("why, in a few words: ", "It says so.\n")
        session.until("2 of 8")
        session.type("which position? skip, leave: ", "leave\n")
        session.until("1 read; 7 wait yet")
        assert session.end() == 0
    reading = (corpus / "readings" / "petr.yaml").read_text(encoding="utf-8")
    assert "  comment: It says so.\n  answers: [bridge/easton]\n" in reading
