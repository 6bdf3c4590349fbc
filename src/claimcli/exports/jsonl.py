"""JSON lines: every record as published (docs/json.md), a file for each kind of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcli.answers.export import Selection
from claimcli.answers.views import View, name_view, question_view, scholar_view, source_view
from claimcli.render import json_line


def texts(selection: Selection) -> Iterator[str]:
    """The claims."""
    return (line.decode() for line in _lines(selection.claim_views()))


def make(selection: Selection, folder: Path) -> None:
    """A folder with all records."""
    records: dict[str, Iterable[View]] = {
        "corpus": [selection.corpus_view],
        "questions": map(question_view, selection.questions),
        "scholars": map(scholar_view, selection.scholars),
        "sources": map(source_view, selection.sources),
        "names": map(name_view, selection.names),
        "claims": selection.claim_views(),
    }
    folder.mkdir()
    for kind, views in records.items():
        with (folder / f"{kind}.jsonl").open("wb") as file:
            file.writelines(_lines(views))


def _lines(views: Iterable[View]) -> Iterator[bytes]:
    return (json_line(view) + b"\n" for view in views)
