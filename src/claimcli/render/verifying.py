"""Quotations and citations held against texts, and what is to be checked, drawn for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.render.flat import cell
from claimcli.render.tables import HEAD, QUIET, grid, indented, text
from claimcli.views import View

_VERDICTS = {
    "missing": "the text does not have these words",
    "near": "the text has other words: [-the text's-]{+the quotation's+}",
    "ambiguous": "the text has these words more than once",
    "elsewhere": "the text has these words, but not on the page given",
    "no text": "there is no text at hand",
    "normalised": "as quoted, but for how the text is printed",
    "exact": "to the letter",
}
_MEANING = f"not bold {QUIET}"
_CHANGE = re.compile(r"(\[-.*?-\])|(\{\+.*?\+\})", re.DOTALL)
_MOST_RECORDS = 3
"""Records of one citation that a table shows."""


def verified(rows: Sequence[View]) -> Iterator[RenderableType]:
    """Quotations under their verdicts, each with its place in the text."""
    for verdict, group in groupby(rows, key=lambda row: str(row["verdict"])):
        yield text(verdict.capitalize(), HEAD).append(f"  {_VERDICTS[verdict]}", _MEANING)
        table = grid("", "", ratios=(3, 2), head=False)
        for row in group:
            table.add_row(_quotation(row), _where(row))
        yield indented(table)


def _quotation(row: View) -> RenderableType:
    said = [text(f"“{row['quote']}”")]
    if row["difference"]:
        said.append(_difference(row["difference"]))
    return Group(*said, text(row["id"], QUIET), Text())


def _difference(difference: str) -> Text:
    """What the text has and the quotation has not in red, the other way in green."""
    shown, at = Text(), 0
    for change in _CHANGE.finditer(difference):
        shown.append_text(text(difference[at : change.start()]))
        shown.append_text(text(change.group(), "red" if change[1] else "green"))
        at = change.end()
    return shown.append_text(text(difference[at:]))


def _where(row: View) -> RenderableType:
    said = f", {row['locator']}" if row["locator"] else ""
    places = [text(place["text"], QUIET) for place in row["places"]]
    return Group(text(f"{row['source']}{said}"), *places, Text())


def coverage(rows: Sequence[View]) -> Iterator[RenderableType]:
    """Citations of a text with what rests on each; those that nothing rests on with their words."""
    if not rows:
        return
    table = grid()
    table.expand = True
    table.add_column("Line", justify="right", no_wrap=True)
    table.add_column("Cites", ratio=2, overflow="fold")
    table.add_column("Records that rest on it", ratio=5, overflow="fold")
    for before, row in zip([None, *rows], rows, strict=False):
        same = before is not None and _same_records(before, row)
        records = text("as above", QUIET) if same else _records(row)
        table.add_row(text(row["line"], QUIET), _citation(row), records)
    yield table


def _same_records(one: View, other: View) -> bool:
    """Whether the same records rest on two citations of one parenthesis."""
    same = one["parenthesis"] == other["parenthesis"] and one["verdict"] == other["verdict"]
    return same and other["verdict"] == "recorded" and _here(one) == _here(other)


def _here(row: View) -> list[View]:
    return [record for record in row["records"] if record["here"]]


def _citation(row: View) -> RenderableType:
    meant = ", ".join(source["id"] for source in row["sources"])
    printed = ", ".join(filter(None, [*row["authors"], "et al." * row["others"], row["title"]]))
    label = ", ".join(filter(None, [f"{printed} {row['year'] or 'n.d.'}", row["locator"]]))
    return Group(text(label), text(meant or "no source recorded", QUIET), Text())


def _records(row: View) -> RenderableType:
    if row["verdict"] == "recorded":
        return Group(*_some(_here(row)), Text())
    away = len(row["records"])
    elsewhere = f"; {away} on the work, from other sentences" if away else ""
    return Group(text(f"none yet{elsewhere}", "bold"), _sentence(row), Text())


def _some(records: Sequence[View]) -> Iterator[Text]:
    for record in records[:_MOST_RECORDS]:
        yield text(record["text"]).append_text(text(f"  {record['id']}", QUIET))
    if len(records) > _MOST_RECORDS:
        yield text(f"and {len(records) - _MOST_RECORDS} more", QUIET)


def _sentence(row: View) -> Text:
    """The sentence around a citation, in which the citation stands out."""
    sentence, printed = str(row["sentence"]), str(row["citation"])
    at = sentence.find(printed)
    return text(sentence, spans=[(at, at + len(printed))] if at >= 0 else ())


def to_check(rows: Sequence[View]) -> Iterator[RenderableType]:
    """Second-hand claims with how much rests on them and where they are to be looked up."""
    if not rows:
        return
    table = grid()
    table.expand = True
    table.add_column("Rest on it", justify="right", width=7)
    table.add_column("Claim", ratio=3, overflow="fold")
    table.add_column("To be looked up in", ratio=2, overflow="fold")
    for row in rows:
        table.add_row(_weight(row), _claim(row), _work(row))
    yield table


def _weight(row: View) -> RenderableType:
    if not row["in_all"]:
        return text("·", QUIET)
    further = row["in_all"] - row["directly"]
    return Group(text(row["directly"]), *([text(f"+{further}", QUIET)] if further else []))


def _claim(row: View) -> RenderableType:
    return Group(text(row["statement"]), text(row["id"], QUIET), *_stamps(row), Text())


def _stamps(row: View) -> Iterator[Text]:
    known = [f"{key} by {cell(row[key])}" for key in ("recorded", "checked") if row[key]]
    if known:
        yield text("; ".join(known), QUIET)


def _work(row: View) -> RenderableType:
    work = row["citation"]["text"] if row["citation"] else "no work is named"
    others = row["on_work"] > 1
    drawn = [text(f"{row['on_work']} claims draw on it", QUIET)] if others else []
    via = [text(f"via {step['text']}", QUIET) for step in row["via"]]
    who: Iterable[str] = (s["name"] for s in row["scholars"])
    return Group(text(work), text(", ".join(who), QUIET), *via, *drawn, Text())
