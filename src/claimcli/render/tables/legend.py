"""What the signs of a table mean, each said once and in view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from claimcli.answers.marks import SIGNS, Known, best_first, known_of_claim
from claimcli.answers.views import View
from claimcli.render.tables.lines import Line, one_by_one
from claimcli.render.tables.roles import HEAD, MEANINGS, QUIET, UNCLEAR, UNSURE


def meanings(met: Iterable[Known]) -> Iterator[Line]:
    """Those of the marks of holders that are met, with what they mean."""
    for known in best_first(set(met)):
        yield [(SIGNS[known], HEAD), (f" {MEANINGS[known]}", QUIET)]


def judgement() -> Line:
    """What a question mark before the name of a field says."""
    return [(UNCLEAR, UNSURE), (" the recorder's judgement", QUIET)]


def legend_of(claims: Collection[View], width: int) -> Iterator[Line]:
    """What the signs mean that stand beside claims."""
    items = list(meanings(map(known_of_claim, claims)))
    if any(claim["unclear"] for claim in claims):
        items.append(judgement())
    return one_by_one(items, width)
