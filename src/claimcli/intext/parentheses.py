"""The in-text citations of a text: every parenthesis that cites, and what it cites."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from claimcli.intext import locators
from claimcli.intext.brackets import PAIRS, Bracket, brackets
from claimcli.intext.cited_names import Names
from claimcli.intext.grammar import Work, works_in
from claimcli.intext.narrative import are_authors, authors_before, bodies_before
from claimcli.texts.furniture import layout, without_furniture


class InTextCitation(msgspec.Struct, frozen=True):
    """One work cited at one place in a text.

    `authors` as printed, without `et al.`, which `others` stands for; `title` where it stands for
    the authors, or with them. `year` as printed (`1990a`, `n.d.`), `day` as `07-04` or `07`, where
    a day or a month stands before it. `locator` in one form (`p. 5`, `pp. 311-312`). `span` counts
    characters of the text, `line` its lines from 1.
    """

    authors: tuple[str, ...]
    title: str | None
    year: str | None
    locator: str | None
    span: tuple[int, int]
    line: int
    others: bool = False
    day: str | None = None


IsKnown = Callable[[InTextCitation], bool]
"""Tells whether a citation has the authors and the year of a work that is known."""


class Parenthesis(msgspec.Struct, frozen=True):
    """A bracket that cites: its span, brackets included, its line, and the works in order."""

    span: tuple[int, int]
    line: int
    cited: tuple[InTextCitation, ...]


def citations(text: str, known: IsKnown = lambda _: False) -> list[Parenthesis]:
    """The parentheses of a text that cite, in the order in which they open.

    Author-year citations in round or square brackets, titles for authors, narrative citations
    (`Smith (1990, p. 5)`) and `ibid.`; page furniture inside them is passed over. A bracket
    within a bracket is read by itself. Years before 1400 are taken for times that the text tells
    of, as are ranges of years.

    Args:
        text: the text.
        known: tells an author before a bracket where nothing in the text does (`In Li (2005)`).
    """
    running = without_furniture(text, layout(text))
    line_ends = [found.start() for found in re.finditer("\n", text)]
    cited: list[Parenthesis] = []
    earlier: list[Work] = []

    def is_known(work: Work) -> bool:
        return known(_citation(work, line_ends))

    for bracket in sorted(brackets(running)):
        works = _works(running, bracket, earlier, cited[-1:], is_known)
        earlier += works
        for work in works:
            if work.names.title and not work.names.authors and is_known(work):
                work.names = Names(
                    (work.names.title,), None, work.names.others
                )  # a body, or `Gregory of Tours`
        if works:
            made = tuple(_citation(work, line_ends) for work in works)
            cited.append(Parenthesis(bracket[:2], _line(bracket.start, line_ends), made))
    return cited


def as_printed(text: str, citation: InTextCitation) -> str:
    """A citation as a text prints it, on one line; a bracket that it opens is closed."""
    printed = " ".join(text[slice(*citation.span)].split())
    left = (end for end, start in PAIRS.items() if printed.count(start) > printed.count(end))
    return printed + "".join(left)


def _citation(work: Work, line_ends: list[int]) -> InTextCitation:
    return InTextCitation(
        authors=work.names.authors,
        title=work.names.title,
        year=work.year,
        locator=locators.printed(work.places),
        span=(work.start, work.end),
        line=_line(work.start, line_ends),
        others=work.names.others,
        day=work.names.day,
    )


def _line(offset: int, line_ends: list[int]) -> int:
    return bisect_left(line_ends, offset) + 1


def _works(
    text: str,
    bracket: Bracket,
    earlier: Sequence[Work],
    before: Sequence[Parenthesis],
    is_known: Callable[[Work], bool],
) -> list[Work]:
    """The works that a bracket cites, those of the names before it only where they are authors."""

    def read(author: Work | None) -> list[Work]:
        return works_in(bracket.content, bracket.start + 1, earlier, author, is_known)

    authors = authors_before(text, bracket)
    bodies = list(filter(is_known, bodies_before(text, bracket)))[:1]
    readings = [read(one) for one in (*bodies, *authors)]
    narrative = [works for works in readings if works and works[0].start < bracket.start]
    sure = [works for works in narrative if is_known(works[0])]
    if authors and not bodies and are_authors(text, authors[0], bracket, _narrative_end(before)):
        sure += narrative[:1]
    if not sure:
        return read(None)
    first = sure[0][0]
    if not re.search(r"\w", text[first.end : bracket.end]):
        first.end = bracket.end
    return sure[0]


def _narrative_end(before: Sequence[Parenthesis]) -> int | None:
    """Where the citation before ends, if its author stands outside of its bracket."""
    last = before[-1] if before else None
    return last.span[1] if last and last.cited[0].span[0] < last.span[0] else None
