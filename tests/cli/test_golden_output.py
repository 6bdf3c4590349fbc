"""Whole outputs, read line by line before they were accepted.

`CLAIMCLI_UPDATE=1 pytest tests/cli/test_golden_output.py` writes them anew; read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import Run

GOLDEN = Path(__file__).parents[1] / "golden"

CASES = {
    "compare-80.txt": ("compare", "--question", "who-began"),
    "compare-140.txt": ("compare", "--question", "who-began"),
    "compare-by-decade-80.txt": ("compare", "--question", "who-began", "--by", "decade"),
    "compare-scholars-80.txt": ("compare", "--scholar", "ann", "--scholar", "boris"),
    "compare-nothing-80.txt": ("compare",),
    "search-80.txt": ("search", "bridge"),
    "search-140.txt": ("search", "bridge"),
    "search-variant-80.txt": ("search", "東城"),
    "show-claim-80.txt": ("show", "archer-2000-weston-closed-the-bridge"),
    "show-scholar-80.txt": ("show", "boris"),
    "show-name-80.txt": ("show", "easton"),
    "list-questions-80.txt": ("list", "questions"),
    "list-questions-140.txt": ("list", "questions"),
    "list-sources-80.txt": ("list", "sources"),
    "search.csv": ("search", "--format", "csv"),
    "search.tsv": ("search", "bridge", "--format", "tsv", "--fields", "id,scholars,via,basis"),
    "search.md": ("search", "--format", "md", "--fields", "id,stance_label,citation"),
    "compare.json": ("compare", "--question", "why", "--json"),
}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", CASES)
def test_output(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("COLUMNS", "140" if "-140" in name else "80")
    ran = run(*CASES[name])
    golden = GOLDEN / name
    if os.environ.get("CLAIMCLI_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(ran.out, encoding="utf-8", newline="")
    assert ran.code == 0
    assert ran.out == golden.read_text(encoding="utf-8")


def test_every_golden_file_is_used() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(CASES)
