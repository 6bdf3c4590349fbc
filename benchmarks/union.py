"""What the views cost over a union of many corpora: `python benchmarks/union.py --corpora 50 250`.

One generated corpus is exported as Parquet and copied under as many names, a folder for each; then
DuckDB, and Spark if it is installed and asked for, answer what docs/scale.md tells. Each engine is
a process of its own with two threads. Seconds are those that a processor worked, so that whoever
else uses the machine does not count; memory is the most of the process.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generate import write
from timing import claimcli, surroundings

from claimcli.exports.engines import views
from claimcli.exports.relational import TABLES

ASKED = {
    "every position of every question in every corpus": "SELECT sum(scholars), sum(second_hand),"
    " sum(witnesses), sum(claims), count(*) FROM positions",
    "the same, sorted by scholars": "SELECT * FROM positions"
    " ORDER BY scholars DESC, corpus, question, stance LIMIT 20",
    "second-hand claims, counted": "SELECT count(*) FROM second_hand",
    "the positions of one question in one corpus": "SELECT * FROM positions"
    " WHERE corpus = 'c7' AND question = 'question-1'",
}
TICKS = os.sysconf("SC_CLK_TCK")


def worked(process: int) -> float:
    """Seconds that a processor worked for a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def most_memory(process: int) -> int:
    """The most megabytes that a process had."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


# --- The union ---


def copied(made: Path, union: Path, number: int) -> None:
    """As many copies of an export, each under a name of its own."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as engine:
        for at in range(number):
            folder = union / f"c{at}"
            folder.mkdir(parents=True)
            for table in TABLES:
                column = "id" if table.name == "corpus" else "corpus"
                source = made / f"{table.name}.parquet"
                engine.execute(
                    f"COPY (SELECT * REPLACE ('c{at}' AS {column}) FROM '{source}')"
                    f" TO '{folder / source.name}' (FORMAT parquet, COMPRESSION zstd)"
                )


def exported(claims: int, folder: Path) -> Path:
    """A generated corpus as Parquet."""
    write(folder / "corpus", claims)
    made = folder / "made"
    command = claimcli("export", "parquet", "-o", str(made), "--corpus", str(folder / "corpus"))
    subprocess.run(command.arguments, env=surroundings(folder), check=True)
    return made


# --- The engines ---


def ask_duckdb(union: Path, limit: str) -> None:
    """The questions, by DuckDB."""
    import duckdb

    with duckdb.connect(config={"threads": 2, "memory_limit": limit}) as engine:
        engine.execute(f"SET temp_directory = '{union.parent / 'spilled'}'")
        for table in TABLES:
            engine.execute(f"CREATE VIEW {table.name} AS FROM '{union}/*/{table.name}.parquet'")
        for view in views():
            engine.execute(view)
        told(lambda sql: engine.execute(sql).fetchall(), os.getpid())


def ask_spark(union: Path, limit: str) -> None:
    """The questions, by Spark."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.memory", limit.replace("GB", "g"))
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    spark = builder.config("spark.sql.shuffle.partitions", "8").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    machine = spark.sparkContext._jvm.java.lang.ProcessHandle.current().pid()
    for table in TABLES:
        spark.read.parquet(f"{union}/*/{table.name}.parquet").createOrReplaceTempView(table.name)
    for view in views("OR REPLACE TEMPORARY VIEW"):
        spark.sql(view)
    told(lambda sql: [tuple(row) for row in spark.sql(sql).collect()], int(machine))
    spark.stop()


def told(query: Callable[[str], list[Any]], process: int) -> None:
    """A line for each question."""
    print(f"  {'ready':<50}{worked(process):>8.1f}", flush=True)
    for what, sql in ASKED.items():
        before, begun = worked(process), time.monotonic()
        first = json.dumps(query(sql)[:1])[:60]
        took, waited = worked(process) - before, time.monotonic() - begun
        print(f"  {what:<50}{took:>8.1f}{waited:>8.1f}  {first}", flush=True)
    print(f"  {'memory, MB':<50}{most_memory(process):>8}", flush=True)


ENGINES = {"duckdb": ask_duckdb, "spark": ask_spark}


def main() -> None:
    """Measure in a temporary folder; `--ask` is how it calls itself."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=20_000, help="of one corpus")
    parser.add_argument("--corpora", type=int, nargs="+", default=[50])
    parser.add_argument("--engines", nargs="+", default=["duckdb"], choices=ENGINES)
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--ask", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.ask:
        engine, union = asked.ask
        ENGINES[engine](Path(union), asked.memory)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = exported(asked.claims, folder)
        for number in asked.corpora:
            union = folder / f"union-{number}"
            copied(made, union, number)
            files = list(union.rglob("*.parquet"))
            size = sum(file.stat().st_size for file in files) / 1e6
            print(f"{number * asked.claims:,} claims, {len(files):,} files, {size:,.0f} MB")
            for engine in asked.engines:
                print(f" {engine}: seconds of a processor, and of the clock", flush=True)
                command = [sys.executable, __file__, "--memory", asked.memory, "--ask"]
                subprocess.run([*command, engine, str(union)], check=True)


if __name__ == "__main__":
    main()
