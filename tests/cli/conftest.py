"""Texts that are not ours to ship: tests on them run where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_AT_HAND = os.environ.get("CLAIMCLI_TEXTS")


@pytest.fixture
def shipped_texts() -> Path:
    """The texts that the shipped corpus was read in, in the directory that CLAIMCLI_TEXTS names."""
    if not _AT_HAND or not (Path(_AT_HAND) / "kim-2013.txt").is_file():
        pytest.skip("CLAIMCLI_TEXTS names no directory with the texts")
    return Path(_AT_HAND)
