"""One table of a claim's fields: a new one is a line there and one in the model, no more."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, cases

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.cli.search import EPILOG
from claimcli.model import Claim
from claimcli.search.query import FIELDS

CORPUS = """
title: A quarrel of two towns
format: 1
id: who-began
question: Who began the quarrel?
stances:
  north: {label: The north began it}
scholars:
- {id: smith, name: J. Smith, kind: person}
references:
- {id: smith-1950, type: book, title: Towns, author: [{family: Smith, given: J.}], issued: '1950'}
claims:
- id: smith-1950-north
  stance: north
  scholars: [smith]
  statement: The north moved first.
  citation: {source: smith-1950, locator: p. 12}
  setting: A lecture at Uppsala
  quote: marched against its neighbour
"""
AT = ("    unclear: tuple[str, ...] = ()\n", '    ClaimField("tags", ')
NEW = (
    "    setting: str | None = None\n",
    '    ClaimField("setting", "text", "where it was said", weight=1.0),\n',
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with a field more, and a corpus beside it that uses it."""
    folder = tmp_path_factory.mktemp("with-a-field")
    shutil.copytree(ROOT / "src" / "claimcli", folder / "claimcli")
    for name, before, line in zip(("model.py", "claim_fields.py"), AT, NEW, strict=True):
        file = folder / "claimcli" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, line + before), encoding="utf-8")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "corpus.yaml").write_text(CORPUS, encoding="utf-8")
    return folder


def told(package: Path, *arguments: str) -> str:
    """What a command of that package prints."""
    env = {
        **os.environ,
        "PYTHONPATH": str(package),
        "CLAIMCLI_CORPUS": str(package / "corpus"),
        "CLAIMCLI_CACHE": str(package / "cache"),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "claimcli", *arguments],
        env=env,
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.slow
def test_a_new_field_can_be_written(package: Path) -> None:
    problems = json.loads(told(package, "check", "--json"))
    assert [problem["code"] for problem in problems] == ["I705"]  # a question with one stance


@pytest.mark.slow
def test_a_new_field_is_shown_and_published(package: Path) -> None:
    shown = [line.split() for line in told(package, "show", "smith-1950-north").splitlines()]
    assert ["setting", "A", "lecture", "at", "Uppsala"] in shown
    for command in (("show", "smith-1950-north"), ("search", "neighbour")):
        view = json.loads(told(package, *command, "--json"))
        claim = view[0] if isinstance(view, list) else view
        assert claim["setting"] == "A lecture at Uppsala"
    asked = told(package, "search", "--format", "csv", "--fields", "id,setting")
    assert asked == "id,setting\nsmith-1950-north,A lecture at Uppsala\n"


@pytest.mark.slow
@pytest.mark.parametrize("words", ["uppsala", "setting:uppsala", '"lecture at uppsala"'])
def test_a_new_field_is_searched(package: Path, words: str) -> None:
    (hit,) = json.loads(told(package, "search", words, "--json"))
    assert [match["field"] for match in hit["matches"]] == ["setting"]


@pytest.mark.slow
@pytest.mark.parametrize("format", ["csv", "jsonl", "sqlite", "obsidian"])
def test_a_new_field_is_handed_on(package: Path, tmp_path: Path, format: str) -> None:
    told(package, "export", format, "--out", str(tmp_path / "out"))
    made = (tmp_path / "out").rglob("*") if (tmp_path / "out").is_dir() else [tmp_path / "out"]
    assert any(b"A lecture at Uppsala" in file.read_bytes() for file in made if file.is_file())


@pytest.mark.slow
def test_a_new_field_is_on_the_page_of_the_claim(package: Path, tmp_path: Path) -> None:
    told(package, "site", str(tmp_path / "site"))
    page = tmp_path / "site" / "claim" / "smith-1950-north.html"
    assert "setting: A lecture at Uppsala" in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_new_field_is_in_the_schema_of_files_and_can_be_given(package: Path) -> None:
    claim = json.loads(told(package, "schema"))["properties"]["claims"]["items"]
    assert claim["properties"]["setting"]["description"] == "where it was said"
    assert "Where it was said." in " ".join(told(package, "new", "claim", "--help").split())
    changed = told(package, "edit", "smith-1950-north", "--set", "setting=Rome", "--dry-run")
    assert "+  setting: Rome\n" in changed
    assert "setting:" in told(package, "search", "--help").split()


@pytest.mark.slow
def test_a_new_field_is_not_met_in_another(package: Path) -> None:
    assert json.loads(told(package, "search", "statement:uppsala", "--json")) == []


def test_the_model_has_every_field_of_the_table() -> None:
    beside = {"file", "line", "question"}  # where the record stands
    assert {field.name for field in CLAIM_FIELDS} == set(Claim.__struct_fields__) - beside


def test_the_documentation_is_the_table() -> None:
    rows = "".join(f"| `{field.name}` | {field.meaning} |\n" for field in CLAIM_FIELDS)
    assert rows in (ROOT / "docs" / "format.md").read_text(encoding="utf-8")


@cases("field", FIELDS)
def test_help_names_every_field_that_a_query_may_name(field: str) -> None:
    assert f"{field}:" in EPILOG.split()
