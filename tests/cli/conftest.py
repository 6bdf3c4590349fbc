"""What tests of commands share: a corpus to write to, and texts that are not ours to ship."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from support import CORPORA

_AT_HAND = os.environ.get("CLAIMCLI_TEXTS")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small corpus, to write to, in which one stands."""
    root = shutil.copytree(CORPORA / "small", tmp_path / "corpus")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def shipped_texts() -> Path:
    """The texts that the shipped corpus was read in, if CLAIMCLI_TEXTS names where they are."""
    if not _AT_HAND or not (Path(_AT_HAND) / "kim-2013.txt").is_file():
        pytest.skip("CLAIMCLI_TEXTS names no directory with the texts")
    return Path(_AT_HAND)
