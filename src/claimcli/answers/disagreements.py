"""Places that two people took for other positions, both readings side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from claimcli.answers.codings import Coding, Place, places_on
from claimcli.answers.counting import stances_in_order
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import label_of
from claimcli.model import Draft, Question
from claimcli.store import Store

_SIDE = ("by", "date", "stances", "claims", "note", "draft")
"""What is told of each of the two; without a draft it recorded claims."""

DISAGREEMENT_FIELDS = (
    *("id", "question", "question_text", "scholars", "quote", "source", "text"),
    *(f"{which}_{key}" for which in ("first", "second") for key in _SIDE),
)
"""The keys of a disagreement."""


def disagreements(store: Store, questions: Iterable[Question]) -> Iterator[View]:
    """Each two people who took a place for other positions on a question, in file order.

    `id` is that of the first claim there.
    """
    viewer, drafts = Viewer.of(store), store.drafts()
    for question in questions:
        for place in places_on(question.id, store.claims_on(question.id), drafts):
            for pair in combinations(place.codings, 2):
                if pair[0].stances != pair[1].stances:
                    yield _view(question, place, pair, viewer)


def _view(question: Question, place: Place, pair: tuple[Coding, Coding], viewer: Viewer) -> View:
    claims = place.claims
    quoting = next((claim for claim in claims if claim.quote), claims[0])
    known = (
        *(claims[0].id, question.id, question.question),
        *([viewer.holder(id) for id in claims[0].scholars], quoting.quote, quoting.witness),
        viewer.citation(quoting.read)["text"] if quoting.read else None,
    )
    sides = (value for coding in pair for value in _side(question, coding, viewer))
    return dict(zip(DISAGREEMENT_FIELDS, (*known, *sides), strict=True))


def _side(question: Question, coding: Coding, viewer: Viewer) -> Iterator[object]:
    draft: Draft | None = coding.reading.draft if coding.reading else None
    stances = [s for s in stances_in_order(question, sorted(coding.stances)) if s in coding.stances]
    notes = [draft.comment] if draft else [claim.note for claim in coding.claims]
    yield coding.by
    yield coding.stamp.date if coding.stamp else None
    yield [{"id": one, "text": label_of(question, one)} for one in stances]
    yield [{"id": claim.id, "text": claim.statement} for claim in coding.claims]
    yield " ".join(filter(None, notes)) or None
    yield draft.id if draft else None
