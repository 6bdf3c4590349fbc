"""Citations of a text with what rests on each, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.coverage import Covered
from claimcli.answers.views import View
from claimcli.render.tables.columns import GAP
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.page import Page
from claimcli.render.tables.parts import longest_id, measured, set_in, text, unfolded
from claimcli.render.tables.roles import HEAD, QUIET

_MOST_RECORDS = 3
"""Records of one citation that a table shows."""


def draw(covered: Covered, page: Page) -> Drawn:
    """The citations that were asked for."""
    return Drawn(_parts(list(covered.rows), page.width))


def _parts(rows: Sequence[View], width: int) -> Iterator[RenderableType]:
    """Citations of a text with what rests on each; those that nothing rests on with their words.

    Where an id would have to be folded, the records stand below their citation.
    """
    if not rows:
        return
    cites = max(
        (width - _LINE - 2 * GAP) * 2 // 7, longest_id(s for r in rows for s in r["sources"])
    )
    records = width - _LINE - cites - 2 * GAP
    beside = records >= max(_RECORD, longest_id(here for row in rows for here in _here(row)))
    widths = (_LINE, cites, records) if beside else (_LINE, width - _LINE - GAP)
    resting = ("Cites", _RESTING.capitalize()) if beside else (f"Cites, and below it: {_RESTING}",)
    yield measured(*widths, heads=("Line", *resting), right=(0,))
    for before, row in zip([None, *rows], rows, strict=False):
        same = before is not None and _same_records(before, row)
        found = [text("as above", QUIET)] if same else _records(row)
        table = measured(*widths, right=(0,))
        label, *meant = _citation(row)
        if beside:
            table.add_row(text(row["line"], QUIET), Group(label, *meant), Group(*found))
            yield table
        else:
            table.add_row(text(row["line"], QUIET), label)
            yield from (table, *set_in(meant, _LINE + GAP), *set_in(found, _LINE + 2 * GAP))
        yield Text()


_RESTING = "records that rest on it"
_LINE = 4
"""Columns of the number of a line."""
_RECORD = 24
"""Columns that a record is to have beside the citation that it rests on."""


def _same_records(one: View, other: View) -> bool:
    """Whether the same records rest on two citations of one parenthesis."""
    same = one["parenthesis"] == other["parenthesis"] and one["verdict"] == other["verdict"]
    return same and other["verdict"] == "recorded" and _here(one) == _here(other)


def _here(row: View) -> list[View]:
    return [record for record in row["records"] if record["here"]]


def _citation(row: View) -> list[Text]:
    printed = ", ".join(filter(None, [*row["authors"], "et al." * row["others"], row["title"]]))
    label = ", ".join(filter(None, [f"{printed} {row['year'] or 'n.d.'}", row["locator"]]))
    meant = [unfolded(source["id"]) for source in row["sources"]]
    return [text(label), *(meant or [text("no source recorded", QUIET)])]


def _records(row: View) -> list[Text]:
    if row["verdict"] == "recorded":
        return list(_some(_here(row)))
    away = len(row["records"])
    elsewhere = f"; {away} on the work, from other sentences" if away else ""
    return [text(f"none yet{elsewhere}", HEAD), _sentence(row)]


def _some(records: Sequence[View]) -> Iterator[Text]:
    for record in records[:_MOST_RECORDS]:
        yield text(record["text"])
        yield unfolded(record["id"])
    if len(records) > _MOST_RECORDS:
        yield text(f"and {len(records) - _MOST_RECORDS} more", QUIET)


def _sentence(row: View) -> Text:
    """The sentence around a citation, in which the citation stands out."""
    sentence, printed = str(row["sentence"]), str(row["citation"])
    at = sentence.find(printed)
    return text(sentence, spans=[(at, at + len(printed))] if at >= 0 else ())
