"""What the signs of a table mean, each said once and in view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from claimcli.answers.marks import KNOWN, SIGNS, Known, known_of
from claimcli.answers.views import View
from claimcli.render.tables.lines import Line, one_by_one
from claimcli.render.tables.roles import HEAD, MEANINGS, QUIET, UNCLEAR, UNSURE


def meanings(met: Iterable[Known]) -> Iterator[Line]:
    """Those of the marks of holders that are met, with what they mean."""
    seen = set(met)
    for known in KNOWN:
        if known in seen:
            yield [(SIGNS[known], HEAD), (f" {MEANINGS[known]}", QUIET)]


def judgement() -> Line:
    """What a question mark before the name of a field says."""
    return [(UNCLEAR, UNSURE), (" the recorder's judgement", QUIET)]


def legend_of(claims: Collection[View], width: int) -> Iterator[Line]:
    """What the signs mean that stand beside claims."""
    met = (known_of([s["kind"] for s in c["scholars"]], c["second_hand"]) for c in claims)
    items = list(meanings(met))
    if any(claim["unclear"] for claim in claims):
        items.append(judgement())
    return one_by_one(items, width)
