"""A query to a plan: for each term the expressions that find it, tier by tier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from claimcli.claim_fields import PROSE
from claimcli.names.folding import has_han
from claimcli.names.korean import is_hangul
from claimcli.names.romanized import romanizations
from claimcli.names.slavic import WRITTEN_VOWELS, vowel_groups
from claimcli.search import compounds, fielded, inflection, linking
from claimcli.search.clauses import (
    Clue,
    InField,
    Link,
    Phrase,
    any_fts,
)
from claimcli.search.fts import all_of, any_of
from claimcli.search.persons import candidates
from claimcli.search.plan import Plan, Run, Sought, Variant, Ways
from claimcli.search.query import Query, Term
from claimcli.search.stop_words import STOP_WORDS
from claimcli.search.tiers import Tier
from claimcli.search.typos import known_words
from claimcli.search.variants import (
    declared,
    declared_in_other_forms,
    family_names,
    read_as_declared,
    with_forms,
)
from claimcli.search.ways import (
    apart_if_linked,
    as_typed,
    begun,
    by_clue,
    by_key,
    by_person,
    by_spelling,
    by_variant,
    known_keys,
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
    covered = {at for span, group in groups.items() if group.is_name for at in range(*span)}
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
    typed = as_typed(store, Phrase(term.words, is_begun=term.prefix))
    typed[Tier.TYPED] += linking.with_id(store, term.text)
    if exact:
        return Sought((term,), typed)
    spelt = _spelt(store, (term,), keys)
    forms = _forms(store, term)
    divided = () if term.phrase or len(term.words) > 1 else compounds.apart(term.words[0])
    meant = [Phrase(term.words, is_begun=True)] if _is_long_enough(term.words[-1]) else []
    meant += (Phrase((form,)) for form in forms)
    ways = typed | spelt.ways | {Tier.PREFIX: begun(store, meant) + by_clue(store, divided)}
    return replace(spelt, ways=ways, forms=forms, divided=divided)


def _is_long_enough(word: str) -> bool:
    return len(word) >= (2 if is_hangul(word) else SHORTEST_BEGINNING)


def _forms(store: Store, term: Term) -> tuple[str, ...]:
    """The other forms of a word that the corpus has; a phrase is meant as it stands."""
    if term.phrase or term.prefix or len(term.words) > 1:
        return ()
    return tuple(sorted(inflection.known_forms(store, term.words[0])))


def _group(
    store: Store, terms: tuple[Term, ...], keys: Sequence[str], exact: bool
) -> Sought | None:
    """Adjacent words as one name or one word; None if the corpus has none such."""
    words = tuple(word for term in terms for word in term.words)
    if exact:
        return None
    spelt = _spelt(store, terms, keys)
    together = known_words(store, compounds.together(words))
    divided = tuple(Clue(Phrase((word,)), "written as one") for word in together)
    if not (spelt.is_name or spelt.customary or divided):
        return None
    ways = as_typed(store, Phrase(words)) | spelt.ways | {Tier.PREFIX: by_clue(store, divided)}
    return replace(spelt, ways=ways, divided=divided)


def _spelt(store: Store, terms: tuple[Term, ...], keys: Sequence[str]) -> Sought:
    """In all spellings but as it is typed: declared and customary ones, and those of a name."""
    words = tuple(word for term in terms for word in term.words)
    variants, read = _spellings(store, words, keys)
    known = known_keys(store, [*keys, *compounds.keys(terms)])
    customary = compounds.customary(terms, known)
    named = known.intersection(keys)
    persons = by_person(store, terms)
    spelt = _romanized(store, words)
    ways: Ways = {
        Tier.VARIANT: [*by_variant(store, Phrase(words), variants), *by_clue(store, customary)],
        **apart_if_linked(
            [*by_key(store, named), *persons, *by_spelling(store, read), *by_clue(store, spelt)]
        ),
    }
    return Sought(
        *(terms, ways, (*variants, *read), named),
        is_person=bool(persons),
        customary=customary,
        romanized=spelt,
    )


def _romanized(store: Store, words: Sequence[str]) -> tuple[Clue, ...]:
    """A word in the Latin letters of a scheme for its script, where the corpus has it so."""
    spelt = romanizations(words[0]) if len(words) == 1 else ()
    known = known_words(store, spelt)
    return tuple(Clue(Phrase((word,)), "romanization") for word in spelt if word in known)


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


def _in_field(store: Store, term: Term, keys: Sequence[str], exact: bool) -> Sought:
    """A term that is to be met in one field."""
    assert term.field
    if term.field not in PROSE:
        ways = fielded.ways(store, term, keys, exact=exact)
        return Sought((term,), ways, keys=frozenset(keys if ways.get(Tier.NAME) else ()))
    whole = single(store, replace(term, field=None), (), exact)
    ways = {
        tier: [InField(term.field, way) for way in found if isinstance(way, Phrase)]
        for tier, found in whole.ways.items()
    }
    return Sought(
        terms=(term,),
        ways=ways,
        variants=whole.variants,
        forms=whole.forms,
        customary=whole.customary,
        romanized=whole.romanized,
        divided=whole.divided,
    )


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
