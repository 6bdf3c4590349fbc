"""The pictures of the terminal: what the program prints, as SVG that asks nothing of anyone."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import terminal_pictures
from support import ROOT, Run

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = sorted((ROOT / "docs" / "pictures").glob("terminal-*.svg"))


def lines_of(picture: Path) -> list[str]:
    """The words of each line of a picture, from the top."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for text in ElementTree.parse(picture).iter(f"{SVG}text"):
        place = float(text.attrib["x"]), text.text or ""
        rows.setdefault(float(text.attrib["y"]), []).append(place)
    return [" ".join(words for _, words in sorted(row)) for _, row in sorted(rows.items())]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_picture_asks_nothing_of_anyone(picture: Path) -> None:
    drawn = picture.read_text(encoding="utf-8")
    assert re.findall(r"https?:[^\"]*", drawn) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\(|@import|@font-face|<script|<image|href", drawn)
    assert ElementTree.parse(picture).getroot().attrib["role"] == "img"


@pytest.mark.parametrize("name", terminal_pictures.SHOTS)
def test_the_words_of_a_picture_are_those_of_the_program(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shot = terminal_pictures.SHOTS[name]
    monkeypatch.setenv("COLUMNS", str(shot.columns))
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))
    printed = run(*shot.command.split()[1:]).out.splitlines()
    prompt, *shown = lines_of(ROOT / "docs" / "pictures" / f"terminal-{name}.svg")
    assert prompt == f"$ {shot.command}"
    expected = [bare(line) for line in printed[: shot.lines] if line.strip()]
    cut = ["…"] if len(printed) > shot.lines else []
    assert list(map(bare, shown)) == expected + cut


def bare(line: str) -> str:
    return "".join(line.split())


def test_every_picture_is_made_and_shown() -> None:
    assert {path.stem for path in PICTURES} == {f"terminal-{n}" for n in terminal_pictures.SHOTS}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "docs/pictures/terminal-compare.svg" in readme


def test_runs_of_one_style_fall_apart_at_the_codes() -> None:
    line = "\x1b[1;34m●\x1b[0m \x1b[2mKim\x1b[0m 2013"
    assert [(run.text, sorted(run.codes)) for run in terminal_pictures.runs_of(line)] == [
        ("●", ["1", "34"]),
        (" ", []),
        ("Kim", ["2"]),
        (" 2013", []),
    ]
