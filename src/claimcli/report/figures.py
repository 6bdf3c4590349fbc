"""The glance figure and the matrix as tables, with a sign for how each work is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from claimcli.answers.chapters import Chapter, Section
from claimcli.answers.chronology import decade_of
from claimcli.answers.crossing import Cell, Row
from claimcli.answers.marks import MEANING, SIGNS, Mark, best_first
from claimcli.answers.wording import holders_counted
from claimcli.dates import year_in_words
from claimcli.report.escaping import identifier, plain

SIGNED = 10
"""Works of one decade that have a sign each."""
NAMED = 6
"""Works of a position that are named; of more only how many there are of each decade is shown."""


def glance(chapter: Chapter) -> Iterator[str]:
    """A row for each position: its works by year, and its holders counted."""
    has_contemporaries = chapter.total.contemporaries.number > 0
    heads = ["Position", "Works by year", *_COUNTED, *[_OF_TIME] * has_contemporaries]
    widths = (24, 38, *(19 for _ in heads[2:]))
    rows = [_glance_row(section, chapter, has_contemporaries) for section in chapter.sections]
    yield _table(heads, rows, widths, right=range(2, len(heads)))
    comparison = chapter.comparison
    marks = [mark for position in comparison.positions for mark in position.marks]
    key = _key([*marks, *comparison.without_marks])
    is_judged = any("?" in row[1] for row in rows)
    yield key + " ? who holds it is the recorder's judgement." * is_judged


_COUNTED = ("Scholars", "Read", "Second-hand", "Unnamed")
_OF_TIME = "Of the time"


def _glance_row(section: Section, chapter: Chapter, has_contemporaries: bool) -> list[str]:
    position, tally = section.position, section.tally
    marks = position.marks if position else chapter.comparison.without_marks
    stance = position.stance if position else "none"
    label = f"{position.siglum}. {plain(position.label)}" if position else "Takes no side"
    counts = [tally.scholars, tally.first_hand, tally.second_hand, tally.unnamed]
    counts += [tally.contemporaries] * has_contemporaries
    name = f"[{label}](#{identifier(chapter.question.id, stance)})"
    judged = {a.claim.id for a in section.accounts if "scholars" in a.claim.unclear}
    return [name, _works(marks, judged), *(f"{counted.number:,}" for counted in counts)]


def _works(marks: Sequence[Mark], judged: Container[str]) -> str:
    """`1959 ◇ many historians; 2013 ● Alexander Kim`; of many the signs by decade."""
    if len(marks) <= NAMED:
        return "; ".join(_work(mark, judged) for mark in marks)
    decades = groupby(marks, key=lambda mark: decade_of(mark.year))
    return "; ".join(f"{ten} {_signs(list(some), judged)}" for ten, some in decades)


def _signs(marks: Sequence[Mark], judged: Container[str]) -> str:
    """`●●○`; of many each sign once, with how many there are: `●12 ○3`."""
    signs = [_sign(mark, judged) for mark in marks]
    if len(signs) <= SIGNED:
        return "".join(signs)
    order = [f"{sign}{judged}" for sign in SIGNS.values() for judged in ("", "?")]
    counted = sorted(Counter(signs).items(), key=lambda of_one: order.index(of_one[0]))
    return " ".join(f"{sign}{number:,}" for sign, number in counted)


def _work(mark: Mark, judged: Container[str]) -> str:
    year = "" if mark.year is None else f"{year_in_words(mark.year)} "
    name = f"“{plain(mark.name)}”" if mark.known == "unnamed" else plain(mark.name)
    return f"{year}{_sign(mark, judged)} {name}"


def _sign(mark: Mark, judged: Container[str]) -> str:
    """The sign; `?` beside it where of all that it stands for the holder is a judgement."""
    return SIGNS[mark.known] + "?" * all(id in judged for id in mark.claims)


def _key(marks: Iterable[Mark]) -> str:
    """What the signs mean that are there."""
    met = {mark.known for mark in marks}
    meanings = [f"{SIGNS[known]} {MEANING[known]}" for known in best_first(met)]
    return f"One sign for each holder and work: {'; '.join(meanings)}." if meanings else ""


def matrix(chapter: Chapter) -> Iterator[str]:
    """A row for each holder, or school: under which positions they are recorded."""
    crossing, positions = chapter.crossing, chapter.comparison.positions
    if len(crossing.rows) < 2:
        return
    sigla = {position.stance: position.siglum for position in positions}
    heads = [crossing.by.capitalize() if crossing.by == "school" else "Holder"]
    heads += [sigla.get(stance, "No side") for stance in crossing.stances]
    rows = [_row(row, crossing.by) for row in crossing.rows]
    yield _table(heads, rows, (30, *(14 for _ in crossing.stances)))
    cells = [cell for row in crossing.rows for cell in row.cells if cell]
    if any(cell.by_reading or cell.is_judged for cell in cells):
        yield "? by the recorder's reading alone, or by his judgement of who holds it."


def _row(row: Row, by: str) -> list[str]:
    return [_name(row), *(_cell(cell, by) for cell in row.cells)]


def _name(row: Row) -> str:
    return f"“{plain(row.label)}”" if row.kind == "unnamed" else plain(row.label)


def _cell(cell: Cell | None, by: str) -> str:
    if cell is None:
        return ""
    if by == "school":
        return holders_counted(cell.tally.counts)
    return SIGNS[cell.known] + " ?" * (cell.by_reading or cell.is_judged)


def _table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    right: Sequence[int] = (),
) -> str:
    """A pipe table; the dashes below the heads give pandoc the widths of its columns."""
    rule = [
        "-" * (width - 1) + ":" if at in right else ":" + "-" * (width - 1)
        for at, width in enumerate(widths)
    ]
    lines = (heads, *rows)
    first, *others = (f"| {' | '.join(cells)} |" for cells in lines)
    return "\n".join((first, f"|{'|'.join(rule)}|", *others))
