"""Files to records: everything a corpus holds, and everything wrong with how it is written."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from claimcli.corpus.draft import Draft
from claimcli.corpus.document import Document
from claimcli.corpus.files import files_of
from claimcli.corpus.locating import Finding, finding, resolve
from claimcli.corpus.text import decode, load
from claimcli.model import Claim, CorpusInfo, Name, Question, Record, Scholar, Source
from claimcli.problems import Location, Problem, in_file_order


class FileReading(msgspec.Struct, frozen=True, kw_only=True):
    """What one file holds.

    `left_out` is how many records could not be read; `broken` are their ids as far as they can be
    made out, so that what refers to them is not called wrong too.
    """

    file: str
    info: CorpusInfo | None = None
    claims: tuple[Claim, ...] = ()
    scholars: tuple[Scholar, ...] = ()
    sources: tuple[Source, ...] = ()
    questions: tuple[Question, ...] = ()
    names: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    broken: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a corpus holds: the records of all its files, each id once. Problems in file order."""

    root: Path
    files: tuple[str, ...] = ()
    info: CorpusInfo | None = None
    claims: tuple[Claim, ...] = ()
    scholars: tuple[Scholar, ...] = ()
    sources: tuple[Source, ...] = ()
    questions: tuple[Question, ...] = ()
    names: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    broken: frozenset[str] = frozenset()


KINDS = ("claims", "scholars", "sources", "questions", "names")
"""The fields of a reading that hold records."""


def read_corpus(root: Path) -> Reading:
    """Everything below `root`. Never raises for what is in it: that is in `problems`."""
    listing = files_of(root)
    with _no_collection():
        return combine(root, (read_file(root, file) for file in listing.files), listing.problems)


def read_file(root: Path, file: str) -> FileReading:
    """The records of one file below `root` (`/`-separated) and what is wrong in it."""
    content = load(root, file)
    if isinstance(content, Problem):
        return FileReading(file=file, problems=(content,))
    return read_bytes(file, content)


def read_bytes(file: str, content: bytes) -> FileReading:
    """The same from the bytes of a file."""
    document = Document(file, decode(file, content))
    draft = Draft(file)
    for entry in document.entries():
        draft.take(entry)
    return ...
