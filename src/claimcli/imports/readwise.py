"""Highlights of Readwise, as its CSV has them.

A location is a page only where `Location Type` says so; those of Kindle are no pages of a book.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator

from claimcli.imports.bibtex.names import names
from claimcli.imports.foreign import CslItem, Draft, Foreign, Loss, Place, Remark, without_empty
from claimcli.imports.printed_pages import page

_SEPARATORS = (",", ";", "\t", "|")
_SERIES = re.compile(r"\s*\([^()]*#\s*\d+\)$")
_LONGEST_CELL = 10_000_000

Row = dict[str, str]


def read(text: str) -> Foreign:
    """The highlights of a table as drafts. Never raises; a row that is ragged is told."""
    remarks: list[Remark] = []
    drafts = []
    for row, place in _rows(text, remarks):
        draft = _draft(row, place)
        if draft is None:
            remarks.append(
                Remark(place, Loss.LEFT, "a row without a highlight and a note was left")
            )
        else:
            drafts.append(draft)
    return Foreign("readwise", drafts=tuple(drafts), remarks=tuple(remarks))


def _rows(text: str, remarks: list[Remark]) -> Iterator[tuple[Row, Place]]:
    """Each row by the names of the columns, in small letters, and the line on which it begins."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    header = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    columns: list[str] = []
    line = 1
    try:
        for cells in reader:
            place, line = Place(line), reader.line_num + 1
            if not columns:
                columns = [cell.strip().lower() for cell in cells]
            elif len(cells) > len(columns):
                message = f"the row has {len(cells)} cells and not {len(columns)}, and was left"
                remarks.append(Remark(place, Loss.BROKEN, message))
            elif any(cells):
                yield dict(zip(columns, map(str.strip, cells), strict=False)), place
    except csv.Error as error:
        remarks.append(Remark(Place(line), Loss.BROKEN, f"the table ends here: {error}"))
    finally:
        csv.field_size_limit(limit)


def _draft(row: Row, place: Place) -> Draft | None:
    quote, comment = (" ".join(row.get(name, "").split()) for name in ("highlight", "note"))
    if not quote and not comment:
        return None
    is_page = row.get("location type", "").lower() == "page"
    tags = [row.get("color", ""), *re.split(r"\s*,\s*", row.get("tags", ""))]
    print = hashlib.sha256(f"{row.get('book title', '')}\n{quote}\n{comment}".encode()).hexdigest()
    return Draft(
        origin=f"readwise {print[:12]}",
        quote=quote or None,
        locator=page(row.get("location")) if is_page else None,
        comment=comment or None,
        tags=tuple(dict.fromkeys(filter(None, tags))),
        place=place,
        work=_work(row),
    )


def _work(row: Row) -> CslItem | None:
    title = _SERIES.sub("", row.get("book title", ""))
    if not title:
        return None
    authors = re.sub(r",\s+(?:and\s+)?|\s*;\s*|\s+&\s+", " and ", row.get("book author", ""))
    return without_empty({"type": "book", "author": names(authors), "title": title})
