"""How long a comparison takes to be drawn: `python benchmarks/drawing.py [DIR]`, a few seconds.

An invented debate: 45 scholars with names in three scripts, 142 claims, five positions. `DIR` keeps
its corpus, to be looked at: `claimcli compare why-abandoned --corpus DIR`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from timing import compile_python

from claimcli.answers.compare import ask
from claimcli.store import open_store

RUNS = 11
SCHOLARS, CLAIMS = 45, 142
GOAL = 50
"""Milliseconds for drawing all claims, once rich is imported."""

FAMILIES = """Berezkin Eklund Lin Ma Zhuravin Bowman Shen Dubrovin Zarubin Lombard Ortmann Ye Gruber
Istomin Thielmann Okada Hua Vinter""".split()
HAN = {"Lin": "林文遠", "Ma": "馬思齊", "Shen": "沈道明", "Ye": "葉知秋", "Hua": "華子良"}
CYRILLIC = {"Berezkin": "Берёзкин", "Zhuravin": "Журавин", "Dubrovin": "Дубровин"}
POSITIONS = {
    "silted": "The river silted up",
    "trade": "Trade moved elsewhere",
    "raids": "Raids drove people away",
    "decree": "It was closed by decree",
    "never": "There was no abandonment",
}
SAID = (
    "The quays stood dry at low water well before the town was left.",
    "Soundings in the gazetteers show the bar rising by a fathom in sixty years.",
    "Mud from the cleared uplands filled the channel within two generations.",
    "Ships of more than two hundred piculs called at the new port from the 1480s on.",
    "The customs house was moved, and the merchants' guild 會館 moved with it.",
    "The order to clear the coast names the harbour, and was carried out in a month.",
)


def debate(rng: random.Random) -> dict[str, Any]:
    """The records of the corpus, in one file."""
    scholars, works = [], []
    for number in range(SCHOLARS):
        family = FAMILIES[number % len(FAMILIES)]
        other = HAN.get(family) or CYRILLIC.get(family) or ""
        name = f"{chr(65 + number // len(FAMILIES))}. {family} {other}".strip()
        unnamed = number % 22 == 21
        kind = "unnamed" if unnamed else "person"
        scholars.append({"id": f"s{number}", "name": name, "kind": kind, "school": "coast"})
        year = 1895 + rng.randrange(125)
        author = [{"family": family, "given": chr(65 + number // len(FAMILIES))}]
        works.append({"id": f"w{number}", "type": "book", "author": author, "issued": str(year)})
    return {
        "title": "The harbour of Lanhe",
        "format": 1,
        "scholars": scholars,
        "references": works,
        "id": "why-abandoned",
        "question": "Why was the harbour of Lanhe 蘭河 abandoned?",
        "scope": "The port at the river's mouth; not the walled town upstream.",
        "period": "1430/1560",
        "stances": {id: {"label": label} for id, label in POSITIONS.items()},
        "claims": [claim(number, rng) for number in range(CLAIMS)],
    }


def claim(number: int, rng: random.Random) -> dict[str, Any]:
    """One claim; every third is second-hand, some are unclear or conjectured."""
    holder = rng.randrange(SCHOLARS)
    made: dict[str, Any] = {
        "id": f"w{holder}-harbour-{number}",
        "stance": list(POSITIONS)[min(rng.randrange(7), 4)],
        "scholars": [f"s{holder}"],
        "statement": rng.choice(SAID),
        "citation": {"source": f"w{holder}", "locator": f"p. {rng.randrange(9, 400)}"},
    }
    if number % 3 == 0:
        made["via"] = [{"source": f"w{(holder + 7) % SCHOLARS}", "locator": "p. 96"}]
    if number % 9 == 0:
        made |= {"unclear": ["stance"], "note": "The report does not say it outright."}
    if number % 11 == 0:
        made["certainty"] = "conjectured"
    return made


def milliseconds(work: Callable[[], object]) -> float:
    """How long a processor works at something: a busy machine does not count."""
    started = time.process_time()
    work()
    return 1000 * (time.process_time() - started)


def main() -> None:
    """Draw it, and print how long that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    given = parser.parse_args().folder
    compile_python()
    os.environ |= {"COLUMNS": "100", "FORCE_COLOR": "1"}
    with tempfile.TemporaryDirectory() as temporary:
        folder = given or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        written = json.dumps(debate(random.Random(1)), ensure_ascii=False, indent=1)
        (folder / "corpus.yaml").write_text(written, encoding="utf-8")
        report(folder)


def report(folder: Path) -> None:
    """The times, in the order in which a user waits for them."""
    store = open_store(folder, use_cache=False)
    question = store.question("why-abandoned")
    assert question
    answer = ask(store, question)

    def drawn() -> str:
        from claimcli.render.tables import draw

        return draw(answer).text

    first = milliseconds(drawn)
    median = statistics.median(milliseconds(drawn) for _ in range(RUNS))
    lines = drawn().count("\n")
    print(f"a comparison of {answer.totals.claims} claims drawn in {lines} lines")
    print(f"  rich imported and drawn the first time  {first:6.1f} ms")
    print(f"  drawn, median of {RUNS}                     {median:6.1f} ms   goal {GOAL}")
    sys.exit(median > GOAL)


if __name__ == "__main__":
    main()
