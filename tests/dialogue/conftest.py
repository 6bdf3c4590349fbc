"""What tests of conversations share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CORPORA


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small corpus, to write to, in which one stands."""
    root = shutil.copytree(CORPORA / "small", tmp_path / "corpus")
    monkeypatch.chdir(root)
    return root
