"""A store for the tests of the search, compiled from claims that are given as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from storing import FILES, write

from claimcli.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """The small corpus."""
    write(tmp_path / "claims", FILES)
    return open_store(tmp_path / "claims", use_cache=False)


@pytest.fixture
def stating(tmp_path: Path) -> Callable[..., Store]:
    """A corpus of claims with these statements, `c1`, `c2` and so on, and further files."""

    def compiled(*statements: str, **files: str) -> Store:
        root = tmp_path / "stating"
        claims = "".join(
            f"- id: c{number}\n  scholars: [somebody]\n  statement: '{statement}'\n"
            "  citation: {source: unknown-work}\n"
            for number, statement in enumerate((s.replace("'", "''") for s in statements), 1)
        )
        write(root, {"claims.yaml": f"claims:\n{claims}"})
        write(root, {f"{name}.yaml": text for name, text in files.items()})
        return open_store(root, use_cache=False)

    return compiled
