"""What a page says of a question, made ready for its template.

First the glance figure and how all of it is known, then the positions with who holds them, who
answers whom, what is not covered; each number leads to the claims that it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec
from markupsafe import Markup

from claimcli.answers.accounts import Account, Holding
from claimcli.answers.chapters import Chapter, Section
from claimcli.answers.compare import Comparison, Position
from claimcli.answers.crossing import Cell, Row
from claimcli.answers.footnotes import Note
from claimcli.answers.marks import KNOWN, Known
from claimcli.answers.replies import End, Reply
from claimcli.answers.sentences import Sentence
from claimcli.answers.tally import Counted
from claimcli.answers.views import Viewer
from claimcli.answers.wording import holders_counted, plural
from claimcli.model import NO_STANCE
from claimcli.pictures.lettering import shortened
from claimcli.pictures.palette import NONE, colour
from claimcli.pictures.replies import FEWEST, MOST, arcs, arcs_of
from claimcli.pictures.shapes import MEANING
from claimcli.pictures.strips import Figure, Line, axis_drawing
from claimcli.pictures.svg import Svg
from claimcli.site import addresses
from claimcli.site.links import Links
from claimcli.site.numbers import Numbers
from claimcli.site.tongues import with_tongues

DENSE, FIRST = 12, 10
"""A position of more holders reads as a chronology, whose first claims are seen at once."""

LISTED = 60
"""Characters of a claim in a list of those that a number counts."""

_NUMBERS = (
    ("scholars", "scholar", "scholars"),
    ("first_hand", "in own words", "in own words"),
    ("second_hand", "second-hand", "second-hand"),
    ("unnamed", "unnamed", "unnamed"),
    ("contemporaries", "of the time", "of the time"),
)
"""The counts of a row with their words, for one and for several; claims are never among them."""

_HOW: dict[Known, str] = {
    "read": "",
    "second-hand": "read only second-hand",
    "unnamed": "a reporter’s phrase",
    "contemporary": "somebody of the time, no scholar",
}


class ChapterPage:
    """A chapter for a template. `prefix` tells its anchors from those of others on the page."""

    def __init__(self, chapter: Chapter, links: Links, prefix: str = "") -> None:
        self.chapter = chapter
        self.compared: Comparison = chapter.comparison
        self.question = self.compared.question
        self.prefix = prefix
        self.here = {account.claim.id for s in chapter.sections for account in s.accounts}
        self.links = msgspec.structs.replace(links, here=self.here)
        self.numbers = Numbers(partial(self.links.to, "claim"), prefix)
        self.viewer = Viewer.of(self.compared.entities)
        self.placed: set[str] = set()
        names = Counter(each.name if each else id for id, each in self.compared.holders.items())
        self.namesakes = {name for name, holders in names.items() if holders > 1}
        self.tones = {p.siglum: colour(self.question, p.number) for p in self.compared.positions}
        for section in chapter.sections:
            self.numbers.stand(section.tally.claims.claims, "#" + self._anchor(section.position))

    @property
    def values(self) -> dict[str, Any]:
        """By the names that the template has for them."""
        compared, chapter = self.compared, self.chapter
        axis, undated = (
            compared.axis,
            [m for p in compared.positions for m in p.marks if not m.year],
        )
        return {
            "prefix": self.prefix,
            "links": self.links,
            "question": self.question,
            "asked": chapter.asked,
            "part_of": chapter.part_of,
            "columns": [words for _, _, words in self._columns],
            "rows": list(self._rows()),
            "axis": axis_drawing(axis) if axis else None,
            "key": _key(compared),
            "undated": len(undated),
            "known": [self._linked(sentence) for sentence in chapter.known],
            "is_one_text": len(chapter.witnesses) == 1,
            "unsure": [self._linked(sentence) for sentence in chapter.unsure],
            "sections": [self._section(section) for section in chapter.sections],
            "several": [self._linked(several.sentence) for several in chapter.several],
            "matrix": self._matrix(),
            "changes": [self._reply(reply) for reply in chapter.revisions],
            **self._replies(),
            "gaps": [
                (gap.heading, [self._linked(sentence) for sentence in gap.sentences])
                for gap in chapter.uncovered
            ],
            "lists": [(each, self._listed(each.claims)) for each in self.numbers.lists],
        }

    def _anchor(self, position: Position | None) -> str:
        stance = position.stance if position else NO_STANCE
        return self.prefix + addresses.anchor("position", stance)

    # --- The glance figure ---

    @property
    def _columns(self) -> list[tuple[str, str, str]]:
        of_the_time = self.chapter.total.contemporaries.number
        return [each for each in _NUMBERS if each[0] != "contemporaries" or of_the_time]

    def _rows(self) -> Iterator[dict[str, Any]]:
        strips = self._strips()
        for section, strip in zip(self._positions, strips, strict=True):
            position = section.position
            assert position
            yield {
                "siglum": position.siglum,
                "tone": self.tones[position.siglum],
                "label": position.label,
                "address": "#" + self._anchor(position),
                "strip": strip,
                "numbers": [self._number(section, *column) for column in self._columns],
            }

    @property
    def _positions(self) -> list[Section]:
        return [section for section in self.chapter.sections if section.position]

    def _strips(self) -> Sequence[Svg]:
        compared = self.compared
        if compared.axis is None:
            return [Svg("")] * len(compared.positions)
        lines = tuple(Line(p.label, p.marks, self.tones[p.siglum]) for p in compared.positions)
        figure = Figure(lines, compared.axis, partial(addresses.fragment, "claim"))
        return [strip.drawing for strip in figure.strips()]

    def _number(self, section: Section, field: str, one: str, several: str) -> dict[str, Any]:
        counted: Counted = getattr(section.tally, field)
        assert section.position
        words = one if counted.number == 1 else several
        address = self.numbers.address(counted.claims, f"{words}: {section.position.label}")
        return {"count": counted.number, "words": words, "address": address}

    # --- The positions ---

    def _section(self, section: Section) -> dict[str, Any]:
        position, is_dense = section.position, len(section.holdings) > DENSE
        return {
            "siglum": position.siglum if position else "–",
            "tone": self.tones[position.siglum] if position else NONE,
            "label": position.label if position else "Takes no side",
            "meaning": position.meaning if position else None,
            "anchor": self._anchor(position),
            "counted": _counted(section),
            "is_dense": is_dense,
            "holdings": [] if is_dense else [self._holding(each) for each in section.holdings],
            "parts": self._chronology(section) if is_dense else [],
        }

    def _holding(self, holding: Holding) -> dict[str, Any]:
        schools = dict.fromkeys(holder.school for holder in holding.holders if holder.school)
        together = "together" if len(holding.holders) > 1 else ""
        apart = [each.id for each in holding.holders if each.name in self.namesakes]
        return {
            "holders": holding.holders,
            "known": holding.known,
            "words": " · ".join(filter(None, (_HOW[holding.known], together, *schools, *apart))),
            "accounts": [self._account(account) for account in holding.accounts],
        }

    def _account(self, account: Account) -> dict[str, Any]:
        return {
            "view": self.viewer.entry(account.entry),
            "note": account.note,
            "anchor": self._first(account.claim.id),
            "quoted": _quoted(account),
            "summary": _summary(account),
        }

    def _first(self, claim: str) -> str | None:
        """The anchor of a claim where it is first met; None where it stands on the page already."""
        if claim in self.placed:
            return None
        self.placed.add(claim)
        return addresses.anchor("claim", claim)

    def _chronology(self, section: Section) -> list[dict[str, Any]]:
        """The claims by year, in what is seen at once and what is not."""
        rows = [
            {**self._account(account), "known": holding.known}
            for holding in section.holdings
            for account in holding.accounts
        ]
        rows.sort(key=lambda row: (row["view"]["year"] is None, row["view"]["year"] or 0))
        parts: list[dict[str, Any]] = [{"summary": None, "rows": rows[:FIRST]}]
        if more := rows[FIRST:]:
            years = [year for row in more if (year := row["view"]["year"]) is not None]
            span = f", {years[0]} to {years[-1]}" if years else ""
            parts.append({"summary": f"{len(more)} more{span}", "rows": more})
        return parts

    # --- Who holds what, and who answers whom ---

    def _matrix(self) -> dict[str, Any]:
        crossing = self.chapter.crossing
        letters = {p.stance: (p.siglum, p.label) for p in self.compared.positions}
        most = max(
            (c.tally.scholars.number for r in crossing.rows for c in r.cells if c), default=1
        )
        return {
            "by": crossing.by,
            "columns": [
                {"siglum": siglum, "label": label, "tone": self.tones.get(siglum, NONE)}
                for siglum, label in (
                    letters.get(s, ("–", "takes no side")) for s in crossing.stances
                )
            ],
            "rows": [self._matrix_row(row, max(most, 4)) for row in crossing.rows],
        }

    def _matrix_row(self, row: Row, most: int) -> dict[str, Any]:
        by_holder = self.chapter.crossing.by == "scholar"
        positions = [cell for cell in row.cells if cell and cell.stance != NO_STANCE]
        return {
            "label": row.label,
            "address": self.links.to("scholar", row.key) if by_holder else None,
            "kind": row.kind,
            "is_several": by_holder and len(positions) > 1,
            "cells": [self._cell(cell, row, most) if cell else None for cell in row.cells],
        }

    def _cell(self, cell: Cell, row: Row, most: int) -> dict[str, Any]:
        counts = cell.tally.counts
        label = next((p.label for p in self.compared.positions if p.stance == cell.stance), None)
        words = holders_counted(counts)
        where = f"{row.label}: {label or 'takes no side'}"
        return {
            "known": cell.known,
            "tone": next(
                (self.tones[p.siglum] for p in self.compared.positions if p.stance == cell.stance),
                NONE,
            ),
            "number": counts.scholars,
            "apart": counts.unnamed + counts.contemporaries,
            "tint": -(-4 * counts.scholars // most),
            "words": f"{where}, {words if self.chapter.crossing.by == 'school' else cell.known}",
            "address": self.numbers.address(cell.tally.claims.claims, where),
            "is_reading": cell.by_reading,
        }

    def _replies(self) -> dict[str, Any]:
        found = self.chapter.replies
        drawn = arcs_of(found, self.compared)
        is_drawn = FEWEST <= len(drawn) <= MOST
        return {
            "arcs": arcs(drawn) if is_drawn else None,
            "replies": [self._reply(reply) for reply in found],
        }

    def _reply(self, reply: Reply) -> dict[str, Any]:
        return {
            "type": reply.type,
            "source": self._end(reply.source),
            "target": self._end(reply.target),
        }

    def _end(self, end: End) -> dict[str, Any]:
        siglum = end.sigla[0] if end.sigla else None
        who = ", ".join(end.holders) if end.is_claim else "the position"
        return {
            "siglum": siglum or "–",
            "tone": self.tones.get(siglum or "", NONE),
            "who": who,
            "year": end.year,
            "words": end.words or end.target,
            "address": self._target(end),
        }

    def _target(self, end: End) -> str | None:
        question, _, stance = end.target.partition("/")
        if not end.is_claim and question == self.question.id:
            return "#" + self.prefix + addresses.anchor("position", stance)
        return self.links.to_target(end.target)

    # --- Sentences and lists ---

    def _linked(self, sentence: Sentence) -> Markup:
        """A sentence whose numbers lead to the claims that they count."""
        parts = []
        for said in sentence:
            address = self.numbers.address(said.claims, said.words)
            words = with_tongues(said.words)
            link = Markup('<a class="quiet" href="{}">{}</a>')
            parts.append(link.format(address, words) if address else words)
        return Markup("").join(parts)

    def _listed(self, claims: Iterable[str]) -> list[dict[str, Any]]:
        entities = self.compared.entities
        found = filter(None, map(entities.claim, claims))
        return [
            {
                "who": ", ".join(
                    scholar["name"] for scholar in self.viewer.claim(claim)["scholars"]
                ),
                "text": shortened(claim.statement, LISTED),
                "address": self.links.to("claim", claim.id),
            }
            for claim in found
        ]


def _counted(section: Section) -> str:
    position, counts = section.position, section.tally.counts
    if position is None:
        return f"on the question, for none of the positions · {plural(counts.claims, 'claim')}"
    claims = plural(position.total, "claim")
    return " · ".join(filter(None, (holders_counted(counts), _years(position), claims)))


def _years(position: Position) -> str:
    first, last = position.first_year, position.last_year
    return str(first or "") if first is None or first == last else f"{first}–{last}"


def _quoted(account: Account) -> str | None:
    """Whose words a quotation has, where that is not the holder's own work."""
    if not account.claim.second_hand:
        return None
    whose = "the holder’s words in" if account.words == "holder" else "the words of"
    return f"{whose} {account.quoted_from}"


def _summary(account: Account) -> str:
    claim = account.claim
    grounds = f"rests on {len(claim.basis)}" if claim.basis else ""
    replies = "replies" if claim.relations else ""
    return " · ".join(filter(None, (grounds, replies, "a note" if claim.note else "")))


def _key(compared: Comparison) -> list[tuple[Known, str]]:
    met = {mark.known for position in compared.positions for mark in position.marks}
    return [(known, MEANING[known]) for known in KNOWN if known in met]


def notes_by_number(notes: Iterable[Note]) -> Mapping[int, Markup]:
    """The notes as HTML: titles in italics."""
    return {note.number: set_runs(note.runs) for note in notes}


def set_runs(runs: Iterable[Any]) -> Markup:
    """A citation with its italics."""
    set = (
        Markup("<em>{}</em>").format(with_tongues(run.text))
        if run.is_italic
        else with_tongues(run.text)
        for run in runs
    )
    return Markup("").join(set)
