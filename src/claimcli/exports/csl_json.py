"""Sources as CSL-JSON (csl-data.json 1.0.2), as Zotero and pandoc --citeproc read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcli.answers.export import Selection
from claimcli.corpus.csl import DATES
from claimcli.model import Source
from claimcli.render import json_line

_DAY = re.compile(r"Y?(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")


def texts(selection: Selection) -> Iterator[str]:
    """An array with a source on each line."""
    before = "[\n"
    for source in selection.sources:
        yield before + json_line(item(source)).decode()
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def item(source: Source) -> dict[str, Any]:
    """A source as an item of CSL: every variable as recorded, dates as date-parts."""
    csl = {key: _date(value) if key in DATES else value for key, value in source.csl.items()}
    return {"id": source.id, **{key: value for key, value in csl.items() if key != "id"}}


def _date(value: Any) -> Any:
    """A date; EDTF as date-parts where these say the same, else as it stands (`raw`)."""
    if not isinstance(value, str):
        return value
    parts = [_DAY.fullmatch(part) for part in value.split("/")]
    if not 1 <= len(parts) <= 2 or not all(parts):
        return {"raw": value}
    found = [part for part in parts if part]
    if any(int(part[2] or 1) > 12 for part in found):  # a season of EDTF
        return {"raw": value}
    dates = {"date-parts": [_numbers(part) for part in found]}
    return {**dates, "circa": True} if any(part[4] for part in found) else dates


def _numbers(day: re.Match[str]) -> list[int]:
    """Year, month and day; CSL counts years as people do, and has no year 0."""
    year = int(day[1])
    return [year if year > 0 else year - 1, *(int(part) for part in day.group(2, 3) if part)]
