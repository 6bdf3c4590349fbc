"""The bounds of the dependencies are those that .ci/run tries."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version

import oldest
from support import ROOT

EXTRAS = ("browser", "parquet", "mcp", "consumers")
"""What only these have is too large to be installed for the tests of everything else."""


def numbers(of: str) -> tuple[int, ...]:
    return tuple(int(part) for part in of.split(".") if part.isdigit())


def test_each_requirement_has_a_lower_bound_that_is_kept_here() -> None:
    bounds = oldest.oldest()
    assert {"typer", "rich", "pyyaml", "rapidfuzz", "msgspec", "pypdf", "pytest"} <= bounds.keys()
    assert [name for name in bounds if installed(name, bounds[name]) < numbers(bounds[name])] == []


def test_no_library_is_asked_for_in_two_ranges() -> None:
    asked = [re.split("[<>=]", each)[0] for each in oldest.requirements()]
    assert [name for name in asked if asked.count(name) > 1] == []


def installed(name: str, without: str) -> tuple[int, ...]:
    """The version that is here; of what only an extra has, and nobody installed, the bound."""
    try:
        return numbers(version(name))
    except PackageNotFoundError:
        assert name in only_in_extras(), name
        return numbers(without)


def only_in_extras() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [each for extra in EXTRAS for each in project["optional-dependencies"][extra]]
    return {re.split(r"[\[<>=]", each)[0] for each in asked}


def test_what_runs_with_users_has_an_upper_bound_too() -> None:
    development = ("types-PyYAML",)
    assert [each for each in oldest.requirements() if "<" not in each] == [
        f"{name}>={oldest.oldest()[name]}" for name in development
    ]


def test_each_python_that_is_promised_is_tried() -> None:
    classified = [
        line.split(" :: ")[-1].rstrip('",')
        for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
        if "Programming Language :: Python :: 3." in line
    ]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    [tried] = [line for line in script.splitlines() if line.startswith("for version in")]
    assert set(classified) <= set(tried.rstrip("; do").split())
