"""I124: files in the folder of a corpus that may be meant as a part of it, and are not read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from claimcli.checks.survey import Survey
from claimcli.corpus.files import SITE
from claimcli.problems import Location, Problem

_WORKS = "`claimcli import FILE` records its works; or keep it outside of the corpus"
_TABLE = "`claimcli import FILE` reads highlights and tables; or keep it outside of the corpus"
_TEXT = "what it says of claims goes into YAML; a text to hold quotations against is for `verify`"
_MISNAMED = "name it .yaml if it is a file of records"

_MEANT = {
    **dict.fromkeys((".bib", ".bibtex", ".ris", ".enw", ".nbib", ".json", ".rdf"), _WORKS),
    **dict.fromkeys((".csv", ".tsv", ".xls", ".xlsx", ".ods"), _TABLE),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf"), _TEXT),
    **dict.fromkeys((".yaml.txt", ".yml.txt", ".yaml.bak", ".yml.bak"), _MISNAMED),
}
"""How files end that a recorder may take for records, and what to do about them."""


def unread_files(survey: Survey) -> Iterator[Problem]:
    """I124 for each kind of such files in a folder, at the first of them; not in a site's."""
    root = survey.reading.root
    for folder, folders, names in os.walk(root):
        if SITE in names:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        of_kind: dict[str, list[str]] = {}
        for name in sorted(names):
            if (ending := _ending(name)) and not name.startswith("."):
                of_kind.setdefault(ending, []).append(name)
        for ending, found in of_kind.items():
            yield _told(Path(folder).relative_to(root), ending, found)


def _ending(name: str) -> str | None:
    return next((ending for ending in _MEANT if name.lower().endswith(ending)), None)


def _told(folder: Path, ending: str, names: list[str]) -> Problem:
    first = os.fsencode(names[0]).decode("utf-8", "backslashreplace")
    which = (
        f"'{first}' is" if len(names) == 1 else f"'{first}' and {len(names) - 1:,} more like it are"
    )
    message = f"{which} not read: the records of a corpus are in *.yaml and *.yml"
    return Problem("I124", Location((folder / first).as_posix()), message, _MEANT[ending])
