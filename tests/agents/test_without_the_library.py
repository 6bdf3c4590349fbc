"""Without the extra: a message that names it, and nothing of it is loaded by anything else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support import CORPORA, Run


def test_the_extra_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("claimcli.agents")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "anyio", None)
    ran = run("mcp", "--corpus", str(CORPORA / "small"))
    assert (ran.code, ran.out) == (2, "")
    said = "a server for agents needs the extra 'mcp': pip install 'claimcli[mcp]'"
    assert ran.err == f"claimcli: {said}\n"


def test_a_corpus_that_is_not_there_is_told_first(run: Run, tmp_path: Path) -> None:
    ran = run("mcp", "--corpus", str(tmp_path / "no"))
    assert (ran.code, ran.out) == (3, "")
