"""docs/exporting.md is true: what its examples print is what they print here.

`CLAIMCLI_UPDATE=1` writes what they now give.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from support import ROOT
from test_readme import SHELL

PAGE = ROOT / "docs" / "exporting.md"
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def lacking(block: str) -> list[str]:
    """The programs that a block takes and the machine has not."""
    commands = re.findall(r"(?:^\$ |\| )(\w+)", block, re.MULTILINE)
    lacks = [name for name in commands if not shutil.which(name, path=SHELL["PATH"])]
    return lacks + [name for name in ("duckdb",) if name in block and not find_spec(name)]


@pytest.mark.slow
@pytest.mark.parametrize("block", BLOCKS)
def test_each_example_prints_what_the_page_says(block: str, tmp_path: Path) -> None:
    if lacking(block):
        pytest.skip(f"not installed: {', '.join(lacking(block))}")
    printed = ""
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        ran = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            env={**SHELL, "CLAIMCLI_CACHE": str(tmp_path / "cache")},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=True,
        )
        printed += f"$ {command}\n{ran.stdout}"
    if os.environ.get("CLAIMCLI_UPDATE"):
        PAGE.write_text(PAGE.read_text("utf-8").replace(block, printed), encoding="utf-8")
    else:
        assert printed == block


@pytest.mark.slow
def test_the_code_from_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").symlink_to(ROOT / "claims")
    made: dict[str, Any] = {}
    exec(compile(code, PAGE.name, "exec"), made)
    made["corpus"].close()
    assert (tmp_path / "war.db").read_bytes().startswith(b"SQLite format 3")
