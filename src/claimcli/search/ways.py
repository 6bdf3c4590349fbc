"""By what clauses something may be met: as typed, in another spelling, as a name, by a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcli.names.folding import has_han
from claimcli.search import linking
from claimcli.search.clauses import Clause, Clue, Link, NameKeys, Phrase, Respelling, any_fts
from claimcli.search.fts import any_of, within
from claimcli.search.persons import persons_named
from claimcli.search.plan import Variant, Ways
from claimcli.search.query import Term
from claimcli.search.tiers import Tier
from claimcli.search.typos import known_words
from claimcli.store import Role, Store


def begun(store: Store, phrases: Sequence[Phrase]) -> list[Clause]:
    """In a claim's own text, or in what it is linked to."""
    return [*phrases, *linking.linked(store, within("text variants more", any_fts(phrases)))]


def as_typed(store: Store, typed: Phrase) -> Ways:
    """In a claim's own text or a holder's name, and in everything else that it is linked to."""
    holders = linking.linked(store, f"text : {typed.fts}", linking.HOLDERS)
    others = linking.linked(store, f"{{text more}} : {typed.fts}")
    return {Tier.TYPED: [typed, *holders], Tier.LINKED: [*others]}


def apart_if_linked(by_name: Iterable[Clause]) -> Ways:
    """Names in a claim's own text or of its holders before those in what it is linked to."""
    found: Ways = {Tier.NAME: [], Tier.LINKED_NAME: []}
    for way in by_name:
        is_apart = isinstance(way, Link) and way.role != Role.SCHOLAR
        found[Tier.LINKED_NAME if is_apart else Tier.NAME].append(way)
    return found


def by_clue(store: Store, clues: Iterable[Clue]) -> list[Clause]:
    """In a claim's own text, or in a name or a title that it is linked to."""
    found: list[Clause] = []
    for clue in clues:
        sought = clue.sought
        if isinstance(sought, Respelling):
            found += [sought, *linking.linked(store, sought.fts)]
        elif isinstance(sought, Phrase):
            found += [sought, *linking.linked(store, within("text variants", sought.fts))]
    return found


def known_keys(store: Store, keys: Sequence[str]) -> frozenset[str]:
    """Those of the keys that some name of the corpus has."""
    return frozenset(known_words(store, keys))


def by_variant(store: Store, typed: Phrase, variants: Iterable[Variant]) -> list[Clause]:
    """In another spelling of the same name, or of a scholar's name that is typed in one."""
    spelled = list(dict.fromkeys(variant.phrase for variant in variants))
    meant = any_of([f"variants : {typed.fts}", within("text variants", any_fts(spelled))])
    return [*spelled, *linking.linked(store, meant)]


def by_spelling(store: Store, variants: Sequence[Variant]) -> list[Clause]:
    """In one of these spellings of a name."""
    spelled = [variant.phrase for variant in variants]
    return [*spelled, *linking.linked(store, within("text variants", any_fts(spelled)))]


def by_key(store: Store, keys: frozenset[str]) -> list[Clause]:
    """As a name that reads the same in another script or romanization."""
    named = NameKeys(keys)
    return [named, *linking.linked(store, named.fts)] if keys else []


def by_person(store: Store, terms: Sequence[Term]) -> list[Link]:
    """As the whole name of a scholar or an author: one word is that only in Han and Hangul."""
    name = " ".join(term.text for term in terms)
    if len(terms) == 1 and not (
        has_han(name) or any("\uac00" <= sign <= "\ud7a3" for sign in name)
    ):
        return []
    return linking.links(persons_named(store, name))
