"""Lists of what a corpus holds, each row with its counts, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len

from claimcli.answers.list import Listing
from claimcli.answers.views import View
from claimcli.render.tables.columns import GAP, SPLIT, Column, fitting, head_lines, taken
from claimcli.render.tables.columns import left_out as without_column
from claimcli.render.tables.disagreements import disagreements
from claimcli.render.tables.drafts import drafts
from claimcli.render.tables.drawn import Drawn, beyond_width
from claimcli.render.tables.lines import Line, Lines, beside, piece, width_of, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.parts import number, told
from claimcli.render.tables.questions import questions
from claimcli.render.tables.roles import QUIET
from claimcli.render.tables.several import several
from claimcli.render.tables.sign import NO_SIGN, sign_of
from claimcli.render.tables.to_check import to_check

_NAMES = ("question", "label", "name", "text")
_RARE = ("contemporaries", "by_reading", "ordinal", "ordinal_reason")
"""What has a column only where there are any."""
_NAME = 18
"""Columns that a record's name is to have."""
_WORD = 16
"""Columns that a word is to have; a longer one is folded."""
_SAYS_LEAST = ("unclear", "witnesses", "spellings", "checked", "stances")


def draw(listing: Listing, page: Page) -> Drawn:
    """A list of records with counts; of claims to check, and of holders of several positions."""
    if listing.why_nothing:
        return Drawn(())
    if listing.kind == "to-check":
        return Drawn([Lines(to_check(listing, page))])
    if listing.kind == "several":
        return Drawn([Lines(several(listing, page))])
    if listing.kind == "disagreements":
        return Drawn([Lines(disagreements(listing, page))])
    if listing.kind == "drafts":
        return Drawn([Lines(drafts(listing.rows, page.width))])
    if listing.kind == "questions":
        return questions(listing, page.width)
    first, columns = _layout(listing, page.width)
    gone = without_column(_sizes(listing.rows, listing.fields), columns)
    where = f"--fields {','.join(('id', *gone))} shows"
    return Drawn([Lines(_parts(listing, first, columns))], beyond_width(gone, where))


def _parts(listing: Listing, first: int, columns: Sequence[Column]) -> Iterator[Line]:
    """What a record is stands above its id, numbers to the right.

    Ids are whole, so that they can be copied: one that has no room in the first column stands on
    a line of its own.
    """
    numbers = _numbers(listing.rows, listing.fields)
    for heads in head_lines(columns):
        pairs = zip(heads, columns, strict=True)
        words = (_aligned(head, column, column.field in numbers) for head, column in pairs)
        yield [(" " * first + "".join(words), QUIET)]
    for row in listing.rows:
        name = _name(row) or (row["id"] if cell_len(row["id"]) <= first else "")
        labels = wrapped(_label(listing, row, name), first)
        cells = [_cell(row, column, column.field in numbers) for column in columns]
        yield from beside((first, labels), *cells)
        if name != row["id"]:
            yield [piece(row["id"], QUIET)]


def _label(listing: Listing, row: View, name: str) -> Line:
    """What a row is called; a position has its letter before it."""
    question, _, stance = row["id"].partition("/")
    its = sign_of(listing.question(question), stance) if listing.kind == "stances" else NO_SIGN
    return [*its.before, piece(name)]


def _aligned(words: str, column: Column, is_number: bool) -> str:
    return " " * GAP + (f"{words:>{column.width}}" if is_number else f"{words:<{column.width}}")


def _cell(row: View, column: Column, is_number: bool) -> tuple[int, Sequence[Line]]:
    """A cell after its gap."""
    if is_number:
        words = number(row[column.field]) if column.field != "year" else told(row, column.field)
        style = "" if row[column.field] else QUIET
        return column.width + GAP, [[piece(_aligned(words, column, True), style)]]
    lines = wrapped([piece(told(row, column.field))], column.width)
    return column.width + GAP, [[(" " * GAP, ""), *line] for line in lines]


def _layout(listing: Listing, width: int) -> tuple[int, list[Column]]:
    """The width of the first column, and the columns beside it.

    What the names leave over goes to columns of words that need more.
    """
    rows, fields = listing.rows, listing.fields
    sizes = _sizes(rows, fields)
    words = [field for field in sizes if field not in _numbers(rows, fields)]
    names = (_label(listing, row, _name(row) or row["id"]) for row in rows)
    widest = max(map(width_of, names), default=0)
    bare = max((cell_len(row["id"]) for row in rows if _name(row) is None), default=0)
    least = max(_NAME, min(widest, max(bare, width // 3), width // 2))
    contents = {f: min(size, _WORD) if f in words else size for f, size in sizes.items()}
    columns = fitting(contents, _going(sizes, words), width - least)
    first = max(_NAME, min(widest, width - taken(columns)))
    over = width - first - taken(columns)
    for i, column in enumerate(columns):
        more = max(0, min(sizes[column.field] - column.width, over))
        columns[i] = column._replace(width=column.width + more)
        over -= more
    return first, columns


def _sizes(rows: Sequence[View], fields: Sequence[str]) -> dict[str, int]:
    """How wide the cells are of each field that has a column of its own."""
    return {
        field: max((cell_len(told(row, field)) for row in rows), default=0)
        for field in fields
        if field not in ("id", "voices", *_NAMES)
        and not (field in _RARE and not any(map(_tells, (row[field] for row in rows))))
    }


def _tells(value: object) -> bool:
    """Whether a value of a rare field is there: no alpha is nothing, and one of nought is not."""
    return bool(value) or isinstance(value, float)


def _numbers(rows: Sequence[View], fields: Sequence[str]) -> list[str]:
    return [f for f in fields if rows and all(isinstance(r[f], int | None) for r in rows)]


def _going(sizes: Mapping[str, int], words: Sequence[str]) -> list[str]:
    """The fields in the order in which they give way; how much was read first-hand never does.

    Beside that split the number of claims says less, since it is the recorder's grain.
    """
    kept = next((split for split in SPLIT if split[0] in sizes), ())
    others = [*_SAYS_LEAST, *words[::-1], *list(sizes)[::-1]]
    going = [field for field in others if field not in (*kept, "claims")]
    return [*going, "claims"] if kept else going


def _name(row: View) -> str | None:
    name = next((row[key] for key in ("label", *_NAMES) if row.get(key)), None)
    return None if name == row["id"] else name
