"""`claimcli new`: records from options and files, in their place, all or none."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from storing import contents
from support import Run

from claimcli.claim_fields import CLAIM_FIELDS

CLAIM = """\
- id: ann-2000-nobody
  stance: nobody
  scholars: [ann]
  statement: 'It began by itself: nobody moved first.'
  citation: {source: archer-2000, locator: 'pp. 3, 5'}
  quote: of itself
  tags: [riders, dawn]
"""
OPTIONS = (
    *("--question", "who-began", "--stance", "nobody", "--scholars", "ann"),
    *("--statement", "It began by itself: nobody moved first.", "--tags", "riders, dawn"),
    *("--citation", "archer-2000, pp. 3, 5", "--quote", "of itself"),
)


def test_a_claim_is_made_of_options(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    ran = run("new", "claim", *OPTIONS)
    assert (ran.code, ran.out) == (0, "ann-2000-nobody\n")
    assert contents(corpus) == {**before, "who-began.yaml": before["who-began.yaml"] + CLAIM}
    assert run("show", "ann-2000-nobody", "--json").json["tags"] == ["riders", "dawn"]


def test_a_dry_run_writes_nothing(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    ran = run("new", "claim", *OPTIONS, "--dry-run")
    assert ran.code == 0
    assert "".join(f"+{line}\n" for line in CLAIM.splitlines()) in ran.out
    assert contents(corpus) == before


def test_each_field_of_a_claim_has_an_option(run: Run) -> None:
    told = run("new", "claim", "--help").out
    assert [f.name for f in CLAIM_FIELDS if f"--{f.name} " not in told] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["claim"], ["--scholars: ", "--statement: ", "--citation or --via: "]),
        (["claim", "--question", "why"], ["--stance: "]),
        (["claim", "--stance", "a"], ["--question: the question that has the stance"]),
        (["scholar"], ["--name: ", "--kind: person, group, anonymous, unnamed, contemporary"]),
        (["stance"], ["--question: ", "--label: "]),
        (["stance", "--question", "who-begn", "--label", "A"], ["did you mean 'who-began'?"]),
        (["scholar", "--name", "A", "--kind", "persn"], ["no kind of scholar 'persn'"]),
        (["scholar", "--name", "A", "--kind", "person", "--id", "ann"], ["'ann' is taken already"]),
        (["name", "--name", "مكة", "--kind", "place"], ["give one with --id"]),
        (["claim", *OPTIONS[:5], "ann,bors", *OPTIONS[6:]], ["did you mean 'boris'?"]),
        (["claim", *OPTIONS[:3], "nobdy", *OPTIONS[4:]], ["did you mean 'nobody'?"]),
        (["claim", "--from", "nowhere.yaml"], ["nowhere.yaml cannot be read"]),
        (["claim", "--from", "-", "--note", "a"], ["goes with no option for a field"]),
    ],
)
def test_what_is_missing_or_wrong_is_named(
    corpus: Path, run: Run, options: list[str], said: list[str]
) -> None:
    before = contents(corpus)
    ran = run("new", *options)
    assert (ran.code, ran.out) == (2, "")
    assert [words for words in said if words not in ran.err] == []
    assert contents(corpus) == before


RECORDS = [
    {
        "question": "who-began",
        "stance": "nobody",
        "scholars": ["ann"],
        "statement": "It began by itself.",
        "citation": {"source": "archer-2000"},
        "quote": "of itself",
    },
    {"scholars": ["boris"], "statement": "It is so.", "via": [{"source": "archer-2000"}]},
]
YAML = """\
# two claims
- question: who-began
  stance: nobody
  scholars: [ann]
  statement: It began by itself.
  citation: {source: archer-2000}
  quote: of itself
- scholars: [boris]
  statement: It is so.
  via: [{source: archer-2000}]
