"""A query to a plan: for each term the expressions that find it, tier by tier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from claimcli.names.folding import has_han
from claimcli.names.korean import is_hangul
from claimcli.names.slavic import WRITTEN_VOWELS, vowel_groups
from claimcli.search import fielded, inflection, linking
from claimcli.search.clauses import Clause, InField, Link, NameKeys, Phrase, any_fts
from claimcli.search.fts import all_of, any_of, within
from claimcli.search.persons import candidates, persons_named
from claimcli.search.plan import Plan, Run, Sought, Variant, Ways
from claimcli.search.query import TEXT_FIELDS, Query, Term
from claimcli.search.stop_words import STOP_WORDS
from claimcli.search.tiers import Tier
from claimcli.search.variants import (
    declared,
    declared_in_other_forms,
    family_names,
    read_as_declared,
    with_forms,
)
from claimcli.store import Role, Store

LONGEST_GROUP = 8
"""Words of a query that can be one name."""

LONGEST_RUN = 12
"""Words of a query up to which names of several words are looked for."""

SHORTEST_BEGINNING = 3
"""Letters from which on a word is also taken for the beginning of a longer one.

Of Hangul two syllables, which particles follow.
"""


def expand(store: Store, query: Query, *, exact: bool = False) -> Plan:
    """The plan for a query; `exact` switches everything but folding off."""
    wanted = query.wanted if len(query.wanted) <= LONGEST_RUN else _different(query.wanted)
    adjacent = _adjacent(wanted) if len(wanted) <= LONGEST_RUN else ([term] for term in wanted)
    may_skip = not exact and not all(map(_is_stop_word, query.wanted))
    runs = [_run(store, terms, exact, may_skip) for terms in adjacent]
    runs = [run for run in runs if not run.is_optional]
    last = Tier.APART if exact else Tier.PREFIX
    unwanted = any_of(_unwanted(store, term, exact) for term in _different(query.unwanted))
    return Plan(tiers(runs, last), unwanted, runs)


def _different(terms: Iterable[Term]) -> list[Term]:
    """Each thing that is asked for, once."""
    return list({term.asks: term for term in terms}.values())


def _is_stop_word(term: Term) -> bool:
    """Whether it is a bare word of grammar; a field says that the word itself is meant.

    So does a mark that English has not (`Sŏ`).
    """
    bare = not (term.field or term.phrase or term.prefix) and term.text.isascii()
    return bare and len(term.words) == 1 and term.words[0] in STOP_WORDS


def tiers(runs: Sequence[Run], last: Tier) -> list[tuple[Tier, str]]:
    """The expressions that differ from the one before."""
    found: list[tuple[Tier, str]] = []
    for tier in Tier:
        expression = all_of(run.met(tier) for run in runs) if tier <= last and runs else None
        if expression and (not found or found[-1][1] != expression):
            found.append((tier, expression))
    return found


def _adjacent(terms: Iterable[Term]) -> Iterator[list[Term]]:
    """Runs of bare words; everything else is a run of its own."""
    run: list[Term] = []
    for term in terms:
        bare = not (term.field or term.phrase or term.prefix)
        if run and not bare:
            yield run
            run = []
        if bare:
            run.append(term)
        else:
            yield [term]
    if run:
        yield run


def _run(store: Store, terms: list[Term], exact: bool, may_skip: bool) -> Run:
    named = {} if exact else candidates([term.text for term in terms])
    groups: dict[tuple[int, int], Sought] = {}
    for start, end in _spans(len(terms)):
        group = _group(store, tuple(terms[start:end]), named.get((start, end), ()), exact)
        if group:
            groups[start, end] = group
    little = {at for at, term in enumerate(terms) if may_skip and _is_stop_word(term)}
    in_names = {
        at
        for span in groups
        if not little.isdisjoint(range(*span)) and known_keys(store, named.get(span, ()))
        for at in range(*span)
    }
    singles = tuple(
        Sought((term,), {}, is_optional=True)
        if at in little - in_names
        else single(store, term, named.get((at, at + 1), ()), exact)
        for at, term in enumerate(terms)
    )
    covered = {at for start, end in groups for at in range(start, end)}
    return Run(singles, groups, frozenset(at for at in covered if _is_syllable(terms[at])))


def _spans(length: int) -> Iterator[tuple[int, int]]:
    """Every stretch of two words or more."""
    for start in range(length):
        for end in range(start + 2, min(length, start + LONGEST_GROUP) + 1):
            yield start, end


def _is_syllable(term: Term) -> bool:
    """Whether it is a word of one syllable, which on its own is in too many names to tell."""
    return len(term.words) == 1 and vowel_groups(term.words[0], WRITTEN_VOWELS) == 1


def single(store: Store, term: Term, keys: Sequence[str], exact: bool) -> Sought:
    """A term on its own."""
    if term.field:
        return _in_field(store, term, keys, exact)
    typed = Phrase(term.words, is_begun=term.prefix)
    ways = _as_typed(store, typed)
    ways[Tier.TYPED] += linking.with_id(store, term.text)
    if exact:
        return Sought((term,), ways)
    variants, read = _spellings(store, term.words, keys)
    ways[Tier.VARIANT] = _by_variant(store, typed, variants)
    known, persons = known_keys(store, keys), _by_person(store, (term,))
    ways |= _apart_if_linked([*_by_key(store, known), *persons, *_by_spelling(store, read)])
    begun = [Phrase(term.words, is_begun=True)] if _is_long_enough(term.words[-1]) else []
    others = _forms(store, term)
    ways[Tier.PREFIX] = _begun(store, [*begun, *(Phrase((form,)) for form in others)])
    spelled = (*variants, *read)
    return Sought((term,), ways, spelled, known, is_person=bool(persons), forms=others)


def _is_long_enough(word: str) -> bool:
    return len(word) >= (2 if is_hangul(word) else SHORTEST_BEGINNING)


def _forms(store: Store, term: Term) -> tuple[str, ...]:
    """The other forms of a word that the corpus has; a phrase is meant as it stands."""
    if term.phrase or term.prefix or len(term.words) > 1:
        return ()
    return tuple(sorted(inflection.known_forms(store, term.words[0])))


def _begun(store: Store, phrases: Sequence[Phrase]) -> list[Clause]:
    """In a claim's own text, or in what it is linked to."""
    return [*phrases, *linking.linked(store, within("text variants more", any_fts(phrases)))]


