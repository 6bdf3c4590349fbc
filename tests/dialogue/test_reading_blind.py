"""Passages read blind: what the reader sees, what is written, and what it comes to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from scripted import Scripted
from storing import contents
from support import Run

from claimcli.answers.answer import Answer
from claimcli.answers.blind import ask
from claimcli.dialogue.asker import Left
from claimcli.dialogue.reading_blind import ReadingBlind
from claimcli.render.tables import draw
from claimcli.store import open_store
from claimcli.texts import Texts

pytestmark = pytest.mark.slow  # each writes and checks a whole corpus

TODAY = date.today().isoformat()


class Shown(Scripted):
    """Keeps what is drawn, as the reader sees it."""

    seen = ""

    def show(self, answer: Answer) -> None:
        self.seen += draw(answer).text


def read(root: Path, *answers: str, by: str = "Petr Ivanov") -> Shown:
    """What comes of reading all that waits; every answer is used up."""
    asker, store = Shown(*answers), open_store(root)
    found = ask(store, store.claims(), by)
    reading = ReadingBlind(root, asker, Texts({}), by, lambda: open_store(root))
    reading.go_through(found.to_read)
    assert asker.is_done
    return asker


def quotes(root: Path, by: str) -> list[str]:
    store = open_store(root)
    return [one.quote for one in ask(store, store.claims(), by).to_read]


QUOTED = {
    "the riders of Easton rode at dawn",
    "many historians blame the eastern town",
    "to close a bridge is to open a war",
}


def test_each_passage_is_asked_for_once_in_an_order_of_its_own(corpus: Path) -> None:
    assert set(quotes(corpus, "Petr")) == QUOTED
    orders = {by: quotes(corpus, by) for by in ("Petr", "Olga", "Ivan", "Anna", "Max")}
    assert quotes(corpus, "Petr") == orders["Petr"]
    assert len(set(map(tuple, orders.values()))) > 1


def test_nothing_tells_what_the_first_reader_took_it_for(corpus: Path) -> None:
    asker = read(corpus, "skip", "skip", "skip")
    told = asker.seen + "\n".join(asker.said)
    for claim in open_store(corpus).claims():
        hidden = (claim.id, claim.statement, claim.note, claim.certainty, claim.file)
        assert not [words for words in hidden if words and words in told]
    for shown in (*QUOTED, "Ann Archer", "B. Vorob'ev", "Easton began it", "Easton moved first."):
        assert shown in told
    assert told.count("weston-began") == 3  # among the positions, once for each passage


def test_a_reading_is_a_draft_that_names_no_claim(corpus: Path) -> None:
    before = contents(corpus)
    order = quotes(corpus, "Petr Ivanov")
    at = order.index("to close a bridge is to open a war")
    answers = ["skip"] * 3
    answers[at : at + 1] = ["3", "It names nobody."]
    read(corpus, *answers)
    assert (
        (corpus / "readings" / "petr-ivanov.yaml").read_text(encoding="utf-8")
        == f"""\
drafts:
- id: petr-ivanov-reading-1
  quote: to close a bridge is to open a war
  source: archer-2000
  locator: p. 40
  comment: It names nobody.
  answers: [who-began/nobody]
  from: blind reading of ann by Petr Ivanov, {TODAY}
"""
    )
    assert contents(corpus).items() >= before.items()


def test_what_was_read_or_recorded_oneself_is_not_asked_for(corpus: Path) -> None:
    path = corpus / "who-began.yaml"
    text = path.read_text(encoding="utf-8")
    stamped = text.replace("rode at dawn\n", "rode at dawn\n  recorded: {by: Petr}\n")
    stamped = stamped.replace("eastern town\n", "eastern town\n  checked: {by: Anna}\n")
    path.write_text(stamped, encoding="utf-8")
    assert set(quotes(corpus, "Petr")) == QUOTED - {"the riders of Easton rode at dawn"}
    assert set(quotes(corpus, "Anna")) == QUOTED - {"many historians blame the eastern town"}
    read(corpus, "1", "", "2", "", by="Petr")
    store = open_store(corpus)
    found = ask(store, store.claims(), "Petr")
    assert (found.total, found.own, found.done, found.bare) == (0, 1, 2, 4)
    assert found.asides == (
        "no passage is to be read; not asked for: 2 read already,"
        " 1 recorded or checked by yourself, 4 without a quotation",
    )


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("0", "[who-began/none]"),
        ("none", "[who-began/none]"),
        ("1", "[who-began/easton-began]"),
        ("weston-began", "[who-began/weston-began]"),
        ("Weston began it", "[who-began/weston-began]"),
        ("EASTON BEGAN IT, 3", "[who-began/easton-began, who-began/nobody]"),
        ("3, 1, nobody", "[who-began/nobody, who-began/easton-began]"),
    ],
)
def test_a_position_by_its_number_or_id(corpus: Path, said: str, answers: str) -> None:
    read(corpus, said, "", "leave")
    text = (corpus / "readings" / "petr-ivanov.yaml").read_text(encoding="utf-8")
    assert f"\n  answers: {answers}\n" in text
    assert "comment" not in text


@pytest.mark.parametrize("said", ["4", "-1", "easton", "1, 9", "", "²", "99999"])
def test_what_is_no_position_is_asked_for_again(corpus: Path, said: str) -> None:
    asker = read(corpus, said, "leave")
    assert "say a number from 0 to 3, the id of a position, skip or leave" in asker.said
    assert not (corpus / "readings").exists()


def test_going_back_changes_what_was_said(corpus: Path) -> None:
    read(corpus, "1", "So it reads.", "<", "2", "Rather so.", "leave")
    text = (corpus / "readings" / "petr-ivanov.yaml").read_text(encoding="utf-8")
    assert text.count("- id: ") == 1
    assert "\n  answers: [who-began/weston-began]\n" in text
    assert "\n  comment: Rather so.\n" in text


def test_whoever_leaves_keeps_what_was_said(corpus: Path) -> None:
    with pytest.raises(Left):
        read(corpus, "1", "", "2", "")
    assert len(quotes(corpus, "Petr Ivanov")) == 1
    with pytest.raises(Left):
        read(corpus, by="Olga")


def test_a_name_that_has_no_latin_letters(corpus: Path) -> None:
    read(corpus, "1", "", "leave", by="‽")
    assert "- id: second-reading-1\n" in (corpus / "readings" / "second.yaml").read_text("utf-8")


# --- What it comes to ---


def compared(run: Run) -> object:
    return run("compare", "who-began", "--json").json


def disagreeing(root: Path) -> None:
    """Petr reads two as they were recorded and one, of the unnamed, as nobody's doing."""
    said = {
        "the riders of Easton rode at dawn": ["1", ""],
        "many historians blame the eastern town": ["nobody", "It says who is blamed."],
        "to close a bridge is to open a war": ["2", ""],
    }
    order = quotes(root, "Petr Ivanov")
    read(root, *[answer for quote in order for answer in said[quote]])


