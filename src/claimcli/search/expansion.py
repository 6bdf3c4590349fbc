"""A query to a plan: for each term the expressions that find it, tier by tier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from claimcli.names.folding import has_han
from claimcli.search import entities, fields, typos
from claimcli.search.matching import (
    all_of,
    any_of,
    beginning,
    is_link,
    links_to,
    phrase,
    quoted,
    within,
)
from claimcli.search.naming import candidates, persons_named
from claimcli.search.plan import Plan, Run, Sought, Variant
from claimcli.search.query import TEXT_FIELDS, Query, Term
from claimcli.search.tiers import Tier
from claimcli.store import Role, Store

LONGEST_GROUP = 6
"""Words of a query that can be one name."""

LONGEST_RUN = 12
"""Words of a query up to which names of several words are looked for."""

SHORTEST_BEGINNING = 3
"""Letters from which on a word is also taken for the beginning of a longer one."""


def expand(store: Store, query: Query, *, exact: bool = False) -> Plan:
    """The plan for a query; `exact` switches everything but folding off."""
    wanted = {(term.field, term.text, term.phrase): term for term in query.wanted}
    many = [[term] for term in wanted.values()]
    runs = [
        _run(store, terms, exact)
        for terms in (_adjacent(query.wanted) if len(query.wanted) <= LONGEST_RUN else many)
    ]
    last = Tier.APART if exact else Tier.PREFIX
    unwanted = any_of(_unwanted(store, term, exact) for term in query.unwanted)
    return Plan(_tiers(runs, last), unwanted, runs)


def corrected(store: Store, plan: Plan) -> Plan:
    """The plan with corrections for every word that nothing in the corpus meets as it is typed."""
    runs = [
        replace(run, singles=tuple(_correct(store, s) for s in run.singles)) for run in plan.runs
    ]
    return replace(plan, runs=runs, tiers=_tiers(runs, Tier.TYPO))


def is_met(store: Store, sought: Sought) -> bool:
    """Whether anything in the corpus meets it as typed, as a variant or as a name."""
    match = sought.met(Tier.NAME)
    sql = "SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT 1"
    return bool(match and store.rows(sql, (match,)))


def _tiers(runs: Sequence[Run], last: Tier) -> list[tuple[Tier, str]]:
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


def _run(store: Store, terms: list[Term], exact: bool) -> Run:
    named = {} if exact else candidates([term.text for term in terms])
    singles = tuple(
        _single(store, term, named.get((at, at + 1), ()), exact) for at, term in enumerate(terms)
    )
    groups: dict[tuple[int, int], Sought] = {}
    for start, end in _spans(len(terms)):
        group = _group(store, tuple(terms[start:end]), named.get((start, end), ()), exact)
        if group:
            groups[start, end] = group
    covered = {at for start, end in groups for at in range(start, end)}
    return Run(singles, groups, frozenset(at for at in covered if _is_syllable(terms[at])))


def _spans(length: int) -> Iterator[tuple[int, int]]:
    """Every stretch of two words or more."""
    for start in range(length):
        for end in range(start + 2, min(length, start + LONGEST_GROUP) + 1):
            yield start, end


_HANGUL = re.compile("[\uac00-\ud7a3]")
_VOWELS = re.compile("[aeiouy\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f]+")


def _is_syllable(term: Term) -> bool:
    """Whether it is a word of one syllable, which on its own is in too many names to tell."""
    return len(term.words) == 1 and len(_VOWELS.findall(term.words[0])) == 1


def _single(store: Store, term: Term, keys: Sequence[str], exact: bool) -> Sought:
    """A term on its own."""
    if term.field:
        return _in_field(store, term, keys, exact)
    typed = beginning(term.words) if term.prefix else phrase(term.words)
    ways = _as_typed(store, typed)
    ways[Tier.TYPED] += entities.with_id(store, term.text)
    if exact:
        return Sought((term,), ways)
    variants = _variants(store, term.words)
    ways[Tier.VARIANT] = _by_variant(store, typed, variants)
    persons = _by_person(store, (term,))
    ways[Tier.NAME] = [*_by_key(store, _known(store, keys)), *persons]
    if len(term.words[-1]) >= SHORTEST_BEGINNING:
        begun = beginning(term.words)
        ways[Tier.PREFIX] = [begun, *entities.linked(store, f"{{text variants more}} : {begun}")]
    return Sought((term,), ways, variants, is_person=bool(persons))


def _as_typed(store: Store, typed: str) -> dict[Tier, list[str]]:
    """In a claim's own text or a holder's name, and in everything else that it is linked to."""
    holders = entities.linked(store, f"text : {typed}", entities.HOLDERS)
    others = entities.linked(store, f"{{text more}} : {typed}")
    return {Tier.TYPED: [typed, *holders], Tier.LINKED: others}


def _group(
    store: Store, terms: tuple[Term, ...], keys: Sequence[str], exact: bool
) -> Sought | None:
    """Adjacent words as one name; None if the corpus has no such name."""
    words = tuple(word for term in terms for word in term.words)
    if exact:
        return None
    variants = _variants(store, words)
    persons = _by_person(store, terms)
    by_name = [*_by_key(store, _known(store, keys)), *persons]
    if not (by_name or variants):
        return None
    typed = phrase(words)
    ways = _as_typed(store, typed)
    ways[Tier.VARIANT] = _by_variant(store, typed, variants)
    ways[Tier.NAME] = by_name
    return Sought(terms, ways, variants, is_person=bool(persons))


def _known(store: Store, keys: Sequence[str]) -> list[str]:
    """Those of the keys that some name of the corpus has."""
    marks = ",".join("?" * len(keys))
    sql = " UNION ".join(
        f"SELECT term FROM {table} WHERE term IN ({marks})"
        for table in ("claim_words", "entity_words")
    )
    return [key for (key,) in store.rows(sql, [*keys, *keys])] if keys else []


def _variants(store: Store, words: Sequence[str]) -> tuple[Variant, ...]:
    """The other spellings of the names that have exactly these words as one of theirs."""
    found = store.rows(
        "SELECT DISTINCT folded, written, scheme FROM spellings WHERE entity IN"
        " (SELECT entity FROM spellings WHERE folded = ?) AND folded <> ? AND folded <> ''"
        " ORDER BY rowid",
        (" ".join(words),) * 2,
    )
    return tuple(Variant(tuple(folded.split(" ")), *rest) for folded, *rest in found)


def _by_variant(store: Store, typed: str, variants: Iterable[Variant]) -> list[str]:
    """In another spelling of the same name, or of a scholar's name that is typed in one."""
    spelled = list(dict.fromkeys(phrase(variant.words) for variant in variants))
    meant = any_of([f"variants : {typed}", *(f"{{text variants}} : {s}" for s in spelled)])
    return [*spelled, *entities.linked(store, meant)]


