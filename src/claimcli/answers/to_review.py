"""Which claims and drafts a review is of: those named, or those that filters let through."""

from __future__ import annotations

from collections.abc import Sequence

from claimcli.answers.search import ask as search
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import Claim, Draft
from claimcli.search import FILTERS, Filters
from claimcli.store import Store

_TELLING = ("stance", "certainty", "tag", "relation", "unclear")
"""Filters that tell what the first recorder made of a passage."""


def to_review(
    store: Store, ids: Sequence[str], chosen: Filters, with_drafts: bool | None = None
) -> tuple[list[Claim], list[Draft]]:
    """The claims and drafts that are meant; of drafts nothing is known but what they say.

    `with_drafts` is True for drafts alone, False for claims alone. Raises for an unknown id, and
    for ids beside filters or `with_drafts`.
    """
    given = _given(chosen)
    if ids:
        if given or with_drafts is not None:
            raise ClaimcliError("name records by their ids, or choose them by filters, not both")
        return _named(store, ids)
    claims = [] if with_drafts else _claims(store, chosen, given)
    drafts = [] if with_drafts is False else store.drafts()
    return claims, [one for one in drafts if _passes(one, chosen, given)]


def _claims(store: Store, chosen: Filters, given: set[str]) -> list[Claim]:
    return [hit.claim for hit in search(store, "", chosen).hits] if given else store.claims()


def demand_blind(chosen: Filters) -> None:
    """Raise for a filter that a blind reader must not use."""
    for name in _TELLING:
        if name in _given(chosen):
            raise ClaimcliError(f"--{name} tells what the first recorder made of it: not --blind")


def _given(chosen: Filters) -> set[str]:
    return {filter.name for filter in FILTERS if getattr(chosen, filter.name)}


def _passes(draft: Draft, chosen: Filters, given: set[str]) -> bool:
    """Whether a draft is asked for: by question and work; other filters are of claims."""
    questions = {answer.partition("/")[0] for answer in draft.answers}
    return (
        given <= {"question", "source"}
        and (not chosen.question or bool(questions.intersection(chosen.question)))
        and (not chosen.source or draft.source in chosen.source)
    )


def _named(store: Store, ids: Sequence[str]) -> tuple[list[Claim], list[Draft]]:
    claims, drafts = [], []
    for id in dict.fromkeys(ids):
        claim, draft = store.claim(id), store.draft(id)
        if claim:
            claims.append(claim)
        elif draft:
            drafts.append(draft)
        else:
            known = {**store.ids("claim"), **store.ids("draft")}
            raise UnknownValue("claim or draft", id, known, lost=store.lost)
    return claims, drafts
