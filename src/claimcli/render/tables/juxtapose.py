"""Scholars side by side, drawn for a person, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcli.answers.counting import Entry
from claimcli.answers.juxtapose import Held, Juxtaposition, SharedQuestion
from claimcli.answers.marks import SIGNS, known_of
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import label_of, plural
from claimcli.model import NO_STANCE, Question, Scholar
from claimcli.render.tables.claim import (
    GUTTER,
    READABLE,
    Columns,
    Side,
    claim_lines,
    revision,
)
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.holders import named
from claimcli.render.tables.legend import legend_of
from claimcli.render.tables.lines import (
    Line,
    Lines,
    Piece,
    beside,
    indented,
    joined,
    one_by_one,
    piece,
    wrapped,
)
from claimcli.render.tables.page import Page
from claimcli.render.tables.parts import rest
from claimcli.render.tables.roles import HEAD, NOUGHT, QUIET
from claimcli.render.tables.sign import sign_of

_GAP = 3
_LEAST = 30
"""Columns that each scholar is to have beside the others; else they stand below them."""


def draw(juxtaposed: Juxtaposition, page: Page) -> Drawn:
    """Scholars side by side, each with what he holds on a question."""
    return Drawn([Lines(_parts(juxtaposed, page))])


def _parts(juxtaposed: Juxtaposition, page: Page) -> Iterator[Line]:
    viewer = Viewer(juxtaposed.entities)
    page = page.with_holders((scholar.id, scholar.name) for scholar in juxtaposed.scholars)
    people = ((page.name_of(s.name, s.id), s.kind) for s in juxtaposed.scholars)
    names = [named(name, kind, HEAD) for name, kind in people]
    yield from wrapped(joined(names, (f" {NOUGHT} ", "")), page.width)
    yield from wrapped([(_verdicts(juxtaposed.questions), QUIET)], page.width)
    shown, alone = juxtaposed.side_by_side, juxtaposed.answered_alone
    for shared in shown:
        yield ()
        verdict = _ONE_SIDE if shared.verdict == "silent" else shared.verdict
        asked = [piece(shared.question.question, HEAD), (f"  {verdict}", QUIET)]
        yield from wrapped(asked, page.width)
        yield from _shared(shared, names, viewer, page)
    yield from _alone(alone, juxtaposed.scholars, names, page.width)
    in_short = [claim | {"unclear": []} for claim in _claims(alone, viewer)]  # it names no field
    claims = [*_claims(shown, viewer), *in_short]
    if claims:
        yield ()
        yield from legend_of(claims, page.width)


def _claims(questions: Iterable[SharedQuestion], viewer: Viewer) -> Iterator[View]:
    every = (held for shared in questions for held in shared.held)
    return (viewer.entry(entry) for held in every for entry in held.entries)


def _alone(
    questions: Sequence[SharedQuestion], scholars: Sequence[Scholar], names: list[Line], width: int
) -> Iterator[Line]:
    """What only one of them answers, in short: there is nothing to set beside it."""
    for i, (scholar, name) in enumerate(zip(scholars, names, strict=True)):
        answered = [shared for shared in questions if shared.speaking == [i]]
        if answered:
            yield ()
            head = [("Answered by ", QUIET), *name, (" alone", QUIET)]
            yield from wrapped([*head, (" (--question ID shows the claims)", QUIET)], width)
        for shared in answered:
            yield from indented(wrapped([piece(shared.question.question)], width - 2))
            in_short = _in_short(shared.held[i], scholar, shared.question)
            yield from indented(one_by_one(in_short, width - 4), 4)


def _in_short(held: Held, scholar: Scholar, question: Question) -> Iterator[Line]:
    """The positions that one holds, each with the mark of how that is known; how many claims."""
    for stance in [s for s in held.stances if s in held.kept] or [NO_STANCE]:
        known = known_of([scholar.kind], stance not in held.read)
        mark = (f"{SIGNS[known]} ", sign_of(question, stance).strong)
        yield [mark, *_taken([stance] if stance != NO_STANCE else [], question)]
    yield [(plural(held.total, "claim"), QUIET)]
    yield [piece(question.id, QUIET)]


def _shared(
    shared: SharedQuestion, names: list[Line], viewer: Viewer, page: Page
) -> Iterator[Line]:
    """What each holds: in columns without ids, or below each other where those are too narrow."""
    each = (page.width - _GAP * (len(names) - 1)) // len(names)
    is_beside = each >= _LEAST
    width = each if is_beside else min(page.width, READABLE)
    columns = Columns(page._replace(width=width), 0, max(width - GUTTER, 8), 0)
    parts = [
        [*wrapped(name, width), *_held(held, shared.question, viewer, columns, not is_beside)]
        for name, held in zip(names, shared.held, strict=True)
    ]
    if is_beside:
        yield from beside(*((each + _GAP, lines) for lines in parts))
    else:
        for lines in parts:
            yield from lines


_ONE_SIDE = "at most one takes a side"


def _verdicts(questions: Iterable[SharedQuestion]) -> str:
    met = [shared.verdict for shared in questions]
    words = {"agree": "agree on", "differ": "differ on", "partly": "agree in part on"}
    parts = [f"{word} {met.count(v)}" for v, word in words.items() if v in met]
    if "silent" in met:
        parts.append(f"{_ONE_SIDE} on {met.count('silent')}")
    return "; ".join(parts).capitalize() + "." if parts else "No claim recorded."


def _held(
    held: Held, question: Question, viewer: Viewer, columns: Columns, has_id: bool
) -> Iterator[Line]:
    if not held.total:
        yield from indented([[("silent", QUIET)]], GUTTER)
    for i, entry in enumerate(held.entries):
        if i:
            yield ()
        claim = viewer.entry(entry)
        side = _side(entry, question)._replace(revision=revision(claim, held.revised, viewer))
        yield from claim_lines(claim, columns, side, on=question.id, is_named=False, has_id=has_id)
    yield from indented(rest(held.total - len(held.entries)), GUTTER)


def _side(entry: Entry, question: Question) -> Side:
    """The positions that a claim takes on the question that is shown."""
    stances = [s for s in entry.claim.stances_on(question.id) if s != NO_STANCE]
    words = _taken(stances, question)
    return Side(sign_of(question, stances[0]), words) if stances else Side(words=words)


def _taken(stances: Sequence[str], question: Question) -> list[Piece]:
    """Positions with their letters."""
    labels = joined((_label(question, stance) for stance in stances), ("; ", ""))
    return labels or [("takes no side", QUIET)]


def _label(question: Question, id: str) -> list[Piece]:
    return [*sign_of(question, id).before, piece(label_of(question, id))]
