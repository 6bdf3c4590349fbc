"""The page for agents says what this version does, and its examples are those of the help."""

from __future__ import annotations

import re

import pytest
from support import Run, cases

from claimcli import __version__
from claimcli.cli.main import COMMANDS


def test_each_command_is_there_with_its_own_words(run: Run) -> None:
    page = run("skill").out
    assert f"# claimcli {__version__}\n" in page
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [c for c in COMMANDS if c != "skill"]
    for name, says in COMMANDS.items():
        assert name == "skill" or f" {says}" in page
    assert "`--second-hand`" in page
    assert "COMMAND is one of claim, question, stance, scholar, source, name." in page
    assert "claimcli new claim --scholars kim " in page
    assert "claimcli compare who-started-war\n" in page


def section(page: str, name: str) -> str:
    return page.split(f"\n## {name}\n")[1].split("\n## ")[0]


def test_what_reads_is_told_of_whole_and_the_rest_in_short(run: Run) -> None:
    """It is in an agent's mind as long as it works: some 3,000 tokens, and --help has the rest."""
    page = run("skill").out
    assert len(page.encode()) < 13_000
    assert "`--tag TAG` Claims so tagged" in section(page, "search")
    assert "`--set FIELD=VALUE`, `--unset FIELD`, `--rename NEW`" in section(page, "edit")
    for name in COMMANDS:
        assert name == "skill" or "\nclaimcli " in section(page, name), name
    for word in re.findall(r"`(--[a-z-]+)", section(page, "import")):
        assert word in run("import", "--help").out


def test_what_is_told_beside_the_options_is_there_once(run: Run) -> None:
    """Words of a query, formats, codes; filters with `search`, what all of `new` take once."""
    page = run("skill").out
    assert "begin* for words that begin so" in section(page, "search")
    assert "FORMAT is one of jsonl, csv, xlsx, sqlite, " in section(page, "export")
    assert "7xx duplicates and tidiness" in section(page, "check")
    assert page.count("`--certainty WORD`") == page.count("`--second-hand`") == 1
    assert section(page, "export").count("Filters as of `search`.") == 1
    assert page.count("`--from FILE`") == 1
    for name in ("compare", "list"):
        assert "`--question ID`" in section(page, name)
    assert "table, json, jsonl, csv, tsv, md" in page


def test_it_is_a_skill_as_agents_read_it(run: Run) -> None:
    head = run("skill").out.split("---\n")[1]
    assert re.fullmatch(r"name: claimcli\ndescription: >-\n(?:  \S.*\n)+", head)


@pytest.mark.usefixtures("small")
@cases(
    ("line", "keys"),
    [
        ("search bridge --json", ["year", "id"]),
        ("list sources --json", ["text", "id"]),
        ("show ann --json", ["name", "id"]),
        ("compare who-began --json", ["totals", "by"]),
        ("search bridge --format jsonl", ["statement", "line"]),
        ("cite archer-2000 --json", ["text"]),
        ("check --json", ["code", "message"]),
    ],
)
def test_fewer_keys_of_json(run: Run, line: str, keys: list[str]) -> None:
    ran = run(*line.split(), "--fields", ",".join(keys))
    assert ran.code in (0, 1)
    whole = run(*line.split())
    if "jsonl" in line:
        lines = [re.findall(r'"(\w+)":', row)[: len(keys)] for row in ran.out.splitlines()]
        assert lines
        assert all(row == keys for row in lines)
        return
    given = ran.json if isinstance(ran.json, list) else [ran.json]
    expected = whole.json if isinstance(whole.json, list) else [whole.json]
    assert [list(one) for one in given] == [keys] * len(expected)
    assert given == [{key: one[key] for key in keys} for one in expected]


@pytest.mark.usefixtures("small")
def test_a_key_that_an_object_has_not(run: Run) -> None:
    ran = run("show", "ann", "--json", "--fields", "statement")
    assert (ran.code, ran.out) == (2, "")
    assert "no field 'statement'; the fields are: id, name, kind" in ran.err
