"""Where the time of a search goes: `python benchmarks/breakdown.py [WORD…]`.

Three parts, on the shipped corpus, compiled: what of the time is Python itself, imports and the
search; the modules that take longest to import; and the SQL that the search runs, each statement
with its plan, its rows and its time.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from timing import SHIPPED, Command, answer_of, compile_python, medians, surroundings

from claimcli.search import search as search_store
from claimcli.store import Store, open_store

RUNS = 11
SHOWN = 12
FLOOR = "import typer, msgspec, sqlite3"
PROGRAM = "from claimcli.cli import run; run()"
"""What the installed script does."""


class Import(NamedTuple):
    """Milliseconds that a module takes by itself, and with all that it imports."""

    own: float
    whole: float


class Statement(NamedTuple):
    """A statement of SQL with what was put in for its question marks."""

    sql: str
    parameters: tuple[object, ...]


class Done(NamedTuple):
    """A statement that was run: how many rows it gave, how long it took, and SQLite's plan."""

    sql: str
    rows: int
    milliseconds: float
    plan: list[str]


# --- Imports ---


def imports(command: Command, env: Mapping[str, str]) -> dict[str, Import]:
    """What a Python program imports: by module, the medians of several runs."""
    python, *arguments = command.arguments
    profiled = [python, "-X", "importtime", *arguments]
    times: dict[str, list[Import]] = {}
    for _ in range(RUNS):
        ran = subprocess.run(profiled, env=env, check=True, capture_output=True, text=True)
        for line in ran.stderr.splitlines():
            own, whole, name = line.removeprefix("import time:").split("|")
            if own.strip().isdigit():  # the first line is a heading
                read = Import(int(own) / 1000, int(whole) / 1000)
                times.setdefault(name.strip(), []).append(read)
    return {
        name: Import(*map(statistics.median, zip(*taken, strict=True)))
        for name, taken in times.items()
    }


def show_imports(search: Command, floor: Command, env: Mapping[str, str]) -> None:
    """The modules that cost most, and those beyond the floor."""
    ours, least = imports(search, env), imports(floor, env)
    beyond = {name: taken for name, taken in ours.items() if name not in least}
    print(
        f"\nimports of the search: {len(ours)} modules, {total(ours):.1f} ms;"
        f" of the floor: {len(least)}, {total(least):.1f} ms;"
        f" only in the search: {len(beyond)}, {total(beyond):.1f} ms"
    )
    print(f"{'':40}{'self ms':>9}{'with all':>10}")
    slowest = sorted(ours, key=lambda name: ours[name].own, reverse=True)
    for name in slowest[:SHOWN]:
        mark = " *" if name in beyond else ""
        print(f"{name:40}{ours[name].own:9.2f}{ours[name].whole:10.2f}{mark}")
    print("* not in the floor")


def total(taken: Mapping[str, Import]) -> float:
    """The time of all together."""
    return sum(one.own for one in taken.values())


# --- Statements ---


def statements(store: Store, words: str) -> list[Statement]:
    """The SQL that a search runs, in order."""
    rows, ran = Store.rows, []

    def recorded(store: Store, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        ran.append(Statement(" ".join(sql.split()), tuple(parameters)))
        return rows(store, sql, parameters)

    with patch.object(Store, "rows", recorded):
        search_store(store, words, count=False)
    return ran


def show_statements(words: str) -> None:
    """Each statement with its plan; what differs in its parameters only is shown once."""
    with open_store(SHIPPED) as store:
        ran = [asked(store, *statement) for statement in statements(store, words)]
    taken = sum(done.milliseconds for done in ran)
    print(f"\nstatements of the search for {words!r}: {len(ran)}, together {taken:.2f} ms")
    for sql in dict.fromkeys(done.sql for done in ran):
        alike = [done for done in ran if done.sql == sql]
        rows, took = sum(a.rows for a in alike), sum(a.milliseconds for a in alike)
        print(f"\n{textwrap.fill(sql, 78, subsequent_indent='    ')}")
        print(f"  run {len(alike)} times, {rows} rows, {took:.2f} ms")
        print(*(f"  - {step}" for step in alike[0].plan), sep="\n")


def asked(store: Store, sql: str, parameters: Sequence[object]) -> Done:
    """A statement run once more, and its plan."""
    started = time.perf_counter()
    rows = len(store.rows(sql, parameters))
    milliseconds = (time.perf_counter() - started) * 1000
    plan = [step for *_, step in store.rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
    return Done(sql.replace("?,", "").replace("(?)", "(?, …)"), rows, milliseconds, plan)


def main() -> None:
    """Show all three parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", default=["treaty"], metavar="WORD")
    words = " ".join(parser.parse_args().words)
    compile_python()
    with tempfile.TemporaryDirectory() as name:
        env = surroundings(Path(name))
        os.environ["CLAIMCLI_CACHE"] = env["CLAIMCLI_CACHE"]
        python = (sys.executable, "-c")
        search = Command((*python, PROGRAM, "search", "--json", "--corpus", str(SHIPPED), words))
        answer_of(search, env)  # compiles the corpus
        floor, nothing = Command((*python, FLOOR)), Command((*python, "pass"))
        took = medians((nothing, floor, search), env, RUNS)
        for what, command in (("Python", nothing), (FLOOR, floor), ("the search", search)):
            print(f"{what:40}{took[command] * 1000:9.1f} ms")
        show_imports(search, floor, env)
        show_statements(words)


if __name__ == "__main__":
    main()