def _as_typed(store: Store, typed: Phrase) -> Ways:
    """In a claim's own text or a holder's name, and in everything else that it is linked to."""
    holders = linking.linked(store, f"text : {typed.fts}", linking.HOLDERS)
    others = linking.linked(store, f"{{text more}} : {typed.fts}")
    return {Tier.TYPED: [typed, *holders], Tier.LINKED: [*others]}


def _apart_if_linked(by_name: Iterable[Clause]) -> Ways:
    """Names in a claim's own text or of its holders before those in what it is linked to."""
    found: Ways = {Tier.NAME: [], Tier.LINKED_NAME: []}
    for way in by_name:
        is_apart = isinstance(way, Link) and way.role != Role.SCHOLAR
        found[Tier.LINKED_NAME if is_apart else Tier.NAME].append(way)
    return found


def _group(
    store: Store, terms: tuple[Term, ...], keys: Sequence[str], exact: bool
) -> Sought | None:
    """Adjacent words as one name; None if the corpus has no such name."""
    words = tuple(word for term in terms for word in term.words)
    if exact:
        return None
    variants, read = _spellings(store, words, keys)
    known, persons = known_keys(store, keys), _by_person(store, terms)
    by_name = [*_by_key(store, known), *persons, *_by_spelling(store, read)]
    if not (by_name or variants):
        return None
    typed = Phrase(words)
    ways = _as_typed(store, typed)
    ways[Tier.VARIANT] = _by_variant(store, typed, variants)
    ways |= _apart_if_linked(by_name)
    return Sought(terms, ways, (*variants, *read), known, is_person=bool(persons))


