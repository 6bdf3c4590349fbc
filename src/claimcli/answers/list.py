"""Lists of what a corpus holds, each with its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from claimcli import citations
from claimcli.answers import views
from claimcli.answers.agreement import agreement
from claimcli.answers.compare import Counts, count
from claimcli.answers.provenance import to_check
from claimcli.answers.views import View
from claimcli.entities import source_year
from claimcli.store import Role, Store

_COUNTS = Counts.__struct_fields__

LISTED: dict[str, tuple[str, ...]] = {
    "questions": ("id", "question", "stances", *_COUNTS),
    "stances": ("id", "label", "question", *_COUNTS),
    "scholars": (
        "id",
        "name",
        "kind",
        "school",
        "questions",
        "first_hand_claims",
        "second_hand_claims",
        "claims",
    ),
    "schools": ("id", "scholars", "unnamed", "contemporaries", "claims"),
    "sources": ("id", "text", "type", "year", "claims", "via", "basis"),
    "names": ("id", "name", "kind", "spellings", "claims"),
    "tags": ("id", "claims"),
    "witnesses": (
        "id",
        "text",
        "year",
        "first_hand",
        "second_hand",
        "unnamed",
        "contemporaries",
        "checked",
        "claims",
    ),
    "to-check": (
        "id",
        "question",
        "statement",
        "scholars",
        "citation",
        "via",
        "directly",
        "in_all",
        "on_work",
        "recorded",
        "checked",
    ),
    "agreement": ("id", "alpha", "n", "units", "coders", "left_out", "reason"),
}
"""What can be listed, and the keys of its rows."""


def listed(store: Store, kind: str, question: str | None = None) -> list[View]:
    """The rows of a list, in file order; schools and tags in alphabetical order.

    `to-check` comes in the order in which to check. `question` narrows `agreement` to that one.
    """
    rows = _agreement(store, question) if kind == "agreement" else _ROWS[kind](store)
    return [dict(zip(LISTED[kind], row, strict=True)) for row in rows]


Rows = Iterator[tuple[object, ...]]


def _questions(store: Store) -> Rows:
    for question in store.questions():
        counts = views.counts_view(count(store.claims_on(question.id), store))
        yield question.id, question.question, len(question.stances), *counts.values()


def _stances(store: Store) -> Rows:
    for question in store.questions():
        for stance in question.stances:
            id = f"{question.id}/{stance.id}"
            counts = views.counts_view(count(store.linked(Role.STANCE, id), store))
            yield id, stance.label, question.question, *counts.values()


def _scholars(store: Store) -> Rows:
    for scholar in store.scholars():
        held = store.claims_of_scholar(scholar.id)
        questions = {question for claim in held for question, _ in claim.positions}
        second = sum(claim.second_hand for claim in held)
        counts = (len(questions), len(held) - second, second, len(held))
        yield scholar.id, scholar.name, scholar.kind, scholar.school, *counts


def _schools(store: Store) -> Rows:
    scholars = store.scholars()
    for school in store.schools():
        kinds = {s.id: s.kind for s in scholars if s.school == school}
        met = Counter(kinds.values())
        apart = (met["unnamed"], met["contemporary"])
        yield school, len(kinds) - sum(apart), *apart, store.count_any(Role.SCHOLAR, kinds)


def _sources(store: Store) -> Rows:
    for source in store.sources():
        counts = (store.count(role, source.id) for role in (Role.CITATION, Role.VIA, Role.BASIS))
        short = citations.short(source, source.id)
        yield source.id, short, source.type, source_year(source), *counts


def _names(store: Store) -> Rows:
    from claimcli.search import count_naming  # a fifth of the time of any other list

    for name in store.names():
        claims = count_naming(store, name)
        yield name.id, name.name, name.kind, len(name.spellings) + 1, claims


def _tags(store: Store) -> Rows:
    for tag in store.tags():
        yield tag, store.count(Role.TAG, tag)


def _witnesses(store: Store) -> Rows:
    """The texts that were read, and who is known from them: in his own words or through another."""
    read = store.targets(Role.WITNESS)
    order = {source.id: at for at, source in enumerate(store.sources())}
    for id in sorted(read, key=lambda id: order.get(id, len(order))):
        source, claims = store.source(id), store.linked(Role.WITNESS, id)
        counts = count(claims, store)
        yield (
            id,
            citations.short(source, id),
            source_year(source) if source else None,
            *(counts.first_hand, counts.second_hand, counts.unnamed, counts.contemporaries),
            sum(claim.checked is not None for claim in claims),
            len(claims),
        )


def _to_check(store: Store) -> Rows:
    for found in to_check(store.claims()):
        view = views.claim_view(found.claim, store)
        known = (view[key] for key in LISTED["to-check"][:6])
        counts = (found.directly, found.in_all, found.on_work)
        yield *known, *counts, view["recorded"], view["checked"]


def _agreement(store: Store, question: str | None) -> Rows:
    for id in (question,) if question else [q.id for q in store.questions()]:
        found = agreement(id, store.claims_on(id))
        alpha = None if found.alpha is None else round(found.alpha, 3)
        yield id, alpha, found.n, found.units, found.coders, found.left_out, found.reason


_ROWS: dict[str, Callable[[Store], Rows]] = {
    "questions": _questions,
    "stances": _stances,
    "scholars": _scholars,
    "schools": _schools,
    "sources": _sources,
    "names": _names,
    "tags": _tags,
    "witnesses": _witnesses,
    "to-check": _to_check,
}
