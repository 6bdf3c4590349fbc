"""What tests of exports share."""

from __future__ import annotations

from pathlib import Path

import pytest
from exporting import write_hostile


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus whose texts try to break out."""
    return write_hostile(tmp_path_factory.mktemp("hostile") / "corpus")
