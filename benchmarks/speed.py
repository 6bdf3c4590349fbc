"""How fast claimcli is: `python benchmarks/speed.py`, about two minutes; a million claims: twenty.

Whole processes, run in turn so that a busy machine slows all of them alike; medians of eleven runs
for what is quick, of three for building. Every ratio is to something measured in the same run.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from generate import write
from timing import (
    HERE,
    SHIPPED,
    Command,
    Failed,
    Row,
    claimcli,
    compile_python,
    measure,
    memory,
    on_cores,
    show,
    surroundings,
)

IMPORTS = Command((sys.executable, "-c", "import typer, msgspec, sqlite3"))
FOUND = '"id"'
MILLION = 1_000_000


class Goals(NamedTuple):
    """What depends on the size of the corpus: cold build / floor, and megabytes of memory."""

    build: float
    memory: int


GOALS = {100_000: Goals(1.8, 300), MILLION: Goals(2.0, 600)}
"""By the number of claims; those for 100,000 are shown for every other number."""


class Options(NamedTuple):
    """How much is measured."""

    claims: int
    runs: int
    builds: int
    only: str
    corpus: Path | None

    @property
    def goals(self) -> Goals:
        """The goals for that many claims."""
        return GOALS.get(self.claims, GOALS[100_000])


def asked() -> Options:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=11, help="of what is quick")
    parser.add_argument("--builds", type=int, default=3, help="runs of building and checking")
    parser.add_argument("--only", default="", help="rows whose name has this in it")
    parser.add_argument("--corpus", type=Path, help="one of so many claims, by generate.py")
    parser.add_argument("--quick", action="store_true", help="20,000 claims, fewer runs")
    given = parser.parse_args()
    if given.quick:
        return Options(20_000, 5, 1, given.only, None)
    builds = 1 if given.claims >= MILLION else given.builds
    return Options(given.claims, given.runs, builds, given.only, given.corpus)


# --- Commands on a compiled corpus ---


def start_up() -> list[Row]:
    """What a user waits for each time, by the least that such a program must import."""
    words = {"COMP_CWORD": "1", "COMP_WORDS": "claimcli se"}
    an_id = {"COMP_CWORD": "3", "COMP_WORDS": "claimcli compare --question "}
    return [
        Row("search WORD --json, shipped corpus", search(SHIPPED, "treaty"), IMPORTS, 1.25),
        Row("--help", claimcli("--help")._replace(answer="compare"), IMPORTS, 1.15),
        Row("TAB after `claimcli se`", completion("search", words), IMPORTS, 1.15),
        Row("TAB after `--question `", completion("who-started-war", an_id), IMPORTS),
    ]


def at_scale(big: Path) -> list[Row]:
    """The same command on the large corpus and on the shipped one."""
    name = name_in_han(big)
    first = partial(search, SHIPPED, "treaty", "--limit", "20")
    return [
        Row("a selective word", search(big, selective_word(big)), search(SHIPPED, "treaty"), 1.15),
        Row(
            "a name in Han, first 20",
            search(big, name, "--limit", "20"),
            search(SHIPPED, "張覺", "--limit", "20"),
            1.15,
        ),
        Row("a word of half the claims, first 20", first_of(big), first(), 1.3),
        Row("compare, 1,000 claims", compare(big, "question-0"), compare(SHIPPED), 1.8),
    ]


def many_hits(big: Path) -> list[Row]:
    """What each hit costs: it is read, explained, made a record and encoded."""
    name = search(big, "Wang")  # in all scripts, by what they sound like, too
    return [
        Row("20,000 hits as JSON", search(big, "and", "--limit", "20000"), IMPORTS, 27),
        Row("a name's hits as JSON, all of them", name, IMPORTS, 27),
    ]


def first_of(big: Path) -> Command:
    """The first of the many claims that have a frequent word."""
    return search(big, "and", "--limit", "20")


def search(corpus: Path, *words: str) -> Command:
    """A search, answered in JSON."""
    return claimcli("search", "--json", "--corpus", str(corpus), *words)._replace(answer=FOUND)


def compare(corpus: Path, question: str = "who-started-war") -> Command:
    """A comparison of the positions on a question, answered in JSON."""
    asked = claimcli("compare", "--json", "--corpus", str(corpus), "--question", question)
    return asked._replace(answer=FOUND)


def completion(offered: str, typed: dict[str, str]) -> Command:
    """What bash runs when TAB is pressed."""
    more = {**typed, "_CLAIMCLI_COMPLETE": "complete_bash", "CLAIMCLI_CORPUS": str(SHIPPED)}
    return claimcli(**more)._replace(answer=offered)


@cache
def selective_word(big: Path) -> str:
    """Of the words of a file in the middle the rarest that is in more than two places."""
    files = question_files(big)
    lines = files[len(files) // 2].read_text(encoding="utf-8").split("\n")
    words = " ".join(line for line in lines if line.startswith("  statement:")).split()
    long_words = [w for w in words if w.isalpha() and w.isascii() and w.islower() and len(w) > 8]
    counts = dict.fromkeys(long_words, 0)
    for file in files:  # one at a time: all of them may not fit into memory
        for word in file.read_text(encoding="utf-8").split():
            if word in counts:
                counts[word] += 1
    return min((word for word in long_words if counts[word] > 2), key=counts.__getitem__)


def name_in_han(big: Path) -> str:
    """The Han spelling of a name in the middle of the list."""
    lines = (big / "names.yaml").read_text(encoding="utf-8").split("\n")
    names = [line.split(": ")[1].strip("'") for line in lines if line.startswith("  - value:")]
    return [name for name in names if not name.isascii() and "'" not in name][len(names) // 4]


def question_files(big: Path) -> list[Path]:
    """The files with claims."""
    return sorted(big.glob("questions/*.yaml"))


def beside_ripgrep(big: Path) -> Iterator[Row]:
    """The same word over the same YAML by ripgrep, where that is installed."""
    ripgrep = shutil.which("rg")
    if ripgrep:
        word = selective_word(big)
        found = Command((ripgrep, word, str(big)), answer=word)
        yield Row("the selective word / ripgrep", search(big, word), found)


# --- Building and checking ---


def building(options: Options, big: Path, folder: Path) -> list[Row]:
    """Compiling the corpus for the first time and after a change, and checking it."""
    cold, least = first_use(big, folder), floor(big, folder)  # the floor uses one core only
    built = on_cores(2, cold)
    files, numbers = question_files(big), count(1)
    touched = cold._replace(before=lambda: files[-next(numbers)].touch())
    rows = [
        Row("cold build, two cores / floor", built, least, options.goals.build),
        Row(f"one file of {len(files)} touched / cold build", touched, built, 0.1),
    ]
    if options.claims >= MILLION:  # the rest takes many minutes, and tells nothing else
        return rows
    checked = on_cores(2, claimcli("check", "--corpus", str(big)))
    return [
        *rows,
        Row("cold build, one core / floor", on_cores(1, cold), least, 2.5),
        Row("check / cold build, two cores", checked, built, 2.5),
    ]


def first_use(big: Path, folder: Path) -> Command:
    """A command that must compile the corpus before it can answer."""
    clear = partial(shutil.rmtree, folder / "cache", ignore_errors=True)
    return search(big, "treaty", "--limit", "1")._replace(before=clear)


def floor(big: Path, folder: Path) -> Command:
    """The least that must be done for that: see floor.py."""
    index = folder / "floor.db"
    run = Command((sys.executable, str(HERE / "floor.py"), str(big), str(index)))
    return run._replace(before=partial(index.unlink, missing_ok=True))


def show_memory(options: Options, big: Path, folder: Path) -> None:
    """What a cold build takes, all its processes together."""
    needed = memory(first_use(big, folder), surroundings(folder))
    if needed:
        print(
            f"\nmemory of a cold build: {needed.together} MB together (goal"
            f" {options.goals.memory}), its largest process {needed.largest} MB"
        )


class Part(NamedTuple):
    """What is measured together; `tried` is whether each runs once before it counts."""

    heading: str
    rows: Iterable[Row]
    runs: int
    tried: bool = True


def table(options: Options, big: Path, folder: Path) -> list[Part]:
    """Everything that is measured by ratios."""
    size = f"{options.claims:,} claims"
    return [
        Part(f"Building, {size}", building(options, big, folder), options.builds, tried=False),
        Part("Start-up / import typer, msgspec, sqlite3", start_up(), options.runs),
        Part(f"{size} / shipped corpus", at_scale(big), options.runs),
        Part(f"Many hits of {size} / the imports", many_hits(big), options.builds),
        Part(f"Beside ripgrep, {size}", beside_ripgrep(big), options.runs),
    ]


def main() -> None:
    """Measure everything in a temporary directory."""
    options = asked()
    compile_python()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        big = options.corpus or folder / "big"
        if not options.corpus:
            write(big, options.claims)
        env = surroundings(folder)
        if options.claims not in GOALS:
            print("the goals are for 100,000 claims")
        if options.only in "memory of a cold build":
            show_memory(options, big, folder)
        for heading, rows, runs, tried in table(options, big, folder):
            wanted = [row for row in rows if options.only in row.what]
            if wanted:
                show(heading, measure(wanted, env, runs, tried=tried))


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(str(failed))
