"""Lists of what a corpus holds, each with its counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcli import citations, views
from claimcli.comparison import count
from claimcli.search import count_naming
from claimcli.store import Role, Store
from claimcli.views import View

_COUNTS = ("scholars", "first_hand", "second_hand", "unnamed", "witnesses", "unclear", "claims")

LISTED: dict[str, tuple[str, ...]] = {
    "questions": ("id", "question", "stances", *_COUNTS),
    "stances": ("id", "label", "question", *_COUNTS),
    "scholars": (
        "id",
        "name",
        "kind",
        "school",
        "questions",
        "first_hand",
        "second_hand",
        "claims",
    ),
    "schools": ("id", "scholars", "unnamed", "claims"),
    "sources": ("id", "text", "type", "year", "claims", "via", "basis"),
    "names": ("id", "name", "kind", "spellings", "claims"),
    "tags": ("id", "claims"),
}
"""What can be listed, and the keys of its rows."""


def listed(store: Store, kind: str) -> list[View]:
    """The rows of a list, in file order; schools and tags in alphabetical order."""
    return [dict(zip(LISTED[kind], row, strict=True)) for row in _ROWS[kind](store)]


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
        questions = {claim.question for claim in held} - {None}
        second = sum(claim.second_hand for claim in held)
        counts = (len(questions), len(held) - second, second, len(held))
        yield scholar.id, scholar.name, scholar.kind, scholar.school, *counts


def _schools(store: Store) -> Rows:
    scholars = store.scholars()
    for school in store.schools():
        members = [s for s in scholars if s.school == school]
        unnamed = sum(s.kind == "unnamed" for s in members)
        claims = store.count_any(Role.SCHOLAR, [s.id for s in members])
        yield school, len(members) - unnamed, unnamed, claims


def _sources(store: Store) -> Rows:
    for source in store.sources():
        counts = (store.count(role, source.id) for role in (Role.CITATION, Role.VIA, Role.BASIS))
        short = citations.short(source, source.id)
        yield source.id, short, source.type, views.source_year(source), *counts


def _names(store: Store) -> Rows:
    for name in store.names():
        claims = count_naming(store, name)
        yield name.id, name.name, name.kind, len(name.spellings) + 1, claims


def _tags(store: Store) -> Rows:
    for tag in store.tags():
        yield tag, store.count(Role.TAG, tag)


_ROWS: dict[str, Callable[[Store], Rows]] = {
    "questions": _questions,
    "stances": _stances,
    "scholars": _scholars,
    "schools": _schools,
    "sources": _sources,
    "names": _names,
    "tags": _tags,
}
