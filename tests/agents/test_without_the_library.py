"""Without the extra: a message that names it, and nothing of it is loaded by anything else."""

from __future__ import annotations

import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from support import CORPORA, Run, environment, program


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


@pytest.mark.slow
def test_with_standard_input_closed_it_says_so(tmp_path: Path) -> None:
    if not find_spec("mcp"):
        pytest.skip("the extra 'mcp' is not installed")
    line = shlex.join(program("mcp"))
    ran = subprocess.run(
        ["sh", "-c", f"{line} <&-"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("claimcli: standard input is closed")
