"""A claim as it is drawn everywhere: its mark, who holds it, what is said, how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcli.answers.counting import NO_SCHOLARS
from claimcli.answers.marks import SIGNS, known_of_claim
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import BY_JUDGEMENT, OF_THE_TIME
from claimcli.model import NO_STANCE, Claim
from claimcli.render.tables.lines import (
    Line,
    Piece,
    beside,
    joined,
    one_by_one,
    padded,
    piece,
    width_of,
    wrapped,
)
from claimcli.render.tables.page import Page
from claimcli.render.tables.reasons import NO_REASONS, Reasons
from claimcli.render.tables.roles import (
    HEAD,
    NO_SCHOLAR,
    NOUGHT,
    QUIET,
    UNCLEAR,
    UNSURE,
)
from claimcli.render.tables.sign import NO_SIGN, Sign, sign_of

BETWEEN: Piece = (f" {NOUGHT} ", QUIET)
"""Stands between two parts of one line."""

GUTTER = 3
_NAME, _BODY, _ASIDE, _GAP = 18, 58, 22, 2
_MOST_NAME, READABLE, _MOST_BODY, _MOST_ASIDE = 24, 72, 78, 36
"""Columns of a holder's name, of a statement, and of where it stands; the most of each."""


class Columns(NamedTuple):
    """Where the parts of claims stand: the holder above the statement where `name` is 0.

    Where the claim stands is said below the statement if `aside` is 0, else beside it.
    """

    page: Page
    name: int
    body: int
    aside: int

    @property
    def before(self) -> int:
        """The columns before the statement."""
        return GUTTER + (self.name + 1 if self.name else 0)


def columns_of(page: Page) -> Columns:
    """The columns that a page has room for; on a wider one the statement is never narrower."""
    beside_name = page.width - GUTTER - _NAME - 1
    if beside_name < _BODY:
        return Columns(page, 0, max(min(page.width - GUTTER, _BODY), 8), 0)
    over = beside_name - READABLE - _GAP - _ASIDE
    if over < 0:
        return Columns(page, _NAME, min(beside_name, READABLE), 0)
    aside = min(over, _MOST_ASIDE - _ASIDE)
    name = min(over - aside, _MOST_NAME - _NAME)
    body = min(over - aside - name, _MOST_BODY - READABLE)
    return Columns(page, _NAME + name, READABLE + body, _ASIDE + aside)


class Side(NamedTuple):
    """The position that a claim is shown in: its sign, and what is said of it.

    `revision` is how its holder gave the claim up, in words; empty where he did not.
    """

    sign: Sign = NO_SIGN
    words: Line = ()
    revision: str = ""


def side_of(claim: View, viewer: Viewer, reasons: Reasons = NO_REASONS) -> Side:
    """The position that a claim takes on its own question, with its letter."""
    if claim["question"] is None:
        return Side(words=[("background", QUIET)])
    if claim["stance"] == NO_STANCE:
        return Side(words=[("takes no side", QUIET)])
    sign = sign_of(viewer.question(claim["question"]), claim["stance"])
    label = reasons.marked("stance_label", claim["stance_label"] or claim["stance"] or "")
    return Side(sign, [*sign.before, *label])


def revision(claim: View, revised: Mapping[str, Claim], viewer: Viewer) -> str:
    """That a claim was revised by its holder, and where, if it was."""
    if claim["id"] not in revised:
        return ""
    later = revised[claim["id"]]
    work = f" in {viewer.citation(later.citation)['text']}" if later.citation else f" by {later.id}"
    return f"revised{f', {BY_JUDGEMENT},' * later.relates_by_reading}{work}"


class Parts(NamedTuple):
    """What is drawn of a claim: who holds it, what is said, what of it, and its id with its like.

    `said` are lines of the width of a statement, `about` parts that stand below or beside it.
    """

    mark: Piece
    holders: Line
    said: Sequence[Line]
    about: Sequence[Line] = ()
    ids: Sequence[Piece] = ()


def claim_lines(
    claim: View,
    columns: Columns,
    side: Side,
    *,
    reasons: Reasons = NO_REASONS,
    on: str | None = None,
    is_named: bool = True,
    has_id: bool = True,
    also: Sequence[Line] = (),
) -> Iterator[Line]:
    """One claim; `on` is the question that it is shown on, which is then not named beside its id.

    `is_named` is false where the claim above has the same holders. `also` is said of it beside
    where it stands.
    """
    asked = [] if on or not claim["question"] else [piece(f"on {claim['question']}", QUIET)]
    parts = Parts(
        mark=mark_of(claim, side.sign),
        holders=holders_line(claim, columns.page, reasons) if is_named else (),
        said=_said(claim, columns, reasons),
        about=[*_about(claim, side, on), *also],
        ids=[piece(claim["id"], QUIET), *asked] if has_id else (),
    )
    yield from set_in_columns(parts, columns)


def mark_of(claim: View, sign: Sign) -> Piece:
    """The mark of how a claim is known."""
    return SIGNS[known_of_claim(claim)], sign.strong


