"""Who answers whom and through whom a question is known: in tables, rows and pictures."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from odd_people import PEOPLE
from storing import write
from support import Run

QUESTION = {
    "id": "who",
    "question": "Who began it?",
    "stances": {"north": {"label": "The north"}, "south": {"label": "The south"}},
    "claims": [
        {
            "id": "one",
            "stance": "north",
            "scholars": ["ann"],
            "statement": "The north came first.",
            "citation": {"source": "old"},
            "via": [{"source": "undated"}],
            "relations": [{"disputes": "who/south"}],
            "unclear": ["relations"],
        },
        {
            "id": "two",
            "stance": "south",
            "scholars": ["tao"],
            "statement": "南方先動手。",
            "citation": {"source": "undated"},
            "relations": [{"qualifies": "one"}],
        },
        {
            "id": "three",
            "stance": "south",
            "scholars": ["steer"],
            "statement": "They burnt the bridge.",
            "via": [{"source": "undated"}],
        },
    ],
}


@pytest.fixture
def answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    corpus = {"corpus.yaml": json.dumps(PEOPLE), "who.yaml": json.dumps(QUESTION)}
    write(tmp_path / "answered", corpus)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path / "answered"))
    return tmp_path / "answered"


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("answered")
def test_a_reply_that_is_the_recorders_reading_says_so_in_every_format(run: Run) -> None:
    table = words(run("compare", "who", "--figure", "replies").out)
    assert (
        "A Михаил Воробьёв 1900 The north came first. one "
        "disputes, by the recorder's judgement B The south who/south" in table
    )
    assert "B 陶晉生 南方先動手。 two qualifies A Михаил Воробьёв 1900" in table
    rows = run("compare", "who", "--figure", "replies", "--json").json
    assert [(r["claim"], r["type"], r["by_reading"], r["target"]) for r in rows] == [
        ("one", "disputes", True, "who/south"),
        ("two", "qualifies", False, "one"),
    ]
    header, *lines = run("compare", "who", "--figure", "replies", "--format", "csv").out.split("\n")
    assert header == "question,claim,holders,year,statement,type,by_reading,target,text"
    assert lines[0].split(",")[5:8] == ["disputes", "true", "who/south"]
    picture = run("compare", "who", "--figure", "replies", "--format", "svg").out
    said = words(" ".join(ElementTree.fromstring(picture).itertext()))
    assert "Михаил Воробьёв 1900 disputes, by the recorder's judgement, “The south”" in said
    assert "陶晉生 qualifies Михаил Воробьёв 1900" in said
    shown = words(run("show", "one").out)
    assert "disputes by the recorder's judgement: The south [who/south]" in shown
    claims = words(run("compare", "who").out)
    assert "disputes, by the recorder's judgement: The south" in claims
    assert "qualifies: The north came first." in claims


@pytest.mark.usefixtures("answered")
def test_each_chain_from_its_holder_to_the_text_that_was_read(run: Run) -> None:
    assert words(run("compare", "who", "--figure", "chains").out) == words(
        r"""
        Who began it?
        ○ Михаил Воробьёв
          → Old 1900  the holder's own work, not read
          → Undated  reports it; this text was read
          1 claim under A
        ◌ [bold]X \x9b31m
          → no work named
          → Undated  reports it; this text was read
          1 claim under B
        ○ second-hand ◌ a reporter's phrase, no scholar
        """
    )


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("figure", "said"),
    [("replies", "Nobody is recorded as answering another here."), ("chains", "Nothing is known")],
)
def test_where_there_is_none_that_is_said(run: Run, figure: str, said: str) -> None:
    ran = run("compare", "why", "--figure", figure)
    assert ran.code == 0
    assert ran.out.splitlines()[1].startswith(said)


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("name", ["a.png", "a.html", "a.JSON", "a.pdf"])
def test_a_picture_is_not_written_to_a_name_of_something_else(
    run: Run, tmp_path: Path, name: str
) -> None:
    ran = run("compare", "who", "--format", "svg", "--out", str(tmp_path / name))
    assert ran.code == 2
    assert "would hold svg, and its name says" in ran.err
    assert not (tmp_path / name).exists()
