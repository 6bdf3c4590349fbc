"""The formats that are read, in one table: of the option, its help, and what reads each."""

from __future__ import annotations

WORKBOOKS = ("xlsx", "ods")
"""Those that are no text."""

FORMATS = {
    "bibtex": "bibtex.reading",
    "csl-json": "csl_json",
    "csl-yaml": "csl_yaml",
    "ris": "ris",
    "zotero": "zotero",
    "hypothesis": "hypothesis",
    "readwise": "readwise",
    "markdown": "markdown",
    "csv": "tables.separated",
    "tsv": "tables.separated",
    "jsonl": "tables.json_rows",
    **dict.fromkeys(WORKBOOKS, "tables.workbooks"),
}
"""Each with the module that reads it: only the one that is asked for is imported."""

ALSO = {
    "biblatex": "bibtex",
    "bib": "bibtex",
    "csl": "csl-json",
    "md": "markdown",
    "json": "jsonl",
}
"""What else they are called."""
