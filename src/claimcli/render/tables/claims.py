"""Claims in tables: what is said, by whom, where; what of them a search matched, and the marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.views import View
from claimcli.answers.wording import legend, named
from claimcli.model import NO_STANCE
from claimcli.render.tables.parts import NARROW, QUIET, Span, grid, indented, text, whole

if TYPE_CHECKING:  # hardly any table has one
    from claimcli.search import Match


def claims_table(
    claims: Sequence[View], width: int, marks: Sequence[Sequence[Match]] = ()
) -> Iterator[RenderableType]:
    """Claims with their holders and stances; what a search matched is marked, with the reason.

    `marks` are for each claim the places that matched. Ids stand on lines of their own, whole, so
    that they can be copied.
    """
    for i, claim in enumerate(claims):
        matched = marks[i] if marks else ()
        spans: dict[str, list[Span]] = {}
        for match in matched:
            spans.setdefault(match.field, []).extend(match.spans)
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


def _reasons(marks: Iterable[Match]) -> list[str]:
    """For each term that the shown words do not explain, where it was found and why."""
    by_term: dict[str, list[Match]] = {}
    for mark in marks:
        by_term.setdefault(mark.term, []).append(mark)
    told = (_reason(found) for found in by_term.values())
    return [reason for reason in told if reason]


def _reason(found: Sequence[Match]) -> str | None:
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
    """Who holds a claim; those who are no scholars are marked."""
    return ", ".join(named(scholar["name"], scholar["kind"]) for scholar in claim["scholars"])


def cited(claim: View) -> str:
    """Where it stands and how it was reached; `?` where the recorder had to judge."""
    steps = [claim["citation"]["text"]] if claim["citation"] else []
    steps += [f"via {step['text']}" for step in claim["via"]]
    return ", ".join(steps) + " ?" * bool(claim["unclear"])


def relations(claim: View) -> Iterator[Text]:
    """What a claim disputes, qualifies or revises, in the other's words."""
    for relation in claim["relations"]:
        yield text(f"{relation['type']}: {relation['text'] or relation['target']}", QUIET)


def legend_of(claims: Iterable[View], also: str = "") -> Iterator[RenderableType]:
    """What the marks mean that stand beside claims, and `also` those that stand elsewhere."""
    return (text(line, QUIET) for line in legend(claims, also))
