"""Works that most claims are made in: a word of such a title tells nothing of one of them."""

from __future__ import annotations

from msgspec.structs import replace

from claimcli.names.folding import tokens
from claimcli.names.recognition import explain
from claimcli.search.clauses import Clause, linking
from claimcli.search.expansion import tiers
from claimcli.search.plan import Plan, Run, Sought
from claimcli.search.tiers import Tier
from claimcli.store import Role, Store
from claimcli.store.access_points import names_of

Works = dict[Clause, str]
"""Works by the link that leads to them."""


def telling(store: Store, plan: Plan) -> Plan:
    """The plan without the titles of works that nearly every claim would be found by.

    Who made such a work, and when, counts as before, and so does its id.
    """
    works: Works = {linking(Role.SOURCE, id): id for id in store.prevalent}
    if not works or not plan.tiers:
        return plan
    runs = [_telling(store, run, works) for run in plan.runs]
    return replace(plan, runs=runs, tiers=tiers(runs, plan.tiers[-1][0]))


def _telling(store: Store, run: Run, works: Works) -> Run:
    def without(sought: Sought) -> Sought:
        met = {way for found in sought.ways.values() for way in found}
        met.difference_update(sought.ways.get(Tier.TYPED, ()))  # by its id
        found = {way: id for way, id in works.items() if way in met}
        return _without(
            sought, {w: id for w, id in found.items() if not _is_of(store, id, w, sought)}
        )

    groups = {span: without(group) for span, group in run.groups.items()}
    return Run(tuple(map(without, run.singles)), groups, run.short)


def _without(sought: Sought, silent: Works) -> Sought:
    """Where a field is asked for, or an id, that is what is meant."""
    if sought.field or not silent:
        return sought
    ways = {
        tier: found if tier == Tier.TYPED else [way for way in found if way not in silent]
        for tier, found in sought.ways.items()
    }
    return replace(sought, ways=ways, silent=frozenset(silent.values()))


def _is_of(store: Store, id: str, way: Clause, sought: Sought) -> bool:
    """Whether what is sought is, or begins, the name of a work's makers or its date."""
    source = store.source(id)
    if source is None or sought.is_person:
        return True
    makers = names_of(source)
    known = [token.folded for text in (*makers, source.date or "") for token in tokens(text)]
    by_name = way in sought.ways.get(Tier.LINKED_NAME, ())
    return all(any(k.startswith(word) for k in known) for word in sought.words) or (
        by_name and any(explain([sought.text], maker) for maker in makers)
    )
