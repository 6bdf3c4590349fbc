"""A site built once, and a real browser to look at it: Chromium, driven by playwright.

Where one of them is not at hand the tests are skipped, and say what was missing:

- playwright: `pip install -e '.[dev,browser]'`;
- Chromium: on the path, or named by CLAIMCLI_CHROMIUM;
- axe, html-validate and the Nu checker: `npm ci` in this folder, or in a copy of its two
  package files; CLAIMCLI_NODE_MODULES names its `node_modules`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import Build
from support import CORPORA, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def pytest_itemcollected(item: pytest.Item) -> None:
    """All of it is slow, and of a browser: this is asked of the tests in this folder alone."""
    item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program."""
    named = os.environ.get("CLAIMCLI_CHROMIUM")
    found = next(filter(None, (named, *map(shutil.which, _CHROMIUMS))), None)
    if found is None:
        pytest.skip("no Chromium on the path; CLAIMCLI_CHROMIUM names one")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser that runs for all tests."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Where axe, html-validate and the Nu checker are."""
    modules = Path(
        os.environ.get("CLAIMCLI_NODE_MODULES") or Path(__file__).parent / "node_modules"
    )
    if not (modules / "axe-core").is_dir():
        pytest.skip(f"no axe-core in {modules}: npm ci in {Path(__file__).parent}")
    return modules


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build the site of `shipped`, `small`, `odd`, `debate` or `big` as a user does, each once."""
    built: dict[str, Path] = {}

    def build(name: str) -> Path:
        if name not in built:
            base = tmp_path_factory.mktemp(name)
            built[name] = base / "site"
            corpus = _corpus(name, base / "corpus")
            command = ["-m", "claimcli", "site", str(built[name]), "--corpus", str(corpus)]
            environment = {**os.environ, "CLAIMCLI_CACHE": str(base / "cache")}
            subprocess.run([sys.executable, *command], env=environment, check=True)
        return built[name]

    return build


def _corpus(name: str, directory: Path) -> Path:
    if name == "shipped":
        return ROOT / "claims"
    if name == "big":
        generate = [str(ROOT / "benchmarks" / "generate.py"), str(directory), "--claims", "1500"]
        subprocess.run([sys.executable, *generate], check=True)
        return directory
    return CORPORA / name
