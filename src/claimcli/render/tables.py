"""Tables of claims and of lists, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcli.render import Mark
from claimcli.render.flat import cell
from claimcli.render.safe import visible
from claimcli.views import View

HEAD = "bold"
QUIET = "dim"
MATCH = "bold yellow"

Span = tuple[int, int]


def text(value: object, style: str = "", spans: Iterable[Span] = ()) -> Text:
    """Corpus text, never markup; the spans of the original text are highlighted."""
    raw = "" if value is None else str(value)
    out, at = Text(style=style), 0
    for start, end in sorted(spans):
        if start >= at:
            out.append(visible(raw[at:start])).append(visible(raw[start:end]), MATCH)
            at = end
    return out.append(visible(raw[at:]))


def grid(*columns: str, ratios: Sequence[int] = (), head: bool = True) -> Table:
    """A table ruled by white space alone, as wide as the terminal when ratios are given."""
    table = Table(
        box=None, padding=(0, 2, 0, 0), expand=bool(ratios), show_header=head, header_style=HEAD
    )
    for i, column in enumerate(columns):
        table.add_column(column, ratio=ratios[i] if ratios else None, overflow="fold")
    return table


def plain_table(rows: Iterable[View], fields: Sequence[str]) -> RenderableType:
    """The chosen fields of flat records, a column each."""
    table = grid()
    for field in fields:
        table.add_column(field, overflow="fold", no_wrap=field == "id")  # an id is to be copied
    for row in rows:
        table.add_row(*(text(cell(row.get(field))) for field in fields))
    return table


def claims_table(
    claims: Sequence[View], marks: Sequence[Sequence[Mark]] = ()
) -> Iterator[RenderableType]:
    """Claims with their holders and stances; what a search matched is marked, with the reason.

    `marks` are for each claim the places that matched. Ids stand on lines of their own, whole, so
    that they can be copied.
    """
    for i, claim in enumerate(claims):
        matched = marks[i] if marks else ()
        spans = {m.field: m.spans for m in matched}
        said: list[RenderableType] = [statement(claim, spans.get("statement", ()))]
        if "quote" in spans and "statement" not in spans:
            said.append(
                Text("“").append_text(text(claim["quote"], spans=spans["quote"])).append("”")
            )
        table = grid("", "", "", ratios=(6, 4, 3), head=False)
        table.add_row(Group(*said), _holders(claim), _side(claim))
        yield table
        yield from (indented(text(reason, QUIET)) for reason in _reasons(matched))
        yield indented(text(_ids(claim), QUIET))
        yield Text()


def _ids(claim: View) -> str:
    return f"{claim['id']}  on {claim['question']}" if claim["question"] else str(claim["id"])


def statement(claim: View, spans: Iterable[Span] = ()) -> Text:
    """What is claimed; a conjecture is never shown as a fact."""
    said = text(claim["statement"], spans=spans)
    if claim["certainty"] in ("probable", "conjectured"):
        said.append(f" ({claim['certainty']})", "italic")
    return said


def _reasons(marks: Iterable[Mark]) -> list[str]:
    """For each term that the shown words do not explain, where it was found and why."""
    by_term: dict[str, list[Mark]] = {}
    for mark in marks:
        by_term.setdefault(mark.term, []).append(mark)
    told = (_reason(found) for found in by_term.values())
    return [reason for reason in told if reason]


def _reason(found: Sequence[Mark]) -> str | None:
    best = next((mark for mark in found if mark.field in _SHOWN), found[0])
    if best.reason:
        where = "" if best.field in _SHOWN else f"{best.field.replace('_', ' ')}: "
        return f"{where}{best.term} → {best.text} ({best.reason})"
    return None if best.field in _SHOWN else f"{best.field.replace('_', ' ')}: {best.text}"


_SHOWN = ("statement", "quote", "scholars", "id")
"""Fields that the table shows in full."""


def _holders(claim: View) -> RenderableType:
    return Group(text(holders(claim)), text(cited(claim), QUIET))


def _side(claim: View) -> RenderableType:
    if claim["question"] is None:
        return text("background", QUIET)
    if claim["stance"] == "none":
        return text("takes no side", QUIET)
    return text(claim["stance_label"] or claim["stance"])


def holders(claim: View) -> str:
    """Who holds a claim; an unnamed holder is marked `*`."""
    return ", ".join(s["name"] + "*" * (s["kind"] == "unnamed") for s in claim["scholars"])


def cited(claim: View) -> str:
    """Where it stands and how it was reached; `?` where the recorder had to judge."""
    steps = [claim["citation"]["text"]] if claim["citation"] else []
    steps += [f"via {step['text']}" for step in claim["via"]]
    return ", ".join(steps) + " ?" * bool(claim["unclear"])


def listing(rows: Sequence[View], fields: Sequence[str], width: int) -> Iterator[RenderableType]:
    """A list of records with counts: what it is above its id, numbers to the right.

    Where there are many counts, a narrow terminal shows the first of them and the last.
    """
    numbers = [f for f in fields if rows and all(isinstance(r[f], int | None) for r in rows)]
    words = [f for f in fields if f not in numbers and f not in ("id", *_NAMES)]
    if len(numbers) > 6 and width < 110:
        numbers = [f for f in numbers if f not in _WIDE_ONLY]
    longest = max((len(row["id"]) for row in rows), default=0)
    table = grid()
    table.add_column("", ratio=3, overflow="fold", min_width=min(longest, width // 2))
    for field in words:
        table.add_column(field, ratio=1, overflow="fold", header_style=QUIET)
    for field in numbers:
        table.add_column(
            field.replace("_", " "), justify="right", header_style=QUIET, width=max(6, _word(field))
        )
    for row in rows:
        cells = [text(cell(row[f])) for f in words] + [text(cell(row[f])) for f in numbers]
        table.add_row(_named(row), *cells)
    yield table


_NAMES = ("question", "label", "name", "text")
_WIDE_ONLY = ("first_hand", "second_hand", "witnesses", "unclear")


def _word(field: str) -> int:
    return max(map(len, field.split("_")))


def _named(row: View) -> RenderableType:
    name = next((row[key] for key in ("label", *_NAMES) if row.get(key)), None)
    return Group(text(name), text(row["id"], QUIET)) if name else text(row["id"])


def heading(words: object) -> RenderableType:
    """A line that opens a part of the output."""
    return text(words, HEAD)


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    """A part set in from the left."""
    return Padding(part, (0, 0, 0, by))
