"""Plans for what nothing meets as it was asked: corrected words, and all of the words but one."""

from __future__ import annotations

from msgspec.structs import replace

from claimcli.search import typos
from claimcli.search.expansion import LONGEST_RUN, single, tiers
from claimcli.search.fts import all_of, any_of
from claimcli.search.persons import candidates
from claimcli.search.plan import Plan, Sought
from claimcli.search.tiers import Tier
from claimcli.search.ways import known_keys
from claimcli.store import Store

FEWEST_TO_SKIP = 3
"""Words of a query from which on one may be left out, where no record has all of them."""


def corrected(store: Store, plan: Plan) -> Plan:
    """The plan with corrections for every word that nothing in the corpus meets as it is typed.

    Of very many words none is corrected: to look for the spellings of all would take too long.
    """
    if sum(1 for _ in plan.words) > LONGEST_RUN:
        return plan
    runs = [
        replace(run, singles=tuple(_correct(store, s) for s in run.singles)) for run in plan.runs
    ]
    return replace(plan, runs=runs, tiers=tiers(runs, Tier.TYPO))


def all_but_one(store: Store, plan: Plan) -> Plan | None:
    """The plan for what has all words but one, of three different ones or more, each met somewhere.

    A name of several words counts as one, and what stands in a field or in quotation marks must
    be met.
    """
    units = [
        (run, unit)
        for run in plan.runs
        if not (run.singles[0].field or run.singles[0].terms[0].phrase)
        for unit in run.units
    ]
    asked = {tuple(word for at in run.singles[s:e] for word in at.words) for run, (s, e) in units}
    is_few = len(asked) >= FEWEST_TO_SKIP and len(units) <= LONGEST_RUN
    if not is_few or not all(is_met(store, word, Tier.TYPO) for word in plan.words):
        return None
    ways = []
    for left_out, unit in units:
        runs = [run.without(*unit) if run is left_out else run for run in plan.runs]
        ways.append(all_of(run.met(Tier.TYPO) for run in runs if not run.is_optional))
    expression = any_of(ways)
    partial = [(Tier.PARTLY, expression)] if expression else []
    return replace(plan, tiers=partial, is_partial=True)


def is_met(store: Store, sought: Sought, tier: Tier = Tier.LINKED_NAME) -> bool:
    """Whether anything in the corpus meets it: as typed, as a variant or as a name."""
    match = sought.met(tier)
    sql = "SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT 1"
    return bool(match and store.rows(sql, (match,)))


def _correct(store: Store, sought: Sought) -> Sought:
    """With the words that it may be a mistyping of, if nothing meets it as it is."""
    if sought.is_optional or len(sought.words) != 1 or is_met(store, sought):
        return sought
    typed = sought.words[0]
    found = [
        (word, edits)
        for word, edits in typos.corrections(store, typed)
        if not _two_names(store, typed, word)
    ]
    if not found:
        return sought
    [term] = sought.terms
    meant = [single(store, replace(term, text=word, words=(word,)), (), False) for word, _ in found]
    ways = [w for s in meant for tier in _OF_A_CORRECTION for w in s.ways.get(tier, ())]
    variants = tuple(variant for s in meant for variant in s.variants)
    return replace(
        sought,
        ways={**sought.ways, Tier.TYPO: ways},
        corrections=tuple(found),
        variants=(*sought.variants, *variants),
    )


_OF_A_CORRECTION = (Tier.TYPED, Tier.LINKED, Tier.VARIANT)


_ENGLISH = frozenset(("china", "chinese"))


def _two_names(store: Store, typed: str, known: str) -> bool:
    """Whether both can be read as Chinese: then they are two names, however near in letters.

    A word that the corpus never has as a name (danger) is none, and the country's is English.
    """
    from claimcli.names.sinitic import part  # only where nothing was found

    if known in _ENGLISH or not (part(typed).sinitic and part(known).sinitic):
        return False
    return bool(known_keys(store, candidates([known]).get((0, 1), ())))
