"""Tables of claims and of lists, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

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
    table = grid(*fields)
    for row in rows:
        table.add_row(*(text(cell(row.get(field))) for field in fields))
    return table


def claims_table(
    claims: Sequence[View], highlights: Sequence[Mapping[str, Sequence[Span]]] = ()
) -> Iterator[RenderableType]:
    """Claims with their holders and stances; what a search matched is highlighted.

    `highlights` has, for each claim, the spans to mark by field (`statement`, `scholars`, …).
    """
    table = grid("Claim", "Held by", "On", ratios=(6, 4, 3))
    for i, claim in enumerate(claims):
        marks = highlights[i] if i < len(highlights) else {}
        said = [statement(claim, marks.get("statement", ()))]
        said += _quoted(claim, marks)
        said += [text(reason, QUIET) for reason in _reasons(claim)]
        said.append(text(claim["id"], QUIET))
        table.add_row(Group(*said), _holders(claim), _subject(claim))
        table.add_row()
    yield table


def statement(claim: View, spans: Iterable[Span] = ()) -> Text:
    """What is claimed; a conjecture is never shown as a fact."""
    said = text(claim["statement"], spans=spans)
    if claim["certainty"] in ("probable", "conjectured"):
        said.append(f" ({claim['certainty']})", "italic")
    return said


def _quoted(claim: View, marks: Mapping[str, Sequence[Span]]) -> list[Text]:
    if "quote" not in marks:
        return []
    return [Text("“").append_text(text(claim["quote"], spans=marks["quote"])).append("”")]


def _reasons(claim: View) -> Iterator[str]:
    """Why a claim was found where the words themselves do not show it."""
    for match in claim.get("matches", ()):
        if match["kind"] not in ("exact", "folded"):
            yield f"{match['term']} → {match['text']} ({match['reason']})"
        elif match["field"] not in ("statement", "quote"):
            yield f"{match['field'].replace('_', ' ')}: {match['text']}"


def _holders(claim: View) -> RenderableType:
    return Group(text(holders(claim)), text(cited(claim), QUIET))


def _subject(claim: View) -> RenderableType:
    if claim["question"] is None:
        return text("background", QUIET)
    stance = claim["stance_label"] or ("takes no side" if claim["stance"] == "none" else None)
    return Group(text(stance or claim["stance"]), text(claim["question"], QUIET))


def holders(claim: View) -> str:
    """Who holds a claim; an unnamed holder is marked `*`."""
    return ", ".join(s["name"] + "*" * (s["kind"] == "unnamed") for s in claim["scholars"])


def cited(claim: View) -> str:
    """Where it stands and how it was reached; `?` where the recorder had to judge."""
    steps = [claim["citation"]["text"]] if claim["citation"] else []
    steps += [f"via {step['text']}" for step in claim["via"]]
    return ", ".join(steps) + " ?" * bool(claim["unclear"])


def listing(rows: Sequence[View], fields: Sequence[str]) -> Iterator[RenderableType]:
    """A list of records with counts: numbers to the right, the rest folded to the width."""
    numeric = {f for f in fields if rows and all(isinstance(r[f], int | None) for r in rows)}
    table = grid()
    for field in fields:
        table.add_column(
            field.replace("_", " "),
            justify="right" if field in numeric else "left",
            overflow="fold",
            no_wrap=field == "id",
        )
    for row in rows:
        table.add_row(*(text(cell(row[field])) for field in fields))
    yield table


def heading(words: object) -> RenderableType:
    """A line that opens a part of the output."""
    return text(words, HEAD)


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    """A part set in from the left."""
    return Padding(part, (0, 0, 0, by))
