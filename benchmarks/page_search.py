"""The search in the page: how large its index is, and how long a query takes in Chromium.

    python benchmarks/page_search.py [--claims 10000]

Needs playwright (the extra `browser`) and Chromium on the path, or named by CLAIMCLI_CHROMIUM.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import generate

from claimcli.answers.page_search import ask
from claimcli.model import Name, Scholar
from claimcli.site.search_index import index_script
from claimcli.site.search_script import search_script
from claimcli.store import Store, open_store
from claimcli.store.access_points import names_of

MEGABYTES, MILLISECONDS = 2.0, 20.0
"""The goals at 10,000 claims: the index compressed, and the slowest query."""

RUNS = 5
"""Pages that are asked all queries anew; of each query the least counts: other work of the machine
is not the page's."""

PAGE = """<!doctype html><meta charset="utf-8">
<script>const begun = performance.now()</script>
<script src="search-index.js"></script><script>const parsed = performance.now()</script>
<script src="search.js"></script><script>
globalThis.search = new claimcliSearch.Search(claimcliIndex);
globalThis.loading = [parsed - begun, performance.now() - parsed];
</script>"""

TIMED = """(queries) => queries.map((query) => {
  const begun = performance.now();
  const { numbers } = search.find(query);
  return [performance.now() - begun, numbers.length];
})"""


def queries(store: Store, count: int) -> list[str]:
    """Queries as they are typed: words, names in any script, phrases, fields, exclusions."""
    rng = random.Random(7)
    texts = [claim.statement.split() for claim in store.claims()]
    records: tuple[Scholar | Name, ...] = (*store.scholars(), *store.names())
    names = [name for record in records for name in names_of(record)]

    def word() -> str:
        return rng.choice(rng.choice(texts)).strip(".,")

    kinds = (
        word,
        lambda: f"{word()} {word()}",
        lambda: f'"{" ".join(rng.choice(texts)[3:5])}"',
        lambda: rng.choice(names),
        lambda: f"{rng.choice(names)} {word()}",
        lambda: f"{word()} -{word()}",
        lambda: f"statement:{word()}",
        lambda: f"{word()[:4]}*",
        lambda: f'scholar:"{rng.choice(names)}"',
    )
    return [kinds[number % len(kinds)]() for number in range(count)]


def written(store: Store, folder: Path) -> None:
    """Write both scripts, and say how large they are and how long that took."""
    begun = time.perf_counter()
    index = "".join(index_script(ask(store))).encode()
    seconds = time.perf_counter() - begun
    (folder / "search-index.js").write_bytes(index)
    (folder / "search.js").write_text(search_script(), encoding="utf-8")
    (folder / "search.html").write_text(PAGE, encoding="utf-8")
    small = len(gzip.compress(index, 9)) / 1e6
    print(f"index           {len(index) / 1e6:7.2f} MB, compressed {small:.2f} (goal {MEGABYTES})")
    script = search_script().encode()
    print(f"script          {len(script) / 1e3:7.0f} KB, compressed {_compressed(script):.0f}")
    print(f"written in      {seconds:7.1f} s")


def _compressed(script: bytes) -> float:
    return len(gzip.compress(script, 9)) / 1e3


def timed(folder: Path, asked: list[str]) -> tuple[list[float], list[tuple[float, int]]]:
    """Milliseconds of loading, and of each query with its number of hits, in a browser."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CLAIMCLI_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        runs = [_asked_anew(browser, folder, asked) for _ in range(RUNS)]
        browser.close()
    loading = min((loading for loading, _ in runs), key=sum)
    return loading, [
        (min(ms for ms, _ in one), one[0][1])
        for one in zip(*(found for _, found in runs), strict=True)
    ]


def _asked_anew(browser: Any, folder: Path, asked: list[str]) -> tuple[list[float], list[Any]]:
    page = browser.new_page()
    page.goto((folder / "search.html").as_uri())
    times = page.evaluate("loading"), page.evaluate(TIMED, asked)
    page.close()
    return times


def main() -> None:
    """Make the corpus, write its search, and ask it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=900)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        root, folder = Path(directory, "corpus"), Path(directory)
        for path, fields in generate.files(options.claims):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(generate.as_yaml(fields), encoding="utf-8")
        store = open_store(root, use_cache=False)
        print(f"{options.claims:,} claims")
        written(store, folder)
        asked = queries(store, options.queries)
        (parse, load), found = timed(folder, asked)
        print(f"loaded in       {parse + load:7.0f} ms, {parse:.0f} of it reading the index")
        times = sorted(ms for ms, _ in found)
        middle, late = statistics.median(times), times[int(len(times) * 0.95)]
        print(f"a query         {middle:7.1f} ms, 95 of 100 below {late:.1f}")
        print(f"slowest query   {times[-1]:7.1f} ms (goal {MILLISECONDS})")
        print(f"found something {sum(hits > 0 for _, hits in found)} of {len(found)}")
        for (ms, hits), query in sorted(zip(found, asked, strict=True), reverse=True)[:5]:
            print(f"slowest         {ms:7.1f} ms, {hits} hits: {query}")


if __name__ == "__main__":
    main()
