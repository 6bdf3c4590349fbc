"""How a process ends: with the right code, and with everything written that somebody reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import environment, program

pytestmark = pytest.mark.slow

FULL = Path("/dev/full")


def ended(tmp_path: Path, *arguments: str, corpus: str = "small", **how: Any) -> Any:
    """What became of a process."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    env = {**environment(tmp_path, corpus), **streams.pop("more", {})}
    return subprocess.run(program(*arguments), env=env, check=False, **streams)


@pytest.mark.parametrize(
    ("arguments", "corpus", "code"),
    [
        (("search",), "small", 0),
        (("search", "nothinglikeit"), "small", 0),
        (("nope",), "small", 2),
        (("search", "--year", "never"), "small", 2),
        (("check",), "bad", 1),
    ],
)
def test_the_code(tmp_path: Path, arguments: tuple[str, ...], corpus: str, code: int) -> None:
    assert ended(tmp_path, *arguments, corpus=corpus).returncode == code


def test_a_great_answer_is_whole(tmp_path: Path) -> None:
    """More than a pipe holds, so that the reader is waited for."""
    claim = "- {id: c%d, statement: %s, scholars: [s], citation: {source: w}}\n"
    words = "word " * 20
    claims = "".join(claim % (number, words) for number in range(2_000))
    (tmp_path / "claims.yaml").write_text(f"claims:\n{claims}", encoding="utf-8")
    ran = ended(tmp_path, "search", "--json", "--corpus", str(tmp_path))
    assert [claim["id"] for claim in json.loads(ran.stdout)] == [f"c{n}" for n in range(2_000)]


@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_a_pipe_that_is_closed_ends_quietly(tmp_path: Path, format: str) -> None:
    ran = ended(tmp_path, "search", "--format", format, stdout=closed_pipe())
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_verdict_counts_also_where_nobody_reads_it(tmp_path: Path, format: str) -> None:
    arguments = ("check", "--format", format)
    assert ended(tmp_path, *arguments, corpus="bad", stdout=closed_pipe()).returncode == 1
    assert ended(tmp_path, *arguments, corpus="bad", stderr=closed_pipe()).returncode == 1
    assert ended(tmp_path, *arguments, stdout=closed_pipe()).returncode == 0


def test_a_verdict_on_quotations_counts_as_well(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text altogether.\n", encoding="utf-8")
    arguments = ("verify", "--text", f"archer-2000={other}")
    assert ended(tmp_path, *arguments).returncode == 1
    assert ended(tmp_path, *arguments, stdout=closed_pipe()).returncode == 1


def closed_pipe() -> int:
    """The end to write into of a pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


@pytest.mark.skipif(not FULL.exists(), reason="the system has no device that is always full")
def test_a_full_device_is_told_of(tmp_path: Path) -> None:
    with FULL.open("wb") as full:
        for arguments in (("search", "--json"), ("--help",), ("list", "scholars")):
            ran = ended(tmp_path, *arguments, stdout=full)
            assert ran.returncode == 2
            assert ran.stderr.startswith(b"claimcli: the output cannot be written")
        assert ended(tmp_path, "nope", stderr=full).returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="pipes that do not wait are of POSIX")
def test_a_reader_that_does_not_keep_up_is_told_of(tmp_path: Path) -> None:
    """Without a buffer of Python's, a pipe that does not wait takes a part only."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    more = {"PYTHONUNBUFFERED": "1"}
    claims = str(Path(__file__).parents[2] / "claims")
    ran = ended(tmp_path, "search", "--json", "--corpus", claims, stdout=writer, more=more)
    os.close(reader)
    os.close(writer)
    assert ran.returncode == 2
    assert b"the reader does not keep up" in ran.stderr


INTERRUPTED_IMPORT = """
import sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "typer":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from claimcli.cli import run
run()
"""


def test_an_interrupt_while_starting_is_no_traceback(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_IMPORT],
        env=environment(tmp_path),
        check=False,
        capture_output=True,
    )
    assert (ran.returncode, ran.stderr) == (130, b"")


def test_a_profiler_can_tell_what_it_measured(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "cProfile", "-m", "claimcli", "list", "scholars"],
        env=environment(tmp_path),
        check=False,
        capture_output=True,
    )
    assert ran.returncode == 0
    assert b"function calls" in ran.stdout
