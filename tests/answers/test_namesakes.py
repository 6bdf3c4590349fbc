"""Holders of one name are told apart by their ids wherever a document or a table names them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from comparing import Records
from odd_people import PEOPLE
from storing import write
from support import Run

from claimcli.answers.namesakes import ToldApart
from claimcli.model import Scholar


def test_only_those_who_share_a_name_here_have_their_ids_beside_it() -> None:
    people = Records(
        Scholar(id="s1", name="John Smith", kind="person"),
        Scholar(id="s2", name="John Smith", kind="person", school="west"),
        Scholar(id="s3", name="Jan Smit", kind="person"),
        Scholar(id="s4", name="Jan Smit", kind="person"),
    )
    apart = ToldApart(people, ("s1", "s3", "s2", "s1"))
    names = [holder.name for id in ("s1", "s2", "s3") if (holder := apart.scholar(id))]
    assert names == ["John Smith (s1)", "John Smith (s2)", "Jan Smit"]
    assert apart.scholar("nobody") is None
    assert apart.scholar("s2") == Scholar(
        id="s2", name="John Smith (s2)", kind="person", school="west"
    )


@pytest.fixture
def two_of_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = [("a", "north", "ann", "south"), ("b", "south", "ann-the-younger", "north")]
    claims = [
        {
            "id": id + end,
            "stance": stance if end else other,
            "scholars": [who],
            "statement": f"{id}{end} is said.",
            "citation": {"source": "old"},
            "via": [{"source": "undated"}],
            "relations": [{"disputes": "a" if id == "b" else "b"}],
        }
        for id, stance, who, other in held
        for end in ("", "2")
    ]
    stances = {"north": {"label": "The north"}, "south": {"label": "The south"}}
    question = {"id": "who", "question": "Who?", "stances": stances, "claims": claims}
    write(tmp_path / "two", {"corpus.yaml": json.dumps(PEOPLE), "who.yaml": json.dumps(question)})
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path / "two"))


COMMANDS = (
    *("compare who", "compare ann ann-the-younger", "compare who --figure matrix"),
    *("compare who --figure replies", "compare who --figure chains", "search said"),
    *("list several", "list to-check", "show old", "show who", "report who"),
    *("report who --format html", "compare who --format svg"),
)


@pytest.mark.slow
@pytest.mark.usefixtures("two_of_a_name")
@pytest.mark.parametrize("command", COMMANDS)
def test_no_name_stands_alone_that_two_have(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = run(*command.split()).out
    shown = out.replace("Михаил Воробьёв …", "")  # a label that had no room
    ids = len(re.findall(r"\(ann(-the( …|-younger\)))?\)?", shown))
    assert ids >= shown.count("Михаил Воробьёв") > 0