"""


@pytest.mark.parametrize(
    "text",
    [
        YAML,
        "\ufeff" + YAML.replace("\n", "\r\n"),
        json.dumps(RECORDS),
        "".join(json.dumps(record) + "\n" for record in RECORDS),
        json.dumps({"claims": RECORDS}),
    ],
    ids=["yaml", "windows", "json", "lines", "lists"],
)
def test_records_come_from_a_file(corpus: Path, run: Run, text: str) -> None:
    (corpus.parent / "given").write_text(text, "utf-8", newline="")
    ran = run("new", "claim", "--from", str(corpus.parent / "given"))
    assert ran.code == 0, ran.err
    assert ran.out == "ann-2000-nobody\nboris-so\n"
    assert run("show", "ann-2000-nobody", "--json").json["question"] == "who-began"
    assert run("show", "boris-so", "--json").json["question"] is None


def test_a_file_of_the_corpus_itself_is_refused(corpus: Path, run: Run) -> None:
    """Its records would be told to be there already, which they are, as what is broken."""
    (corpus / "notes.YAML").write_text("- question: who-began\n  id: x\n", "utf-8")
    before = contents(corpus)
    ran = run("new", "claim", "--from", "notes.YAML")
    assert (ran.code, ran.out) == (2, "")
    assert "notes.YAML stands within the corpus" in ran.err
    assert contents(corpus) == before


def test_standard_input_is_read(corpus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"name: Ada Grey\nkind: person\n"))
    )
    assert run("new", "scholar", "--from", "-").out == "grey\n"
    assert "- id: grey\n  name: Ada Grey\n  kind: person\n" in contents(corpus)["people.yaml"]


def test_a_whole_question_comes_from_a_file(corpus: Path, run: Run) -> None:
    text = (
        "question: Who won?\nid: who-won\nstances:\n  easton: {label: Easton}\n  weston:\n"
        "    label: Weston\nscholars:\n- {id: cora, name: Cora, kind: person}\nclaims:\n"
        "- {stance: easton, scholars: [cora], statement: Easton won., via: [{source: chronicle}]}\n"
    )
    (corpus.parent / "given").write_text(text, "utf-8")
    ran = run("new", "question", "--from", str(corpus.parent / "given"))
    assert ran.code == 0, ran.err
    assert ran.out.split() == ["who-won", "cora-easton", "cora"]
    view = run("compare", "who-won", "--json").json
    assert [len(position["claims"]) for position in view["positions"]] == [1, 0]


@pytest.mark.parametrize(
    "stances",
    [
        "stances: [Easton won, Weston won]",
        "stances:\n- Easton won\n- Weston won",
        "stances:\n  easton-won: Easton won\n  weston-won: {label: Weston won}",
        "stances:\n- easton-won=Easton won\n- Weston won",
    ],
    ids=["listed", "dashes", "labels", "with-ids"],
)
def test_a_question_takes_stances_by_their_labels(corpus: Path, run: Run, stances: str) -> None:
    (corpus.parent / "given").write_text(f"question: Who won?\n{stances}\n", "utf-8")
    ran = run("new", "question", "--from", str(corpus.parent / "given"))
    assert ran.code == 0, ran.err
    positions = run("compare", "who-won", "--json").json["positions"]
    assert [(p["stance"], p["label"]) for p in positions] == [
        ("easton-won", "Easton won"),
        ("weston-won", "Weston won"),
    ]


def test_a_record_alone_may_have_texts_below_each_other(corpus: Path, run: Run) -> None:
    given = corpus.parent / "given"
    given.write_text(
        "scholars:\n- ann\n- boris\nstatement: It is so.\nvia:\n- source: archer-2000\n", "utf-8"
    )
    ran = run("new", "claim", "--from", str(given))
    assert ran.code == 0, ran.err
    assert [s["id"] for s in run("show", ran.out.strip(), "--json").json["scholars"]] == [
        "ann",
        "boris",
    ]
    given.write_text("name: Ada Grey\nkind: person\nnote: 'Unclosed\n", "utf-8")
    ran = run("new", "scholar", "--from", str(given))
    assert (ran.code, "given:3:7: the quote that is opened here" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "a new claim needs `scholars` and `statement`; `claimcli new claim --help`"),
        (YAML.replace("[boris]", "[nobody-known]"), "E301"),
        (YAML.replace("archer-2000}]", "archer"), "given:10:9"),
        (YAML.replace("statement: It is", "statment: It is"), "did you mean 'statement'?"),
        ("", "holds no record"),
        ("[1, 2]", "a record is expected"),
        (YAML.replace("question: who-began", "question: who"), "no question 'who'"),
    ],
)
def test_of_several_records_all_are_written_or_none(
    corpus: Path, run: Run, text: str, said: str
) -> None:
    before = contents(corpus)
    (corpus.parent / "given").write_text(text, "utf-8")
    ran = run("new", "claim", "--from", str(corpus.parent / "given"))
    assert ran.code == 2
    assert said in ran.err
    assert contents(corpus) == before
