"""Small corpora on disk, and what a store answers as one comparable value."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import FILES, write


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test does to the cache no other one meets."""
    monkeypatch.setenv("CLAIMCLI_CACHE", str(tmp_path / "cache of its own"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The small corpus of these tests, in a directory of its own."""
    root = tmp_path / "claims"
    write(root, FILES)
    return root