Variants = tuple[Variant, ...]


def _spellings(
    store: Store, words: Sequence[str], keys: Sequence[str]
) -> tuple[Variants, Variants]:
    """What is declared for these words, and for another spelling that is read as they are."""
    found = declared(store, words)
    if not found and len(words) == 1:
        found = family_names(store, words[0]) or declared_in_other_forms(store, words[0])
    found = with_forms(store, found)
    # Of Han the characters say who is meant: what sounds alike is another name.
    alike = () if found or has_han("".join(words)) else read_as_declared(store, keys)
    return found, alike


def known_keys(store: Store, keys: Sequence[str]) -> frozenset[str]:
    """Those of the keys that some name of the corpus has."""
    marks = ",".join("?" * len(keys))
    sql = " UNION ".join(
        f"SELECT term FROM {table} WHERE term IN ({marks})"
        for table in ("claim_words", "entity_words")
    )
    return frozenset(key for (key,) in store.rows(sql, [*keys, *keys])) if keys else frozenset()


def _by_variant(store: Store, typed: Phrase, variants: Iterable[Variant]) -> list[Clause]:
    """In another spelling of the same name, or of a scholar's name that is typed in one."""
    spelled = list(dict.fromkeys(variant.phrase for variant in variants))
    meant = any_of([f"variants : {typed.fts}", within("text variants", any_fts(spelled))])
    return [*spelled, *linking.linked(store, meant)]


def _by_spelling(store: Store, variants: Sequence[Variant]) -> list[Clause]:
    """In one of these spellings of a name."""
    spelled = [variant.phrase for variant in variants]
    return [*spelled, *linking.linked(store, within("text variants", any_fts(spelled)))]


def _by_key(store: Store, keys: frozenset[str]) -> list[Clause]:
    """As a name that reads the same in another script or romanization."""
    named = NameKeys(keys)
    return [named, *linking.linked(store, named.fts)] if keys else []


def _by_person(store: Store, terms: Sequence[Term]) -> list[Link]:
    """As the whole name of a scholar or an author: one word is that only in Han and Hangul."""
    name = " ".join(term.text for term in terms)
    if len(terms) == 1 and not (
        has_han(name) or any("\uac00" <= sign <= "\ud7a3" for sign in name)
    ):
        return []
    return linking.links(persons_named(store, name))


def _in_field(store: Store, term: Term, keys: Sequence[str], exact: bool) -> Sought:
    """A term that is to be met in one field."""
    assert term.field
    if term.field not in TEXT_FIELDS:
        return Sought((term,), fielded.ways(store, term, keys, exact=exact))
    whole = single(store, replace(term, field=None), (), exact)
    ways: Ways = {
        tier: [InField(term.field, way) for way in found if isinstance(way, Phrase)]
        for tier, found in whole.ways.items()
    }
    return Sought((term,), ways, whole.variants, forms=whole.forms)


def _unwanted(store: Store, term: Term, exact: bool) -> str | None:
    """What a hit must not have: the term as typed, in any spelling, as a name in any script.

    In its own text or its holders' names: the title of the work it was read in leaves none out.
    """
    keys = () if exact else candidates([term.text]).get((0, 1), ())
    alone = single(store, term, keys, exact)
    if term.field:
        return alone.met(Tier.NAME)
    ways = [*alone.ways[Tier.TYPED], *alone.ways.get(Tier.VARIANT, ())]
    ways += alone.ways.get(Tier.NAME, ())
    of_its_own = (Role.ID, Role.SCHOLAR)
    return any_fts(w for w in ways if not isinstance(w, Link) or w.role in of_its_own)
