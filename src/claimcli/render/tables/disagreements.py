"""Places that two people took for other positions: the passage, and below it both, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from claimcli.answers.list import Listing
from claimcli.answers.views import View
from claimcli.render.tables.holders import named
from claimcli.render.tables.lines import Line, beside, indented, joined, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, QUIET
from claimcli.render.tables.sign import sign_of

_NARROW = 36
"""Columns that one of the two needs to stand beside the other."""


def disagreements(listing: Listing, page: Page) -> Iterator[Line]:
    """Each question with its places."""
    for question, group in groupby(listing.rows, key=lambda row: row["question"]):
        rows = list(group)
        yield from wrapped([piece(rows[0]["question_text"], HEAD)], page.width)
        yield [piece(question, QUIET)]
        for row in rows:
            yield ()
            yield from _one(row, listing, page.width)
        yield ()


def _one(row: View, listing: Listing, width: int) -> Iterator[Line]:
    holders = joined((named(s["name"], s["kind"], HEAD) for s in row["scholars"]), (", ", ""))
    where = piece(f"  {row['text']}" if row["text"] else "", QUIET)
    yield from wrapped([*holders, where, piece(f"  {row['id']}", QUIET)], width)
    if row["quote"]:
        yield from indented(wrapped([piece(f"“{row['quote']}”")], width - 2))
    half = (width - 4) // 2
    if half < _NARROW:
        for which in ("first", "second"):
            yield from indented(_side(row, which, listing, width - 2))
        return
    sides = [list(_side(row, which, listing, half)) for which in ("first", "second")]
    yield from indented(beside((half + 2, sides[0]), (half, sides[1])))


def _side(row: View, which: str, listing: Listing, width: int) -> Iterator[Line]:
    """Who, which positions, in what words, and what was noted."""
    by = row[f"{which}_by"] or "whoever recorded it"
    date = row[f"{which}_date"]
    yield from wrapped([piece(by, HEAD), piece(f", {date}" if date else "", QUIET)], width)
    question = listing.question(row["question"])
    for stance in row[f"{which}_stances"]:
        sign = sign_of(question, stance["id"]).before if stance["id"] != "none" else []
        yield from wrapped([*sign, piece(stance["text"])], width)
    for claim in row[f"{which}_claims"]:
        yield from wrapped([piece(claim["text"], QUIET)], width)
    if row[f"{which}_note"]:
        yield from wrapped([piece(row[f"{which}_note"], QUIET)], width)
    if row[f"{which}_draft"]:
        yield [piece(row[f"{which}_draft"], QUIET)]
