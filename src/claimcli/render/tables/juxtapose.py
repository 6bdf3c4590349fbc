"""Scholars side by side, drawn for a person, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.counting import Entry
from claimcli.answers.juxtapose import Held, Juxtaposition, SharedQuestion
from claimcli.answers.views import Viewer
from claimcli.answers.wording import named
from claimcli.model import NO_STANCE, Question
from claimcli.render.tables.claims import cited, legend_of, relations, statement
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.parts import HEAD, QUIET, grid, heading, indented, rest, text


def draw(juxtaposed: Juxtaposition, width: int) -> Drawn:
    """Scholars side by side, each with what he holds on a question."""
    return Drawn(_parts(juxtaposed))


def _parts(juxtaposed: Juxtaposition) -> Iterator[RenderableType]:
    viewer = Viewer(juxtaposed.entities)
    names = [named(scholar.name, scholar.kind) for scholar in juxtaposed.scholars]
    yield heading(" · ".join(names))
    yield text(_verdicts(juxtaposed.questions), QUIET)
    for shared in juxtaposed.questions:
        yield Text()
        verdict = _ONE_SIDE if shared.verdict == "silent" else shared.verdict
        yield text(shared.question.question, HEAD).append(f"  {verdict}", QUIET)
        table = grid(*names, ratios=[1] * len(names))
        table.add_row(*(_held(held, shared.question, viewer) for held in shared.held))
        yield indented(table)
    yield Text()
    every = (held for shared in juxtaposed.questions for held in shared.held)
    yield from legend_of(viewer.entry(entry) for held in every for entry in held.entries)


_ONE_SIDE = "at most one takes a side"


def _verdicts(questions: Iterable[SharedQuestion]) -> str:
    met = [shared.verdict for shared in questions]
    words = {"agree": "agree on", "differ": "differ on", "partly": "agree in part on"}
    parts = [f"{word} {met.count(v)}" for v, word in words.items() if v in met]
    if "silent" in met:
        parts.append(f"{_ONE_SIDE} on {met.count('silent')}")
    return "; ".join(parts).capitalize() + "." if parts else "No claim recorded."


def _held(held: Held, question: Question, viewer: Viewer) -> RenderableType:
    if not held.total:
        return text("silent", QUIET)
    parts: list[RenderableType] = []
    for entry in held.entries:
        parts += [Text()] if parts else []
        parts += _claim(entry, question, viewer)
    return Group(*parts, *rest(held.total - len(held.entries)))


def _claim(entry: Entry, question: Question, viewer: Viewer) -> Iterator[Text]:
    claim = viewer.entry(entry)
    mark = " +" * entry.secondary + " ?" * bool(entry.claim.unclear)
    stances = [s for s in entry.claim.stances_on(question.id) if s != NO_STANCE]
    labels = [(question.stance(id), id) for id in stances]
    sides = "; ".join(stance.label if stance else id for stance, id in labels)
    yield statement(claim).append(mark)
    yield text(f"{sides or 'takes no side'} · {cited(claim)}", QUIET)
    yield from relations(claim)
