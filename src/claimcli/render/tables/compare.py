"""Comparisons drawn for a person: positions, who holds them, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.compare import Comparison, Position, SeveralPositions
from claimcli.answers.counting import Entry
from claimcli.answers.grouping import Group as Row
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import (
    OF_THE_TIME,
    by_reading_alone,
    named,
    totals_line,
)
from claimcli.dates import in_words, year_in_words
from claimcli.model import NO_STANCE, Question
from claimcli.render.tables.claims import cited, holders, legend_of, relations, statement
from claimcli.render.tables.columns import Column, fitting, taken
from claimcli.render.tables.columns import left_out as without_column
from claimcli.render.tables.drawn import Drawn, beyond_width
from claimcli.render.tables.parts import (
    HEAD,
    MOST,
    NARROW,
    QUIET,
    beyond,
    grid,
    heading,
    indented,
    measured,
    rest,
    text,
)


def draw(compared: Comparison, width: int) -> Drawn:
    """A question: each position with its claims, then who is on several sides, then the matrix."""
    columns = _columns(compared, width)
    gone = (_HEADS.get(f, f) for f in without_column(_contents(compared), columns))
    left_out = beyond_width([field.replace("- ", "") for field in gone], "--json has")
    return Drawn(_parts(compared, width, columns), left_out)


def _parts(compared: Comparison, width: int, columns: list[Column]) -> Iterator[RenderableType]:
    viewer = Viewer(compared.entities)
    longest = max((len(entry.claim.id) for entry in _all_entries(compared)), default=0)
    ids = longest if width >= longest + _BESIDE_IDS else 0
    yield from _question(compared.question)
    yield _overview(compared, width, columns)
    yield from beyond(len(compared.positions), "position")
    for position in compared.positions[:MOST]:
        yield Text()
        yield from _position(position, viewer, width, ids)
    if compared.without_total:
        yield Text()
        yield heading("Takes no side")
        without = list(map(viewer.entry, compared.without_stance))
        yield from _some(without, compared.without_total, width, ids)
    if compared.several_positions:
        yield Text()
        yield from _several(compared)
    if compared.groups:
        yield Text()
        yield heading(f"Claims by {compared.by}")
        yield indented(_matrix(compared, width))
        yield from map(indented, beyond(len(compared.groups), "group"))
    yield Text()
    yield text(totals_line(compared.totals), QUIET)
    yield from (text(line, QUIET) for line in _unproved(compared))
    shown = [viewer.entry(entry) for entry in _all_entries(compared)]
    yield from legend_of(shown, "*" * bool(compared.totals.unnamed))
    if longest and not ids:
        enough = longest + _BESIDE_IDS
        yield text(f"ids stand beside the claims from {enough} columns on; --json has them", QUIET)


def _unproved(compared: Comparison) -> Iterator[str]:
    """For how many scholars nothing shows that they were read."""
    if compared.unquoted:
        some = f"{compared.unquoted} of the {compared.totals.first_hand}"
        yield f"For {some} read in their own words no quotation shows that they were read."


_BESIDE_IDS = 76
"""Columns that claims are to have beside their ids."""


def _question(question: Question) -> Iterator[RenderableType]:
    yield heading(question.question)
    if question.scope:
        yield text(question.scope)
    facts = [f"Time: {in_words(question.period)}."] if question.period else []
    facts += ["One answer excludes the others."] if question.exclusive else []
    if facts:
        yield text(" ".join(facts), QUIET)
    yield Text()


def _overview(compared: Comparison, width: int, columns: list[Column]) -> RenderableType:
    """Positions side by side in numbers: scholars and how they were read come first."""
    labels = max((cell_len(position.label) for position in compared.positions), default=0)
    first = max(_POSITION, min(labels, width - taken(columns)))
    table = measured(
        *(first, *(column.width for column in columns)),
        heads=("Position", *(column.head for column in columns)),
        right=range(1, len(columns) + 1),
        quiet=True,
    )
    for position in compared.positions[:MOST]:
        table.add_row(text(position.label), *(_told(position, c.field) for c in columns))
    return table


def _told(position: Position, field: str) -> Text:
    if field == "years":
        return _number(_years(position))
    return _number(getattr(position.counts, field))


def _columns(compared: Comparison, width: int) -> list[Column]:
    """Those of the numbers that a terminal of this width has room for.

    On a narrow one the numbers that say least give way to the positions.
    """
    return fitting(_contents(compared), _LEAST_FIRST, width - _POSITION, _HEADS)


def _contents(compared: Comparison) -> dict[str, int]:
    """How wide the numbers are, those left out that hardly any question has."""
    contents = dict.fromkeys(_COUNTED, _DIGITS)
    contents["years"] = max(map(len, map(_years, compared.positions)), default=0)
    if not any(position.counts.contemporaries for position in compared.positions):
        del contents["contemporaries"]
    return contents


_COUNTED = (
    *("scholars", "first_hand", "second_hand", "unnamed", "contemporaries"),
    *("witnesses", "years"),
)
_HEADS = {
    "unnamed": "un- named",
    "contemporaries": OF_THE_TIME,
    "witnesses": "texts read",
}
_DIGITS = 4
"""Columns that a count is to have."""
_LEAST_FIRST = ("witnesses", "years", "contemporaries", "unnamed", "scholars")
_POSITION = 18
"""Columns that the label of a position is to have."""


def _number(count: int | str) -> Text:
    return Text(str(count)) if count else Text("·", QUIET)


def _years(position: Position) -> str:
    first, last = position.first_year, position.last_year
    if first is None or last is None:
        return "·"
    if first == last:
        return year_in_words(first)
    return f"{1 - first if last <= 0 else year_in_words(first)}-{year_in_words(last)}"


def _position(position: Position, viewer: Viewer, width: int, ids: int) -> Iterator[RenderableType]:
    id = text(f"  {position.stance}", f"not bold {QUIET}")
    yield text(position.label, HEAD).append_text(id)
    unknown = "" if position.is_declared else "not one of the question's stances"
    for words in filter(None, (position.meaning, unknown, by_reading_alone(position.counts))):
        yield indented(text(words, QUIET))
    if position.total:
        yield from _some(list(map(viewer.entry, position.entries)), position.total, width, ids)
    else:
        yield indented(text("No claim recorded.", QUIET))


def _some(claims: Sequence[View], total: int, width: int, ids: int) -> Iterator[RenderableType]:
    """The claims under a heading, and how many of them a limit left out."""
    yield indented(_claims(claims, width, ids))
    yield from map(indented, rest(total - len(claims)))


def _claims(claims: Sequence[View], width: int, ids: int) -> RenderableType:
    """Claims under their holders; a holder is named once for a run of claims.

    `ids` is the width of the column of ids, 0 for none.
    """
    if width < NARROW:
        return _stacked(claims)
    table = grid("Held by", "Claim", "Where", ratios=(4 if ids else 5, 8, 6), head=False)
    if ids:
        table.add_column("ID", width=ids, no_wrap=True)
    last = None
    for claim in claims:
        who = holders(claim)
        row: list[RenderableType] = [
            text("" if who == last else who),
            Group(_said(claim), *relations(claim)),
            text(cited(claim)),
        ]
        table.add_row(*row, *((text(claim["id"], QUIET),) if ids else ()))
        last = who
    return table


def _stacked(claims: Sequence[View]) -> RenderableType:
    lines: list[RenderableType] = []
    last = None
    for claim in claims:
        who = holders(claim)
        lines += [text(who, HEAD)] if who != last else []
        below = (text(cited(claim), QUIET), *relations(claim))
        lines += [indented(_said(claim)), *(indented(line, 4) for line in below)]
        last = who
    return Group(*lines)


def _said(claim: View) -> Text:
    return statement(claim).append(" +" * bool(claim["secondary"]))


def _several(compared: Comparison) -> Iterator[RenderableType]:
    """Who holds more than one position as worded, and who does so only as we read him.

    Who gave one up contradicts himself in nothing, nor does who only seems to.
    """
    several = compared.several_positions
    worded = [one for one in several if not one.by_reading]
    if worded:
        yield heading("On more than one side")
        if compared.question.exclusive and any(one.is_contradiction for one in worded):
            said = "These answers exclude each other: a contradiction in what is recorded."
            yield indented(text(said, QUIET))
        yield indented(_holders_of_several(compared, worded))
    if worded and len(worded) < len(several):
        yield Text()
    if len(worded) < len(several):
        yield heading("On more than one side only by the recorder's reading")
        yield indented(_holders_of_several(compared, [one for one in several if one.by_reading]))


def _holders_of_several(
    compared: Comparison, several: Iterable[SeveralPositions]
) -> RenderableType:
    labels = {position.stance: position.label for position in compared.positions}
    table = grid("", "", ratios=(4, 13), head=False)
    for one in several:
        held = "; ".join(labels[stance] for stance in one.stances)
        remark = " (one revises the other)" if one.is_revised else ""
        table.add_row(text(_holder(compared, one.scholar)), text(held + remark))
    return table


def _holder(compared: Comparison, id: str) -> str:
    holder = compared.holders.get(id)
    return named(holder.name, holder.kind) if holder else id


def _all_entries(compared: Comparison) -> Iterator[Entry]:
    """The claims that the table shows."""
    for position in compared.positions[:MOST]:
        yield from position.entries
    yield from compared.without_stance


def _matrix(compared: Comparison, width: int) -> RenderableType:
    """Claims by group and stance; in words where there is no room for a column each."""
    columns = {p.stance: p.label for p in compared.positions} | {NO_STANCE: "No side"}
    table = grid()
    table.add_column("", ratio=3, overflow="fold")
    in_words = width < _CELL * (len(columns) + 1)
    if in_words:
        table.show_header = False
        table.add_column("", ratio=8, overflow="fold")
    else:
        for label in columns.values():
            table.add_column(text(label), justify="right", ratio=2, header_style=QUIET)
    for group in compared.groups[:MOST]:
        numbers = [(label, group.counts[stance]) for stance, label in columns.items()]
        told = [text("; ".join(f"{label} {n}" for label, n in numbers if n))]
        table.add_row(
            text(_group_name(compared, group)),
            *(told if in_words else (_number(n) for _, n in numbers)),
        )
    return table


_CELL = 12
"""Columns of the terminal that a stance takes in the matrix."""


def _group_name(compared: Comparison, group: Row) -> str:
    by_holder = compared.by == "scholar" and group.key is not None
    return _holder(compared, group.key or "") if by_holder else group.label
