"""Second-hand claims to be looked up, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.views import View
from claimcli.render.flat import cell
from claimcli.render.tables.columns import GAP
from claimcli.render.tables.parts import longest_id, measured, set_in, text, unfolded
from claimcli.render.tables.roles import NOUGHT, QUIET


def to_check(rows: Sequence[View], width: int) -> Iterator[RenderableType]:
    """Second-hand claims with how much rests on them and where they are to be looked up.

    Where an id would have to be folded, what is to be looked up stands below the claim.
    """
    if not rows:
        return
    room = width - _WEIGHT - 2 * GAP
    claim = max(room * 3 // 5, longest_id(rows))
    beside = room - claim >= _WORK
    widths = (_WEIGHT, claim, room - claim) if beside else (_WEIGHT, width - _WEIGHT - GAP)
    said = ("Claim", "To be looked up in") if beside else ("Claim, and where to look it up",)
    yield measured(*widths, heads=("Rest on it", *said), right=(0,))
    for row in rows:
        table = measured(*widths, right=(0,))
        if beside:
            table.add_row(_weight(row), Group(*_claim(row)), Group(*_work(row)))
            yield table
        else:
            statement, *known = _claim(row)
            table.add_row(_weight(row), statement)
            yield from (
                table,
                *set_in(known, _WEIGHT + GAP),
                *set_in(_work(row), _WEIGHT + 2 * GAP),
            )
        yield Text()


_WEIGHT = 7
"""Columns of the number of claims that rest on one."""
_WORK = 18
"""Columns that a work is to have beside the claim."""


def _weight(row: View) -> RenderableType:
    if not row["in_all"]:
        return text(NOUGHT, QUIET)
    further = row["in_all"] - row["directly"]
    return Group(text(row["directly"]), *([text(f"+{further}", QUIET)] if further else []))


def _claim(row: View) -> list[Text]:
    return [text(row["statement"]), unfolded(row["id"]), *_stamps(row)]


def _stamps(row: View) -> Iterator[Text]:
    known = [f"{key} by {cell(row[key])}" for key in ("recorded", "checked") if row[key]]
    if known:
        yield text("; ".join(known), QUIET)


def _work(row: View) -> list[Text]:
    work = row["citation"]["text"] if row["citation"] else "no work is named"
    others = row["on_work"] > 1
    drawn = [text(f"{row['on_work']} claims draw on it", QUIET)] if others else []
    via = [text(f"via {step['text']}", QUIET) for step in row["via"]]
    who: Iterable[str] = (s["name"] for s in row["scholars"])
    return [text(work), text(", ".join(who), QUIET), *via, *drawn]
