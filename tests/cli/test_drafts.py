"""Drafts: shown, followed by other ids, made claims, and taken out in the same write."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import contents
from support import Run

DRAFTS = """\
# What was marked.
drafts:
- id: two-towns-bridge
  quote: to close a bridge is to open a war
  source: archer-2000
  locator: pp. 40, 42
  comment: Strong words.
  tags: [yellow]
  answers: [who-began/weston-began, why]
  from: zotero ABCD1234
# The second.
- id: a-thought
  comment: Look at the tolls.
  answers: [who-began]
"""


@pytest.fixture
def corpus(corpus: Path) -> Path:
    """The same with two drafts."""
    (corpus / "drafts.yaml").write_text(DRAFTS, encoding="utf-8")
    return corpus


def test_a_draft_is_shown_as_no_claim(corpus: Path, run: Run) -> None:
    view = run("show", "two-towns-bridge", "--json").json
    assert view == {
        "id": "two-towns-bridge",
        "quote": "to close a bridge is to open a war",
        "source": "archer-2000",
        "text": "Archer 2000, pp. 40, 42",
        "locator": "pp. 40, 42",
        "comment": "Strong words.",
        "tags": ["yellow"],
        "answers": ["who-began/weston-began", "why"],
        "from": "zotero ABCD1234",
        "note": None,
        "file": "drafts.yaml",
        "line": 3,
    }
    shown = run("show", "two-towns-bridge").out
    assert shown.startswith("to close a bridge is to open a war\ntwo-towns-bridge  drafts.yaml:3\n")
    assert "no claim yet: nobody is said to hold it" in shown
    assert run("show", "a-thought").out.startswith("Look at the tolls.\n")


@pytest.mark.parametrize(
    ("id", "new", "lines"),
    [
        ("archer-2000", "archer-2001", {"  source: archer-2000": "  source: archer-2001"}),
        (
            "who-began",
            "who-started",
            {
                "  answers: [who-began/weston-began, why]": (
                    "  answers: [who-started/weston-began, why]"
                ),
                "  answers: [who-began]": "  answers: [who-started]",
            },
        ),
        (
            "who-began/weston-began",
            "weston-did",
            {
                "  answers: [who-began/weston-began, why]": (
                    "  answers: [who-began/weston-did, why]"
                )
            },
        ),
        ("a-thought", "thought-1", {"- id: a-thought": "- id: thought-1"}),
    ],
)
def test_another_id_is_followed_into_drafts(
    corpus: Path, run: Run, id: str, new: str, lines: dict[str, str]
) -> None:
    assert run("edit", id, "--rename", new).code == 0
    expected = "\n".join(lines.get(line, line) for line in DRAFTS.split("\n"))
    assert (corpus / "drafts.yaml").read_text(encoding="utf-8") == expected
    assert not any(code in run("check").out for code in ("E302", "E305"))


@pytest.mark.parametrize(
    ("id", "place"),
    [
        ("chronicle", "who-began.yaml"),
        ("archer-2000", "drafts.yaml:5: source of two-towns-bridge"),
        ("who-began/weston-began", "drafts.yaml:9: answers of two-towns-bridge"),
    ],
)
def test_nothing_is_deleted_that_a_draft_refers_to(
    corpus: Path, run: Run, id: str, place: str
) -> None:
    before = contents(corpus)
    ran = run("edit", id, "--delete")
    assert ran.code == 2
    assert place in ran.err
    assert contents(corpus) == before


def test_a_draft_is_changed_and_deleted_as_other_records_are(corpus: Path, run: Run) -> None:
    assert run("edit", "two-towns-bridge", "--set", "locator=p. 41").code == 0
    expected = DRAFTS.replace("pp. 40, 42", "p. 41")
    assert (corpus / "drafts.yaml").read_text(encoding="utf-8") == expected
    assert run("edit", "a-thought", "--delete").code == 0
    assert "a-thought" not in (corpus / "drafts.yaml").read_text(encoding="utf-8")


CLAIM = """\
- id: ann-2000-weston-began
  stance: weston-began
  scholars: [ann]
  statement: Weston shut the crossing.
  citation: {source: archer-2000, locator: 'pp. 40, 42'}
  quote: to close a bridge is to open a war
  tags: [yellow]
  note: Strong words.
"""


def test_a_draft_becomes_a_claim_in_one_write(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    ran = run(
        *("new", "claim", "--draft", "two-towns-bridge", "--scholars", "ann"),
        *("--statement", "Weston shut the crossing."),
    )
    assert (ran.code, ran.out) == (0, "ann-2000-weston-began\n")
    after = contents(corpus)
    assert after["who-began.yaml"] == before["who-began.yaml"] + CLAIM
    first, rest = DRAFTS.split("- id: two-towns-bridge")[0], DRAFTS.split("# The second.")[1]
    assert after["drafts.yaml"] == f"{first}# The second.{rest}"
    assert [one["id"] for one in run("list", "drafts", "--json").json] == ["a-thought"]


def test_what_is_typed_goes_before_what_a_draft_tells(corpus: Path, run: Run) -> None:
    ran = run(
        *("new", "claim", "--draft", "two-towns-bridge", "--scholars", "boris", "--statement"),
        *("It was pride.", "--question", "why", "--stance", "pride", "--via", "archer-2000"),
        *("--citation", "vorobev-1975, p. 3", "--id", "boris-pride"),
    )
    assert ran.code == 0
    view = run("show", "boris-pride", "--json").json
    assert (view["question"], view["stance"], view["year"]) == ("why", "pride", 1975)
    assert view["quote"] == "to close a bridge is to open a war"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--draft", "two-towns-brige"], "no draft 'two-towns-brige'; did you mean"),
        (["--draft", "two-towns-bridge"], "--scholars: "),
        (["--draft", "a-thought", "--scholars", "ann"], "--citation or --via: "),
        (["--draft", "ann"], "no draft 'ann'"),
    ],
)
def test_a_draft_alone_is_no_claim(corpus: Path, run: Run, options: list[str], said: str) -> None:
    before = contents(corpus)
    ran = run("new", "claim", *options)
    assert ran.code == 2
    assert said in ran.err
    assert contents(corpus) == before


def test_a_draft_stays_where_its_claim_is_refused(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    ran = run(
        *("new", "claim", "--draft", "two-towns-bridge", "--scholars", "nobody-known"),
        *("--statement", "Weston shut the crossing."),
    )
    assert ran.code == 2
    assert contents(corpus) == before
