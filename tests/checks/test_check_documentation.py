"""The page of codes is the catalogue, and says of each code what `--explain` says."""

from __future__ import annotations

from make_checks_page import page
from support import ROOT, Run


def test_the_page_is_made_from_the_catalogue() -> None:
    assert (ROOT / "docs" / "checks.md").read_text("utf-8") == page()


def test_a_code_is_in_the_table_of_its_family() -> None:
    title, _, rows = page().partition("## 4xx: ")[2].partition("\n")
    assert title == "attribution"
    assert rows.partition("## ")[0].count("| E401 | chain that repeats itself |") == 1


def test_a_code_is_explained_with_an_example_and_its_mend(run: Run) -> None:
    ran = run("check", "--explain", "E106")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "E106 tab used to indent (error; files and YAML)\n"
        "\n"
        "YAML is indented with spaces only.\n"
        "\n"
        "Example:\n"
        "\n"
        "    claims:\n"
        "    - id: kim-2013-truce\n"
        "      scholars: [kim]\n"
        "      citation: {source: kim-2013}\n"
        "      quote: infringed the peace\n"
        "    →statement: Song broke the truce.\n"
        "\n"
        "Mended:\n"
        "\n"
        "    claims:\n"
        "    - id: kim-2013-truce\n"
        "      scholars: [kim]\n"
        "      citation: {source: kim-2013}\n"
        "      quote: infringed the peace\n"
        "      statement: Song broke the truce.\n"
    )


def test_a_code_is_explained_as_json(run: Run) -> None:
    explained = run("check", "--explain", "i705", "--json").json
    assert set(explained) == {
        *("code", "severity", "family", "title", "explanation", "example", "mend")
    }
    assert (explained["code"], explained["severity"]) == ("I705", "info")
    assert explained["family"] == "duplicates and tidiness"


def test_what_cannot_be_seen_in_an_example_is_spelled_out(run: Run) -> None:
    assert "peri\\u200bphery" in run("check", "--explain", "605").out


def test_an_unknown_code_is_the_callers_mistake(run: Run) -> None:
    ran = run("check", "--explain", "E30")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "claimcli: no code 'E30'; did you mean 'E301'?\n"
