"""Who holds more than one position on a question, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from claimcli.answers.views import View
from claimcli.answers.wording import named
from claimcli.render.tables.parts import HEAD, QUIET, indented, text, whole


def several(rows: Sequence[View]) -> Iterator[RenderableType]:
    """Each question with its holders of several positions, and what is to be said of each."""
    for _, group in groupby(rows, key=lambda row: row["question"]):
        held = list(group)
        yield text(held[0]["question_text"], HEAD)
        yield whole(held[0]["question"])
        for row in held:
            positions = "; ".join(stance["text"] for stance in row["stances"])
            yield indented(text(f"{named(row['name'], row['kind'])}: {positions}"))
            yield indented(text(_remark(row), QUIET), 4)
            yield whole(row["id"], 4)
        yield Text()


def _remark(row: View) -> str:
    if row["revised"]:
        return "one revises the other"
    if row["by_reading"]:
        return "only by the recorder's reading"
    return "as worded, and these exclude each other" if row["exclusive"] else "as worded"
