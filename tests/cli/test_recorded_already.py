"""`claimcli new` of what the corpus has already: told before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Run, cases
from terminal_session import Session

FIRST = """\
- question: who-began
  stance: easton-began
  scholars: [ann]
  statement: Easton rode first.
  citation: {source: archer-2000, locator: p. 12}
  quote: the riders of Easton
"""
SECOND = """\
- question: who-began
  stance: weston-began
  scholars: [ann]
  statement: Weston shut the gate.
  citation: {source: archer-2000, locator: p. 13}
  quote: the gate was shut
"""


def given(corpus: Path, text: str) -> str:
    (corpus.parent / "new.yaml").write_text(text, encoding="utf-8")
    return str(corpus.parent / "new.yaml")


def test_a_file_given_twice_is_told_and_nothing_is_written(corpus: Path, run: Run) -> None:
    file = given(corpus, FIRST + SECOND)
    one, two = run("new", "claim", "--from", file).out.split()
    before = (corpus / "who-began.yaml").read_bytes()
    line = {
        id: before.decode().split("\n").index(f"- id: {id}") + 1 for id in (one, two)
    }  # as a person finds it
    ran = run("new", "claim", "--from", file)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "claimcli: 2 of 2 records are recorded already; nothing is written",
        f"  who-began.yaml:{line[one]}: {one}",
        f"  who-began.yaml:{line[two]}: {two}",
        "--skip-recorded leaves that out, --also-recorded writes all the same",
    ]
    assert (corpus / "who-began.yaml").read_bytes() == before


def test_of_a_file_that_has_grown_only_what_is_new_is_written(corpus: Path, run: Run) -> None:
    (one,) = run("new", "claim", "--from", given(corpus, FIRST)).out.split()
    ran = run("new", "claim", "--from", given(corpus, FIRST + SECOND), "--skip-recorded")
    (two,) = ran.out.split()
    assert ran.code == 0
    assert "1 of 2 records is recorded already; left out\n  who-began.yaml:" in ran.err
    assert run("show", two, "--json").json["statement"] == "Weston shut the gate."
    again = run("new", "claim", "--from", given(corpus, FIRST + SECOND), "--skip-recorded")
    assert (again.code, again.out) == (0, "")
    assert run("check", "--select", "W701", "--json").json == []
    assert one != two


def test_what_is_meant_to_be_there_twice_is_written(corpus: Path, run: Run) -> None:
    file = given(corpus, FIRST)
    assert run("new", "claim", "--from", file).code == 0
    ran = run("new", "claim", "--from", file, "--also-recorded")
    assert ran.code == 0
    assert [one["code"] for one in run("check", "--select", "W701", "--json").json] == ["W701"]


@cases(
    "old, new, reworded",
    [
        # the same, as somebody else types it, or as the corpus has mended it since
        ("the riders of Easton", "“The riders of Easton”", False),
        ("p. 12", "p.12", False),
        ("p. 12", "P. 12.", False),
        ("Easton rode first.", "Easton was the first to ride.", True),
        ("- question", "- certainty: argued\n  question", False),
        ("locator: p. 12", "locator: p. 12}\n  basis:\n  - {source: vorobev-1975", False),
        # another claim
        ("[ann]", "[boris]", None),
        ("easton-began", "weston-began", None),
        ("the riders of Easton", "the riders of Weston", None),
        ("p. 12", "p. 21", None),
        ("archer-2000", "vorobev-1975", None),
        ("  quote: the riders of Easton\n", "", None),
    ],
)
def test_which_claim_is_there(
    corpus: Path, run: Run, old: str, new: str, reworded: bool | None
) -> None:
    assert old in FIRST
    if "the-one" not in (corpus / "who-began.yaml").read_text("utf-8"):
        first = FIRST.replace("- question", "- id: the-one\n  question")
        assert run("new", "claim", "--from", given(corpus, first)).out == "the-one\n"
    file = given(corpus, FIRST.replace(old, new))
    ran = run("new", "claim", "--from", file, "--dry-run")
    if reworded is None:
        assert "recorded already" not in ran.err
    else:
        assert ran.code == 2
        assert ("the-one, with another statement\n" in ran.err) == reworded
        assert "claimcli: this is recorded already; nothing is written\n" in ran.err


def test_of_two_claims_on_one_quotation_each_is_met_once(corpus: Path, run: Run) -> None:
    third = FIRST.replace("Easton rode first.", "Easton had planned the ride.")
    assert run("new", "claim", "--from", given(corpus, FIRST)).code == 0
    ran = run("new", "claim", "--from", given(corpus, third + FIRST), "--skip-recorded")
    assert ran.code == 0
    assert "1 of 2 records is recorded already; left out" in ran.err
    (made,) = ran.out.split()
    assert run("show", made, "--json").json["statement"] == "Easton had planned the ride."


def test_records_with_ids_that_are_there_are_left_out_beside_their_claims(
    corpus: Path, run: Run
) -> None:
    text = (
        "scholars:\n- {id: eve, name: Eve Early, kind: person}\n"
        "references:\n- {id: early-1990, type: book, title: Tolls,\n"
        "   author: [{family: Early, given: Eve}]}\n"
        "names:\n- {id: gate, name: The Gate, kind: place}\n"
        "claims:\n" + FIRST.replace("ann", "eve").replace("archer-2000", "early-1990")
    )
    assert len(run("new", "claim", "--from", given(corpus, text)).out.split()) == 4
    ran = run("new", "claim", "--from", given(corpus, text + SECOND), "--skip-recorded")
    assert "4 of 5 records are recorded already; left out" in ran.err
    assert len(ran.out.split()) == 1


def test_what_is_typed_twice_is_told_as_well(corpus: Path, run: Run) -> None:
    typed = (
        *("new", "claim", "--question", "who-began", "--stance", "easton-began"),
        *("--scholars", "ann", "--citation", "archer-2000, p. 12", "--statement", "Easton rode."),
    )
    assert run(*typed).code == 0
    ran = run(*typed)
    assert (ran.code, ran.out) == (2, "")
    assert "claimcli: this is recorded already; nothing is written" in ran.err
    assert run(*typed, "--also-recorded").code == 0


@pytest.mark.slow
def test_on_a_terminal_somebody_is_asked(corpus: Path, tmp_path: Path, run: Run) -> None:
    pytest.importorskip("pty")
    assert run("new", "claim", "--from", given(corpus, FIRST)).code == 0
    before = (corpus / "who-began.yaml").read_bytes()
    asked = ("new", "claim", "--from", given(corpus, FIRST + SECOND))
    with Session(corpus, tmp_path / "cache", *asked) as session:
        session.until("1 of 2 records is recorded already")
        session.press("\x03")
        assert session.end() == 130
    assert (corpus / "who-began.yaml").read_bytes() == before
    with Session(corpus, tmp_path / "cache", *asked) as session:
        session.type("leave it out [yes]: ", "\n")
        assert session.end() == 0
    after = (corpus / "who-began.yaml").read_text("utf-8")
    assert (after.count("rode first."), after.count("shut the gate.")) == (1, 1)
    with Session(corpus, tmp_path / "cache", *asked) as session:
        session.type("leave them out [yes]: ", "no\n")
        assert session.end() == 0
    after = (corpus / "who-began.yaml").read_text("utf-8")
    assert (after.count("rode first."), after.count("shut the gate.")) == (2, 2)
