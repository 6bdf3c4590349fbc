"""The least that a cold build must do: parse the files' YAML events, and index the same texts."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import yaml

TEXTS = ("statement", "quote", "note")


def texts_of(path: Path, loader: type) -> list[tuple[str, ...]]:
    """The statement, quote and note of each claim of a file, by going through the bare events."""
    found: list[tuple[str, ...]] = []
    key, texts = "", dict.fromkeys(TEXTS, "")
    for event in yaml.parse(path.read_bytes(), Loader=loader):
        if type(event) is yaml.MappingEndEvent and texts["statement"]:
            found.append(tuple(texts.values()))
            texts = dict.fromkeys(TEXTS, "")
        elif type(event) is yaml.ScalarEvent:
            if key in texts:
                texts[key], key = event.value, ""
            else:
                key = event.value
    return found


def main() -> None:
    """Build a bare index of the corpus in the first argument as the file in the second."""
    connection = sqlite3.connect(sys.argv[2], isolation_level=None)
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(statement, quote, note)")
    connection.execute("BEGIN")
    for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
        connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", texts_of(path, yaml.CLoader))
    connection.execute("COMMIT")


if __name__ == "__main__":
    main()
