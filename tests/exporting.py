"""A corpus whose texts try to break out of whatever they are put into, and who opens an export."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from claimcli.answers.export import Selection, ask
from claimcli.search import Filters
from claimcli.store import open_store

HOSTILE = {
    "quotes": "she said \"no\" and 'yes' and ''both'' and \\\"neither\\\"",
    "backslash-n": r"\N",
    "escapes": r"a \n b \l c \G d \\ e",
    "comments": "before // cut /* here */ <!-- or --> -- there",
    "end": "end",
    "links": "[[link]] [x](y) <a href='z'>q</a> {b} ]] }} %%{init}%% |pipe|",
    "marks": "# tag @mention *bold* _it_ `code` ~s~ ^u^ + ::: ---",
    "control": "nul \x00 bell \x07 escape \x1b[31m delete \x7f c1 \x9b nothing \uffff",
    "right-to-left": "\u202egnorts\u202c and \u200f\u2066\u2069 שלום \u061c",
    "formula": '=HYPERLINK("http://example.org","click")',
    "formula-behind-a-quote": "'=1+1",
    "number": "-5",
    "latex": r"50% of \emph{it} & $5_3^2 ~ #1 \\ { } \textbf{",
    "turtle": '""" ; . <x> a b "@en ^^ \\u0041',
    "separators": "a,b;c\td|e",
    "lines": "one\ntwo\r\nthree\rfour\u2028five\x85six",
    "null": "NULL",
    "entity": "&amp; &#35; #quot; &",
    "emoji": "👩‍🏫 \U0001d11e 東城",
}
"""A text for each way out, by a word for it."""


def write_hostile(folder: Path) -> Path:
    """A corpus with a question, stance, scholar, source, name and claim for each hostile text."""
    many = HOSTILE.items()
    record = {
        "title": HOSTILE["quotes"],
        "format": 1,
        "scholars": [{"id": f"s-{w}", "name": t, "kind": "person", "school": t} for w, t in many],
        "references": [
            {"id": f"w-{w}", "type": "book", "title": t, "publisher": t} for w, t in many
        ],
        "names": [
            {"id": f"n-{w}", "name": t, "kind": "place", "spellings": [{"value": t}]}
            for w, t in many
        ],
    }
    question = {
        "id": "q",
        "question": HOSTILE["links"],
        "scope": HOSTILE["comments"],
        "stances": {w: {"label": t, "meaning": t} for w, t in many},
        "claims": [_claim(word, text) for word, text in many],
    }
    folder.mkdir()
    for name, content in (("corpus", record), ("q", question)):
        (folder / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")
    return folder


def _claim(word: str, text: str) -> dict[str, object]:
    return {
        "id": f"c-{word}",
        "stance": word,
        "scholars": [f"s-{word}"],
        "statement": text,
        "citation": {"source": f"w-{word}", "locator": text},
        "quote": text,
        "basis": [{"claim": "c-end"}] if word != "end" else [],
        "relations": [{"disputes": "c-quotes"}] if word != "quotes" else [{"disputes": "q/end"}],
        "tags": [text],
        "note": text,
    }


def selection(corpus: Path, **filters: tuple[str, ...]) -> Selection:
    """The claims of a corpus that pass."""
    return ask(open_store(corpus, use_cache=False), Filters(**filters))  # type: ignore[arg-type]  # no test asks by year or mark


def of_datasette(database: Path, path: str) -> str:
    """What Datasette answers to a request for a path."""
    command = [sys.executable, "-m", "datasette", "serve", str(database), "--get", path]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
