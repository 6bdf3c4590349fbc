"""What changed in a corpus: each record with a sign, and below it each field, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.diff import Changed, Diff
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.lines import Line, Lines, indented, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import ADDED, HEAD, LACKING, QUIET

_SIGNS = {
    "added": ("+", ADDED),
    "removed": ("-", LACKING),
    "changed": ("~", ""),
    "renamed": (">", ""),
}


def draw(diff: Diff, page: Page) -> Drawn:
    """How many changed, then each."""
    return Drawn([Lines(_lines(diff, page))] if diff.changes else [])


def _lines(diff: Diff, page: Page) -> Iterator[Line]:
    yield from wrapped([piece(diff.summary, HEAD)], page.width)
    kind = ""
    for one in diff.changes:
        if one.kind != kind:
            kind = one.kind
            yield ()
        yield from _change(one, page)


def _change(one: Changed, page: Page) -> Iterator[Line]:
    sign, style = _SIGNS[one.change]
    named = f"{one.was} → {one.id}" if one.was else one.id
    is_there = one.change != "removed"
    link = page.link(one.record.file, one.record.line) if is_there else ""
    yield [piece(f"{sign} {one.kind} ", style), piece(named, f"{HEAD} {link}".strip())]
    if one.record.text != one.id:
        yield from indented(wrapped([piece(one.record.text, QUIET)], page.width - 4), 4)
    for field, before, after in one.fields:
        yield [("    ", ""), piece(field)]
        yield from _value("- ", before, LACKING, page.width)
        yield from _value("+ ", after, ADDED, page.width)


def _value(sign: str, value: str | None, style: str, width: int) -> Iterator[Line]:
    if value is not None:
        words = [piece(sign, style), piece(" ".join(value.split()), style)]
        yield from indented(wrapped(words, width - 6), 6)
