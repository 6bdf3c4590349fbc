"""Everything known of one record, in both directions: what it rests on and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable

from claimcli import views
from claimcli.corpus.authorship import can_be_work_of
from claimcli.model import Claim, Scholar
from claimcli.search import claims_naming
from claimcli.store import Role, Store
from claimcli.views import View


def shown(store: Store, id: str) -> View | None:
    """The record of that id as `claimcli show` publishes it, None where there is none.

    A claim comes with `grounds_for`, the claims that rest on it, and `related_from`, those that
    dispute, qualify or revise it; any other record with the `claims` it has part in.
    """
    if claim := store.claim(id):
        return _claim(store, claim)
    if scholar := store.scholar(id):
        return _with(store, views.scholar_view(scholar), _part_of(store, scholar))
    if source := store.source(id):
        return _with(store, views.source_view(source), store.claims_of_source(id))
    if question := store.question(id):
        return _with(store, views.question_view(question), store.claims_on(id))
    if name := store.name(id):
        return _with(store, views.name_view(name), claims_naming(store, name))
    return None


def _part_of(store: Store, scholar: Scholar) -> list[Claim]:
    """The claims that a scholar holds, and those that stand or rest on his works; in file order."""
    named = scholar.kind in ("person", "group")  # any work without an author suits an anonymous one
    works = [s.id for s in store.sources() if named and can_be_work_of(s, scholar)]
    roles = ((Role.SCHOLAR, (scholar.id,)), (Role.CITATION, works), (Role.BASIS, works))
    found = {claim.id: claim for role, ids in roles for claim in store.linked(role, *ids)}
    return sorted(found.values(), key=lambda claim: (claim.file, claim.line))


def _claim(store: Store, claim: Claim) -> View:
    return {
        **views.claim_view(claim, store),
        "grounds_for": [other.id for other in store.resting_on(claim.id)],
        "related_from": [
            {"type": relation.type, "claim": other.id}
            for other in store.related_to(claim.id)
            for relation in other.relations
            if relation.target == claim.id
        ],
    }


def _with(store: Store, record: View, claims: Iterable[Claim]) -> View:
    return {**record, "claims": [views.claim_view(claim, store) for claim in claims]}
