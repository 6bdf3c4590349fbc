"""The files that a new corpus begins with, and how they are put into a directory: all or none."""

from __future__ import annotations

from pathlib import Path

import msgspec

from claimcli.errors import ClaimcliError
from claimcli.schemas.dialect import in_draft_07
from claimcli.schemas.written import of_files
from claimcli.writing import Writing, write_all

_BEGINNING = Path(__file__).parent / "beginning"

FILES = {
    "corpus.yaml": "corpus.yaml",
    "scholars.yaml": "scholars.yaml",
    "sources.yaml": "sources.yaml",
    "names.yaml": "names.yaml",
    "questions/example-who-began.yaml": "questions/example-who-began.yaml",
    ".gitattributes": "gitattributes",
    ".vscode/settings.json": "settings.json",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/check.yml": "check.yml",
    "README.md": "README.md",
}
"""The files of a new corpus, each with what it is made of."""

SCHEMA = ".claimcli.schema.json"
"""The file with the schema of the others, which editors are told of."""

QUESTION = "example-who-began"
"""The question that is an example."""

EXAMPLES = ("example-archer", "example-baker", "example-archer-1950", "example-baker-1980")
"""What else is one: scholars and works that the claims on that question name."""


class InTheWay(ClaimcliError):
    """A new corpus would write over something that is there."""


def begin(directory: Path) -> None:
    """Write a small corpus that passes `check` into a directory, which is made if need be.

    Raises `InTheWay`, naming the files that are there already, and `CannotWrite`; nothing is
    written then.
    """
    if directory.exists() and not directory.is_dir():
        raise InTheWay(f"{directory} is a file; name a directory")
    there = [name for name in (*FILES, SCHEMA) if _is_there(directory / name)]
    if there:
        listed = ", ".join(there)
        raise InTheWay(f"{listed} in {directory} would be written over; name another directory")
    contents = {name: (_BEGINNING / made_of).read_bytes() for name, made_of in FILES.items()}
    contents[SCHEMA] = _schema()
    write_all([Writing(directory / name, content, None) for name, content in contents.items()])


def _schema() -> bytes:
    """In draft-07, which every editor knows."""
    return msgspec.json.format(msgspec.json.encode(in_draft_07(of_files())), indent=2) + b"\n"


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
