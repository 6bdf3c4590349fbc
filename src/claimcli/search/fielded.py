"""Terms with a field: `scholar:kim`, `tag:"foreign policy"`, `id:kim-2013`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from claimcli.names.folding import index_text
from claimcli.search.clauses import Link, NameKeys, Phrase, linking, linking_to_begun
from claimcli.search.fts import beginning, phrase, within
from claimcli.search.linking import found, linked
from claimcli.search.plan import Ways
from claimcli.search.query import Term
from claimcli.search.tiers import Tier
from claimcli.store import Role, Store


class _Named(msgspec.Struct, frozen=True):
    """A field whose values are entities: their kind, the role of the link, where they are known."""

    kind: str
    role: str
    columns: str


_NAMED = {
    "scholar": _Named("scholar", Role.SCHOLAR, "text"),
    "school": _Named("scholar", Role.SCHOLAR, "more"),
    "source": _Named("source", Role.CITATION, "text more"),
    "via": _Named("source", Role.VIA, "text more"),
    "question": _Named("question", Role.QUESTION, "id text"),
    "stance": _Named("stance", Role.STANCE, "id text more"),
}
_WORDS = {"tag": Role.TAG, "certainty": Role.CERTAINTY}


def ways(store: Store, term: Term, keys: Sequence[str], *, exact: bool) -> Ways:
    """The expressions for a term with a field, by tier."""
    field = term.field or ""
    if field in _NAMED:
        found = _named(store, term, _NAMED[field], keys)
    elif field in _WORDS:
        found = _listed(store, term, _WORDS[field])
    elif field == "name":
        found = _name(store, term)
    else:
        found = {Tier.TYPED: [linking_to_begun(Role.ID, term.text.lower())]}
    return {Tier.TYPED: found[Tier.TYPED]} if exact else found


def _named(store: Store, term: Term, field: _Named, keys: Sequence[str]) -> Ways:
    def links(expression: str | None) -> list[Link]:
        return linked(store, expression, {field.kind: field.role})

    by_id = _by_id(store, term, field)
    if by_id:
        return {Tier.TYPED: [*by_id]}
    typed, begun = phrase(term.words), beginning(term.words)
    return {
        Tier.TYPED: [*links(within(field.columns, begun if term.prefix else typed))],
        Tier.VARIANT: [*links(within("variants", typed))],
        Tier.NAME: [*links(NameKeys(frozenset(keys)).fts)],
        Tier.PREFIX: [*links(within(f"{field.columns} variants", begun))],
    }


def _by_id(store: Store, term: Term, field: _Named) -> list[Link]:
    """What claims refer to by this very id, whether the corpus declares it or not."""
    is_of_any = field.kind == "stance" and "/" not in term.text
    role = Role.ANY_STANCE if is_of_any else field.role
    ids = (term.text, term.text.lower())  # in the citation key of a source capitals count
    return next(([linking(role, id)] for id in ids if store.count(role, id)), [])


def _listed(store: Store, term: Term, role: str) -> Ways:
    """Values that are words and no records: the corpus's own list is gone through."""
    asked = f" {' '.join(term.words)}"

    def links(fits: Callable[[str], bool]) -> list[Link]:
        targets = store.targets(role)
        return [linking(role, t) for t in targets if fits(f" {index_text(t)} ")]

    begun = links(lambda value: asked in value)
    return {
        Tier.TYPED: [*(begun if term.prefix else links(lambda value: f"{asked} " in value))],
        Tier.PREFIX: [*begun],
    }


def _name(store: Store, term: Term) -> Ways:
    """A name of names.yaml in any of its spellings, in the text of the claims."""

    def spelled(expression: str | None) -> list[Phrase]:
        ids = [id for kind, id in found(store, expression) if kind == "name"]
        sql = """SELECT DISTINCT folded FROM spellings WHERE folded <> '' AND entity IN
            (SELECT rowid FROM entities WHERE kind = 'name' AND id IN ({}))"""
        return [Phrase(tuple(folded.split(" "))) for (folded,) in store.rows_among(sql, ids)]

    columns = "id text variants"
    begun = beginning(term.words)
    typed = begun if term.prefix else phrase(term.words)
    return {
        Tier.TYPED: [*spelled(within(columns, typed))],
        Tier.PREFIX: [*spelled(within(columns, begun))],
    }
