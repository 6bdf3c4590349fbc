"""Everything known of one record, in both directions: what it rests on and what rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from claimcli.answers import views
from claimcli.answers.compare import count
from claimcli.answers.views import View
from claimcli.model import Claim, Name, Question, Record, Scholar, Source
from claimcli.names.authorship import can_be_work_of
from claimcli.store import Role, Store

PARTS = (
    *("held", "citing or resting on the scholar's works"),
    *("made in it", "reported in it", "resting on it"),
    *("on it", "recorded under another question"),
    "naming it",
)
"""The part that claims have in a scholar, a source, a question or a name."""
_HELD, _DRAWN, _MADE, _REPORTED, _RESTING, _ON, _ANSWERING, _NAMING = PARTS


class Shown(NamedTuple):
    """A record as `claimcli show` publishes it, and what else a table says.

    `parts` are, for each of the view's claims, one of PARTS; `totals` how many claims have each
    part, those beyond a limit among them; `counts` the honest counts of a question's stances.
    """

    view: View
    parts: tuple[str, ...] = ()
    totals: Mapping[str, int] = MappingProxyType({})
    counts: Mapping[str, View] = MappingProxyType({})


def shown(store: Store, id: str, most: int | None = None) -> Shown | None:
    """The record of that id as `shown_record` has it, None where there is none."""
    readers = (store.claim, store.scholar, store.source, store.question, store.name)
    record = next(filter(None, (read(id) for read in readers)), None)
    return shown_record(store, record, most) if record else None


def shown_record(store: Store, record: Record, most: int | None = None) -> Shown:
    """A record of the corpus with what it has part in.

    A claim comes with `grounds_for`, the claims that rest on it, and `related_from`, those that
    dispute, qualify or revise it; any other record with the `claims` it has part in, at most
    `most` of each part.
    """
    id = record.id
    if isinstance(record, Claim):
        return Shown(_claim(store, record))
    if isinstance(record, Scholar):
        held, about = _part_of(store, record), views.scholar_view(record)
        return _with(store, about, held, lambda c: _HELD if id in c.scholars else _DRAWN, most)
    if isinstance(record, Source):
        claims, about = store.claims_of_source(id), views.source_view(record)
        return _with(store, about, claims, lambda c: _part_of_source(c, id), most)
    if isinstance(record, Question):
        claims, about = store.claims_on(id), views.question_view(record)
        found = _with(store, about, claims, lambda c: _ON if c.question == id else _ANSWERING, most)
        return found._replace(counts=_counts(store, record))
    assert isinstance(record, Name)
    from claimcli.search import claims_naming  # a fifth of the time of showing anything else

    return _with(store, views.name_view(record), claims_naming(store, record), _names_it, most)


def _part_of(store: Store, scholar: Scholar) -> list[Claim]:
    """The claims that a scholar holds, and those that stand or rest on his works; in file order."""
    named = scholar.kind in ("person", "group")  # any work without an author suits an anonymous one
    works = [s.id for s in store.sources() if named and can_be_work_of(s, scholar)]
    roles = ((Role.SCHOLAR, (scholar.id,)), (Role.CITATION, works), (Role.BASIS, works))
    found = {claim.id: claim for role, ids in roles for claim in store.linked(role, *ids)}
    return sorted(found.values(), key=lambda claim: (claim.file, claim.line))


def _part_of_source(claim: Claim, source: str) -> str:
    """The first of its parts: a work that is cited may report the same claim, or be its basis."""
    fields = (path[0] for path, work in claim.works if work.source == source)
    return {"citation": _MADE, "via": _REPORTED}.get(next(fields, ""), _RESTING)


def _names_it(_: Claim) -> str:
    return _NAMING


def _counts(store: Store, question: Question) -> dict[str, View]:
    links = {stance.id: f"{question.id}/{stance.id}" for stance in question.stances}
    held = {stance: store.linked(Role.STANCE, link) for stance, link in links.items()}
    return {stance: views.counts_view(count(claims, store)) for stance, claims in held.items()}


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


def _with(
    store: Store,
    record: View,
    claims: Iterable[Claim],
    part_of: Callable[[Claim], str],
    most: int | None,
) -> Shown:
    met: Counter[str] = Counter()
    kept: list[tuple[str, Claim]] = []
    for claim in claims:
        part = part_of(claim)
        met[part] += 1
        if most is None or met[part] <= most:
            kept.append((part, claim))
    view = {**record, "claims": [views.claim_view(claim, store) for _, claim in kept]}
    totals = {part: met[part] for part in PARTS if met[part]}
    return Shown(view, tuple(part for part, _ in kept), totals)
