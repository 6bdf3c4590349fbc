"""What a page says of a question, made ready for its template.

First the glance figure and how all of it is known, then the positions with who holds them, who
answers whom, what is not covered; each number leads to the claims that it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import msgspec
from markupsafe import Markup

from claimcli.answers.accounts import DENSE, Account, Holding
from claimcli.answers.chapters import Chapter, Section
from claimcli.answers.compare import Comparison, Position
from claimcli.answers.marks import Known
from claimcli.answers.namesakes import ToldApart
from claimcli.answers.report import Dossier
from claimcli.answers.sentences import text_of
from claimcli.answers.several_verdicts import together
from claimcli.answers.tally import Counted
from claimcli.answers.views import Viewer
from claimcli.citations.typography import Runs
from claimcli.model import NO_STANCE
from claimcli.pictures.lettering import shortened
from claimcli.pictures.palette import colour
from claimcli.pictures.shapes import legend
from claimcli.pictures.strips import JUDGED, Figure, Line, axis_drawing
from claimcli.pictures.svg import Svg
from claimcli.site import addresses
from claimcli.site.context import Context, remark
from claimcli.site.crosstable import crosstable
from claimcli.site.language_tags import with_tongues
from claimcli.site.links import Links
from claimcli.site.numbers import Numbers
from claimcli.site.replies import drawn, exchange

FIRST = 10
"""Of a position that reads as a chronology, the claims that are seen at once."""

LISTED, WORDED, FOLDED = 60, 30, 60
"""Characters of a claim in a list of those that a number counts, up to how many such have words,
and from how many on in all the lists are folded away."""

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
        tones = {p.siglum: colour(self.question, p.number) for p in self.compared.positions}
        self.context = Context(self.compared, self.links, self.numbers, tones, prefix)
        self.viewer = Viewer(ToldApart(self.compared.entities, self.compared.holders))
        self.placed: set[str] = set()
        for section in chapter.sections:
            self.numbers.stand(section.tally.claims.claims, "#" + self._anchor(section.position))

    @property
    def values(self) -> dict[str, Any]:
        """By the names that the template has for them."""
        compared, chapter, linked = self.compared, self.chapter, self.context.linked
        axis, marks = compared.axis, [m for p in compared.positions for m in p.marks]
        return {
            "prefix": self.prefix,
            "links": self.links,
            "question": self.question,
            "asked": chapter.asked,
            "part_of": chapter.part_of,
            "narrower": chapter.parts,
            "columns": [words for _, _, words in self._columns],
            "rows": list(self._rows()),
            "axis": axis_drawing(axis) if axis else None,
            "key": legend(marks),
            "undated": sum(mark.year is None for mark in marks),
            "is_judged": any(mark.is_judged for mark in marks),
            "known": [linked(sentence) for sentence in chapter.known],
            "is_one_text": len(chapter.witnesses) == 1,
            "unsure": [linked(sentence) for sentence in chapter.unsure],
            "sections": [self._section(section) for section in chapter.sections],
            "several": [
                (linked(one.sentence), one.holders and linked(one.holders))
                for one in together(chapter.several)
            ],
            "matrix": crosstable(chapter.crossing, self.context),
            "changes": [exchange(reply, self.context) for reply in chapter.revisions],
            "arcs": drawn(chapter.replies, self.context),
            "replies": [exchange(reply, self.context) for reply in chapter.replies],
            "gaps": [
                (gap.heading, [linked(sentence) for sentence in gap.sentences])
                for gap in chapter.uncovered
            ],
            "lists": [(each, self._listed(each.claims)) for each in self.numbers.lists],
            "is_folded": sum(len(each.claims) for each in self.numbers.lists) > FOLDED,
        }

    def _anchor(self, position: Position | None) -> str:
        return self.context.anchor(position.stance if position else NO_STANCE)

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
                "tone": self.context.tone(position.siglum),
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
        lines = tuple(
            Line(p.label, p.marks, self.context.tone(p.siglum)) for p in compared.positions
        )
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
            "tone": self.context.tone(position.siglum if position else None),
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
        judged = JUDGED if holding.is_judged else ""
        told = (_HOW[holding.known], judged, together, *schools)
        return {
            "holders": holding.holders,
            "known": holding.known,
            "words": " · ".join(filter(None, told)),
            "accounts": [self._account(account) for account in holding.accounts],
        }

    def _account(self, account: Account) -> dict[str, Any]:
        return {
            "view": self.viewer.entry(account.entry),
            "note": account.note,
            "anchor": self._first(account.claim.id),
            "quoted": _quoted(account),
            "summary": _summary(account),
            "remark": remark(account.remark, self.links),
            "is_judged": account.claim.relates_by_reading,
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
            parts.append({"summary": f"{len(more):,} more{span}", "rows": more})
        return parts

    # --- Lists ---

    def _listed(self, claims: Sequence[str]) -> list[dict[str, Any]]:
        """The claims of a number: who holds what, of many only who; all stand on the page."""
        found = filter(None, map(self.compared.entities.claim, claims))
        has_words = len(claims) <= WORDED
        return [
            {
                "who": ", ".join(self.viewer.holder(id)["name"] for id in claim.scholars),
                "text": shortened(claim.statement, LISTED) if has_words else None,
                "address": self.links.to("claim", claim.id),
            }
            for claim in found
        ]


def _counted(section: Section) -> str:
    """How many hold it, and how that is known."""
    told = text_of(section.summary)
    return told if section.position else f"On the question, for none of the positions. {told}"


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


def apparatus(found: Dossier) -> dict[str, Any]:
    """The notes of all chapters and the bibliography, for the end of a page."""
    return {
        "notes": [(note.number, _set(note.runs)) for note in found.notes],
        "bibliography": [(work.source, _set(work.runs)) for work in found.bibliography],
        "date": found.date,
    }


def _set(runs: Runs) -> Markup:
    """A citation with its italics."""
    parts = (
        Markup("<em>{}</em>").format(with_tongues(run.text))
        if run.is_italic
        else with_tongues(run.text)
        for run in runs
    )
    return Markup("").join(parts)
