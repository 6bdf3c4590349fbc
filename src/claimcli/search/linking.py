"""Scholars, works, questions and stances that words mean, as links that claims have to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcli.search.clauses import Link, linking
from claimcli.store import Role, Store

ROLES = {
    "scholar": Role.SCHOLAR,
    "source": Role.SOURCE,
    "question": Role.QUESTION,
    "stance": Role.STANCE,
}
"""By the kind of the entity, the link of a claim that is found through it."""

HOLDERS = {"scholar": Role.SCHOLAR}
"""Of these, the holders of claims alone."""


def linked(store: Store, expression: str | None, roles: Mapping[str, str] = ROLES) -> list[Link]:
    """A link for each entity that the expression finds."""
    return links(found(store, expression), roles)


def links(named: Iterable[tuple[str, str]], roles: Mapping[str, str] = ROLES) -> list[Link]:
    """A link for each entity of which there are links."""
    return [linking(roles[kind], id) for kind, id in named if kind in roles]


def found(store: Store, expression: str | None) -> list[tuple[str, str]]:
    """Kind and id of the entities that the expression finds, in file order."""
    if not expression:
        return []
    return store.rows(
        "SELECT kind, id FROM entities WHERE rowid IN"
        " (SELECT rowid FROM entities_fts WHERE entities_fts MATCH ?) ORDER BY rowid",
        (expression,),
    )


def with_id(store: Store, id: str) -> list[Link]:
    """The link of the entity that has this id, if one has."""
    rows = store.rows("SELECT kind, id FROM entities WHERE id IN (?, ?)", (id, id.lower()))
    return links(rows)
