"""Who holds more than one position on a question, question by question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from claimcli.answers.list import Listing
from claimcli.answers.several_positions import second_hand_part
from claimcli.answers.views import View
from claimcli.render.tables.holders import named
from claimcli.render.tables.lines import Line, indented, joined, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, QUIET
from claimcli.render.tables.sign import sign_of


def several(listing: Listing, page: Page) -> Iterator[Line]:
    """Each question with its holders of several positions, and what is to be said of each."""
    width = page.width
    page = page.with_holders((row["id"], row["name"]) for row in listing.rows)
    for question, group in groupby(listing.rows, key=lambda row: row["question"]):
        held = list(group)
        yield from wrapped([piece(held[0]["question_text"], HEAD)], width)
        yield [piece(question, QUIET)]
        for row in held:
            yield from indented(wrapped([*_holder(row, page), *_held(row, listing)], width - 2))
            yield from indented(wrapped([(_remark(row), QUIET)], width - 4), 4)
            yield [("    ", ""), piece(row["id"], QUIET)]
        yield ()


def _holder(row: View, page: Page) -> Line:
    return [*named(page.name_of(row["name"], row["id"]), row["kind"], HEAD), (": ", "")]


def _held(row: View, listing: Listing) -> Line:
    """The positions with their letters."""
    positions = (
        [*sign_of(listing.question(row["question"]), stance["id"]).before, piece(stance["text"])]
        for stance in row["stances"]
    )
    return joined(positions, ("; ", ""))


def _remark(row: View) -> str:
    told = (_how_taken(row), second_hand_part(row["second_hand_claims"], row["claims"]))
    return "; ".join(filter(None, told))


def _how_taken(row: View) -> str:
    if row["revised"]:
        return "one revises the other"
    if row["reading"]:
        return str(row["reading"])
    return "as worded, and these exclude each other" if row["exclusive"] else "as worded"
