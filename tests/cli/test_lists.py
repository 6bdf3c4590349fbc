"""`claimcli list`: the rows of each list, counted by hand in a corpus of five claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support import Run

CORPUS = """\
title: A quarrel of two towns
format: 1
scholars:
- {id: ann, name: Ann Archer, kind: person, school: west}
- {id: bob, name: Bob Bowman, kind: person, school: west}
- {id: many, name: many historians, kind: unnamed, school: west}
- {id: reeve, name: the reeve of the north, kind: contemporary, school: west}
- {id: eve, name: Eve Easton, kind: person, school: east}
- {id: idle, name: Ida Idle, kind: group}
references:
- {id: ann-2000, type: book, title: Towns, author: [{family: Archer, given: Ann}], issued: '2000'}
- id: bob-1975
  type: article
  author: [{family: Bowman, given: Bob}]
  issued: '1981'
  original-date: '1975'
- {id: roll, type: manuscript, title: The Toll Roll}
names:
- {id: bridge, name: the Long Bridge, kind: place, spellings: [{value: Pons Longus}, {value: 長橋}]}
- {id: ford, name: the Ford, kind: place}
"""
WHO = """\
id: who
question: Who began it?
stances:
  north: {label: The north}
  south: {label: The south}
claims:
- id: a1
  stance: north
  scholars: [ann]
  statement: The north burned Pons Longus.
  citation: {source: ann-2000}
  basis: [{source: roll}]
  tags: [war, bridge]
  unclear: [stance]
- id: r1
  stance: north
  scholars: [reeve]
  statement: The north was to begin it.
  via: [{source: ann-2000}]
- id: b1
  stance: south
  scholars: [bob]
  statement: The south came over the Long Bridge.
  citation: {source: bob-1975}
  via: [{source: ann-2000}]
  tags: [war]
- id: m1
  stance: south
  scholars: [many]
  statement: The south began it.
  via: [{source: ann-2000}]
"""
WHY = """\
id: why
question: Why was it begun?
stances:
  gain: {label: For gain}
claims:
- id: a2
  stance: gain
  scholars: [ann, eve]
  statement: Toll was the gain.
  citation: {source: ann-2000}
  answers: [who/south]
- id: b2
  stance: gain
  scholars: [bob]
  statement: It was for gain.
  citation: {source: bob-1975}
"""


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in (("corpus", CORPUS), ("who", WHO), ("why", WHY)):
        (tmp_path / f"{name}.yaml").write_text(content, "utf-8")
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))


def rows(run: Run, kind: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in run("list", kind, "--json").json]


def test_questions(run: Run) -> None:
    # On who: ann and eve first-hand, bob second-hand, many and the reeve apart; what was read is
    # Ann's book alone. On why: all three first-hand, in two books.
    assert rows(run, "questions") == [
        ("who", "Who began it?", 2, 5, 3, 2, 1, 1, 1, 1, 1, 0, 5),
        ("why", "Why was it begun?", 1, 3, 3, 3, 0, 0, 0, 2, 0, 0, 2),
    ]
    assert list(run("list", "questions", "--json").json[0]) == [
        *("id", "question", "stances", "voices"),
        *("scholars", "first_hand", "second_hand", "unnamed"),
        *("contemporaries", "witnesses", "unclear", "by_reading", "claims"),
    ]


def test_stances(run: Run) -> None:
    # The south: b1, m1, and a2 through its answer.
    assert rows(run, "stances") == [
        ("who/north", "The north", "Who began it?", 1, 1, 0, 0, 1, 1, 1, 1, 2),
        ("who/south", "The south", "Who began it?", 3, 2, 1, 1, 0, 1, 0, 0, 3),
        ("why/gain", "For gain", "Why was it begun?", 3, 3, 0, 0, 0, 2, 0, 0, 2),
    ]


def test_scholars(run: Run) -> None:
    # Questions answered, claims read first-hand and second-hand, and all.
    assert rows(run, "scholars") == [
        ("ann", "Ann Archer", "person", "west", 2, 2, 0, 2),
        ("bob", "Bob Bowman", "person", "west", 2, 1, 1, 2),
        ("many", "many historians", "unnamed", "west", 1, 0, 1, 1),
        ("reeve", "the reeve of the north", "contemporary", "west", 1, 0, 1, 1),
        ("eve", "Eve Easton", "person", "east", 2, 1, 0, 1),
        ("idle", "Ida Idle", "group", None, 0, 0, 0, 0),
    ]


def test_schools(run: Run) -> None:
    # A claim of two scholars of one school counts once; unnamed holders and those of the time
    # are no scholars.
    assert rows(run, "schools") == [("east", 1, 0, 0, 1), ("west", 2, 1, 1, 6)]


def test_sources(run: Run) -> None:
    # Cited by, reported through, resting on.
    assert rows(run, "sources") == [
        ("ann-2000", "Archer 2000", "book", 2000, 2, 3, 0),
        ("bob-1975", "Bowman [1975] 1981", "article", 1975, 2, 0, 0),
        ("roll", "The Toll Roll", "manuscript", None, 0, 0, 1),
    ]


def test_names(run: Run) -> None:
    # All spellings counted, and the claims that have any of them.
    assert rows(run, "names") == [
        ("bridge", "the Long Bridge", "place", 3, 2),
        ("ford", "the Ford", "place", 1, 0),
    ]


def test_tags(run: Run) -> None:
    assert rows(run, "tags") == [("bridge", 1), ("war", 2)]


def test_witnesses(run: Run) -> None:
    # In Ann's book: ann and eve themselves, bob, the many and the reeve through her; in Bob's bob.
    assert rows(run, "witnesses") == [
        ("ann-2000", "Archer 2000", 2000, 2, 1, 1, 1, 0, 5),
        ("bob-1975", "Bowman [1975] 1981", 1975, 1, 0, 0, 0, 0, 1),
    ]


def test_agreement_comes_for_every_question_or_for_one(run: Run) -> None:
    assert [row[0] for row in rows(run, "agreement")] == ["who", "why"]
    (row,) = run("list", "agreement", "--question", "why", "--json").json
    assert row["id"] == "why"


def test_a_text_that_was_read_and_is_not_recorded_goes_by_its_id(run: Run, tmp_path: Path) -> None:
    lost = (
        "- {id: l1, stance: gain, scholars: [bob], statement: So it was., via: [{source: lost}]}\n"
    )
    (tmp_path / "why.yaml").write_text(WHY + lost, "utf-8")
    assert rows(run, "witnesses")[-1] == ("lost", "lost", None, 0, 1, 0, 0, 0, 1)


def test_without_a_kind_all_are_named(run: Run) -> None:
    ran = run("list")
    assert ran.code == 2
    assert ran.err.startswith("claimcli: list what? One of: questions, stances, ")
