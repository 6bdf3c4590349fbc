"""The fields of a scholar, source, question or name, each with its values in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcli.answers.counting import Counts
from claimcli.answers.show import ShownRecord
from claimcli.answers.views import View
from claimcli.answers.wording import holders_counted
from claimcli.model import Question
from claimcli.render.flat import cell
from claimcli.render.tables.field_rows import Row
from claimcli.render.tables.lines import Line, piece
from claimcli.render.tables.parts import DATES, told
from claimcli.render.tables.roles import QUIET, SAID_OF
from claimcli.render.tables.sign import sign_of

_SHOWN_APART = ("id", "file", "line", "claims")


def record_rows(view: View, shown: ShownRecord) -> Iterator[Row]:
    """What is recorded of it."""
    for key, value in view.items():
        if key == "stances" and value:
            assert isinstance(shown.record, Question)
            yield key, list(_stances(shown.record, value, shown.counts))
        elif key not in _SHOWN_APART and value is not None and value is not False:
            values = (piece(words) for words in _values(key, view))
            yield key.replace("_", " "), [[words] for words in values if words[0]]


def draft_rows(view: View) -> Iterator[Row]:
    """What is known of a draft: where it stands, what was noted, what it was marked for."""
    told = {
        "a draft": ["no claim yet: nobody is said to hold it"],
        "where": [view["text"]],
        "comment": [view["comment"]] if view["quote"] else [],
        "marked for": view["answers"],
        "tags": view["tags"],
        "from": [view["from"]],
        "note": [view["note"]],
    }
    for name, values in told.items():
        yield name, [[piece(value)] for value in values if value]


def _values(key: str, view: View) -> Iterator[str]:
    value = view[key]
    if key == "year" or key in DATES:
        yield told(view, key)
    elif key == "csl" and isinstance(value, dict):
        more = {name: v for name, v in value.items() if name.replace("-", "_") not in view}
        yield from (f"{variable}: {cell(content)}" for variable, content in more.items())
    elif key in ("names", "spellings") and isinstance(value, list):
        yield from (v["value"] + (f" ({v['scheme']})" if v["scheme"] else "") for v in value)
    else:
        yield from map(cell, value if isinstance(value, list) else [value])


def _stances(
    question: Question, stances: list[View], counts: Mapping[str, Counts]
) -> Iterator[Line]:
    """The positions with their letters, and who holds them."""
    for stance in stances:
        held = counts.get(stance["id"])
        who = f": {holders_counted(held)}" if held else ""
        label = piece(stance["label"])
        yield [
            *sign_of(question, stance["id"]).before,
            label,
            piece(f" ({stance['id']})", QUIET),
            piece(who),
        ]
        for words in (stance["meaning"], stance["note"]):
            if words:
                yield [("  ", ""), piece(words, SAID_OF)]