def _by_key(store: Store, keys: Sequence[str]) -> list[str]:
    """As a name that reads the same in another script or romanization."""
    found = within("keys", any_of(map(quoted, keys)))
    return [found, *entities.linked(store, found)] if found else []


def _by_person(store: Store, terms: Sequence[Term]) -> list[str]:
    """As the whole name of a scholar or an author: one word is that only in Han and Hangul."""
    name = " ".join(term.text for term in terms)
    if len(terms) == 1 and not (has_han(name) or _HANGUL.search(name)):
        return []
    return entities.links(persons_named(store, name))


def _in_field(store: Store, term: Term, keys: Sequence[str], exact: bool) -> Sought:
    """A term that is to be met in one field."""
    assert term.field
    if term.field not in TEXT_FIELDS:
        return Sought((term,), fields.ways(store, term, keys, exact=exact))
    whole = _single(store, replace(term, field=None), (), exact)
    phrases = {tier: [w for w in ways if not is_link(w)] for tier, ways in whole.ways.items()}
    ways = {tier: [f"{term.field} : {way}" for way in found] for tier, found in phrases.items()}
    return Sought((term,), ways, whole.variants)


def _unwanted(store: Store, term: Term, exact: bool) -> str | None:
    """What a hit must not have: the term as typed, in any spelling, as a name in any script.

    In its own text or its holders' names: the title of the work it was read in leaves none out.
    """
    keys = () if exact else candidates([term.text]).get((0, 1), ())
    single = _single(store, term, keys, exact)
    if term.field:
        return single.met(Tier.NAME)
    ways = [*single.ways[Tier.TYPED], *single.ways.get(Tier.VARIANT, ())]
    ways += single.ways.get(Tier.NAME, ())
    return any_of(way for way in ways if not is_link(way) or links_to(way, Role.ID, Role.SCHOLAR))


def _correct(store: Store, sought: Sought) -> Sought:
    """With the words that it may be a mistyping of, if nothing meets it as it is."""
    if len(sought.words) != 1 or is_met(store, sought):
        return sought
    typed = sought.words[0]
    found = [
        (word, edits)
        for word, edits in typos.corrections(store, typed)
        if not _two_names(typed, word)
    ]
    if not found:
        return sought
    [term] = sought.terms
    meant = [
        _single(store, replace(term, text=word, words=(word,)), (), False) for word, _ in found
    ]
    ways = [w for s in meant for tier in _OF_A_CORRECTION for w in s.ways.get(tier, ())]
    variants = tuple(variant for s in meant for variant in s.variants)
    return replace(
        sought,
        ways={**sought.ways, Tier.TYPO: ways},
        corrections=tuple(found),
        variants=(*sought.variants, *variants),
    )


_OF_A_CORRECTION = (Tier.TYPED, Tier.LINKED, Tier.VARIANT)


def _two_names(typed: str, known: str) -> bool:
    """Whether both can be read as Chinese: then they are two names, however near in letters."""
    from claimcli.names.sinitic import part  # only where nothing was found

    return bool(part(typed).exact and part(known).exact)