def set_in_columns(parts: Parts, columns: Columns) -> Iterator[Line]:
    """The parts of a claim in their columns, its id never folded."""
    gutter = [[(" ", ""), parts.mark, (" ", "")]]
    names = wrapped(parts.holders, columns.name or columns.body) if parts.holders else []
    aside: list[Line] = []
    if columns.aside and parts.ids:
        aside = [line for part in parts.about for line in wrapped(part, columns.aside)]
        own, too_long = _with_ids(parts.said, parts.ids, columns)
    else:
        below = list(one_by_one(parts.about, columns.body, BETWEEN))
        own, too_long = _with_ids([*parts.said, *below], parts.ids, columns, on_last=bool(below))
    if columns.name:
        of_claim = ((columns.name + 1, names), (columns.body + _GAP, own), (columns.aside, aside))
        yield from beside((GUTTER, gutter), *of_claim)
    else:
        yield from beside((GUTTER, gutter), (columns.body, [*names, *own]))
    yield from too_long


def holders_line(claim: View, page: Page, reasons: Reasons = NO_REASONS) -> Line:
    """Who holds it; those who are no scholars look different, and are said to be of the time."""
    return joined((_holder(scholar, page, reasons) for scholar in claim["scholars"]), (", ", ""))


def _holder(scholar: View, page: Page, reasons: Reasons) -> Line:
    style = NO_SCHOLAR if scholar["kind"] in NO_SCHOLARS else HEAD
    of_the_time = [(f" ({OF_THE_TIME})", style)] * (scholar["kind"] == "contemporary")
    name = scholar["name"]
    id = page.name_of(name, scholar["id"]).removeprefix(name)
    return [*reasons.marked("scholars", name, style), piece(id, style), *of_the_time]


def _said(claim: View, columns: Columns, reasons: Reasons) -> list[Line]:
    """The statement, and what of the claim is to be read with it."""
    link = columns.page.link(claim["file"], claim["line"])
    parts = [reasons.marked("statement", claim["statement"], link), reasons.quote(claim)]
    parts += [*_relations(claim), *reasons.below()]
    return [line for part in parts if part for line in wrapped(part, columns.body)]


def _relations(claim: View) -> Iterator[Line]:
    """What it disputes, qualifies or revises, in the other's words."""
    read = f", {BY_JUDGEMENT}" if "relations" in claim["unclear"] else ""
    for relation in claim["relations"]:
        words = relation["text"] or relation["target"]
        yield [piece(relation["type"], QUIET), (read, UNSURE), piece(f": {words}", QUIET)]


def _about(claim: View, side: Side, on: str | None) -> list[Line]:
    """Its position, where it stands, how it was reached, how firm it is and what is unclear."""
    parts: list[Line] = [side.words] if side.words else []
    parts += [[piece(side.revision, UNSURE)]] if side.revision else []
    parts += [[piece(line, QUIET)] for line in cited(claim)]
    if claim["certainty"] in ("probable", "conjectured"):
        parts.append([(claim["certainty"], NO_SCHOLAR)])
    if claim["unclear"]:
        parts.append(unclear(claim))
    if claim.get("secondary"):
        other = claim["question"] != on
        said = f"recorded under {claim['question']}" if other else "answers this, too"
        parts.append([piece(said, QUIET)])
    return parts


def cited(claim: View) -> list[str]:
    """Where it stands, and through whom it was reached."""
    own = [claim["citation"]["text"]] if claim["citation"] else []
    return [*own, *(f"via {step['text']}" for step in claim["via"])]


def unclear(claim: View) -> Line:
    """The fields that are the recorder's judgement."""
    return [piece(f"{UNCLEAR} {', '.join(claim['unclear'])}", UNSURE)]


def _with_ids(
    lines: Sequence[Line], ids: Sequence[Piece], columns: Columns, *, on_last: bool = False
) -> tuple[list[Line], list[Line]]:
    """Lines with the ids, never folded, so that they can be copied; and apart what is too long.

    `on_last`: if there is room, on the last of the lines.
    """
    if not ids:
        return list(lines), []
    whole = joined(([part] for part in ids), ("  ", ""))
    if on_last and width_of(lines[-1]) + 3 + width_of(whole) <= columns.body:
        return [*lines[:-1], [*lines[-1], ("   ", ""), *whole]], []
    if width_of(whole) <= columns.body:
        return [*lines, whole], []
    room = columns.page.width
    return list(lines), [_as_far_right(part, columns.before, room) for part in ids]


def _as_far_right(id: Piece, before: int, room: int) -> Line:
    """An id below a statement, or further to the left if it is too long for that."""
    return [*padded((), max(0, min(before, room - width_of([id])))), id]


def one_below_the_other(
    claims: Iterable[View],
    columns: Columns,
    sign: Sign,
    on: str,
    revisions: Mapping[str, str],
) -> Iterator[Line]:
    """Claims in one position on a question; a holder is named once for a run of claims.

    `revisions` say of those that their holder gave up how he did.
    """
    last = None
    for claim in claims:
        if last is not None:
            yield ()
        who = [scholar["id"] for scholar in claim["scholars"]]
        side = Side(sign, revision=revisions.get(claim["id"], ""))
        yield from claim_lines(claim, columns, side, on=on, is_named=who != last)
        last = who
