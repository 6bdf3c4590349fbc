"""Tables of claims and of lists, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcli.answers.views import View
from claimcli.dates import in_words, year_in_words
from claimcli.model import NO_STANCE
from claimcli.render import Mark
from claimcli.render.columns import GAP
from claimcli.render.flat import cell
from claimcli.render.safe import visible
from claimcli.render.words import named, plural

HEAD = "bold"
QUIET = "dim"
MATCH = "bold yellow"

NARROW = 60
"""Columns of a terminal on which what else stands side by side stands one below the other."""

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
        table.add_column(text(column), ratio=ratios[i] if ratios else None, overflow="fold")
    return table


def measured(
    *widths: int, heads: Sequence[str] = (), right: Sequence[int] = (), quiet: bool = False
) -> Table:
    """A table whose columns have these widths.

    Those whose number is in `right` stand to the right; `quiet` are all heads but the first.
    """
    table = grid(head=bool(heads))
    table.width = sum(width + GAP for width in widths)  # the last gap is cut off with all padding
    for i, width in enumerate(widths):
        table.add_column(
            heads[i] if heads else "",
            header_style=QUIET if quiet and i else HEAD,
            width=width,
            justify="right" if i in right else "left",
            overflow="fold",
        )
    return table


def plain_table(rows: Iterable[View], fields: Sequence[str]) -> RenderableType:
    """The chosen fields of flat records, a column each."""
    table = grid()
    for field in fields:
        table.add_column(field, overflow="fold", no_wrap=field == "id")  # an id is to be copied
    for row in rows:
        table.add_row(*(text(told(row, field)) for field in fields))
    return table


def hits(
    claims: Sequence[View], marks: Sequence[Sequence[Mark]], width: int
) -> Iterator[RenderableType]:
    """Claims that a search found, and the meaning of what is marked."""
    yield from claims_table(claims, width, marks)
    yield from legend(claims)


def claims_table(
    claims: Sequence[View], width: int, marks: Sequence[Sequence[Mark]] = ()
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
        if width < NARROW:
            yield from (*said, indented(_holders(claim)), indented(_side(claim)))
        else:
            table = grid("", "", "", ratios=(6, 4, 3), head=False)
            table.add_row(Group(*said), _holders(claim), _side(claim))
            yield table
        yield from (indented(text(reason, QUIET)) for reason in _reasons(matched))
        yield from _ids(claim, width)
        yield Text()


def _ids(claim: View, width: int) -> Iterator[RenderableType]:
    on = f"on {claim['question']}" if claim["question"] else ""
    both = f"{claim['id']}  {on}".rstrip()
    lines = (both,) if len(both) + 2 <= width else (claim["id"], on)
    yield from (whole(line, 2) for line in lines if line)


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
    if claim["stance"] == NO_STANCE:
        return text("takes no side", QUIET)
    return text(claim["stance_label"] or claim["stance"])


def holders(claim: View) -> str:
    """Who holds a claim; an unnamed holder is marked `*`."""
    return ", ".join(map(named, claim["scholars"]))


def cited(claim: View) -> str:
    """Where it stands and how it was reached; `?` where the recorder had to judge."""
    steps = [claim["citation"]["text"]] if claim["citation"] else []
    steps += [f"via {step['text']}" for step in claim["via"]]
    return ", ".join(steps) + " ?" * bool(claim["unclear"])


def told(row: View, field: str) -> str:
    """A field of a flat record in words: a year before our era is not a negative number."""
    value = row.get(field)
    if field in DATES and isinstance(value, str):
        return in_words(value)
    return year_in_words(value) if field == "year" and isinstance(value, int) else cell(value)


DATES = ("period", "issued", "original_date")
"""The fields that hold an EDTF date."""


_LEGEND = (
    "* a phrase of the reporter's, not a named scholar, and never counted as one",
    "+ recorded under another question, but answers this one too",
    "? something here is the recorder's judgement; `claimcli search --unclear` finds these",
)


def legend(claims: Iterable[View], also: str = "") -> Iterator[RenderableType]:
    """What the marks mean that stand beside claims, and `also` those that stand elsewhere."""
    met = {mark for claim in claims for mark in _marks(claim)} | set(also)
    yield from (text(line, QUIET) for line in _LEGEND if line[0] in met)


def _marks(claim: View) -> str:
    unnamed = any(scholar["kind"] == "unnamed" for scholar in claim["scholars"])
    return "*" * unnamed + "+" * bool(claim.get("secondary")) + "?" * bool(claim["unclear"])


def rest(more: int) -> Iterator[RenderableType]:
    """How many claims a heading has that a limit left out, if any."""
    if more > 0:
        yield text(f"… and {plural(more, 'more claim')}", QUIET)


def whole(id: str, by: int = 0) -> RenderableType:
    """An id on a line of its own, never folded, so that it can be copied."""
    return Group(unfolded(" " * by + id))  # a bare text would be folded by the console


def unfolded(id: str) -> Text:
    """An id within a cell that has room for it."""
    line = text(id, QUIET)
    line.no_wrap, line.overflow = True, "ignore"
    return line


def set_in(parts: Iterable[Text], by: int) -> Iterator[RenderableType]:
    """Lines set in from the left, the ids among them whole."""
    return (whole(p.plain, by) if p.no_wrap else indented(p, by) for p in parts)


def heading(words: object) -> RenderableType:
    """A line that opens a part of the output."""
    return text(words, HEAD)


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    """A part set in from the left."""
    return Padding(part, (0, 0, 0, by))
