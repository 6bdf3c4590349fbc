"""The pages are valid HTML and CSS: html-validate and the Nu checker find nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from browsing import PAGES, Build, pages_of

HERE = Path(__file__).parent

_UNKNOWN_TO_NU = ".*(paint-order|details-content|content-visibility|text-wrap|color-mix).*"
"""Properties that are in browsers, and not yet in the checker."""


def some_pages(site: Path) -> list[str]:
    """The longest and the shortest page of each kind."""
    of_kinds = [pages_of(site, kind) for kind in PAGES]
    return sorted({str(page) for pages in of_kinds for page in (pages[0], pages[-1])})


@pytest.mark.parametrize("name", ["shipped", "odd", "debate"])
def test_html_validate_finds_nothing(
    name: str, build: Build, node_modules: Path, tmp_path: Path
) -> None:
    if not (node := shutil.which("node")):
        pytest.skip("no node on the path")
    told_in = tmp_path / "told.json"  # its output is cut off where it goes to a pipe
    program = node_modules / "html-validate" / "bin" / "html-validate.mjs"
    asked = [
        "-c",
        str(HERE / "htmlvalidate.json"),
        "-f",
        f"json={told_in}",
        *some_pages(build(name)),
    ]
    subprocess.run([node, str(program), *asked], check=False)
    told = [
        f"{Path(file['filePath']).name}:{each['line']}: {each['ruleId']}: {each['message']}"
        for file in json.loads(told_in.read_text(encoding="utf-8"))
        for each in file["messages"]
    ]
    assert told == []


@pytest.mark.parametrize("name", ["shipped", "odd", "debate"])
def test_the_nu_checker_finds_nothing(name: str, build: Build, node_modules: Path) -> None:
    if not (java := shutil.which("java")):
        pytest.skip("no java on the path")
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    asked = ["--errors-only", "--format", "json", "--filterpattern", _UNKNOWN_TO_NU]
    command = [java, "-jar", str(jar), *asked, *some_pages(build(name))]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [
        f"{Path(each.get('url', '')).name}:{each.get('lastLine')}: {each['message']}"
        for each in json.loads(ran.stderr)["messages"]
    ]
    assert told == []
