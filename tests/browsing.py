"""What tests of pages share: the kinds of pages, and the sites that are built for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

PAGES = (
    *("index", "search", "scholars", "claims"),
    *("question", "scholar", "source", "claim", "name"),
)
"""The kinds of pages: a file of that name, or a folder of them."""

Build = Callable[[str], Path]
"""Builds the site of a corpus by its name, each once."""


def pages_of(site: Path, kind: str) -> list[Path]:
    """The pages of a kind, the longest first: what is long goes wrong first."""
    single = site / f"{kind}.html"
    found = [single] if single.exists() else list((site / kind).glob("*.html"))
    assert found, f"the site has no page of the kind {kind}"
    return sorted(found, key=lambda page: (-page.stat().st_size, page.name))
