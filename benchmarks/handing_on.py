"""What `export` costs beside the least that must be done: `python benchmarks/handing_on.py`.

JSON lines by encoding the same records with `json`, SQLite by inserting the same rows into the same
tables without keys and indexes, Parquet by DuckDB writing the same rows from files. Seconds are
those that a processor worked, so that whoever else uses the machine does not count: of claimcli
the whole process on a compiled corpus, of the rest the work alone. Memory is the most of a
process. Another line has the ratio without what the least has not: the keys, indexes and search of
the database, inserted and measured alone.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from generate import write
from timing import claimcli, compile_python, surroundings

from claimcli.exports.parquet import TYPES
from claimcli.exports.relational import TABLES, Table
from claimcli.exports.sqlite import fill

AT_ONCE = 2_000
GOAL, MEMORY = 2.0, 300


class Cost(NamedTuple):
    """Seconds of a processor, and the most memory in megabytes."""

    seconds: float
    memory: float


# --- The least ---


def encoded(made: Path, target: Path) -> float:
    """Encode the records of a folder of JSON lines once more, and write them."""
    worked = 0.0
    with target.open("w", encoding="utf-8") as out:
        for file in made.glob("*.jsonl"):
            for lines in pages(file.open(encoding="utf-8")):
                records = [json.loads(line) for line in lines]
                begun = time.process_time()
                out.writelines(f"{json.dumps(record)}\n" for record in records)
                worked += time.process_time() - begun
    return worked


def inserted(made: Path, target: Path) -> float:
    """Insert the rows of a database into one that has its tables, but no keys and no indexes."""
    worked = 0.0
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(target)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
        for table in TABLES:
            database.execute(f'CREATE TABLE "{table.name}" ({", ".join(table.fields)})')
            insert = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.fields))})'
            for rows in pages(source.execute(f'SELECT * FROM "{table.name}"')):
                begun = time.process_time()
                database.executemany(insert, rows)
                worked += time.process_time() - begun
        begun = time.process_time()
        database.commit()
    return worked + time.process_time() - begun


def furnished(made: Path, target: Path) -> float:
    """Insert them with their keys, indexes and search."""
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(target)) as database:
        held = {
            table.name: source.execute(f'SELECT * FROM "{table.name}"').fetchall()
            for table in TABLES
        }
        begun = time.process_time()
        fill(database, ((name, page) for name, rows in held.items() for page in pages(rows)))
        return time.process_time() - begun


def copied(made: Path, target: Path) -> float:
    """Have DuckDB write the rows of a folder of Parquet from files of JSON."""
    import duckdb

    target.mkdir()
    worked = 0.0
    with duckdb.connect(config={"memory_limit": "200MB", "threads": 1}) as engine:
        for table in TABLES:
            lines = target / f"{table.name}.json"
            engine.execute(f"COPY (FROM '{made / table.name}.parquet') TO '{lines}' (FORMAT json)")
            begun = time.process_time()
            engine.execute(
                f"COPY (FROM read_json('{lines}', format = 'newline_delimited', columns ="
                f" {{{types(table)}}})) TO '{target / table.name}.parquet'"
                " (FORMAT parquet, COMPRESSION zstd)"
            )
            worked += time.process_time() - begun
    return worked


def types(table: Table) -> str:
    """The columns of a table with their types, as DuckDB takes them."""
    return ", ".join(f"'{column.name}': '{TYPES[column.type]}'" for column in table.columns)


def pages(values: Iterable[Any]) -> Iterator[list[Any]]:
    """So many at once that no more is held of a great many than of a few."""
    rest = iter(values)
    while page := list(islice(rest, AT_ONCE)):
        yield page


LEAST: dict[str, Callable[[Path, Path], float]] = {
    "jsonl": encoded,
    "sqlite": inserted,
    "parquet": copied,
    "furnished": furnished,
}


# --- Beside it ---


def exported(format: str, corpus: Path, made: Path, environment: dict[str, str]) -> Cost:
    """What a whole process of `export` takes."""
    remove(made)
    command = claimcli("export", format, "-o", str(made), "--corpus", str(corpus))
    process = subprocess.Popen(command.arguments, env=environment, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command.arguments)} failed")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def least(format: str, made: Path, folder: Path) -> float:
    """What the work alone takes, in a process of its own."""
    target = folder / "least"
    remove(target)
    command = [sys.executable, __file__, "--least", format, str(made), str(target)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(ran.stdout)


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    shutil.rmtree(path, ignore_errors=True)
    path.unlink(missing_ok=True)


def measure(corpus: Path, folder: Path, runs: int) -> None:
    """A line for each format, of runs in turn."""
    environment, made = surroundings(folder), folder / "made"
    first = claimcli("search", "treaty", "--limit", "1", "--corpus", str(corpus)).arguments
    subprocess.run(first, env=environment, check=True, stdout=subprocess.DEVNULL)
    print(
        f"{'seconds of a processor':<26}{'export':>8}{'least':>8}{'ratio':>8}{'goal':>6}{'MB':>6}"
    )
    for format in ("jsonl", "sqlite", "parquet"):
        costs, floors, more = [], [], []
        for _ in range(runs):
            costs.append(exported(format, corpus, made, environment))
            floors.append(least(format, made, folder))
            if format == "sqlite":
                more.append(least("furnished", made, folder) - floors[-1])
        show(format, costs, floors)
        if more:
            without = [Cost(c.seconds - m, c.memory) for c, m in zip(costs, more, strict=True)]
            show("  without keys and search", without, floors)


def show(format: str, costs: list[Cost], floors: list[float]) -> None:
    """Medians, and whether they keep the goal."""
    took, floor = statistics.median(cost.seconds for cost in costs), statistics.median(floors)
    memory = max(cost.memory for cost in costs)
    missed = " missed" if took > GOAL * floor or memory > MEMORY else ""
    ratio = f"{took / floor:>8.2f}{GOAL:>8.1f}"
    print(f"{format:<26}{took:>8.2f}{floor:>8.2f}{ratio}{memory:>8.0f}{missed}")


def main() -> None:
    """Measure in a temporary folder; `--least` is how it calls itself."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--corpus", type=Path, help="one that generate.py wrote")
    parser.add_argument("--least", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.least:
        format, made, target = asked.least
        print(LEAST[format](Path(made), Path(target)))
        return
    compile_python()
    with tempfile.TemporaryDirectory() as name:
        corpus = asked.corpus or Path(name) / "corpus"
        if not asked.corpus:
            write(corpus, asked.claims)
        measure(corpus, Path(name), asked.runs)


if __name__ == "__main__":
    main()
