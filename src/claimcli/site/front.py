"""The front page: what was read, and on each question who holds which position."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcli.answers.compare import Comparison, Position
from claimcli.answers.corpus import Description
from claimcli.answers.counting import Counts
from claimcli.answers.marks import KNOWN, Known
from claimcli.answers.wording import holders_counted, plural
from claimcli.pictures.palette import colour
from claimcli.site.links import Links
from claimcli.site.typesetting import Typesetter

MOST = 24
"""Marks of a position; above that a number says how many more."""

_SAID: dict[Known, str] = {
    "read": "a scholar read in his own words",
    "second-hand": "a scholar known second-hand",
    "unnamed": "a reporter’s phrase",
    "contemporary": "somebody of the time",
}


def front_page(
    setter: Typesetter, found: Iterable[Comparison], links: Links, **beside: object
) -> str:
    """The front page, with the positions on every question."""
    description = setter.description
    rows = [_row(comparison, links) for comparison in found]
    met = {known for row in rows for position in row["positions"] for known in position["marks"]}
    about = description.info.about if description.info else None
    return setter.set(
        "index.html",
        links,
        title=description.title or "A corpus of claims",
        summary=about or "",
        style=("lists",),
        about=about,
        facts=_facts(description),
        rows=rows,
        key=[(known, _SAID[known]) for known in KNOWN if known in met],
        **beside,
    )


def _facts(description: Description) -> str:
    counts, held = description.counts, description.holdings
    parts = (
        plural(held.questions, "question"),
        holders_counted(counts),
        plural(counts.witnesses, "text") + " read",
        plural(counts.claims, "claim"),
    )
    return " · ".join(parts)


def _row(found: Comparison, links: Links) -> dict[str, Any]:
    question = found.question
    return {
        "text": question.question,
        "address": links.page("question", question.id),
        "positions": [_position(found, position) for position in found.positions],
    }


def _position(found: Comparison, position: Position) -> dict[str, Any]:
    marks = _marks(position.counts)
    return {
        "siglum": position.siglum,
        "label": position.label,
        "tone": colour(found.question, position.number),
        "words": holders_counted(position.counts),
        "marks": marks[:MOST],
        "more": max(0, len(marks) - MOST),
    }


def _marks(counts: Counts) -> list[Known]:
    """One for each holder, the best known first."""
    numbers = (counts.first_hand, counts.second_hand, counts.unnamed, counts.contemporaries)
    return [known for known, number in zip(KNOWN, numbers, strict=True) for _ in range(number)]
