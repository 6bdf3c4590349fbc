"""Speed and size of claimcli, as ratios to a floor measured in the same run.

    python benchmarks/run.py [--claims 100000] [--runs 10] [--keep DIR]

Whole processes, medians. The floor of a command is `python -c "import typer, msgspec, sqlite3"` in
the same environment. The floor of a cold build is parsing the YAML events of the same files alone,
plus inserting the same texts into a bare FTS5 table. `rg` and `papis` are measured beside it where
they are installed.
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
from collections.abc import Callable
from pathlib import Path

import generate

PYTHON = sys.executable
ROOT = Path(__file__).parents[1]
IMPORTS = [PYTHON, "-c", "import typer, msgspec, sqlite3"]
CLAIMCLI = [PYTHON, "-m", "claimcli"]
FLOOR_OF_A_BUILD = """
import sqlite3, sys, yaml
from pathlib import Path
texts = []
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    wanted = False
    for event in yaml.parse(path.read_text(encoding="utf-8"), yaml.CLoader):
        if isinstance(event, yaml.ScalarEvent):
            if wanted:
                texts.append((event.value,))
            wanted = not wanted and event.value in ("statement", "quote", "note")
connection = sqlite3.connect(sys.argv[2])
connection.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
connection.executemany("INSERT INTO t VALUES (?)", texts)
connection.commit()
"""


class Bench:
    """Runs commands on a corpus with a cache of their own."""

    def __init__(self, cache: Path, runs: int) -> None:
        """`runs` is how often each command is run; the median counts."""
        self.runs = runs
        self._environment = {**os.environ, "CLAIMCLI_CACHE": str(cache), "COLUMNS": "80"}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.cache = cache

    def once(self, command: list[str], corpus: Path | None = None) -> float:
        """Seconds that one run takes."""
        environment = dict(self._environment)
        if corpus:
            environment["CLAIMCLI_CORPUS"] = str(corpus)
        start = time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start

    def median(self, command: list[str], corpus: Path | None = None) -> float:
        """Median seconds, after one run that does not count."""
        self.once(command, corpus)
        return statistics.median(self.once(command, corpus) for _ in range(self.runs))

    def pair(self, one: Callable[[], float], other: Callable[[], float]) -> tuple[float, float]:
        """Medians of two things measured by turns, so that both meet the same noise."""
        one(), other()
        times = [(one(), other()) for _ in range(self.runs)]
        first, second = zip(*times, strict=True)
        return statistics.median(first), statistics.median(second)


def row(what: str, value: float, floor: float, target: float | None = None) -> None:
    """Print one ratio."""
    bound = f"at most {target}" if target else ""
    print(f"{what:<52} {value * 1000:8.0f} ms {value / floor:7.2f} x  {bound}")


def search(*words: str) -> list[str]:
    """A search whose answer is JSON, first 20 hits."""
    return [*CLAIMCLI, "search", *words, "--json", "--limit", "20"]


def shipped(bench: Bench) -> None:
    """The commands on the corpus that is shipped, warm."""
    corpus = ROOT / "claims"
    print("shipped corpus, warm: ratio to importing typer, msgspec and sqlite3")
    for what, command, target in (
        ("search WORD --json", [*CLAIMCLI, "search", "treaty", "--json"], 1.25),
        ("--help", [*CLAIMCLI, "--help"], 1.15),
        ("compare --json", [*CLAIMCLI, "compare", "--question", "who-started-war", "--json"], None),
        ("compare, table", [*CLAIMCLI, "compare", "--question", "who-started-war"], None),
    ):

        def run(command: list[str] = command) -> float:
            return bench.once(command, corpus)

        value, floor = bench.pair(run, lambda: bench.once(IMPORTS))
        row(what, value, floor, target)
    os.environ.pop("_CLAIMCLI_COMPLETE", None)


def large(bench: Bench, corpus: Path, claims: int) -> None:
    """Searches and a comparison on a large corpus, against the same command on the shipped one."""
    world = generate.the_world(claims)
    name = next(n for n in world.names if len(n) == 4)
    print(f"\n{claims} claims, warm: ratio to the same command on the shipped corpus")
    small = ROOT / "claims"
    for what, command, on_small, target in (
        ("a selective word", search(world.words[len(world.words) // 2]), search("treaty"), 1.15),
        ("a name in another script (Palladius)", search(name[3]), search("Чжан Цзюэ"), 1.15),
        ("a word in half of the records, first 20", search("the"), search("war"), 1.3),
        (
            "compare of a question with 1,000 claims",
            [*CLAIMCLI, "compare", "--question", "question-0", "--json"],
            [*CLAIMCLI, "compare", "--question", "who-started-war", "--json"],
            1.8,
        ),
    ):

        def run(command: list[str] = command) -> float:
            return bench.once(command, corpus)

        def floor_run(command: list[str] = on_small) -> float:
            return bench.once(command, small)

        value, floor = bench.pair(run, floor_run)
        row(what, value, floor, target)


def build(bench: Bench, corpus: Path, folder: Path) -> None:
    """A cold build and the mending of one file."""
    print("\ncold build: ratio to YAML events and a bare FTS5 table")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    cold = bench.once([*CLAIMCLI, "search", "treaty", "--json", "--limit", "1"], corpus)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    floor = bench.once([PYTHON, "-c", FLOOR_OF_A_BUILD, str(corpus), str(folder / "bare.db")])
    row(f"cold build on {os.cpu_count()} cores", cold, floor, 1.8 if os.cpu_count() != 1 else 2.5)
    print(f"{'largest process':<52} {max(peak, before) / 1024:8.0f} MB           at most 300 MB")
    touched = corpus / "questions" / "q0003.yaml"
    touched.write_text(touched.read_text(encoding="utf-8") + "# touched\n", encoding="utf-8")
    row("one file of all touched", bench.once(search("treaty"), corpus), cold, 0.1)


def beside(bench: Bench, corpus: Path) -> None:
    """ripgrep over the same YAML, honestly: it finds lines, not records."""
    ripgrep = shutil.which("rg")
    if not ripgrep:
        print("\nrg is not installed: not measured")
        return
    print("\nbeside ripgrep over the same YAML: ratio of claimcli to it")
    value = bench.median(search("treaty"), corpus)
    row("a word", value, bench.median([ripgrep, "-c", "-w", "treaty", str(corpus)]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--keep", type=Path, help="make the corpus here and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus = options.keep or folder / "corpus"
        if not (corpus / "corpus.yaml").is_file():
            generate.write(corpus, options.claims)
        bench = Bench(folder / "cache", options.runs)
        shipped(bench)
        build(bench, corpus, folder)
        large(bench, corpus, options.claims)
        beside(bench, corpus)


if __name__ == "__main__":
    main()
