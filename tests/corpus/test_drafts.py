"""Drafts: what was marked while reading, which is read, checked and listed, and is no claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import placed
from support import Run, cases

from claimcli.checks.inspection import check_corpus
from claimcli.corpus.reading import read_bytes
from claimcli.model import Draft

CORPUS = """\
title: Tolls
format: 1
scholars: [{id: ann, name: Ann Archer, kind: person}]
references:
- {id: Archer_2000, type: book, title: Tolls, author: [{family: Archer, given: A.}], issued: '2000'}
"""
QUESTION = """\
id: why
question: Why were the tolls raised?
stances:
  need: {label: The town needed money}
  greed: {label: The guild was greedy}
claims:
- id: ann-need
  stance: need
  scholars: [ann]
  statement: The treasury was empty.
  citation: {source: Archer_2000}
- id: ann-greed
  stance: greed
  scholars: [ann]
  statement: The guild wanted more.
  citation: {source: Archer_2000}
"""
DRAFTS = """\
drafts:
- id: Archer_2000-p5-the-tolls
  quote: the tolls were raised
  source: Archer_2000
  locator: p. 5
  comment: Says who?
  tags: [yellow]
  answers: [why, why/need]
  from: zotero ABCD1234
- {id: a-thought, comment: Look at the ledgers.}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name, text in (("corpus", CORPUS), ("why", QUESTION), ("drafts", DRAFTS)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_draft_is_read() -> None:
    reading = read_bytes("d.yaml", DRAFTS.encode())
    assert (reading.problems, reading.claims) == ((), ())
    assert reading.drafts == (
        Draft(
            id="Archer_2000-p5-the-tolls",
            quote="the tolls were raised",
            source="Archer_2000",
            locator="p. 5",
            comment="Says who?",
            tags=("yellow",),
            answers=("why", "why/need"),
            origin="zotero ABCD1234",
            file="d.yaml",
            line=2,
        ),
        Draft(id="a-thought", comment="Look at the ledgers.", file="d.yaml", line=10),
    )


@cases(
    ("draft", "problem"),
    [
        ("{id: a}", ("E204", 2, 3)),
        ("{quote: x}", ("E204", 2, 3)),
        ("{id: a, quote: x, stance: need}", ("E203", 2, 21)),
        ("{id: a b, quote: x}", ("E206", 2, 8)),
        ("{id: a, quote: x, tags: yellow}", ("E205", 2, 27)),
    ],
)
def test_what_is_wrong_with_a_draft_has_its_place(
    draft: str, problem: tuple[str, int, int]
) -> None:
    reading = read_bytes("d.yaml", f"drafts:\n- {draft}\n".encode())
    assert placed(reading.problems) == [problem]
    assert (reading.drafts, reading.left_out) == ((), 1)


def test_how_many_wait_is_no_error(corpus: Path) -> None:
    problems = [p for p in check_corpus(corpus).problems if p.location.file == "drafts.yaml"]
    assert [(p.code, p.location.file, p.location.line, p.message) for p in problems] == [
        ("I710", "drafts.yaml", 2, "2 drafts wait to be made claims")
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("source: Archer_2000", "source: Archer_2001", "E302"),
        ("answers: [why, ", "answers: [who, ", "E305"),
        ("why/need", "why/needs", "E305"),
        ("id: a-thought", "id: ann-need", "E213"),
        ("the tolls were", "the tolls w\u00adere", "W605"),
    ],
)
def test_a_draft_is_checked_as_a_claim_is(corpus: Path, old: str, new: str, code: str) -> None:
    path = corpus / "drafts.yaml"
    path.write_text(DRAFTS.replace(old, new), encoding="utf-8")
    assert code in [p.code for p in check_corpus(corpus).problems]


def test_drafts_are_listed_and_no_other_command_has_them(corpus: Path, run: Run) -> None:
    rows = run("list", "drafts", "--corpus", str(corpus), "--json").json
    assert rows == [
        {
            "id": "Archer_2000-p5-the-tolls",
            "quote": "the tolls were raised",
            "source": "Archer_2000",
            "text": "Archer 2000, p. 5",
            "locator": "p. 5",
            "comment": "Says who?",
            "tags": ["yellow"],
            "answers": ["why", "why/need"],
            "from": "zotero ABCD1234",
        },
        {
            "id": "a-thought",
            **dict.fromkeys(("quote", "source", "text", "locator")),
            "comment": "Look at the ledgers.",
            "tags": [],
            "answers": [],
            "from": None,
        },
    ]
    assert run("search", "ledgers", "--corpus", str(corpus), "--json").json == []
    assert run("list", "tags", "--corpus", str(corpus), "--json").json == []
    counts = run("compare", "why", "--corpus", str(corpus), "--json").json["totals"]
    assert counts["claims"] == 2
    shown = run("list", "drafts", "--corpus", str(corpus)).out
    assert "“the tolls were raised”" in shown
    assert "Archer 2000, p. 5 · why · why/need · yellow" in shown


def test_without_drafts_the_list_says_so(corpus: Path, run: Run) -> None:
    (corpus / "drafts.yaml").unlink()
    assert run("list", "drafts", "--corpus", str(corpus)).err.startswith("the corpus has no drafts")


def test_many_works_that_nothing_refers_to_are_told_together(corpus: Path) -> None:
    works = "".join(f"- {{id: w{n}, type: book, title: T{n}}}\n" for n in range(11))
    (corpus / "library.yaml").write_text(f"references:\n{works}", encoding="utf-8")
    told = [p for p in check_corpus(corpus).problems if p.code == "I707"]
    assert [(p.location.line, p.message) for p in told] == [
        (2, "no claim cites 'w0', rests on it, or was read in it; nor 10 more of this file")
    ]
    few = works.split("- {id: w10")[0]
    (corpus / "library.yaml").write_text(f"references:\n{few}", encoding="utf-8")
    assert [p.code for p in check_corpus(corpus).problems].count("I707") == 10
