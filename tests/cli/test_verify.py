"""`claimcli verify` on a corpus with one quotation for each verdict, and its text beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import CORPORA, Run, cases

HELD = CORPORA / "held"
TEXT = HELD / "archer-2000.txt"


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(HELD))
    monkeypatch.delenv("CLAIMCLI_TEXTS", raising=False)


def test_json_to_the_last_value(run: Run) -> None:
    ran = run("verify", "riders-at-dawn", "mid-flood", "--texts", str(HELD), "--json")
    assert ran.code == 1
    assert ran.json == [
        {
            "id": "riders-at-dawn",
            "source": "archer-2000",
            "quote": "The riders of Easton rode at dawn",
            "verdict": "elsewhere",
            "page": "1",
            "locator": "p. 2",
            "difference": None,
            "hint": None,
            "passed_over": [],
            "places": [
                {
                    "file": str(TEXT),
                    "line": 4,
                    "start": 102,
                    "end": 135,
                    "page": "1",
                    "text": "archer-2000.txt:4, p. 1",
                    "selectors": [
                        {
                            "type": "TextQuoteSelector",
                            "exact": "The riders of Easton rode at dawn",
                            "prefix": "d years (Vorob'ev 1975, p. 12). ",
                            "suffix": "\n(Vorob'ev 1975; Smith 1980).\n1\n",
                        }
                    ],
                }
            ],
        },
        {
            "id": "mid-flood",
            "source": "archer-2000",
            "quote": "a flood drowned the king and his seven sons in winter",
            "verdict": "missing",
            "page": None,
            "locator": None,
            "difference": None,
            "hint": None,
            "passed_over": [],
            "places": [],
        },
    ]


def test_every_verdict(run: Run) -> None:
    ran = run("verify", "--texts", str(HELD), "--format", "tsv", "--fields", "id,verdict,page")
    assert ran.out.splitlines() == [
        "id\tverdict\tpage",
        "shared\texact\t1",
        "hundred-years\tnormalised\t1",
        "riders-at-dawn\telsewhere\t1",
        "closing-is-war\tnear\t2",
        "toll-was-high\tambiguous\t",
        "mid-flood\tmissing\t",
        "mixed-scripts\tnormalised\t2",
        "unread\tno text\t",
    ]
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "8 quotations: 1 exact, 2 normalised, 1 near, 1 elsewhere, 1 ambiguous, 1 missing, "
        "1 no text",
        "no text of unread-1950 (1): name it unread-1950.txt, or --text unread-1950=FILE",
        "without a quotation: 1",
    ]


def test_the_table_shows_what_needs_attention_gravest_first(run: Run) -> None:
    ran = run("verify", "--texts", str(HELD))
    assert ran.out == (
        "Missing  the text does not have these words\n"
        " ● Ann Archer         “a flood drowned the king and his seven sons in winter”\n"
        "                      Archer 2000   mid-flood\n"
        "\n"
        "Near  the text has other words: [-the text's-]{+the quotation's+}\n"
        " ● Ann Archer         “To close a bridge is to begin a war”\n"
        "                      To close a bridge is to [-open-]{+begin+} a war\n"
        "                      Archer 2000, p. 2 · archer-2000.txt:7, p. 2\n"
        "                      closing-is-war\n"
        "\n"
        "Ambiguous  the text has these words more than once\n"
        " ○ J. Smith           “The toll was high”\n"
        "                      Archer 2000 · archer-2000.txt:8, p. 2\n"
        "                      archer-2000.txt:9, p. 2   toll-was-high\n"
        "\n"
        "Elsewhere  the text has these words, but not on the page given\n"
        " ○ B. Vorob'ev        “The riders of Easton rode at dawn”\n"
        "                      Archer 2000, p. 2 · archer-2000.txt:4, p. 1\n"
        "                      riders-at-dawn\n"
        "\n"
        "● work was read   ○ second-hand\n"
    )


def test_a_hint_stands_below_the_difference(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "noted.txt"
    text.write_text("To close a bridge12 is to begin a war.")
    ran = run("verify", "closing-is-war", "--text", f"archer-2000={text}")
    assert ran.out == (
        "Near  the text has other words: [-the text's-]{+the quotation's+}\n"
        " ● Ann Archer         “To close a bridge is to begin a war”\n"
        "                      To close a [-bridge12-]{+bridge+} is to begin a war\n"
        "                      a note's number? the quotation lacks only what may be one\n"
        "                      Archer 2000, p. 2 · noted.txt:1   closing-is-war\n"
        "\n"
        "● work was read\n"
    )


def test_a_negation_that_is_passed_over_is_shown_unasked(run: Run, tmp_path: Path) -> None:
    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "king.yaml").write_text(
        "references: [{id: hill-1990, type: book, author: [{family: Hill}]}]\n"
        "scholars: [{id: hill, name: A. Hill, kind: person}]\n"
        "claims: [{id: king-waited, scholars: [hill], statement: He waited for them.,\n"
        "  citation: {source: hill-1990}, quote: 'the king did […] wait'}]\n"
    )
    (tmp_path / "hill-1990.txt").write_text("So the king did not, as they say, wait.")
    ran = run("verify", "--corpus", str(claims), "--texts", str(tmp_path))
    assert (ran.code, ran.err) == (0, "1 quotation, all found: 1 exact\n")
    assert ran.out == (
        "Exact  to the letter\n"
        " ● A. Hill            “the king did […] wait”\n"
        "                      […] passes over “not”: not, as they say,\n"
        "                      Hill, n.d. · hill-1990.txt:1   king-waited\n"
        "\n"
        "● work was read\n"
    )


def test_words_of_another_text_are_missing_with_a_hint(run: Run, tmp_path: Path) -> None:
    words = "So a flood drowned the king\nand his seven sons in winter."
    (tmp_path / "smith-1980.txt").write_text(f"Before.\n{words}\n")
    (tmp_path / "archer-2000.txt").write_text("Nothing of the kind.\n")
    ran = run("verify", "mid-flood", "--texts", str(tmp_path), "--json")
    assert [(row["verdict"], row["hint"]) for row in ran.json] == [
        ("missing", "stands in smith-1980, line 2")
    ]
    assert (
        "stands in smith-1980, line 2" in run("verify", "mid-flood", "--texts", str(tmp_path)).out
    )


def test_all_shows_the_rest_in_any_script(run: Run) -> None:
    shown = run("verify", "--texts", str(HELD), "--all").out
    assert '“Мост был "общим", пишет Воробьёв, and 張覺”' in shown
    assert "Exact  to the letter" in shown
    assert "No text  there is no text at hand" in shown


def test_verdicts_can_be_chosen(run: Run) -> None:
    ran = run("verify", "--texts", str(HELD), "--status", "no-text", "--status", "exact", "--json")
    assert [row["id"] for row in ran.json] == ["shared", "unread"]
    assert ran.code == 1  # what is not shown counts all the same
    unknown = run("verify", "--texts", str(HELD), "--status", "nearly")
    assert (unknown.code, unknown.err) == (
        2,
        "claimcli: no verdict 'nearly'; did you mean 'near'?\n",
    )


def test_exit_code_0_when_no_quotation_is_missing_or_near(run: Run) -> None:
    for ids in (["shared", "hundred-years"], ["riders-at-dawn"], ["toll-was-high", "unread"]):
        assert run("verify", *ids, "--texts", str(HELD)).code == 0
    assert run("verify", "closing-is-war", "--texts", str(HELD)).code == 1


def test_nothing_verified_is_no_success(run: Run) -> None:
    ran = run("verify", "unread", "--texts", str(HELD))
    assert ran.code == 2
    assert ran.err.endswith(
        "no text is at hand for any of these quotations: nothing was verified\n"
    )


def test_quotations_of_one_source(run: Run) -> None:
    ran = run("verify", "--source", "unread-1950", "--texts", str(HELD), "--json")
    assert [row["id"] for row in ran.json] == ["unread"]
    ran = run("verify", "shared", "--source", "unread-1950", "--texts", str(HELD), "--json")
    assert ran.json == []


def test_a_named_text_goes_before_the_directory(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("It was shared by both towns, twice shared by both towns.")
    ran = run("verify", "shared", "--texts", str(HELD), "--text", f"archer-2000={other}", "--json")
    assert ran.json[0]["verdict"] == "ambiguous"
    assert {place["file"] for place in ran.json[0]["places"]} == {str(other)}


def test_the_directory_can_stand_in_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCLI_TEXTS", str(HELD))
    assert run("verify", "shared", "--json").json[0]["verdict"] == "exact"


def test_a_claim_without_a_quotation_is_named(run: Run) -> None:
    ran = run("verify", "crossed-by-night", "--texts", str(HELD), "--json")
    assert (ran.code, ran.out) == (0, "[]\n")
    assert ran.err == "0 quotations\nwithout a quotation: crossed-by-night\n"


@cases(
    ("arguments", "message"),
    [
        ([], "no texts to hold quotations against"),
        ([], "a text is named for its source, SOURCE.txt or SOURCE.pdf"),
        (["--texts", "nowhere"], "nowhere: no such file or directory"),
        (["shard", "--texts", str(HELD)], "no claim 'shard'; did you mean 'shared'?"),
        (["archer-2000", "--texts", str(HELD)], "no claim 'archer-2000'"),
        (["--text", "archer-2000"], "--text takes SOURCE=FILE"),
        (["--text", f"archer-200={TEXT}"], "no source 'archer-200'"),
        (["--text", "archer-2000=nothing.txt"], "nothing.txt: no such file or directory"),
        (["--source", "archer", "--texts", str(HELD)], "no source 'archer'"),
        (["--texts", str(HELD), "--format", "csv", "--fields", "ids"], "no field 'ids'"),
    ],
)
def test_the_callers_mistakes(run: Run, arguments: list[str], message: str) -> None:
    ran = run("verify", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_hostile_text_reaches_no_terminal(run: Run, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_bytes("To close a bridge\x1b[2J is to \x00[red]open[/red]\u202e a war".encode())
    ran = run("verify", "closing-is-war", "--text", f"archer-2000={hostile}")
    assert ran.code in (0, 1)
    for out in (ran.out, ran.err):
        assert not {"\x1b", "\x00", "\u202e"} & set(out)
    binary = tmp_path / "binary.txt"
    binary.write_bytes(os.urandom(10_000) + b"\xff")
    ran = run("verify", "shared", "--text", f"archer-2000={binary}")
    assert (ran.code, ran.out) == (2, "")
    assert "not UTF-8" in ran.err


def test_the_shipped_corpus_against_its_texts(
    run: Run, monkeypatch: pytest.MonkeyPatch, shipped_texts: Path
) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(Path(__file__).parents[2] / "claims"))
    ran = run("verify", "--texts", str(shipped_texts), "--json")
    assert ran.code == 0
    assert {row["verdict"] for row in ran.json} == {"exact", "normalised"}
    assert len(ran.json) == 306


def test_a_text_without_page_numbers_contradicts_no_page(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "sheets.txt"
    text.write_text("The Two Towns\n\fA bridge was shared by both towns.\n\fThe toll was high.\n")
    ran = run("verify", "shared", "--text", f"archer-2000={text}", "--json")
    (found,) = ran.json
    assert (found["verdict"], found["locator"], found["page"]) == ("exact", "p. 1", None)
    (place,) = found["places"]
    assert (place["page"], place["text"]) == (None, "sheets.txt:2, sheet 2")
    assert (ran.code, ran.err.splitlines()) == (
        0,
        [
            "1 quotation, all found: 1 exact",
            "page given but not checked, since the text does not tell it: 1",
        ],
    )
