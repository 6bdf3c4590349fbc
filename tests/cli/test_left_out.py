"""What of a corpus could not be used is counted on stderr by every command that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import write
from support import Run

FILES = {
    "people.yaml": """
title: T
format: 1
scholars:
- {id: ann, name: Ann, kind: person}
- {id: cay, name: Cay, kind: person}
-- id: bob
  name: Bob
  kind: person
references:
- {id: s, type: book, title: T, author: [{family: Ann}], issued: '1990'}
""",
    "q.yaml": """
id: q
question: Who?
stances:
  a: {label: A}
claims:
 id: no-dash
  stance: a
- id: c1
  stance: a
  scholars: [ann]
  statement: It was A.
  citation: {source: s}
  quote: it was A
records:
- id: under-another-key
  scholars: [ann]
  statement: It was B.
  citation: {source: s}
""",
}
"""Of six records three are broken, each in another way."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        "search",
        "search was --json",
        "show c1",
        "show ann --json",
        "show s",
        "show q --format csv",
        *(f"list {kind}" for kind in ("questions", "scholars", "sources", "stances", "tags")),
        *(f"list {kind}" for kind in ("witnesses", "agreement", "to-check", "names", "several")),
        "compare --question q",
        "compare --question q --json",
        "compare --scholar ann --scholar cay",
        "cite s",
        "cite s --style bibliography --format json",
        "coverage {text} --source s",
        "verify --text s={text}",
    ],
)
@pytest.mark.parametrize("cache", ["", "--no-cache"])
def test_what_is_left_out_is_counted(command: str, cache: str, tmp_path: Path, run: Run) -> None:
    write(tmp_path / "claims", FILES)
    (tmp_path / "text").write_text("And it was A.\n")
    asked = command.format(text=tmp_path / "text").split()
    for _ in range(2):  # compiled, and then read
        ran = run(*asked, *cache.split(), "--corpus", str(tmp_path / "claims"))
        assert ran.code == 0, ran.err
        assert "3 records were left out, being broken; `claimcli check` tells why" in ran.err
