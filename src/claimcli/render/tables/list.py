"""Lists of what a corpus holds, each row with its counts, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import RenderableType

from claimcli.answers.list import Listing
from claimcli.answers.views import View
from claimcli.answers.wording import OF_THE_TIME
from claimcli.render.tables.columns import SPLIT, Column, fitting, taken
from claimcli.render.tables.columns import left_out as without_column
from claimcli.render.tables.drawn import Drawn, beyond_width
from claimcli.render.tables.parts import measured, text, told, whole
from claimcli.render.tables.several import several
from claimcli.render.tables.to_check import to_check

_NAMES = ("question", "label", "name", "text")
_RARE = ("contemporaries", "by_reading")
"""Numbers that have a column only where there are any."""
_HEADS = {"contemporaries": OF_THE_TIME}
_NAME = 18
"""Columns that a record's name is to have."""
_WORD = 16
"""Columns that a word is to have; a longer one is folded."""
_SAYS_LEAST = ("unclear", "witnesses", "spellings", "checked", "stances")


def draw(listing: Listing, width: int) -> Drawn:
    """A list of records with counts; of claims to check, and of holders of several positions."""
    if listing.why_nothing:
        return Drawn(())
    if listing.kind == "to-check":
        return Drawn(to_check(listing.rows, width))
    if listing.kind == "several":
        return Drawn(several(listing.rows))
    first, columns = _layout(listing.rows, listing.fields, width)
    gone = without_column(_sizes(listing.rows, listing.fields), columns)
    where = f"--fields {','.join(('id', *gone))} shows"
    return Drawn(_parts(listing, first, columns), beyond_width(gone, where))


def _parts(listing: Listing, first: int, columns: Sequence[Column]) -> Iterator[RenderableType]:
    """What a record is stands above its id, numbers to the right.

    Ids are whole, so that they can be copied: one that has no room in the first column stands on
    a line of its own.
    """
    rows = listing.rows
    widths, numbers = (first, *(column.width for column in columns)), _numbers(rows, listing.fields)
    right = [i for i, column in enumerate(columns, start=1) if column.field in numbers]
    heads = ("", *(column.head for column in columns))
    yield measured(*widths, heads=heads, right=right, quiet=True)
    for row in rows:
        beside = _name(row) or (row["id"] if cell_len(row["id"]) <= first else "")
        table = measured(*widths, right=right)
        table.add_row(text(beside), *(text(told(row, column.field)) for column in columns))
        yield table
        voice = "  one voice only" if row.get("voices") == 1 else ""
        if beside != row["id"]:
            yield whole(row["id"] + voice)


def _layout(rows: Sequence[View], fields: Sequence[str], width: int) -> tuple[int, list[Column]]:
    """The width of the first column, and the columns beside it.

    What the names leave over goes to columns of words that need more.
    """
    sizes = _sizes(rows, fields)
    words = [field for field in sizes if field not in _numbers(rows, fields)]
    widest = max((cell_len(_name(row) or row["id"]) for row in rows), default=0)
    bare = max((cell_len(row["id"]) for row in rows if _name(row) is None), default=0)
    least = max(_NAME, min(widest, max(bare, width // 3), width // 2))
    contents = {f: min(size, _WORD) if f in words else size for f, size in sizes.items()}
    columns = fitting(contents, _going(sizes, words), width - least, _HEADS)
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
        and not (field in _RARE and not any(row[field] for row in rows))
    }


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
