"""README and guide are true: each console example prints what it says, the Python example runs.

`CLAIMCLI_UPDATE=1 pytest tests/test_readme.py` writes the output that the commands now give; read
the difference before committing it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, Run

README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
SHELL = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "COLUMNS": "80",
    "LC_ALL": "C.UTF-8",
    "CLAIMCLI_CORPUS": str(ROOT / "claims"),
}


def examples() -> list[tuple[Path, str]]:
    pages = (README, ROOT / "docs" / "guide.md")
    return [(page, block) for page in pages for block in CONSOLE.findall(page.read_text("utf-8"))]


def transcript(block: str, cache: Path) -> str:
    """The block with the output that its commands give, stderr and stdout as a terminal shows."""
    lines = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        ran = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            env={**SHELL, "CLAIMCLI_CACHE": str(cache)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=True,
        )
        lines += [f"$ {command}\n", ran.stdout]
    return "".join(lines)


@pytest.mark.slow
@pytest.mark.parametrize(("page", "block"), examples())
@pytest.mark.skipif(not shutil.which("jq"), reason="the examples use jq")
def test_each_example_prints_what_the_page_says(page: Path, block: str, tmp_path: Path) -> None:
    printed = transcript(block, tmp_path)
    if os.environ.get("CLAIMCLI_UPDATE"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(block, printed), encoding="utf-8")
    else:
        assert printed == block


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    # Vorob'ev, read second-hand, stands on both sides of whether Song wanted the war.
    assert "vorobev ('wanted', 'did-not-want')" in printed


def test_the_example_corpus_has_no_error(run: Run, tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    files = re.findall(r"```yaml\n# (claims/\S+)\n(.*?)```", text, re.DOTALL)
    assert len(files) == 3
    for path, content in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    ran = run("check", "--fail-on", "warning", "--corpus", str(tmp_path))
    assert ran.code == 0, ran.out
    view = run("compare", "--question", "who-began", "--json", "--corpus", str(tmp_path)).json
    assert [len(position["claims"]) for position in view["positions"]] == [1, 0]


def test_ci_runs_the_readme_test_command() -> None:
    (command,) = re.findall(r"<!-- tests -->\n```sh\n(.*)\n```", README.read_text(encoding="utf-8"))
    assert command.endswith("-m pytest -n 2")
    assert "<!-- tests -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_each_command_is_in_the_readme_or_the_guide() -> None:
    from claimcli.cli.main import COMMANDS

    text = "".join(page.read_text("utf-8") for page in (README, ROOT / "docs" / "guide.md"))
    assert [name for name in COMMANDS if f"claimcli {name}" not in text] == []
