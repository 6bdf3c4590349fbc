"""Quotations and citations held against texts, and what is to be checked, drawn for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.views import View
from claimcli.render.columns import GAP
from claimcli.render.flat import cell
from claimcli.render.tables import HEAD, QUIET, indented, measured, set_in, text, unfolded, whole

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


def verified(rows: Sequence[View], width: int) -> Iterator[RenderableType]:
    """Quotations under their verdicts, each with its place in the text, and its id whole."""
    widest = max((len(line) for row in rows for line in _where(row)), default=0)
    room = width - widest - 2 * GAP
    longest = max((len(row["quote"]) + 2 for row in rows), default=0)
    quoted, beside = min(room, max(longest, _QUOTATION)), room >= _QUOTATION
    for verdict, group in groupby(rows, key=lambda row: str(row["verdict"])):
        yield text(verdict.capitalize(), HEAD).append(f"  {_VERDICTS[verdict]}", _MEANING)
        for row in group:
            place = [text(line, QUIET * (i > 0)) for i, line in enumerate(_where(row))]
            if beside:
                table = measured(quoted, widest)
                table.add_row(Group(*_quotation(row)), Group(*place))
                yield indented(table)
            else:
                yield indented(Group(*_quotation(row), *place))
            yield whole(row["id"], GAP)
            yield Text()


_QUOTATION = 24
"""Columns that a quotation is to have beside its place; else the place stands below it."""


def _quotation(row: View) -> Iterator[Text]:
    yield text(f"“{row['quote']}”")
    if row["difference"]:
        yield _difference(row["difference"])
    if row["hint"]:
        yield text(row["hint"], QUIET)
    for denied in row["passed_over"]:
        yield text(f"[…] passes over “{denied['negation']}”: {denied['text']}", QUIET)


def _difference(difference: str) -> Text:
    """What the text has and the quotation has not in red, the other way in green."""
    shown, at = Text(), 0
    for change in _CHANGE.finditer(difference):
        shown.append_text(text(difference[at : change.start()]))
        shown.append_text(text(change.group(), "red" if change[1] else "green"))
        at = change.end()
    return shown.append_text(text(difference[at:]))


def _where(row: View) -> list[str]:
    """The work and the page given, then each place in its text."""
    said = f", {row['locator']}" if row["locator"] else ""
    return [f"{row['source']}{said}", *(place["text"] for place in row["places"])]


def coverage(rows: Sequence[View], width: int) -> Iterator[RenderableType]:
    """Citations of a text with what rests on each; those that nothing rests on with their words.

    Where an id would have to be folded, the records stand below their citation.
    """
    if not rows:
        return
    cites = max((width - _LINE - 2 * GAP) * 2 // 7, _longest(s for r in rows for s in r["sources"]))
    records = width - _LINE - cites - 2 * GAP
    beside = records >= max(_RECORD, _longest(here for row in rows for here in _here(row)))
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


def _longest(records: Iterable[View]) -> int:
    return max((len(record["id"]) for record in records), default=0)


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
    return [text(f"none yet{elsewhere}", "bold"), _sentence(row)]


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


def to_check(rows: Sequence[View], width: int) -> Iterator[RenderableType]:
    """Second-hand claims with how much rests on them and where they are to be looked up.

    Where an id would have to be folded, what is to be looked up stands below the claim.
    """
    if not rows:
        return
    room = width - _WEIGHT - 2 * GAP
    claim = max(room * 3 // 5, _longest(rows))
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
        return text("·", QUIET)
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
