"""The front page: what was read, and on each question who holds which position."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claimcli.answers.compare import Comparison, Position
from claimcli.answers.corpus import Description
from claimcli.answers.counting import Counts
from claimcli.answers.marks import KNOWN, Known, apart, best_first, known_of
from claimcli.answers.testimony import Testimony
from claimcli.answers.wording import holders_counted, plural
from claimcli.model import Scholar
from claimcli.pictures.palette import colour
from claimcli.pictures.svg import Svg, element
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter

NAMED, MOST = 3, 24
"""Holders of a position who are named; marks of one. Where a question has more, bars are drawn."""

_HIGH = 12
"""Px of a bar."""

_SAID: dict[Known, str] = {
    "read": "a scholar read in their own words",
    "second-hand": "a scholar known second-hand",
    "unnamed": "a reporter’s phrase",
    "contemporary": "somebody of the time",
}


Row = dict[str, Any]
"""What a template has of a line; so little of each question and text need be kept."""


def front_page(
    setter: Typesetter,
    rows: Sequence[Row],
    texts: Sequence[Row],
    links: Links,
    **beside: object,
) -> str:
    """The front page, with the positions on every question; `texts` are those that were read."""
    description = setter.description
    parts = [part for row in rows for position in row["positions"] for part in position["parts"]]
    met = {known for known, _ in parts}
    about = description.info.about if description.info else None
    return setter.set(
        "index.html",
        links,
        title=description.title or "A corpus of claims",
        summary=about or "",
        style=("lists",),
        about=about,
        totals=_totals(description),
        rows=rows,
        texts=texts,
        is_in_bars=any(row["is_in_bars"] for row in rows),
        key=[(known, _SAID[known]) for known in best_first(met)],
        **beside,
    )


def _holder(id: str, scholar: Scholar | None, links: Links, setter: Typesetter) -> Row:
    return {
        "name": setter.called(id, scholar.name if scholar else id),
        "known": known_of([scholar.kind if scholar else None], second_hand=True),
        "address": links.page("scholar", id),
    }


def text_row(found: Testimony, links: Links, setter: Typesetter) -> Row:
    """A text that was read, with whose views are known only through it."""
    entities = found.shown.entities
    met = dict.fromkeys(id for claim in found.reported for id in claim.scholars)
    through = [(id, entities.scholar(id)) for id in met]
    return {
        "text": found.shown.view["text"],
        "address": links.page("source", found.source.id),
        "claims": len(found.read),
        "checked": len(found.checked),
        "through": [_holder(id, scholar, links, setter) for id, scholar in through[:MOST]],
        "more": max(0, len(through) - MOST),
    }


def _totals(description: Description) -> list[tuple[str, str]]:
    """What the corpus holds, each number with where that is listed; claims come last."""
    counts, held = description.counts, description.holdings
    return [
        (plural(held.questions, "question"), "#questions"),
        (holders_counted(counts), "scholars.html"),
        (plural(counts.witnesses, "text") + " read", "sources.html"),
        (plural(held.names, "name"), "names.html"),
        (plural(counts.claims, "claim"), "claims.html"),
    ]


def question_row(found: Comparison, links: Links, setter: Typesetter) -> Row:
    """A question with its positions and who holds them."""
    question = found.question
    most = max((_holding(position.counts) for position in found.positions), default=0)
    return {
        "text": question.question,
        "address": links.page("question", question.id),
        "is_in_bars": most > MOST,
        "positions": [_position(found, position, most, setter) for position in found.positions],
    }


def _holding(counts: Counts) -> int:
    return sum(number for _, number in apart(counts))


def _position(
    found: Comparison, position: Position, most: int, setter: Typesetter
) -> dict[str, Any]:
    parts, tone = list(apart(position.counts)), colour(found.question, position.number)
    marks = [known for known, number in parts for _ in range(number)]
    is_named = len(marks) <= NAMED and most <= MOST
    return {
        "siglum": position.siglum,
        "label": position.label,
        "tone": tone,
        "words": holders_counted(position.counts),
        "parts": parts,
        "bar": _bar(parts, most, tone) if most > MOST else None,
        "holders": _holders(position, setter) if is_named else [],
        "marks": marks if most <= MOST else [],
    }


def _bar(parts: Iterable[tuple[Known, int]], most: int, tone: str) -> Svg:
    """How many hold it, beside the position of the question that most hold."""
    drawn, x = [], 0.0
    for known, number in parts:
        wide = 100 * number / most
        place = {"x": f"{x:.2f}%", "y": 1, "width": f"{wide:.2f}%", "height": _HIGH - 2}
        drawn.append(element("rect", **place, class_=f"m m-{known} {tone}"))
        x += wide
    given = {"class_": "measure", "height": _HIGH, "aria_hidden": "true", "focusable": "false"}
    return element("svg", *drawn, **given)


def _holders(position: Position, setter: Typesetter) -> list[tuple[Known, str]]:
    """Who holds it by name, the best known first."""
    known: dict[str, Known] = {}
    for mark in sorted(position.marks, key=lambda mark: KNOWN.index(mark.known)):
        known.setdefault(mark.holder, mark.known)
    names = {mark.holder: setter.called(mark.holder, mark.name) for mark in position.marks}
    return [(how, names[id]) for id, how in known.items()]
