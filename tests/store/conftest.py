"""Small corpora on disk, and what a store answers as one comparable value."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import FILES, write


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The small corpus of these tests, in a directory of its own."""
    root = tmp_path / "claims"
    write(root, FILES)
    return root
