"""The direction of the data flow, and the one place for each library, as the configuration says."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from support import ROOT, cases, environment

PACKAGE = ROOT / "src" / "claimcli"


@cache
def imports_of(path: Path) -> list[ast.Import | ast.ImportFrom]:
    """The imports of a module, wherever in it they stand."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in statements(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """What is below a node, but for the expressions: there are many, and none is an import."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield child
            yield from statements(child)


def importers(module: str) -> set[str]:
    """The files of the package that import a library, as the folder or file at the top."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in imports_of(path) if module in path.read_text(encoding="utf-8") else ():
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


def modules() -> dict[str, Path]:
    """Every module of the package by its name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ("claimcli", *path.relative_to(PACKAGE).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path, known: Collection[str]) -> set[str]:
    """The modules that a module names anywhere: within functions and for types alone, too."""
    names: set[str] = set()
    for node in imports_of(path):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            # A package is meant where something of its own is asked for, not a module in it.
            names.update(inside & set(known) if inside <= set(known) else {node.module, *inside})
    return names & set(known)


@pytest.mark.slow
def test_no_module_leads_back_to_itself() -> None:
    every = modules()
    graph = {name: imported(path, every) - {name} for name, path in every.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_yaml_is_imported_in_one_module() -> None:
    assert importers("yaml") == {"corpus/yamltext.py"}


@cases(
    ("module", "folders"),
    [
        ("typer", {"cli"}),
        ("rich", {"render"}),
        ("sqlite3", {"store", "search", "exports", "imports"}),
        ("duckdb", {"exports", "imports"}),
        ("xlsxwriter", {"exports"}),
        ("jinja2", {"site"}),
        ("mcp", {"agents"}),
    ],
)
def test_each_library_has_its_place(module: str, folders: set[str]) -> None:
    assert {path.split("/")[0] for path in importers(module)} <= folders


LOADED = "import sys; from claimcli.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "without"),
    [
        ("--help", {"rich", "yaml", "sqlite3", "msgspec", "claimcli.store"}),
        ("check --help", {"rich", "yaml", "sqlite3", "claimcli.answers", "claimcli.store"}),
        (
            "check --explain E203",
            {"rich", "yaml", "sqlite3", "claimcli.answers", "claimcli.store"},
        ),
        ("new claim --help", {"rich", "yaml", "sqlite3", "readline", "claimcli.answers"}),
        ("mcp --help", {"rich", "yaml", "sqlite3", "mcp", "claimcli.agents", "claimcli.answers"}),
        ("edit --help", {"rich", "yaml", "sqlite3", "claimcli.editing", "claimcli.answers"}),
        ("search bridge --json", {"rich", "yaml", "rapidfuzz", "claimcli.checks"}),
        (
            "search bridge --json",
            {
                "claimcli.search.by_name",
                "claimcli.search.relaxation",
                "claimcli.store.locking",
                "claimcli.answers.counting",
            },
        ),
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


ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_each_file_and_room_that_is_described_exists() -> None:
    named = set(re.findall(r"`([\w./]+(?:\.py|/))`", ARCHITECTURE))
    assert named
    places = (PACKAGE, ROOT)
    assert [name for name in sorted(named) if not any((p / name).exists() for p in places)] == []


def test_each_module_that_a_room_is_said_to_have_exists() -> None:
    rooms = ARCHITECTURE.split("## Rooms")[1].split("##")[0]
    for line in rooms.splitlines():
        said = re.match(r"\| `(\w+)/` \| (.*) \|", line)
        for name in re.findall(r"`([a-z_]+)/?`", said[2]) if said else ():
            assert said
            inside = PACKAGE / said[1] / name
            assert inside.exists() or inside.with_suffix(".py").exists(), (said[1], name)


def test_each_room_is_described() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.is_dir() or path.suffix == ".py"}
    described = set(re.findall(r"`(\w+)/?`", ARCHITECTURE))
    assert rooms - described - {"__init__", "__main__", "__pycache__"} == set()
