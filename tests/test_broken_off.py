"""A change over several files that is killed anywhere is completed by the next command."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from support import CORPORA, Run, environment

from claimcli.editing.plan import JOURNAL
from claimcli.writing import CannotWrite, Overtaken, Writing, finish, write_all

KILLED = """
import os, signal, sys
left = int(sys.argv[1])
def watch(event, arguments):
    global left
    if event in ("os.rename", "os.link", "os.remove") and os.getcwd() in str(arguments[0]):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
from claimcli.cli.main import main
sys.exit(main(["edit", "archer-2000", "--rename", "archer-2001"]))
"""


def contents(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.iterdir() if path.suffix == ".yaml"}


@pytest.mark.slow
@pytest.mark.once
def test_a_rename_that_is_killed_anywhere_is_whole_after_the_next_command(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = contents(CORPORA / "small")
    new = {
        n: text.replace(b"source: archer-2000", b"source: archer-2001") for n, text in old.items()
    }
    new["people.yaml"] = new["people.yaml"].replace(b"- id: archer-2000\n", b"- id: archer-2001\n")
    halves = 0
    for moment in range(20):
        root = shutil.copytree(CORPORA / "small", tmp_path / str(moment))
        ran = subprocess.run(
            [sys.executable, "-c", KILLED, str(moment)],
            cwd=root,
            env={**environment(tmp_path), "CLAIMCLI_CORPUS": str(root)},
            capture_output=True,
            check=False,
        )
        halves += contents(root) not in (old, new)
        monkeypatch.setenv("CLAIMCLI_CORPUS", str(root))
        listed = run("list", "sources", "--json")
        assert listed.code == 0
        assert contents(root) in (old, new)
        assert not (root / JOURNAL).exists()
        if ran.returncode == 0:
            break
        assert ran.returncode == -signal.SIGKILL
    else:
        pytest.fail("it never came to its end")
    assert halves >= 3  # four files: between each two of them
    assert contents(root) == new


def broken_off(folder: Path) -> tuple[Path, list[Path]]:
    """A journal of two files, of which the first is written, and the second still old."""
    first, second = folder / "a.yaml", folder / "b.yaml"
    first.write_bytes(b"new a\n")
    second.write_bytes(b"old b\n")
    (folder / ".claimcli-1.tmp").write_bytes(b"new b\n")

    def summed(content: str) -> str:
        return sha256(content.encode()).hexdigest()

    journal = folder / JOURNAL
    steps = [
        (f"{name}.yaml", f".claimcli-{number}.tmp", f"old {name}\n", f"new {name}\n")
        for number, name in enumerate("ab")
    ]
    journal.write_text(
        json.dumps(
            [
                {"file": file, "new": new, "before": summed(before), "after": summed(after)}
                for file, new, before, after in steps
            ]
        )
    )
    return journal, [first, second]


def test_what_is_left_is_done(tmp_path: Path) -> None:
    journal, (first, second) = broken_off(tmp_path)
    assert finish(journal) == [second]
    assert (first.read_bytes(), second.read_bytes()) == (b"new a\n", b"new b\n")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert finish(journal) == []


def test_what_somebody_has_changed_since_is_left(tmp_path: Path) -> None:
    journal, (_, second) = broken_off(tmp_path)
    second.write_bytes(b"mine\n")
    with pytest.raises(Overtaken, match=r"b\.yaml \(it was to be as .*\.claimcli-1\.tmp\)"):
        finish(journal)
    assert second.read_bytes() == b"mine\n"
    assert not journal.exists()


def test_no_journal_stays_after_a_write_or_a_failure(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for path in (first, second):
        path.write_bytes(b"old\n")
    journal = tmp_path / JOURNAL
    write_all([Writing(first, b"new\n", b"old\n"), Writing(second, None, b"old\n")], journal)
    assert (first.read_bytes(), second.exists(), journal.exists()) == (b"new\n", False, False)
    second.mkdir()
    (second / "full").touch()
    with pytest.raises(CannotWrite):
        write_all([Writing(first, b"newer\n", b"new\n"), Writing(second, None, None)], journal)
    assert (first.read_bytes(), journal.exists()) == (b"new\n", False)


def test_a_command_that_reads_says_what_it_completed(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shutil.copytree(CORPORA / "small", tmp_path / "corpus")
    journal, _ = broken_off(root)
    monkeypatch.chdir(root)
    ran = run("list", "sources", "--json")
    assert ran.code == 0
    assert "b.yaml: a change that was broken off is completed" in ran.err
    assert not journal.exists()
