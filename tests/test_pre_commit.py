"""The hooks that a corpus's own configuration may name, as pre-commit runs them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from support import ROOT, Run

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_each_hook_runs_a_command_on_the_whole_corpus(run: Run) -> None:
    assert [hook["id"] for hook in HOOKS] == ["claimcli-check", "claimcli-verify"]
    for hook in HOOKS:
        program, command = hook["entry"].split()
        assert (program, run(command, "--help").code) == ("claimcli", 0)
        assert not hook["pass_filenames"]


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pre-commit"), reason="pre-commit is not installed")
def test_a_commit_with_an_error_is_stopped(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    assert run("init", str(corpus)).code == 0

    def asked(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=corpus, capture_output=True, text=True, check=False)

    asked("git", "init", "-q")
    asked("git", "add", "-A")
    tried = ("pre-commit", "try-repo", str(ROOT), "claimcli-check", "--all-files")
    assert asked(*tried).returncode == 0
    question = corpus / "questions" / "example-who-began.yaml"
    question.write_text(question.read_text("utf-8").replace("scholars:", "scholar:"), "utf-8")
    asked("git", "add", "-A")
    ran = asked(*tried)
    assert ran.returncode == 1
    assert "E203" in ran.stdout
