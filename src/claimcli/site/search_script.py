"""The script of the search in the page: one text, put together from the files of `static/search`.

A page that is opened from a folder may not load modules, so that the files, each with one part of
the search, become one function that shares nothing with the page but `claimcliSearch`.
"""

from __future__ import annotations

from pathlib import Path

PARTS = (
    *("folding", "query", "chinese", "korean", "russian", "romanized", "keys", "words", "persons"),
    *("numberset", "concordance", "corpus", "plan", "fields", "runs", "search", "reasons", "page"),
)
"""The files, each after those that it needs."""

_FILES = Path(__file__).parent / "static" / "search"


def search_script() -> str:
    """The text of `search.js`."""
    parts = [(_FILES / f"{part}.js").read_text(encoding="utf-8") for part in PARTS]
    return "\n".join(('(() => {\n"use strict";\n', *parts, "})();\n"))
