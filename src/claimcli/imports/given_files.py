"""The files that somebody gives: libraries, highlights, tables, and maps of what these mean."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from claimcli.corpus.files import why_not
from claimcli.errors import ClaimcliError
from claimcli.imports.decoding import decoded
from claimcli.imports.tables.columns import pairs_in
from claimcli.paths import expanded

_TABLES = (".csv", ".tsv", ".jsonl", ".parquet")
"""What the files of an exported folder end in."""


class ForeignFile(NamedTuple):
    """A file to be imported, by the name it was given with."""

    name: str
    content: bytes


def foreign_files(name: str) -> list[ForeignFile]:
    """A file with what is in it; of a folder, the tables. Raises where it cannot be read."""
    place = expanded(Path(name))
    if not place.is_dir():
        return [_read_file(name)]
    found = sorted(p for p in place.iterdir() if p.suffix in _TABLES)
    if not found:
        raise ClaimcliError(f"{name}: there is no .csv, .tsv or .jsonl in the folder")
    return [_read_file(str(path)) for path in found]


def _read_file(name: str) -> ForeignFile:
    try:
        return ForeignFile(name, expanded(Path(name)).read_bytes())
    except OSError as error:
        raise ClaimcliError(f"{name}: {why_not(error)}") from error


def maps_in(given: Iterable[str]) -> tuple[tuple[str, str] | None, list[str]]:
    """What `COLUMN=FIELD` and files of such lines say: the pairs, and a map of colours and tags.

    The map comes by its name and content. Raises for a file that cannot be read.
    """
    colours, columns = None, []
    for one in given:
        if "=" in one and not Path(one).exists():
            columns.append(one)
            continue
        found = _read_file(one)
        text = decoded(found.name, found.content)
        pairs = pairs_in(text)
        columns += pairs
        colours = colours if pairs else (found.name, text)
    return colours, columns
