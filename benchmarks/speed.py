"""How fast claimcli is: `python benchmarks/speed.py`, about two minutes.

Whole processes, run in turn so that a busy machine slows all of them alike; medians of eleven runs
for what is quick, of three for building. Every ratio is to something measured in the same run.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generate import write

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "claims"
CLAIMCLI = [sys.executable, "-m", "claimcli"]
RUNS, BUILDS = 11, 3
FLOOR = [sys.executable, "-c", "import typer, msgspec, sqlite3"]
Command = list[str]


class Row(NamedTuple):
    """A line of the table: what, its seconds, those that it is measured by, and the goal."""

    what: str
    seconds: float
    base: float
    goal: float | None


def environment(cache: Path) -> dict[str, str]:
    """The surroundings of a user: a cache of its own, compiled Python."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "CLAIMCLI_CACHE": str(cache), "COLUMNS": "100"}


def seconds(command: Command, env: Mapping[str, str]) -> float:
    """How long a process takes; it must succeed."""
    started = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def medians(commands: Mapping[str, Command], env: Mapping[str, str]) -> dict[str, float]:
    """The median of each, all of them run in turn, once before it counts."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            taken = seconds(command, env)
            if run:
                times[name].append(taken)
    return {name: statistics.median(taken) for name, taken in times.items()}


def on_cores(count: int, command: Command) -> Command:
    """The command kept to so many cores, where the system can do that."""
    cores = ",".join(map(str, sorted(os.sched_getaffinity(0))[:count]))
    return ["taskset", "-c", cores, *command]


def everyday(big: Path, env: Mapping[str, str]) -> list[Row]:
    """Commands on a compiled corpus."""
    search = [*CLAIMCLI, "search", "--json", "--corpus"]
    small, large = [*search, str(SHIPPED)], [*search, str(big)]
    compare = [*CLAIMCLI, "compare", "--json", "--corpus"]
    took = medians(
        {
            "floor": FLOOR,
            "help": [*CLAIMCLI, "--help"],
            "word": [*small, "treaty"],
            "name": [*small, "張覺"],
            "compared": [*compare, str(SHIPPED), "--question", "who-started-war"],
            "word of 100,000": [*large, selective_word(big)],
            "name of 100,000": [*large, "--limit", "20", name_in_han(big)],
            "half of 100,000": [*large, "--limit", "20", "and"],
            "compared 1,000": [*compare, str(big), "--question", "question-0"],
        },
        env,
    )
    return [
        Row("help", took["help"], took["floor"], 1.15),
        Row("search, shipped corpus", took["word"], took["floor"], 1.25),
        Row("search, 100,000 claims", took["word of 100,000"], took["word"], 1.15),
        Row("the same for a name in Han", took["name of 100,000"], took["name"], 1.15),
        Row("a word of half the claims, first 20", took["half of 100,000"], took["word"], 1.3),
        Row("compare 1,000 claims", took["compared 1,000"], took["compared"], 1.8),
    ]


@cache
def selective_word(big: Path) -> str:
    """A word from a file in the middle that is in fewer than ten claims, but not in one only."""
    texts = [path.read_text(encoding="utf-8") for path in big.glob("questions/*.yaml")]
    lines = (big / "questions/q0100.yaml").read_text(encoding="utf-8").split("\n")
    words = " ".join(line for line in lines if line.startswith("  statement:")).split()
    long_words = (w for w in words if w.isalpha() and w.isascii() and w.islower() and len(w) > 8)
    return next(w for w in long_words if 2 < sum(text.count(w) for text in texts) < 10)


def name_in_han(big: Path) -> str:
    """The Han spelling of a name in the middle of the list."""
    lines = (big / "names.yaml").read_text(encoding="utf-8").split("\n")
    names = [line.split(": ")[1].strip("'") for line in lines if line.startswith("  - value:")]
    return [name for name in names if not name.isascii() and "'" not in name][len(names) // 4]


def building(big: Path, folder: Path) -> list[Row]:
    """Compiling the corpus for the first time, and after one file was touched."""
    rows = []
    for cores, goal in ((2, 1.8), (1, 2.5)):
        floors, builds = [], []
        for _ in range(BUILDS):
            floor = [sys.executable, str(HERE / "floor.py"), str(big), str(folder / "floor.db")]
            floors.append(seconds(on_cores(cores, floor), os.environ))
            (folder / "floor.db").unlink()
            shutil.rmtree(folder / "cache", ignore_errors=True)
            builds.append(seconds(on_cores(cores, first_use(big)), environment(folder / "cache")))
        least, built = statistics.median(floors), statistics.median(builds)
        rows.append(Row(f"cold build, cores: {cores}", built, least, goal))
    touched = []
    for number in range(BUILDS):
        (big / f"questions/q{number + 50:04}.yaml").touch()
        touched.append(seconds(first_use(big), environment(folder / "cache")))
    rows.append(Row("one file of 200 touched", statistics.median(touched), rows[0].seconds, 0.1))
    return rows


def first_use(big: Path) -> Command:
    """A command that must compile the corpus before it can answer."""
    return [*CLAIMCLI, "search", "--limit", "1", "--json", "--corpus", str(big), "treaty"]


def beside(big: Path, env: Mapping[str, str]) -> list[Row]:
    """The same word by ripgrep over the same YAML, where that is installed."""
    ripgrep = shutil.which("rg")
    if not ripgrep:
        return []
    word = selective_word(big)
    ours = [*CLAIMCLI, "search", "--json", "--corpus", str(big), word]
    took = medians({"rg": [ripgrep, "--json", word, str(big)], "ours": ours}, env)
    return [Row("search beside ripgrep", took["ours"], took["rg"], None)]


def show(rows: Iterable[Row]) -> None:
    """Print the table."""
    for row in rows:
        ratio = row.seconds / row.base
        goal = f"goal {row.goal:.2f}" if row.goal else ""
        print(f"{row.what:38}{row.seconds * 1000:9.0f} ms{ratio:8.2f}   {goal}", flush=True)


def main() -> None:
    """Measure everything in a temporary directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        big = folder / "big"
        write(big, options.claims)
        env = environment(folder / "cache")
        print(f"{options.claims} claims; ratios to what is measured in the same run")
        show(building(big, folder))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"{'largest process':38}{peak:9} MB           goal 300")
        show(everyday(big, env))
        show(beside(big, env))


if __name__ == "__main__":
    main()
