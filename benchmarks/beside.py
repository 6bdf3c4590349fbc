"""claimcli beside papis and ripgrep on the same records: `python benchmarks/beside.py`.

papis is looked for on PATH, or given: `--papis PATH`. To install it: `pipx install papis`, or
`python -m venv papis && papis/bin/pip install papis` (and `whoosh` for that backend). It gets a
library and settings of its own in a temporary directory; nothing of the user's is touched.

Each record is a claim here, a document there: the statement is its title, the holder its author.
papis searches tags, title, author, year and ref; claimcli and ripgrep search everything.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from generate import as_yaml, files, write
from timing import Command, Failed, answer_of, claimcli, compile_python, medians, surroundings

GOAL = 10
OURS = "claimcli search --json"
THEIRS = "papis export --format json"
"""What comes nearest to it: whole records as JSON."""
BACKENDS = ("papis", "sqlite", "whoosh")
"""How papis can keep its library; the first is what it does if nothing is said."""

Fields = dict[str, Any]


class Query(NamedTuple):
    """The same words for each program, and what is special about them."""

    what: str
    words: tuple[str, ...]


# --- Words to look for ---


def queries(records: int) -> list[Query]:
    """What is looked for in the generated records."""
    claims = [claim for _, fields in files(records) for claim in fields.get("claims", ())]
    word, second = words_alike(records, claims)
    return [
        Query("a word that only statements have", (word,)),
        Query("two such words", (word, second)),
        Query("a name in Han; only claimcli knows its other spellings", (name_in_han(claims),)),
    ]


def words_alike(records: int, claims: list[Fields]) -> tuple[str, str]:
    """A word of three to nine statements, and a rarer one of one of these.

    They are in no other text and no part of a longer word, so that they mean the same to a search
    for words, for beginnings of words, and for any letters.
    """
    everything = "".join(as_yaml(fields) for _, fields in files(records))
    holders = Counter(word for claim in claims for word in set(words_of(claim)))
    for claim in claims[len(claims) // 2 :]:
        rare = [word for word in words_of(claim) if holders[word] < 10]
        alike = [word for word in rare if everything.count(word) == holders[word]]
        alike.sort(key=lambda word: holders[word])
        if len(alike) > 1 and holders[alike[-1]] >= 3:
            return alike[-1], alike[0]
    raise Failed("no words of this corpus are rare enough")


def words_of(claim: Fields) -> list[str]:
    """The longer words of its statement that are no names."""
    return re.findall(r"\b[a-z]{5,}\b", claim["statement"])


def name_in_han(claims: Iterable[Fields]) -> str:
    """A name that is neither the most frequent nor rare."""
    every = Counter(name for c in claims for name in re.findall("[一-鿿]{2,3}", c["statement"]))
    return str(every.most_common(20)[-1][0])


# --- A library for papis ---


def make_library(folder: Path, records: int) -> None:
    """A folder with an info.yaml for each claim."""
    sources: dict[str, Fields] = {}
    scholars: dict[str, Fields] = {}
    for _, fields in files(records):
        sources.update((source["id"], source) for source in fields.get("references", ()))
        scholars.update((scholar["id"], scholar) for scholar in fields.get("scholars", ()))
        for claim in fields.get("claims", ()):
            document = folder / claim["id"]
            document.mkdir(parents=True)
            source = sources[claim["citation"]["source"]]
            info = as_document(claim, source, scholars[claim["scholars"][0]])
            (document / "info.yaml").write_text(as_yaml(info), encoding="utf-8")


def as_document(claim: Fields, source: Fields, scholar: Fields) -> Fields:
    """A claim in the fields that papis has for a document."""
    return {
        "papis_id": claim["id"],
        "ref": claim["id"],
        "type": "book",
        "title": claim["statement"],
        "author": scholar["name"],
        "year": source["issued"],
        "tags": [claim["stance"], *claim.get("certainty", "").split()],
        "abstract": claim["quote"],
        **({"note": claim["note"]} if "note" in claim else {}),
    }


LIST = ("list", "--all", "--id")
"""Answers with the ids that were found, the least that papis can print."""
EXPORT = ("export", "--all", "--format", "json")


def papis(
    program: str,
    folder: Path,
    backend: str,
    query: str,
    subcommand: tuple[str, ...] = LIST,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Command:
    """A search by papis."""
    settings = folder / backend
    settings.mkdir(exist_ok=True)
    (settings / "config").write_text(
        f"[settings]\ndefault-library = claims\ndatabase-backend = {backend}\n"
        f"[claims]\ndir = {folder / 'library'}\n",
        encoding="utf-8",
    )
    own = {"PAPIS_CONFIG_DIR": str(settings), "PAPIS_CACHE_DIR": str(folder / "cached")}
    nothing = str(folder / "home")
    environment = {**own, "HOME": nothing, "XDG_CONFIG_HOME": nothing, **more}
    arguments = (program, "-l", "claims", *subcommand, query)
    return Command(arguments, tuple(environment.items()))


def usable(program: str, folder: Path, env: Mapping[str, str]) -> list[str]:
    """The backends that are installed, each with its library indexed by now."""
    found = []
    for backend in BACKENDS:
        try:
            answer_of(papis(program, folder, backend, "nothing"), env)
            found.append(backend)
        except Failed as failed:
            print(f"without papis' {backend} backend: {str(failed).strip().splitlines()[-1]}")
    return found


def ways_of_papis(
    program: str, folder: Path, backends: Iterable[str], words: tuple[str, ...]
) -> Iterator[tuple[str, Command]]:
    """Each way of asking papis, by name."""
    query = " ".join(words)
    titles = " ".join(f"title:{word}" for word in words)
    # It starts a process for each core, which may take longer than it saves.
    alone = {"PAPIS_NP": "0"}
    for backend in backends:
        if backend == BACKENDS[0]:
            yield THEIRS, papis(program, folder, backend, query, EXPORT)
            yield "papis list", papis(program, folder, backend, query)
            yield "papis list, PAPIS_NP=0", papis(program, folder, backend, query, more=alone)
            yield (
                "papis list title:…, PAPIS_NP=0",
                papis(program, folder, backend, titles, more=alone),
            )
        else:
            yield f"papis list, {backend} backend", papis(program, folder, backend, query)


# --- Asking all of them ---


def ways(
    query: Query, program: str | None, backends: Iterable[str], folder: Path
) -> Iterator[tuple[str, Command]]:
    """Every way of asking, claimcli's first; what is not installed is left out."""
    corpus = str(folder / "corpus")
    yield OURS, claimcli("search", "--json", "--corpus", corpus, *query.words)
    if program:
        yield from ways_of_papis(program, folder, backends, query.words)
    ripgrep = shutil.which("rg")
    if ripgrep and len(query.words) == 1:
        yield "ripgrep, in claimcli's YAML", Command((ripgrep, *query.words, corpus))


