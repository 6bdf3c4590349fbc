"""A draft as the beginning of a claim: what of it goes where."""

from __future__ import annotations

from claimcli.corpus.records import Reading
from claimcli.model import Draft


def words_of(draft: Draft, reading: Reading) -> dict[str, str]:
    """What a draft tells of the fields of a claim, and its `question`, as somebody would type it.

    The work is offered as the holder's own: who else holds the claim, a person has to say. What the
    draft was marked for first is its question and stance; a stance there is not is no stance.
    """
    told = {
        "quote": draft.quote,
        "citation": _work(draft),
        "tags": ", ".join(draft.tags),
        "note": draft.note or draft.comment,
        "answers": ", ".join(one for one in draft.answers[1:] if "/" in one),
    }
    question, _, stance = (draft.answers[0] if draft.answers else "").partition("/")
    known = {q.id: q for q in reading.questions}
    if question in known:
        told["question"] = question
        told["stance"] = stance if known[question].stance(stance) else None
    return {field: words for field, words in told.items() if words}


def _work(draft: Draft) -> str | None:
    if draft.source is None:
        return None
    return f"{draft.source}, {draft.locator}" if draft.locator else draft.source
