"""What the tests of the store and the search share: a small corpus, and everything it answers."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from claimcli.search import Result, search
from claimcli.store import Role, Store
from claimcli.store.seal import seal

FILES = {
    "corpus.yaml": "title: A small corpus\nformat: 1\n",
    "scholars.yaml": """
scholars:
- id: ivanov
  name: I. I. Ivanov
  kind: person
  school: soviet
- id: li-ming
  name: Li Ming
  kind: person
  school: chinese
  names:
  - {value: 李明, scheme: han}
- id: some-critics
  name: some critics
  kind: unnamed
""",
    "sources.yaml": """
references:
- id: ivanov-1970
  type: book
  title: The river trade
  author: [{family: Ivanov, given: I. I.}]
  issued: {date-parts: [[1970]]}
- id: li-1985
  type: book
  title: Salt and silver
  author: [{family: Li, given: Ming}]
  issued: {date-parts: [[1985]]}
""",
    "names.yaml": """
names:
- id: red-fort
  name: Red Fort
  kind: place
  spellings:
  - {value: Hongbao, scheme: pinyin}
""",
    "questions/who-built.yaml": """
id: who-built
question: Who built the canal?
stances:
  merchants: {label: Merchants built it}
  crown: {label: The crown built it}
claims:
- id: merchants-paid
  stance: merchants
  scholars: [ivanov]
  statement: The merchants paid for the canal.
  citation: {source: ivanov-1970, locator: p. 12}
  quote: paid by the merchants
  tags: [money]
- id: crown-ordered
  stance: crown
  scholars: [li-ming]
  statement: The crown ordered the canal from Hongbao.
  citation: {source: li-1985}
  via: [{source: ivanov-1970}]
  quote: ordered by the crown
  period: 1410/1420
""",
    "questions/why-built.yaml": """
id: why-built
question: Why was it built?
stances:
  salt: {label: For salt}
claims:
- id: salt-was-dear
  stance: salt
  scholars: [some-critics]
  statement: Salt was dear.
  via: [{source: li-1985}]
  quote: salt was dear
  answers: [who-built/merchants]
  unclear: [scholars]
  note: The critics are not named.
""",
}
"""Three claims on two questions, in six files."""

QUERIES = (
    *("", "canal", "salt", "merchants paid", "-canal", "ivanov", "李明", "Hongbao", "red fort"),
    *("mer", "mercahnts", "scholar:li-ming", "stance:crown", '"the canal"', "nothingatall"),
    *("lighthouse", "beacon", "keeper"),
)
"""What the tests ask of every store."""


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a directory."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def contents(folder: Path) -> dict[str, str]:
    """The files below a directory by their paths from it, to the last byte: some are no text."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape")
        for path in folder.rglob("*")
        if path.is_file()
    }


def overwrite(path: Path, start: int, content: bytes) -> None:
    """Overwrite a part of a file."""
    with path.open("rb+") as file:
        file.seek(start)
        file.write(content)


def rot(path: Path, start: int, content: bytes) -> None:
    """Overwrite a part of a file, which keeps its size and its time."""
    times = path.stat()
    overwrite(path, start, content)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def rot_table(path: Path, table: str) -> None:
    """Damage one table of a store, so that it cannot be read, and its seal does not tell."""
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        [[page]] = connection.execute(asked, (table,)).fetchall()
        [[size]] = connection.execute("PRAGMA page_size").fetchall()
    overwrite(path, (page - 1) * size, b"\xff")
    seal(path)


def answers(store: Store) -> dict[str, Any]:
    """Everything that a store can be asked: equal for two stores of one corpus."""
    return {
        "whole": (
            store.lost,
            store.rows("SELECT path, left_out, unread, info FROM files ORDER BY slot"),
        ),
        "records": (store.scholars(), store.sources(), store.questions(), store.names()),
        "claims": store.claims(),
        "lists": (store.ids(), store.tags(), store.schools(), sorted(store.vocabulary)),
        "counts": {role: counts(store, role) for role in ROLES},
        "on": [store.claims_on(question.id) for question in store.questions()],
        "found": {query: _read(search(store, query)) for query in QUERIES},
    }


def counts(store: Store, role: str) -> dict[str, int]:
    """For every target of a role, how many claims are linked to it."""
    return {target: store.count(role, target) for target in store.targets(role)}


ROLES = tuple(value for name, value in vars(Role).items() if name.isupper())


def _read(result: Result) -> tuple[object, ...]:
    """A result whose hits are read while the store is open."""
    return (list(result.hits), result.total, result.tried, result.nearest, result.unmet)


def found(store: Store, query: str, **options: object) -> list[str]:
    """The ids of the claims that a search finds, in its order."""
    result = search(store, query, **options)  # type: ignore[arg-type]  # of the options of search
    return [hit.claim.id for hit in result.hits]
