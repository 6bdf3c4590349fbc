"""The search: a query and filters to ranked hits, each with the reasons why it is one.

The classes of a match are gone through from the best to the last, each a full-text query of its
own, until there are as many hits as were asked for. Within a class FTS5's bm25 ranks.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from claimcli.errors import ClaimcliError
from claimcli.search import typos
from claimcli.search.expansion import LONGEST_RUN, expand
from claimcli.search.explanation import Explainer
from claimcli.search.filters import Filters
from claimcli.search.hits import Hits, Scored
from claimcli.search.ordering import in_order
from claimcli.search.plan import Plan, Sought
from claimcli.search.prevalence import telling
from claimcli.search.query import Query, parse
from claimcli.search.retrieval import COMPARED, Found, Retriever
from claimcli.search.tiers import Tier
from claimcli.store import Store


class Result(msgspec.Struct, frozen=True):
    """What a search found: `hits`, at most as many as asked for, of `total`.

    `total` is None where it was not asked for. `is_partial` where no record has every word, and
    the hits have all but one of them. When nothing is found: what was `tried`, in words; the
    `words` that had to be met, those that are `unmet` because nothing in the corpus has them, and
    the `nearest` words that it has.
    """

    hits: Hits
    total: int | None
    tried: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    is_partial: bool = False


def search(
    store: Store,
    query: Query | str = "",
    filters: Filters | None = None,
    *,
    exact: bool = False,
    limit: int | None = None,
    sort: str | None = None,
    count: bool = True,
) -> Result:
    """The claims that meet a query and pass the filters.

    `exact`: only as typed, but for case, accents and apostrophes. `limit`: at most so many.
    `sort`: one of SORTS; without it relevance if there are words, else file order. `count` False
    leaves the total open where it would cost another query. Raises QueryError for a query that
    cannot be understood, ClaimcliError for an unknown order and a limit below 0.
    """
    if limit is not None and limit < 0:
        raise ClaimcliError(f"at most {limit} hits cannot be given")
    asked = parse(query) if isinstance(query, str) else query
    retriever = Retriever(store, filters or Filters())
    everything = expand(store, asked, exact=exact)
    plan = telling(store, everything)
    if asked.wanted and not retriever.any(plan):
        plan = everything
        if not exact and not retriever.any(plan):
            plan = _mended(store, retriever, plan)
    found = _found(store, retriever, plan, limit, sort)
    hits = Hits(store, plan, found if limit is None else found[:limit])
    is_all = limit is None or len(found) < limit
    total = len(found) if is_all else retriever.count(plan) if count else None
    if found or limit == 0 or not asked.wanted:
        return Result(hits, total, is_partial=plan.is_partial)
    return _nothing(store, plan, exact=exact)


def _nothing(store: Store, plan: Plan, *, exact: bool) -> Result:
    """What to say where nothing was found."""
    from claimcli.search.relaxation import is_met  # only where nothing meets what was asked

    words = tuple(word.text for word in plan.words)
    tried = TRIED[:1] if exact else TRIED[:-1] if len(words) > LONGEST_RUN else TRIED
    unmet = [word for word in plan.words if not is_met(store, word, Tier.TYPO)]
    return Result(
        hits=Hits(store, plan, ()),
        total=0,
        tried=tried,
        nearest=_nearest(store, unmet),
        words=words,
        unmet=tuple(word.text for word in unmet),
    )


def _mended(store: Store, retriever: Retriever, plan: Plan) -> Plan:
    """The plan with typos mended, and with titles that tell nothing only where nothing else is."""
    from claimcli.search.relaxation import corrected  # as above

    mended = corrected(store, plan)
    without = _nearly(store, retriever, telling(store, mended))
    return without if retriever.any(without) else _nearly(store, retriever, mended)


def _nearly(store: Store, retriever: Retriever, plan: Plan) -> Plan:
    """The plan, or what comes nearest to it where nothing meets it."""
    from claimcli.search.relaxation import all_but_one  # as above

    if retriever.any(plan):
        return plan
    partial = all_but_one(store, plan)
    return partial if partial and retriever.any(partial) else plan


def _found(
    store: Store, retriever: Retriever, plan: Plan, limit: int | None, sort: str | None
) -> list[Scored]:
    """Rows in the order in which they are shown, with their scores."""
    has_words = any(single.is_text for run in plan.runs for single in run.singles)
    if sort in (None, "relevance") and has_words:
        return _by_relevance(store, plan, retriever.ranked(plan, limit))
    return [(row, None) for row in in_order(store, retriever.every(plan), sort or "file")]


def _by_relevance(store: Store, plan: Plan, found: Sequence[Found]) -> list[Scored]:
    """The rows, what is exactly as typed before what is so but for case and accents."""
    explainer = Explainer(store, plan)
    scored: list[Scored] = []
    for tier in Tier:
        of_tier = [hit for hit in found if hit.tier == tier]
        compared = of_tier[:COMPARED] if tier in _AS_TYPED else []
        claims = store.claims(hit.row for hit in compared)
        exact = {
            hit.row
            for hit, claim in zip(compared, claims, strict=True)
            if explainer.is_exact(claim)
        }
        ordered = sorted(of_tier, key=lambda hit: hit.row not in exact)
        scored += [(hit.row, _score(hit, is_exact=hit.row in exact)) for hit in ordered]
    return scored


_AS_TYPED = (Tier.TYPED, Tier.LINKED, Tier.APART)


def _score(hit: Found, *, is_exact: bool) -> float:
    """Two points for each class below the hit's, one for being exact, and up to one by bm25."""
    rank = -hit.rank  # FTS5 gives what is better the lower number
    return round(2 * (len(Tier) - 1 - hit.tier) + is_exact + rank / (1 + rank), 4)


TRIED = (
    "the words as typed",
    "declared spellings",
    "the same name in other scripts and romanizations",
    "words that begin so, and other forms of the word",
    "words a letter or two away",
)


def _nearest(store: Store, unmet: Sequence[Sought]) -> tuple[str, ...]:
    """The words of the corpus nearest to those that are nowhere in it."""
    typed = {word for sought in unmet for word in sought.words}
    return tuple(w for w in typos.nearest(store, sorted(typed)) if w not in typed)