def test_no_command_counts_a_reading(corpus: Path, run: Run) -> None:
    before, drafts = compared(run), run("list", "drafts", "--json").json
    disagreeing(corpus)
    assert compared(run) == before
    assert run("list", "drafts", "--json").json == drafts == []
    assert "I710" not in run("check").out
    assert all(row["kind"] == "claim" for row in run("review", "--json").json)


def test_both_stand_beside_the_quotation(corpus: Path, run: Run) -> None:
    disagreeing(corpus)
    [row] = run("list", "disagreements", "--question", "who-began", "--json").json
    reading = row["second_draft"]
    assert row == {
        "id": "archer-2000-many-easton",
        "question": "who-began",
        "question_text": "Who began the quarrel?",
        "scholars": [
            {
                "id": "archer-2000-many",
                "name": "many historians",
                "kind": "unnamed",
                "school": None,
            }
        ],
        "quote": "many historians blame the eastern town",
        "source": "archer-2000",
        "text": "Archer 2000",
        "first_by": None,
        "first_date": None,
        "first_stances": [{"id": "easton-began", "text": "Easton began it"}],
        "first_claims": [{"id": "archer-2000-many-easton", "text": "Easton began the quarrel."}],
        "first_note": None,
        "first_draft": None,
        "second_by": "Petr Ivanov",
        "second_date": TODAY,
        "second_stances": [{"id": "nobody", "text": "It began by itself"}],
        "second_claims": [],
        "second_note": "It says who is blamed.",
        "second_draft": reading,
    }
    assert reading.startswith("petr-ivanov-reading-")
    table = run("list", "disagreements").out
    [line] = [line for line in table.splitlines() if "It began by itself" in line]
    assert line.startswith("  A Easton began it ")
    csv = run("list", "disagreements", "--format", "csv", "--fields", "first_stances,second_by").out
    assert csv == "first_stances,second_by\nEaston began it,Petr Ivanov\n"


def test_agreement_has_the_readings(corpus: Path, run: Run) -> None:
    disagreeing(corpus)
    [row] = run("list", "agreement", "--question", "who-began", "--json").json
    # easton 3, weston 2, nobody 1; one unit of three differs: 1 - 5 * 2 / (36 - 9 - 4 - 1)
    assert row["alpha"] == round(1 - 10 / 22, 3)
    assert (row["n"], row["units"], row["coders"], row["reason"]) == (6, 3, 2, None)


def test_what_nobody_differs_in(corpus: Path, run: Run) -> None:
    ran = run("list", "disagreements")
    assert (ran.code, ran.out) == (0, "")
    assert "nowhere did two people take one place for other positions" in ran.err
    assert run("list", "disagreements", "--json").out == "[]\n"


def test_a_source_and_a_question_with_another_id_are_followed(corpus: Path, run: Run) -> None:
    disagreeing(corpus)
    for old, new in (("archer-2000", "archer-1999"), ("who-began", "who"), ("ann", "anna")):
        assert run("edit", old, "--rename", new).code == 0
    assert len(run("list", "disagreements", "--question", "who", "--json").json) == 1
    assert run("list", "agreement", "--question", "who", "--json").json[0]["n"] == 6


def test_in_a_pipe_the_passages_are_listed(corpus: Path, run: Run) -> None:
    rows = run("review", "--blind", "--by", "Petr", "--json").json
    assert {row["quote"] for row in rows} == QUOTED
    assert list(rows[0]) == [
        *("question", "question_text", "scholars", "quote", "source", "locator", "text"),
    ]
    assert "weston-closed" not in json.dumps(rows)
    assert "many historians" in run("review", "--blind", "--by", "Petr").out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["ann"], "--blind goes without ids"),
        (["--again"], "without --again"),
        (["--stance", "nobody"], "--stance tells what the first recorder made of it"),
        (["--unclear"], "--unclear tells"),
    ],
)
def test_what_would_tell_is_refused(corpus: Path, run: Run, options: list[str], said: str) -> None:
    ran = run("review", "--blind", "--by", "Petr", *options)
    assert ran.code == 2
    assert said in ran.err


def test_a_reader_has_a_name(corpus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(corpus))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    ran = run("review", "--blind", "--list")
    assert ran.code == 2
    assert "--by NAME" in ran.err
