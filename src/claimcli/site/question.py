"""The page of a question: the glance figure, then the positions with who holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import msgspec

from claimcli.answers.compare import Comparison, Position
from claimcli.answers.counting import Counts, Entry
from claimcli.answers.marks import KNOWN, Known
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import holders_counted, plural
from claimcli.model import NO_STANCE, Question
from claimcli.pictures.palette import colour
from claimcli.pictures.shapes import MEANING
from claimcli.pictures.strips import Figure, Line, axis_drawing
from claimcli.pictures.svg import Svg
from claimcli.site import addresses
from claimcli.site.links import Links
from claimcli.site.typesetting import Typesetter


class Number(msgspec.Struct, frozen=True):
    """A count of a row with what it counts, and where those are."""

    count: int
    words: str
    address: str


class Shown(msgspec.Struct, frozen=True):
    """A claim as the page has it; `anchor` None where it stands on the page already."""

    view: View
    anchor: str | None
    summary: str


class Holder(msgspec.Struct, frozen=True):
    """Who holds a position, how that is known, and his claims there."""

    id: str
    name: str
    known: Known
    words: str
    claims: tuple[Shown, ...]
    anchor: str | None = None


def question_page(setter: Typesetter, found: Comparison, links: Links, **beside: object) -> str:
    """The page of a question."""
    page = _Page(found, links)
    return setter.set(
        "question.html",
        msgspec.structs.replace(links, here=page.here),
        title=found.question.question,
        summary=found.question.scope or "",
        style=("figures", "claims"),
        **page.values(),
        **beside,
    )


class _Page:
    """What the template is given: each claim has its anchor where it is first met."""

    def __init__(self, found: Comparison, links: Links) -> None:
        self.found = found
        self.links = links
        self.viewer = Viewer(found.entities)
        entries = [e for p in found.positions for e in p.entries] + [*found.without_stance]
        self.here = frozenset(entry.claim.id for entry in entries)
        self.placed: set[str] = set()

    def values(self) -> dict[str, Any]:
        """By the names that the template has for them."""
        found = self.found
        axis = found.axis
        strips = self._strips()
        undated = sum(mark.year is None for p in found.positions for mark in p.marks)
        return {
            "question": found.question,
            "facts": _facts(found.question, len(found.positions)),
            "columns": _columns(found.totals),
            "positions": [
                self._position(p, strip) for p, strip in zip(found.positions, strips, strict=True)
            ],
            "axis": axis_drawing(axis) if axis else None,
            "aside": self._holders(found.without_stance, NO_STANCE),
            "key": _key(found),
            "undated": undated,
            "opened": False,
        }

    def _strips(self) -> Sequence[Svg]:
        found = self.found
        if found.axis is None:
            return [Svg("")] * len(found.positions)
        lines = tuple(
            Line(p.label, p.marks, colour(found.question, p.number)) for p in found.positions
        )
        figure = Figure(lines, found.axis, partial(addresses.fragment, "claim"))
        return [strip.drawing for strip in figure.strips()]

    def _position(self, position: Position, strip: Svg) -> dict[str, Any]:
        return {
            "stance": position.stance,
            "siglum": position.siglum,
            "label": position.label,
            "meaning": position.meaning,
            "tone": colour(self.found.question, position.number),
            "address": addresses.fragment("position", position.stance),
            "anchor": addresses.anchor("position", position.stance),
            "strip": strip,
            "numbers": _numbers(position, self.found.totals),
            "counted": _counted(position),
            "holders": self._holders(position.entries, position.stance),
        }

    def _holders(self, entries: Iterable[Entry], stance: str) -> list[Holder]:
        """Who holds these claims, by how that is known, else as they are met."""
        held: dict[str, list[Entry]] = {}
        for entry in entries:
            for holder in dict.fromkeys(entry.claim.scholars):
                held.setdefault(holder, []).append(entry)
        known = {id: self._known(id, of) for id, of in held.items()}
        first: set[Known] = set()
        holders = []
        for id in sorted(held, key=lambda id: KNOWN.index(known[id])):
            anchor = None if known[id] in first else group(stance, known[id])
            first.add(known[id])
            holders.append(self._holder(id, known[id], held[id], anchor))
        return holders

    def _known(self, id: str, entries: Iterable[Entry]) -> Known:
        scholar = self.found.entities.scholar(id)
        if scholar and scholar.kind == "unnamed":
            return "unnamed"
        if scholar and scholar.kind == "contemporary":
            return "contemporary"
        return "second-hand" if all(e.claim.second_hand for e in entries) else "read"

    def _holder(
        self, id: str, known: Known, entries: Iterable[Entry], anchor: str | None
    ) -> Holder:
        scholar = self.found.entities.scholar(id)
        school = scholar.school if scholar else None
        return Holder(
            id=id,
            name=scholar.name if scholar else id,
            known=known,
            words=" · ".join(filter(None, (_HOW[known], school))),
            claims=tuple(map(self._shown, entries)),
            anchor=anchor,
        )

    def _shown(self, entry: Entry) -> Shown:
        id = entry.claim.id
        anchor = None if id in self.placed else addresses.anchor("claim", id)
        self.placed.add(id)
        return Shown(self.viewer.entry(entry), anchor, _summary(entry))


_HOW: dict[Known, str] = {
    "read": "",
    "second-hand": "read only second-hand",
    "unnamed": "a reporter’s phrase",
    "contemporary": "somebody of the time, no scholar",
}


def _summary(entry: Entry) -> str:
    claim = entry.claim
    grounds = f"rests on {len(claim.basis)}" if claim.basis else ""
    replies = "replies" if claim.relations else ""
    return " · ".join(filter(None, (grounds, replies, "a note" if claim.note else "")))


def group(stance: str, known: Known) -> str:
    """The anchor of those who hold a position and are known in one way."""
    return addresses.anchor("position", f"{stance}/{known}")


def _columns(totals: Counts) -> list[str]:
    columns = ["scholars", "in own words", "second-hand", "unnamed"]
    return columns + ["of the time"] * bool(totals.contemporaries)


def _numbers(position: Position, totals: Counts) -> list[Number]:
    """Each leads to those that it counts."""
    counts, stance = position.counts, position.stance

    def how(known: Known) -> str:
        return "#" + group(stance, known)

    all = addresses.fragment("position", stance)
    numbers = [
        Number(counts.scholars, "scholar" if counts.scholars == 1 else "scholars", all),
        Number(counts.first_hand, "in own words", how("read")),
        Number(counts.second_hand, "second-hand", how("second-hand")),
        Number(counts.unnamed, "unnamed", how("unnamed")),
    ]
    of_the_time = Number(counts.contemporaries, "of the time", how("contemporary"))
    return numbers + [of_the_time] * bool(totals.contemporaries)


def _counted(position: Position) -> str:
    claims = plural(position.total, "claim")
    return " · ".join(filter(None, (holders_counted(position.counts), _years(position), claims)))


def _years(position: Position) -> str:
    first, last = position.first_year, position.last_year
    if first is None or first == last:
        return str(first or "")
    return f"{first}–{last}"


def _facts(question: Question, positions: int) -> str:
    time = question.period.replace("/", "–") if question.period else ""
    sides = plural(positions, "position")
    if question.exclusive:
        sides += "; one answer excludes the others"
    if question.ordered:
        sides += "; they run from pole to pole"
    return " · ".join(filter(None, (time, sides)))


def _key(found: Comparison) -> list[tuple[Known, str]]:
    met = {mark.known for position in found.positions for mark in position.marks}
    return [(known, MEANING[known]) for known in KNOWN if known in met]
