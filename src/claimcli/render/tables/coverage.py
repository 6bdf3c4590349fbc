"""Citations of a text with what rests on each, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcli.answers.coverage import Cited, Coverage, Covered, Resting
from claimcli.answers.views import Viewer
from claimcli.answers.wording import plural
from claimcli.render.tables.claim import Columns, claim_lines, columns_of, side_of
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.legend import legend_of
from claimcli.render.tables.lines import (
    Line,
    Lines,
    indented,
    marked,
    piece,
    width_of,
    wrapped,
)
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, MATCH, QUIET, WARNING

_MOST = 3
"""Records of one citation that a table shows."""
_GAP = 2


def draw(covered: Covered, page: Page) -> Drawn:
    """The citations that were asked for."""
    return Drawn([Lines(_parts(covered, page))])


def _parts(covered: Covered, page: Page) -> Iterator[Line]:
    """Each citation with its line and the work that is meant, and below it what rests on it.

    Those that nothing rests on have their sentence, which is what is left to record.
    """
    shown, viewer = covered.shown, Viewer(covered.entities)
    claims = [viewer.claim(record.claim) for cited in shown for record in _here(cited)]
    page = page.with_claims(claims)
    columns = columns_of(page)
    for before, cited in pairwise((None, *shown)):
        assert cited
        yield from _citation(cited, page.width)
        if cited.coverage is not Coverage.RECORDED:
            yield from _missing(cited, page.width)
        elif before is not None and _same_records(before, cited):
            yield from indented([[("as above", QUIET)]], _INDENT)
        else:
            yield from _records(_here(cited), viewer, columns)
        yield ()
    yield from legend_of(claims, page.width)


_INDENT = 3
"""Columns before what is said below a citation: those before the holder of a claim."""


def _here(cited: Cited) -> list[Resting]:
    return [record for record in cited.resting if record.here]


def _same_records(one: Cited, other: Cited) -> bool:
    """Whether the same records rest on two citations of one parenthesis."""
    claims = [[record.claim.id for record in _here(each)] for each in (one, other)]
    return one.number == other.number and claims[0] == claims[1]


def _citation(cited: Cited, width: int) -> Iterator[Line]:
    """The citation as printed, the line that it stands in, and the works that are meant, whole."""
    said = [piece(_label(cited), HEAD), (f"  line {cited.citation.line:,}", QUIET)]
    meant = [[piece(source.id, QUIET)] for source in cited.sources]
    meant = meant or [[("no source recorded", WARNING)]]
    *first, last = wrapped(said, width)
    for own in meant:
        if width_of(last) + _GAP + width_of(own) > width:
            first, last = [*first, last], [(" " * _INDENT, ""), *own]
        else:
            last = [*last, (" " * _GAP, ""), *own]
    yield from (*first, last)


def _label(cited: Cited) -> str:
    citation = cited.citation
    printed = filter(None, [*citation.authors, "et al." * citation.others, citation.title])
    label = f"{', '.join(printed)} {citation.year or 'n.d.'}"
    return f"{label}, {citation.locator}" if citation.locator else label


def _records(records: Sequence[Resting], viewer: Viewer, columns: Columns) -> Iterator[Line]:
    """Those that rest on a citation, each drawn as a claim is everywhere."""
    for at, record in enumerate(records[:_MOST]):
        if at:
            yield ()
        claim = viewer.claim(record.claim)
        yield from claim_lines(claim, columns, side_of(claim, viewer))
    if len(records) > _MOST:
        yield from indented([[(f"and {len(records) - _MOST:,} more", QUIET)]], _INDENT)


def _missing(cited: Cited, width: int) -> Iterator[Line]:
    """That nothing rests on it, and the sentence around it, in which it stands out."""
    away = len(cited.resting)
    elsewhere = f"; {plural(away, 'record')} on the work, from other sentences" if away else ""
    view = cited.view
    sentence, printed = str(view["sentence"]), str(view["citation"])
    at = sentence.find(printed)
    words = marked(sentence, [(at, at + len(printed))] if at >= 0 else (), MATCH)
    room = max(width - _INDENT, 8)
    for part in ([(f"no record yet{elsewhere}", WARNING)], words):
        yield from indented(wrapped(part, room), _INDENT)
