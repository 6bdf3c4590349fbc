"""CLDF, read and judged by pycldf."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from exporting import HOSTILE, selection, write_hostile
from support import CORPORA, ROOT

from claimcli.exports.cldf import cldf_id, make
from claimcli.render.flat import inert
from claimcli.render.safe import visible

pycldf = pytest.importorskip("pycldf")
pytestmark = pytest.mark.slow


@pytest.fixture(params=["small", "hostile", "shipped", "undeclared"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    there = {"small": CORPORA / "small", "shipped": ROOT / "claims"}
    if request.param in there:
        return there[request.param]
    written = tmp_path / "corpus"
    return write_hostile(written) if request.param == "hostile" else write_undeclared(written)


def write_undeclared(folder: Path) -> Path:
    """Works whose keys are one where capitals do not count, and records that nobody declares."""
    folder.mkdir()
    (folder / "c.yaml").write_text(
        "title: T\nformat: 1\nid: q\nquestion: Q?\nstances: {a: {label: A}}\nreferences:\n"
        "- {id: 'a:B', type: book, title: X}\n- {id: 'A:b', type: book, title: Y}\nclaims:\n"
        "- {id: c, stance: new, scholars: [s], statement: S., citation: {source: 'a:B'},"
        " answers: [other/x]}\n"
        "- {id: d, stance: none, scholars: [s], statement: S., via: [{source: 'A:b'},"
        " {source: gone, locator: 'p. 1; [2]'}]}\n",
        encoding="utf-8",
    )
    return folder


def written(corpus: Path, folder: Path) -> Path:
    make(selection(corpus), folder)
    return folder / "StructureDataset-metadata.json"


def test_cldf_validate_has_nothing_to_say(corpus: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pycldf", "validate", written(corpus, tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout + ran.stderr) == (0, "")


def rows(metadata: Path, table: str) -> list[dict[str, Any]]:
    return list(pycldf.Dataset.from_metadata(metadata).iter_rows(table))


def test_who_holds_what(tmp_path: Path) -> None:
    """By hand, from the comments of the small corpus."""
    metadata = written(CORPORA / "small", tmp_path / "out")
    held = {
        (row["Language_ID"], row["Code_ID"])
        for row in rows(metadata, "ValueTable")
        if row["Parameter_ID"] == "who-began"
    }
    scholars = {row["ID"] for row in rows(metadata, "LanguageTable") if row["Kind"] == "person"}
    assert {pair for pair in held if pair[0] in scholars} == {
        ("ann", "who-began--easton-began"),
        ("ann", "who-began--weston-began"),
        ("boris", "who-began--easton-began"),
        ("boris", "who-began--weston-began"),
    }
    claims = {row["ID"]: row for row in rows(metadata, "claims.csv")}
    reported = claims["vorobev-1975-weston"]
    assert (reported["Second_Hand"], reported["Unclear"]) == (True, ["stance"])
    assert reported["Source"][-1].startswith("archer-2000")


def test_hostile_texts_come_back_in_one_line(tmp_path: Path) -> None:
    metadata = written(write_hostile(tmp_path / "corpus"), tmp_path / "out")
    found = {row["ID"]: row["Statement"] for row in rows(metadata, "claims.csv")}
    assert found == {f"c-{word}": inert(visible(text)) for word, text in HOSTILE.items()}
    dataset = pycldf.Dataset.from_metadata(metadata)
    assert {f"w-{word}" for word in HOSTILE} == set(dataset.sources.keys())


@pytest.mark.parametrize(
    ("id", "written"),
    [("a-b_C", "a-b_C"), ("a:B", "a_58B"), ("張", "_24373"), ("", "_"), ("-5", "_455")],
)
def test_an_id_is_one_of_cldf(id: str, written: str) -> None:
    assert cldf_id(id) == written
