"""What tests of imports share."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import write


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty corpus that one stands in."""
    folder = tmp_path / "own"
    write(folder, {"corpus.yaml": "title: Own\nformat: 1\n"})
    monkeypatch.chdir(folder)
    return folder
