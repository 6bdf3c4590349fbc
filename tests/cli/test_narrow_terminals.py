"""Terminals of one column and more: no table fails, and no rule is wider than the terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from support import CORPORA, Run

from claimcli.answers.list import LISTED

LINES = (
    *(f"list {kind}" for kind in LISTED),
    *("compare", "compare who-began", "compare ann boris", "search", "search tolls", "show ann"),
    *("show who-began", "show vorobev-1975-easton", "show corpus", "show easton"),
    *(f"compare who-began --figure {figure}" for figure in ("matrix", "replies", "chains")),
    *("compare who-began --by decade", "search --fields id,statement"),
)
OF_TEXTS = (
    f"verify --texts {CORPORA / 'held'} --all --corpus {CORPORA / 'held'}",
    f"coverage {CORPORA / 'held' / 'archer-2000.txt'} --source archer-2000 "
    f"--corpus {CORPORA / 'held'}",
)
NARROWEST = 12


@pytest.mark.slow
@pytest.mark.parametrize("line", [*LINES, *OF_TEXTS])
@pytest.mark.usefixtures("small")
def test_no_terminal_is_too_narrow(run: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    for width in (*range(1, 14), 17, 20, 25, 40):
        monkeypatch.setenv("COLUMNS", str(width))
        ran = run(*line.split())
        assert ran.code in (0, 1), (width, ran.err)
        rules = [row for row in ran.out.splitlines() if "──" in row or "┄┄" in row]
        assert all(cell_len(row) <= max(width, NARROWEST) for row in rules), width


@pytest.mark.usefixtures("small")
def test_a_figure_too_narrow_for_its_heads_has_none(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    before, after = run("compare", "who-began").out.split("─" * 20)[:2]
    assert "Position" not in before
    assert after.startswith("\nA  Easton began it")
