"""What a second person takes a passage for, as a plan: a draft in a file of that person's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcli.corpus.records import Reading
from claimcli.editing.composing import Files, ordered, taken_ids
from claimcli.editing.plan import Plan
from claimcli.names.latin import latin_words


def with_reading(
    root: Path, reading: Reading, by: str, values: Mapping[str, Any]
) -> tuple[Plan, str]:
    """The plan by which a draft is written into the readings of a person, and its id.

    The id tells who read, and nothing of what was read.
    """
    who = "-".join(latin_words(by)) or "second"
    file = f"readings/{who}.yaml"
    id = _free(f"{who}-reading", taken_ids(reading))
    files = Files(root, reading)
    files.write(file, "drafts", [ordered("draft", {"id": id, **values})])
    return Plan(files.changes, (f"{file}: {id}",)), id


def _free(start: str, taken: set[str]) -> str:
    number = sum(id.startswith(f"{start}-") for id in taken) + 1
    while f"{start}-{number}" in taken:
        number += 1
    return f"{start}-{number}"
