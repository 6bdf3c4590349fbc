"""The direction of the data flow, and the one place for each library, as the configuration says."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from support import ROOT, environment

PACKAGE = ROOT / "src" / "claimcli"


def importers(module: str) -> set[str]:
    """The files of the package that import a library, as the folder or file at the top."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if any(name.split(".")[0] == module for name in names):
                found.add(path.relative_to(PACKAGE).as_posix())
    return found


def test_imports_follow_the_data() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def modules_of(room: str) -> dict[str, set[str]]:
    """The modules of a room, each with those that it imports anywhere in its text."""
    names = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in (PACKAGE / room).rglob("*.py")
    }
    return {name: imported(path) & names.keys() - {name} for name, path in names.items()}


def imported(path: Path) -> set[str]:
    """The modules that a file imports, with what might be a module of a package it imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("room", ["dates", "citations"])
def test_a_room_has_no_circle(room: str) -> None:
    TopologicalSorter(modules_of(room)).prepare()  # raises CycleError


def test_yaml_is_imported_in_one_module() -> None:
    assert importers("yaml") == {"corpus/yamltext.py"}


@pytest.mark.parametrize(
    ("module", "folders"),
    [("typer", {"cli"}), ("rich", {"render"}), ("sqlite3", {"store", "search"})],
)
def test_each_library_has_its_place(module: str, folders: set[str]) -> None:
    assert {path.split("/")[0] for path in importers(module)} <= folders


LOADED = "import sys; from claimcli.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"


@pytest.mark.parametrize(
    ("command", "without"),
    [
        ("--help", {"rich", "yaml", "sqlite3", "msgspec", "claimcli.store"}),
        ("check --help", {"rich", "yaml", "sqlite3", "claimcli.answers", "claimcli.store"}),
        (
            "check --explain E203",
            {"rich", "yaml", "sqlite3", "claimcli.answers", "claimcli.store"},
        ),
        ("search bridge --json", {"rich", "yaml", "rapidfuzz", "claimcli.checks"}),
        ("show ann --json", {"rich", "yaml", "rapidfuzz", "claimcli.search"}),
        ("list questions --json", {"rich", "yaml", "rapidfuzz", "claimcli.search"}),
        ("compare --question why --json", {"rich", "yaml", "rapidfuzz", "claimcli.search"}),
    ],
)
def test_a_command_starts_without_what_it_does_not_need(
    tmp_path: Path, command: str, without: set[str]
) -> None:
    arguments = [sys.executable, "-c", LOADED, *command.split()]
    for _ in range(2):  # the first compiles the corpus
        ran = subprocess.run(
            arguments, env=environment(tmp_path), capture_output=True, text=True, check=True
        )
    assert without.isdisjoint(ran.stdout.splitlines()[-1].split())
