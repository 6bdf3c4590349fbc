"""Whole processes, timed in turn so that a busy machine slows all of them alike."""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "claims"
NOT_A_USERS = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME"}
"""Environment variables of those who develop, which would be measured along with the program."""


class Command(NamedTuple):
    """A process: its arguments, and what it has in its environment besides what all have.

    `before` is done before each run and not timed. `answer` is what it must print when tried, so
    that nothing is measured that finds nothing.
    """

    arguments: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()
    before: Callable[[], object] | None = None
    answer: str = ""


class Failed(Exception):
    """A command did not succeed, or did not answer as expected; says which, and why."""


class Row(NamedTuple):
    """A line of the table: a command, what it is measured by, and the goal for the ratio."""

    what: str
    command: Command
    base: Command
    goal: float | None = None


class Measured(NamedTuple):
    """A row with the median seconds of its command and of what it is measured by."""

    row: Row
    seconds: float
    base: float


def claimcli(*arguments: str, **more: str) -> Command:
    """The installed program, as its user calls it; `more` is for its environment."""
    script = Path(sys.executable).with_name("claimcli")
    program = [str(script)] if script.exists() else [sys.executable, "-m", "claimcli"]
    return Command((*program, *arguments), tuple(more.items()))


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a user whose cache is in this folder."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_A_USERS}
    return {**kept, "CLAIMCLI_CACHE": str(folder / "cache"), "COLUMNS": "100"}


def compile_python() -> None:
    """Compile claimcli, as it is after its first use."""
    found = subprocess.run(
        [sys.executable, "-c", "import claimcli; print(claimcli.__path__[0])"],
        check=True,
        capture_output=True,
        text=True,
    )
    compileall.compile_dir(found.stdout.strip(), quiet=2)


def on_cores(count: int, command: Command) -> Command:
    """The command kept to so many cores, where the system can do that."""
    if not shutil.which("taskset") or not hasattr(os, "sched_getaffinity"):
        return command
    cores = ",".join(map(str, sorted(os.sched_getaffinity(0))[:count]))
    return command._replace(arguments=("taskset", "-c", cores, *command.arguments))


def seconds(command: Command, environment: Mapping[str, str]) -> float:
    """How long a process takes; it must succeed."""
    if command.before:
        command.before()
    started = time.perf_counter()
    _run(command, environment, subprocess.DEVNULL)
    return time.perf_counter() - started


def answer_of(command: Command, environment: Mapping[str, str]) -> str:
    """What it prints; it must succeed and give the answer expected of it."""
    answer = _run(command, environment, subprocess.PIPE)
    if command.answer not in answer:
        raise Failed(f"no {command.answer!r} in the answer of {' '.join(command.arguments)}")
    return answer


def _run(command: Command, environment: Mapping[str, str], output: int) -> str:
    everything = {**environment, **dict(command.environment)}
    ran = subprocess.run(
        command.arguments,
        env=everything,
        check=False,
        stdout=output,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    if ran.returncode:
        raise Failed(f"{' '.join(command.arguments)} failed:\n{ran.stderr}")
    return ran.stdout


def medians(
    commands: Iterable[Command], environment: Mapping[str, str], runs: int
) -> dict[Command, float]:
    """The median seconds of each, all of them run in turn."""
    times: dict[Command, list[float]] = {command: [] for command in commands}
    for _ in range(runs):
        for command, taken in times.items():
            taken.append(seconds(command, environment))
    return {command: statistics.median(taken) for command, taken in times.items()}


def measure(
    rows: Sequence[Row], environment: Mapping[str, str], runs: int, *, tried: bool = True
) -> list[Measured]:
    """The rows measured together; each command is `tried` once before it counts."""
    commands = dict.fromkeys(command for row in rows for command in (row.base, row.command))
    if tried:
        for command in commands:
            answer_of(command, environment)
    took = medians(commands, environment, runs)
    return [Measured(row, took[row.command], took[row.base]) for row in rows]


def show(heading: str, measured: Iterable[Measured]) -> None:
    """Print a part of the table."""
    print(f"\n{heading:46}{'ms':>8}{'of ms':>8}{'ratio':>8}{'goal':>7}")
    for row, took, base in measured:
        ratio = took / base
        goal = f"{row.goal:7.2f}" if row.goal else ""
        missed = " missed" if row.goal and ratio > row.goal else ""
        line = f"{row.what:46}{took * 1000:8.0f}{base * 1000:8.0f}{ratio:8.2f}"
        print(f"{line}{goal}{missed}", flush=True)


# --- Memory ---


class Memory(NamedTuple):
    """Of a process and those that it started, in megabytes, at their largest.

    `together` counts memory that several of them share once.
    """

    largest: int
    together: int


def memory(command: Command, environment: Mapping[str, str]) -> Memory | None:
    """What a command needs; None where the system does not tell."""
    everything = {**environment, **dict(command.environment)}
    if command.before:
        command.before()
    with subprocess.Popen(command.arguments, env=everything, stdout=subprocess.DEVNULL) as process:
        seen = [Memory(0, 0)]
        while process.poll() is None:
            sizes = [_sizes(pid) for pid in _family(process.pid)]
            resident, shared = zip(*sizes, strict=True)
            seen.append(Memory(max(resident), sum(shared)))
            time.sleep(0.02)
    peak = Memory(max(s.largest for s in seen), max(s.together for s in seen))
    return peak if peak.largest else None


def _family(pid: int) -> Iterator[int]:
    yield pid
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # a process that has just ended
            for child in listing.read_text().split():
                yield from _family(int(child))


def _sizes(pid: int) -> tuple[int, int]:
    """The resident set and the proportional set of a process, in megabytes."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().split("\n")
        of = {line.split(":")[0]: line.split()[1] for line in lines[1:] if line}
        return int(of["Rss"]) // 1024, int(of["Pss"]) // 1024
    return 0, 0
