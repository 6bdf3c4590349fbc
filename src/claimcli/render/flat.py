"""The flat formats: CSV, TSV and Markdown tables of views."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from claimcli.answers.views import CLAIM_FIELDS, View
from claimcli.citations.creators import person
from claimcli.render.safe import visible

_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠]")
"""Begins what a spreadsheet would run, also in the full width of East Asia."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#|~])")


def cell(value: Any) -> str:
    """A value of a view as one line of text; the parts of a list are joined by `; `.

    Of a record its `text` or `name` stands for it, else its values; None is nothing. The name of an
    author stands as in an index: `Meier, Christian`.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(filter(None, map(cell, value)))
    if isinstance(value, dict):
        return _record(value)
    return visible(str(value))


def _record(record: View) -> str:
    if "target" in record:  # of a relation the id, which a script can follow
        return f"{record['type']} {record['target']}"
    for name in ("text", "name", "value"):
        if record.get(name):
            return cell(record[name])
    if record.get("family"):
        return cell(person(record).inverted)
    return " ".join(filter(None, map(cell, record.values())))


def csv_lines(rows: Iterable[View], fields: Sequence[str]) -> Iterator[str]:
    """RFC 4180 with a header, but lines end as in Unix; what a spreadsheet would run gets a `'`."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for cells in chain([fields], ([inert(cell(row.get(f))) for f in fields] for row in rows)):
        writer.writerow(cells)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def tsv_lines(rows: Iterable[View], fields: Sequence[str]) -> Iterator[str]:
    """Tab-separated with a header, no quoting; cells hold neither tab nor line break."""
    for cells in chain([fields], ([inert(cell(row.get(f))) for f in fields] for row in rows)):
        yield "\t".join(cells) + "\n"


def markdown_lines(rows: Iterable[View], fields: Sequence[str]) -> Iterator[str]:
    """A table in GitHub's Markdown; nothing in a cell is taken as markup or HTML."""
    told = ([escaped_markdown(cell(row.get(f))) for f in fields] for row in rows)
    for cells in chain([fields, ["---"] * len(fields)], told):
        yield "| " + " | ".join(cells) + " |\n"


def escaped_markdown(text: str) -> str:
    """One line of text in which nothing is Markdown's or HTML's."""
    return _MARKDOWN.sub(r"\\\1", visible(text))


def inert(text: str) -> str:
    """A cell that no spreadsheet runs; a number, also a year before our era, is nothing to run."""
    return "'" + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


TEXTS: dict[str, Callable[[Iterable[View], Sequence[str]], Iterator[str]]] = {
    "csv": csv_lines,
    "tsv": tsv_lines,
    "md": markdown_lines,
}
"""What writes each of the formats, line by line."""


def others(view: View) -> Iterator[tuple[str, str]]:
    """The fields of a claim that no page has words of its own for, by their keys, in words."""
    for key in CLAIM_FIELDS:
        if key not in _TOLD:
            yield key.replace("_", " "), cell(view[key])


_TOLD = frozenset(
    (
        *("id", "question", "question_text", "stance", "stance_label", "statement", "scholars"),
        *("certainty", "citation", "via", "second_hand", "quote", "quote_source", "words"),
        *("translation", "year", "period", "basis", "relations", "answers", "unclear", "tags"),
        *("note", "recorded", "checked", "file", "line"),
    )
)
"""The keys of a claim that are told in words of their own; any other one is told by its key."""
