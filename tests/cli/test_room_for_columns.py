"""Terminals of every width: what a table leaves out it says, and ids can be copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CORPORA, Run, cases

HEADS_OF_THE_SPLIT = ("own", "2nd")
HELD = CORPORA / "held"


@pytest.mark.slow
@pytest.mark.parametrize("width", ["30", "40", "60", "80", "100", "140"])
@pytest.mark.parametrize(
    "command",
    [("list", "scholars"), ("list", "questions"), ("list", "stances"), ("list", "witnesses")],
)
@pytest.mark.usefixtures("small")
def test_first_and_second_hand_are_never_left_out(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    out = run(*command).out
    head = out.split("\n", 3)[:3]
    in_columns = set(HEADS_OF_THE_SPLIT) <= set(" ".join(head).split())
    in_strips = command == ("list", "questions") and "A●○◌ B●○ C·" in out
    assert in_columns or in_strips


@pytest.mark.usefixtures("small")
def test_a_comparison_leaves_out_nothing_where_it_is_narrow(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Beside numbers of 28 columns a label is to have 18: below that they are told in words, and
    # the works of 1975 and 2000 stand at the ends of the line below.
    monkeypatch.setenv("COLUMNS", "40")
    shown = run("compare", "--question", "who-began")
    assert (
        "A  Easton began it\n"
        "   2 scholars (1 second-hand), 1 unnamed\n"
        f"   ○{'┄' * 35}●\n"
        "B  Weston began it\n"
        "   2 scholars (1 second-hand)\n"
        f"   ○{'┄' * 35}●\n"
        "C  It began by itself\n"
        "   nobody recorded\n"
        f"   {'┄' * 37}\n"
    ) in shown.out
    assert shown.err == ""


@pytest.mark.usefixtures("small")
def test_a_list_says_what_it_leaves_out_and_how_to_see_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Ann's name is to have 18 columns; the rest, with gaps: kind 8, school 9, questions (short) 7,
    # and 8 for each of the three numbers of claims
    monkeypatch.setenv("COLUMNS", "60")
    shown = run("list", "scholars", "--limit", "1")
    assert shown.err == (
        "3 more scholars; --limit 4 shows all\n"
        "left out at this width: school; --fields id,school shows them\n"
    )
    asked = run("list", "scholars", "--limit", "1", "--fields", "id,school")
    assert asked.out == "id   school\nann  western\n"
    assert asked.err == "3 more scholars; --limit 4 shows all\n"
    monkeypatch.setenv("COLUMNS", "80")
    assert run("list", "scholars").err == ""
    assert run("list", "scholars", "--json").err == ""


@pytest.fixture
def long_ids(tmp_path: Path) -> dict[str, str]:
    """A corpus whose ids are longer than half a terminal, and a text that it was read in."""
    ids = {
        "claim": "archer-2000-the-riders-of-easton-held-the-bridge",
        "source": "archer-2000-the-bridge-at-easton",
        "cited": "vorobev-1975-memoirs-of-a-bridge-keeper",
    }
    (tmp_path / "corpus.yaml").write_text(
        "title: T\nformat: 1\nscholars: [{id: b, name: B, kind: person}]\nreferences:\n"
        f"- {{id: {ids['source']}, type: book, author: [{{family: Archer}}], issued: '2000'}}\n"
        f"- {{id: {ids['cited']}, type: book, author: [{{family: Vorobev}}], issued: '1975'}}\n"
        f"claims:\n- id: {ids['claim']}\n  scholars: [b]\n  statement: Riders held it.\n"
        f"  citation: {{source: {ids['cited']}, locator: p. 3}}\n"
        f"  via: [{{source: {ids['source']}, locator: p. 1}}]\n  quote: the riders held it\n",
        encoding="utf-8",
    )
    text = "It is said that the riders held it (Vorobev 1975, p. 3).\n"
    (tmp_path / f"{ids['source']}.txt").write_text(text, encoding="utf-8")
    return {**ids, "corpus": str(tmp_path), "text": str(tmp_path / f"{ids['source']}.txt")}


@pytest.mark.parametrize("width", ["40", "60", "80", "140"])
def test_no_id_is_folded(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str, long_ids: dict[str, str]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setenv("CLAIMCLI_CORPUS", long_ids["corpus"])
    claim, source, cited = long_ids["claim"], long_ids["source"], long_ids["cited"]
    expected = {
        ("list", "to-check"): [claim],
        ("list", "sources"): [source, cited],
        ("search", "riders"): [claim],
        ("verify", "--texts", long_ids["corpus"], "--all"): [claim],
        ("coverage", long_ids["text"], "--source", source): [claim, cited],
    }
    for command, ids in expected.items():
        lines = [line.strip() for line in run(*command).out.splitlines()]
        for id in ids:
            assert any(line.split("  ")[0] == id or line.endswith(f"  {id}") for line in lines)


def test_a_work_keeps_its_page_beside_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, long_ids: dict[str, str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("CLAIMCLI_CORPUS", long_ids["corpus"])
    shown = run("verify", "--texts", long_ids["corpus"], "--all").out.splitlines()
    # of the 57 columns after the mark none are left beside a name of 18; the id stands below
    assert shown[1:6] == [
        " ○ B",
        "   “the riders held it”",
        "   Archer 2000, p. 1",
        "   archer-2000-the-bridge-at-easton.txt:1",
        "   archer-2000-the-riders-of-easton-held-the-bridge",
    ]


def test_what_stands_below_where_there_is_no_room_beside(
    run: Run, monkeypatch: pytest.MonkeyPatch, long_ids: dict[str, str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("CLAIMCLI_CORPUS", long_ids["corpus"])
    assert run("list", "to-check").out == (
        " ○ B\n"
        "   Riders held it.\n"
        "   background · Vorobev 1975, p. 3 · via Archer 2000, p. 1\n"
        "   archer-2000-the-riders-of-easton-held-the-bridge\n"
        "\n"
        "○ second-hand\n"
    )
    assert run("coverage", long_ids["text"], "--source", long_ids["source"]).out == (
        "Vorobev 1975, p. 3  line 1\n"
        "   vorobev-1975-memoirs-of-a-bridge-keeper\n"
        " ○ B\n"
        "   Riders held it.\n"
        "   background · Vorobev 1975, p. 3 · via Archer 2000, p. 1\n"
        "   archer-2000-the-riders-of-easton-held-the-bridge\n"
        "\n"
        "○ second-hand\n"
    )


@pytest.mark.usefixtures("small")
@cases("width", ["30", "40", "60", "80", "111", "140", "200"])
def test_the_ids_of_a_comparison_are_whole_at_every_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    words = run("compare", "--question", "who-began").out.split()
    assert "archer-2000-weston-closed-the-bridge" in words


@pytest.mark.usefixtures("small")
def test_markdown_has_the_columns_of_the_table_and_csv_has_all(run: Run) -> None:
    claim = "id | statement | certainty | scholars | citation | via | stance_label | unclear"
    markdown = ("--format", "md")
    for command, before in (
        (("search", "bridge"), ""),
        (("show", "boris"), ""),
        (("compare", "--question", "who-began"), "position | "),
        (("compare", "--scholar", "ann", "--scholar", "boris"), "compared_on | verdict | "),
    ):
        assert run(*command, *markdown).out.splitlines()[0] == f"| {before}{claim} |"
    assert run("list", "schools", *markdown).out.splitlines()[0] == (
        "| id | scholars | unnamed | contemporaries | claims |"
    )
    assert run("search", *markdown, "--fields", "id,year").out.splitlines()[0] == "| id | year |"
    head = run("search", "--format", "csv").out.splitlines()[0].split(",")
    assert {"question", "year", "basis", "note", "file", "matches"} <= set(head)


def test_markdown_of_quotations_and_citations(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(HELD))
    options = ("--format", "md", "--limit", "1")
    verified = run("verify", "shared", "--texts", str(HELD), *options).out
    assert verified.splitlines()[0] == (
        "| id | verdict | quote | source | locator | difference | hint | places |"
    )
    text = str(HELD / "archer-2000.txt")
    assert run("coverage", text, "--source", "archer-2000", *options).out.splitlines()[0] == (
        "| line | citation | sources | verdict | records | sentence |"
    )
