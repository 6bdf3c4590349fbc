"""Tables of comparisons, where stances share a label and where nobody takes a side."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Run

PEOPLE = """\
title: Two towns
format: 1
scholars:
- {id: ann, name: Ann, kind: person}
- {id: boris, name: Boris, kind: person}
references:
- {id: a, type: book, author: [{literal: Ann}], issued: '1950'}
- {id: b, type: book, author: [{literal: Boris}], issued: '2000'}
"""
ALIKE = """\
id: was-it
question: Was it the north, or was it the south?
stances:
  north: {label: It was}
  south: {label: It was}
claims:
- {id: one, stance: north, scholars: [ann], statement: N., citation: {source: a}}
- {id: two, stance: south, scholars: [boris], statement: S., citation: {source: b}}
- {id: three, stance: none, scholars: [boris], statement: T., citation: {source: b}}
"""
UNDECIDED = """\
id: what
question: What?
claims:
- {id: four, stance: none, scholars: [ann], statement: F., citation: {source: a}}
- {id: five, stance: none, scholars: [boris], statement: V., citation: {source: b}}
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    for name, text in (("corpus", PEOPLE), ("was-it", ALIKE), ("what", UNDECIDED)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return str(tmp_path)


def test_stances_with_one_label_have_a_column_each(corpus: str, run: Run) -> None:
    shown = run("compare", "--question", "was-it", "--corpus", corpus).out
    rows = [line.split() for line in shown.partition("By scholar\n")[2].splitlines()]
    assert rows[:3] == [
        ["A", "B", "–", "claims"],
        ["Ann", "●", "·", "·", "1"],
        ["Boris", "·", "●", "●", "2"],
    ]


def test_the_same_in_words(corpus: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "21")
    shown = run("compare", "--question", "was-it", "--corpus", corpus).out
    rows = [line.split() for line in shown.partition("By scholar\n")[2].splitlines()]
    assert rows[:5] == [
        ["Ann"],
        ["A", "●", "claims", "1"],
        ["Boris"],
        ["B", "●", "–", "●"],
        ["claims", "2"],
    ]


def test_where_nobody_takes_a_side_none_is_said_to(corpus: str, run: Run) -> None:
    shown = run(*("compare", "--scholar", "ann", "--scholar", "boris", "--corpus", corpus))
    assert shown.out.splitlines()[1] == "Differ on 1; at most one takes a side on 1."


def test_no_side_can_be_asked_for_where_there_is_no_stance(corpus: str, run: Run) -> None:
    options = ("--stance", "what/none", "--format", "csv", "--fields", "id", "--corpus", corpus)
    assert run("search", *options).out == "id\nfour\nfive\n"


def test_a_holder_without_a_name_is_marked_at_the_head(run: Run, corpus: str) -> None:
    people = Path(corpus) / "corpus.yaml"
    many = "- {id: many, name: many scholars, kind: unnamed}"
    people.write_text(people.read_text("utf-8").replace("scholars:", f"scholars:\n{many}"), "utf-8")
    with (Path(corpus) / "what.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "- {id: six, stance: none, scholars: [many], statement: M., via: [{source: a}]}\n"
        )
    shown = run("compare", "--scholar", "many", "--scholar", "boris", "--corpus", corpus).out
    assert shown.startswith("◌ many scholars · Boris\n")
    assert "\n◌ many scholars    " in shown
    assert "◌ a reporter's phrase, no scholar" in shown


def test_who_lived_in_the_story_is_no_scholar_and_said_not_to_be(run: Run, corpus: str) -> None:
    # Was it the north: Ann says so, and so did the reeve of that time, as Boris reports.
    people = Path(corpus) / "corpus.yaml"
    reeve = "- {id: reeve, name: the reeve, kind: contemporary}"
    before = run("compare", "--question", "was-it", "--corpus", corpus).out
    listed = run("list", "questions", "--corpus", corpus).out
    assert "time" not in before + listed
    people.write_text(
        people.read_text("utf-8").replace("scholars:", f"scholars:\n{reeve}"), "utf-8"
    )
    with (Path(corpus) / "was-it.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "- {id: six, stance: north, scholars: [reeve], statement: M., via: [{source: b}]}\n"
        )
    shown = run("compare", "--question", "was-it", "--corpus", corpus).out
    assert "the reeve (of the  " in shown  # with the claim, folded
    assert "  ◇ the reeve  " in shown  # in the matrix
    assert "◇ of the time spoken of, no scholar" in shown
    assert "2 scholars (2 read in their own words, 0 second-hand); 1 of the time; 2 texts" in shown
    counts = run("compare", "--question", "was-it", "--corpus", corpus, "--json").json["totals"]
    assert (counts["scholars"], counts["unnamed"], counts["contemporaries"]) == (2, 0, 1)
    assert "◇ of the time spoken of" in run("list", "questions", "--corpus", corpus).out
    found = run("show", "was-it", "--corpus", corpus).out
    assert "It was (north): 1 scholar, 1 of the time" in found


CHANGED = """\
id: was-it
question: Was it the north, or was it the south?
exclusive: true
stances:
  north: {label: The north}
  south: {label: The south}
claims:
- {id: one, stance: north, scholars: [ann], statement: N., citation: {source: a}}
- {id: two, stance: south, scholars: [ann], statement: S., citation: {source: a}RELATIONS}
- {id: three, stance: east, scholars: [boris], statement: T., citation: {source: b}}
"""
A_CONTRADICTION = "a contradiction in what is recorded"


@pytest.mark.parametrize("target", ["one", "was-it/north"])
def test_a_change_of_mind_is_no_contradiction(corpus: str, run: Run, target: str) -> None:
    file = Path(corpus, "was-it.yaml")
    file.write_text(CHANGED.replace("RELATIONS", ""), encoding="utf-8")
    shown = run("compare", "--question", "was-it", "--corpus", corpus).out
    assert A_CONTRADICTION in shown
    assert "one revises the other" not in shown
    relation = f", relations: [{{revises: {target}}}]"
    file.write_text(CHANGED.replace("RELATIONS", relation), encoding="utf-8")
    shown = run("compare", "--question", "was-it", "--corpus", corpus).out
    assert A_CONTRADICTION not in shown
    assert "A The north; B The south (one revises the other)" in shown


def test_a_stance_that_the_question_does_not_have_is_marked(corpus: str, run: Run) -> None:
    Path(corpus, "was-it.yaml").write_text(CHANGED.replace("RELATIONS", ""), encoding="utf-8")
    shown = run("compare", "--question", "was-it", "--corpus", corpus).out
    assert " C  east  east ─" in shown
    assert "─\n    not one of the question's stances\n" in shown
    assert shown.count("not one of the question's stances") == 1


def test_a_claim_on_no_question_supports_others_if_any_rests_on_it(corpus: str, run: Run) -> None:
    claims = """\
claims:
- {id: ground, scholars: [ann], statement: G., citation: {source: a}}
- {id: rests, scholars: [ann], statement: R., citation: {source: a}, basis: [{claim: ground}]}
"""
    Path(corpus, "background.yaml").write_text(claims, encoding="utf-8")
    assert "none: it supports other claims" in run("show", "ground", "--corpus", corpus).out
    shown = run("show", "rests", "--corpus", corpus).out
    assert "none" in shown.partition("question")[2].splitlines()[0]
    assert "supports" not in shown


def test_what_one_scholar_alone_answers_is_told_in_short(run: Run, corpus: str) -> None:
    # Ann alone says on `why`: in two claims, of which one takes a position.
    why = """\
id: why
question: Why?
stances:
  tolls: {label: For tolls}
  land: {label: For land}
claims:
- {id: six, stance: none, scholars: [ann], statement: Sixth., citation: {source: a}}
- {id: seven, stance: land, scholars: [ann], statement: Seventh., citation: {source: a}}
"""
    (Path(corpus) / "why.yaml").write_text(why, encoding="utf-8")
    both = ("compare", "--scholar", "ann", "--scholar", "boris", "--corpus", corpus)
    shown = run(*both).out
    assert "Differ on 1; at most one takes a side on 2." in shown
    assert shown.partition("\nAnswered by ")[2].splitlines()[:3] == [
        "Ann alone (--question ID shows the claims)",
        "  Why?",
        "    ● B For land   2 claims   why",
    ]
    assert "Seventh." not in shown
    assert "F." in shown  # on `what` both say something, though nobody takes a side
    assert "Seventh." in run(*both, "--question", "why").out
    # of the two that Ann says there none has a place in the table: a limit leaves out of the others
    assert (
        run(*both, "--limit", "1").err == "1 more claim; --limit 2 under each heading shows all\n"
    )
