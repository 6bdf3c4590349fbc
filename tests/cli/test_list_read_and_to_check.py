"""`claimcli list`: the texts that were read, what is to be checked, and how people agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CORPORA, Run


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(CORPORA / "held"))


@pytest.mark.usefixtures("held")
def test_witnesses_with_who_is_known_from_them(run: Run) -> None:
    # in Archer's book: herself in her own words, Vorob'ev and Smith through her, one claim checked
    assert run("list", "witnesses", "--json").json == [
        {
            "id": "archer-2000",
            "text": "Archer 2000",
            "year": 2000,
            "first_hand": 1,
            "second_hand": 2,
            "unnamed": 0,
            "contemporaries": 0,
            "checked": 1,
            "claims": 8,
        },
        {
            "id": "unread-1950",
            "text": "Unread 1950",
            "year": 1950,
            "first_hand": 0,
            "second_hand": 0,
            "unnamed": 1,
            "contemporaries": 0,
            "checked": 0,
            "claims": 1,
        },
    ]


@pytest.mark.usefixtures("held")
def test_what_is_to_be_checked_to_the_last_value(run: Run) -> None:
    rows = run("list", "to-check", "--json").json
    assert rows[0] == {
        "id": "hundred-years",
        "question": "bridge",
        "statement": "A century long either town used the bridge.",
        "scholars": [{"id": "boris", "name": "B. Vorob'ev", "kind": "person", "school": None}],
        "citation": {"source": "vorobev-1975", "locator": "p. 12", "text": "Vorob'ev 1975, p. 12"},
        "via": [{"source": "archer-2000", "locator": "p. 1", "text": "Archer 2000, p. 1"}],
        "directly": 2,
        "in_all": 3,
        "on_work": 3,
        "recorded": {"by": "Olga", "date": "2026-03-01"},
        "checked": None,
    }
    # of those on which nothing rests, that of the work that three draw on, then without a work,
    # then the one that was checked
    assert [row["id"] for row in rows] == [
        "hundred-years",
        "riders-at-dawn",
        "crossed-by-night",
        "unread",
        "toll-was-high",
    ]


@pytest.mark.usefixtures("held")
def test_the_table_of_what_is_to_be_checked(run: Run) -> None:
    shown = run("list", "to-check", "--limit", "1")
    assert shown.out == (
        " ○ B. Vorob'ev        A century long either town used the bridge.\n"
        "                      A It was shared · Vorob'ev 1975, p. 12\n"
        "                      via Archer 2000, p. 1 · 3 claims rest on it, 2 directly\n"
        "                      3 claims draw on the work · recorded by Olga 2026-03-01\n"
        "                      hundred-years  on bridge\n"
        "\n"
        "○ second-hand\n"
    )
    assert shown.err == "4 more second-hand claims; --limit 5 shows all\n"


AGREEMENT = """
id: war
question: Who began it?
stances: {east: {label: East}, west: {label: West}}
claims:
"""
RECORD = """
- id: {by}-{page}
  stance: {stance}
  scholars: [ann]
  statement: {by} on page {page}.
  citation: {{source: book, locator: p. {page}}}
  recorded: {{by: {by}, date: '2026'}}
"""
ANN = "scholars: [{id: ann, name: Ann, kind: person}]\nreferences: [{id: book, type: book}]\n"


def test_agreement_of_a_question(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coded = [
        *[("olga", page, stance) for page, stance in enumerate(["east", "west", "east"])],
        *[("petr", page, stance) for page, stance in enumerate(["east", "west", "west"])],
    ]
    records = [RECORD.format(by=by, page=page, stance=stance) for by, page, stance in coded]
    (tmp_path / "war.yaml").write_text(AGREEMENT + "".join(records))
    (tmp_path / "people.yaml").write_text("title: Two readers\nformat: 1\n" + ANN)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))
    # three of each stance, one of three places disagrees: 1 - 5 * 2 / (2 * 3 * 3) = 0.444…
    assert run("list", "agreement", "--question", "war", "--json").json == [
        {
            "id": "war",
            "alpha": 0.444,
            "n": 6,
            "units": 3,
            "coders": 2,
            "left_out": 0,
            "reason": None,
            "ordinal": None,
            "ordinal_reason": None,
        }
    ]


@pytest.mark.usefixtures("held")
def test_agreement_says_why_there_is_none(run: Run) -> None:
    (row,) = run("list", "agreement", "--json").json
    assert (row["alpha"], row["reason"]) == (None, "fewer than two people recorded it")


@pytest.mark.parametrize("options", [(), ("--question", "war")])
def test_agreement_where_nobody_says_who_recorded(
    options: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = RECORD.format(by="olga", page=1, stance="east").replace("recorded:", "checked:")
    (tmp_path / "war.yaml").write_text(AGREEMENT + record)
    (tmp_path / "people.yaml").write_text("title: Nobody\nformat: 1\n" + ANN)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))
    ran = run("list", "agreement", *options)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "no claim says who recorded it (`recorded: {by: …}`), so no agreement can be measured\n"
    )
    (row,) = run("list", "agreement", *options, "--json").json
    assert (row["id"], row["coders"], row["reason"]) == (
        "war",
        0,
        "no claim says who recorded it",
    )


@pytest.mark.usefixtures("held")
def test_a_question_goes_with_some_lists_only(run: Run) -> None:
    assert run("list", "agreement", "--question", "bridg").code == 2
    ran = run("list", "sources", "--question", "bridge")
    assert (ran.code, ran.out) == (2, "")
    said = "--question goes with `list` stances, several, disagreements and agreement"
    assert said in ran.err


@pytest.mark.usefixtures("small")
def test_the_lists_of_one_question(run: Run) -> None:
    rows = run("list", "stances", "--question", "why", "--json").json
    assert [row["id"] for row in rows] == ["why/trade", "why/pride"]
    assert run("list", "stances", "--question", "why").out.startswith(" ")
    rows = run("list", "several", "--question", "who-began", "--json").json
    assert [(row["id"], row["question"]) for row in rows] == [
        ("boris", "who-began"),
        ("ann", "who-began"),
    ]
    ran = run("list", "several", "--question", "why")
    assert (ran.code, ran.out) == (0, "")
