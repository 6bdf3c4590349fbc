"""The least that a cold build must do: parse the files' YAML events, and index the same texts."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import yaml

COLUMNS = {
    **{"statement": 0, "quote": 1, "note": 2},
    **dict.fromkeys(("id", "translation", "locator", "tags"), 3),
}
"""The texts of a claim that are searched, as they stand in a file, by the column they go into."""


def texts_of(path: Path, loader: type) -> list[tuple[str, ...]]:
    """The texts of each claim of a file, by going through the bare events."""
    found: list[tuple[str, ...]] = []
    key, depth, texts = "", 0, [""] * 4
    for event in yaml.parse(path.read_bytes(), Loader=loader):
        kind = type(event)
        if isinstance(event, yaml.ScalarEvent):
            if key in COLUMNS:
                column = COLUMNS[key]
                texts[column] += f" {event.value}" if texts[column] else event.value
                key = key if key == "tags" else ""
            else:
                key = event.value
        elif kind is yaml.SequenceEndEvent:
            key = ""
        elif kind is yaml.MappingStartEvent:
            depth += 1
        elif kind is yaml.MappingEndEvent:
            depth -= 1
            if depth == 1:  # of the file's own mapping: a record has ended
                if texts[0]:
                    found.append(tuple(texts))
                texts = [""] * 4
    return found


def main() -> None:
    """Build a bare index of the corpus in the first argument as the file in the second."""
    connection = sqlite3.connect(sys.argv[2], isolation_level=None)
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(statement, quote, note, other)")
    connection.execute("BEGIN")
    for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
        rows = texts_of(path, yaml.CLoader)
        connection.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", rows)
    connection.execute("COMMIT")


if __name__ == "__main__":
    main()
