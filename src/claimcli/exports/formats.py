"""The formats, in one table: of the command, its help, what TAB offers, and docs/exporting.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from claimcli.answers.export import Selection

Texts = Callable[["Selection"], Iterator[str]]
Make = Callable[["Selection", Path], None]


class ExportFormat(NamedTuple):
    """A format.

    Args:
        name: what it is called.
        says: what comes of it, in one line of the help.
        ending: of a file; empty where it is a folder of files.
        is_text: whether it can go to standard output; of a folder, its claims.
        extra: the extra of the package that has the library it takes.
    """

    name: str
    says: str
    ending: str
    is_text: bool = True
    extra: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether it is several files."""
        return not self.ending

    @property
    def texts(self) -> Texts:
        """What gives its text, piece by piece."""
        found: Texts = self._module.texts
        return found

    @property
    def make(self) -> Make:
        """What makes it at a path, where nothing is yet."""
        made: Make | None = getattr(self._module, "make", None)
        return made or self._written

    def remarks(self, selection: Selection) -> Iterator[str]:
        """What whoever opens it has to know of it."""
        found = getattr(self._module, "remarks", None)
        yield from found(selection) if found else ()

    def _written(self, selection: Selection, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(self.texts(selection))

    @property
    def _module(self) -> Any:
        """Its file; loaded when it is asked for, with the libraries that it takes."""
        try:
            return import_module(f"claimcli.exports.{self.name.replace('-', '_')}")
        except ModuleNotFoundError as error:
            if not self.extra or (error.name or "").startswith("claimcli"):
                raise
            raise MissingExtra(self, error.name or self.extra) from error


class MissingExtra(ClaimcliError):
    """The library that a format takes is not installed."""

    def __init__(self, format: ExportFormat, library: str) -> None:
        super().__init__(
            f"{format.name} takes {library}, which is not installed:"
            f" pip install 'claimcli[{format.extra}]'"
        )


FORMATS = {
    format.name: format
    for format in (
        ExportFormat("jsonl", "JSON lines: a file for each kind of record, or the claims", ""),
        ExportFormat("csv", "tables as CSV, with ids to join on", "", is_text=False),
        ExportFormat("xlsx", "the same tables as a workbook", ".xlsx", False, extra="xlsx"),
        ExportFormat("sqlite", "a SQLite database with views and search", ".db", is_text=False),
        ExportFormat("parquet", "the same tables for DuckDB and Spark", "", False, extra="parquet"),
        ExportFormat("csl-json", "sources for Zotero and pandoc --citeproc", ".json"),
        ExportFormat("dot", "a graph of claims, positions and replies for Graphviz", ".dot"),
        ExportFormat("mermaid", "the same as a flowchart in Markdown", ".mmd"),
        ExportFormat("graphml", "the same for Gephi, yEd and networkx", ".graphml"),
        ExportFormat("argdown", "questions with what supports and disputes what", ".argdown"),
        ExportFormat("obsidian", "a note for each record, linked, with properties", "", False),
        ExportFormat("trig", "RDF: each claim as a nanopublication (TriG)", ".trig"),
        ExportFormat("jsonld", "the same as JSON-LD", ".jsonld"),
        ExportFormat("cldf", "who holds which stance, as a StructureDataset of CLDF", "", False),
        ExportFormat("bibtex", "sources for LaTeX (biblatex)", ".bib"),
    )
}
