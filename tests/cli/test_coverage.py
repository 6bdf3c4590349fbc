"""`claimcli coverage`: citations of a text that are recorded, recorded elsewhere, or not yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CORPORA, Run

HELD = CORPORA / "held"
TEXT = str(HELD / "archer-2000.txt")


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(HELD))


def test_json_to_the_last_value(run: Run) -> None:
    ran = run("coverage", TEXT, "--source", "archer-2000", "--json")
    assert ran.code == 0
    assert ran.json[1] == {
        "citation": "Vorob'ev 1975",
        "authors": ["Vorob'ev"],
        "others": False,
        "title": None,
        "year": "1975",
        "locator": None,
        "sources": [{"id": "vorobev-1975", "text": "Vorob'ev 1975"}],
        "verdict": "recorded",
        "records": [
            {
                "id": "riders-at-dawn",
                "roles": ["citation"],
                "here": True,
                "text": "Riders held the bridge by first light.",
            },
            {
                # without a quotation it cannot be placed, and no page contradicts it
                "id": "crossed-by-night",
                "roles": ["citation"],
                "here": True,
                "text": "Some crossed at night.",
            },
            {
                "id": "hundred-years",
                "roles": ["citation"],
                "here": False,
                "text": "A century long either town used the bridge.",
            },
        ],
        "parenthesis": 2,
        "line": 5,
        "page": "1",
        "start": 137,
        "end": 150,
        "sentence": "The riders of Easton rode at dawn (Vorob'ev 1975; Smith 1980).",
    }


def test_each_state_of_coverage(run: Run) -> None:
    ran = run("coverage", TEXT, "--source", "archer-2000", "--json")
    assert [(c["citation"], c["verdict"], [r["id"] for r in c["records"]]) for c in ran.json] == [
        # on page 12 there is one record; that of page 40 is of another place
        ("Vorob'ev 1975, p. 12", "recorded", ["hundred-years"]),
        ("Vorob'ev 1975", "recorded", ["riders-at-dawn", "crossed-by-night", "hundred-years"]),
        ("Smith 1980", "elsewhere", ["toll-was-high"]),
        ("Nobody 1999", "missing", []),
    ]
    assert ran.err.splitlines() == [
        "4 citations in 3 parentheses",
        "2 recorded, 1 with records from other sentences only, 1 without any record",
    ]


def test_missing_shows_what_is_left_to_record_with_the_sentence(run: Run) -> None:
    assert run("coverage", TEXT, "--source", "archer-2000", "--missing").out == (
        "Smith 1980  line 5  smith-1980\n"
        "   no record yet; 1 record on the work, from other sentences\n"
        "   The riders of Easton rode at dawn (Vorob'ev 1975; Smith 1980).\n"
        "\n"
        "Nobody 1999  line 9  no source recorded\n"
        "   no record yet\n"
        "   Some say otherwise (Nobody 1999).\n"
        "\n"
    )


def test_what_rests_on_a_citation_is_drawn_as_claims_are(run: Run) -> None:
    out = run("coverage", TEXT, "--source", "archer-2000").out
    assert (
        "Vorob'ev 1975  line 5  vorobev-1975\n"
        " ○ B. Vorob'ev        Riders held the bridge by first light.\n"
        "                      B It was Easton's · Vorob'ev 1975 · via Archer 2000, p. 2\n"
        "                      riders-at-dawn  on bridge\n"
        "\n"
        " ○ B. Vorob'ev        Some crossed at night.\n"
        "                      takes no side · Vorob'ev 1975, p. 40 · via Archer 2000\n"
        "                      crossed-by-night  on bridge\n"
        "\n"
    ) in out
    assert out.endswith("\n\n○ second-hand\n")


def test_only_what_the_same_records_rest_on_is_as_above(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("The riders rode at dawn (Nobody 1999; Noone 1998).\n")
    out = run("coverage", str(text), "--source", "archer-2000").out
    assert (out.count("no record yet"), out.count("as above")) == (2, 0)


def test_works_that_a_claim_rests_on_and_works_between(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(
        "It was ours for a hundred years (Vorob'ev 1975, pp. 11-13).\n"
        "Nobody paid, says one book (Vorob'ev 1975, p. 99).\n"
    )
    ran = run("coverage", str(text), "--source", "archer-2000", "--json")
    # page 12 is within 11-13; nothing recorded is of page 99
    assert [[r["id"] for r in c["records"]] for c in ran.json] == [["hundred-years"], []]


def test_records_that_were_read_in_another_text_do_not_count(run: Run) -> None:
    ran = run("coverage", TEXT, "--source", "unread-1950", "--json")
    assert [c["verdict"] for c in ran.json] == ["missing"] * 4


def test_an_author_before_a_bracket_whom_the_corpus_knows(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("It rained, and Smith (1980). In May (1980) it did, by the Treaty (1980).\n")
    (cited,) = run("coverage", str(text), "--source", "archer-2000", "--json").json
    assert (cited["citation"], cited["start"], cited["end"]) == ("Smith (1980)", 15, 27)
    assert [source["id"] for source in cited["sources"]] == ["smith-1980"]


def test_a_text_without_citations(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing (as we know) is cited here.")
    ran = run("coverage", str(tmp_path / "a.txt"), "--source", "archer-2000", "--json")
    assert (ran.code, ran.out, ran.err) == (0, "[]\n", "no citation found in the text\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([TEXT, "--source", "archer-200"], "no source 'archer-200'; did you mean 'archer-2000'?"),
        (["nothing.txt", "--source", "archer-2000"], "nothing.txt: no such file or directory"),
        ([TEXT], "Missing option '--source'"),
    ],
)
def test_the_callers_mistakes(run: Run, arguments: list[str], message: str) -> None:
    ran = run("coverage", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_the_shipped_corpus_covers_its_article(
    run: Run, monkeypatch: pytest.MonkeyPatch, shipped_texts: Path
) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(Path(__file__).parents[2] / "claims"))
    text = str(shipped_texts / "kim-2013.txt")
    found = run("coverage", text, "--source", "kim-2013", "--json").json
    assert (len(found), found[-1]["parenthesis"]) == (56, 36)
    assert sum(bool(citation["locator"]) for citation in found) == 13
    assert {citation["verdict"] for citation in found} == {"recorded"}
    assert all(len(citation["sources"]) == 1 for citation in found)