def records_in(name: str, answer: str) -> int:
    """How many records an answer has: that, if it is JSON, or a line for each."""
    return len(json.loads(answer)) if name in (OURS, THEIRS) else answer.count("\n")


def compare(query: Query, asked: Mapping[str, Command], env: Mapping[str, str], runs: int) -> None:
    """Measure the ways of asking and print them beside claimcli's."""
    found = {name: records_in(name, answer_of(command, env)) for name, command in asked.items()}
    took = medians(asked.values(), env, runs)
    ratios = {name: took[command] / took[asked[OURS]] for name, command in asked.items()}
    print(f"\n{' '.join(query.words)}: {query.what}")
    print(f"{'':36}{'found':>8}{'ms':>8}{'times claimcli':>17}")
    for name, command in asked.items():
        print(f"{name:36}{found[name]:8}{took[command] * 1000:8.0f}{ratios[name]:17.2f}")
    theirs = [ratio for name, ratio in ratios.items() if name.startswith("papis")]
    if theirs and len(set(found.values())) == 1:
        verdict = "reached" if min(theirs) >= GOAL else "missed"
        usual, best = theirs[0], min(theirs)
        print(f"goal {GOAL} times: {verdict}; papis as installed {usual:.1f}, at best {best:.1f}")


def main() -> None:
    """Measure everything in a temporary directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papis", default=shutil.which("papis"), help="the program")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    if not options.papis:
        print("papis is not on PATH and left out; `pipx install papis`, or --papis PATH")
    compile_python()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = surroundings(folder)
        write(folder / "corpus", options.records)
        make_library(folder / "library", options.records)
        backends = usable(options.papis, folder, env) if options.papis else []
        print(f"{options.records:,} records, everything cached; medians of {options.runs} runs")
        for query in queries(options.records):
            asked = dict(ways(query, options.papis, backends, folder))
            compare(query, asked, env, options.runs)


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(str(failed))
