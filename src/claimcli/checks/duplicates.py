"""W701 and W702, what is claimed twice.

Claims are compared within a holder only, and there only those that share one of their rarer
words, so that the work grows with the number of claims and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from claimcli.checks.survey import Survey, named
from claimcli.corpus.findings import Finding, finding
from claimcli.model import Claim
from claimcli.names.folding import index_text

LIKENESS = 0.88
"""Share of letters in common, in the same order, from which on two statements say nearly the same.

Measured on pairs made by hand: a changed word in ten is above, another subject or object below.
"""

_OVERLAP = 0.7
"""Share of words that near-equal statements have in common."""
_NEIGHBOURS = 40
"""Earlier claims with the same word that one is compared with; the latest ones."""
_TELLING = frozenset(
    "not no never neither nor none nobody nothing without hardly before after only all some north "
    "south east west northern southern eastern western first second".split()
)
"""Words that make another claim of a sentence by themselves."""


_COMPARED = frozenset(("statement", "scholars", "citation", "via"))
"""The fields without which a claim cannot be compared."""
_NONE: frozenset[str] = frozenset()
_WORD = re.compile(r"[\w'’`-]+")


class _Said(NamedTuple):
    """A claim, its statement folded, and so many of its words, rarest first, as must be shared.

    `words` are those of the statement in small letters, `telling` those that make another claim.
    """

    claim: Claim
    text: str
    rare: list[int]
    words: frozenset[str]
    telling: frozenset[str]


def repeated_claims(survey: Survey) -> Iterator[Finding]:
    """W701 and W702: of the same holder, the same statement, or nearly."""
    groups = _comparable(survey)
    said = _all_said({claim.id: claim for claims in groups.values() for claim in claims})
    told: set[str] = set()
    for (holder, _), claims in groups.items():
        for later, earlier in _pairs([said[claim.id] for claim in claims]):
            if later.claim.id not in told:
                told.add(later.claim.id)
                yield _repetition(later, earlier, holder)


def _comparable(survey: Survey) -> dict[tuple[str, str | None], list[Claim]]:
    """Claims by holder and question, where there are several."""
    groups: defaultdict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in survey.reading.claims:
        if (
            survey.first_claims[claim.id] is not claim
            or survey.bad.get(id(claim), _NONE) & _COMPARED
        ):
            continue
        for holder in dict.fromkeys(claim.scholars):
            groups[holder, claim.question].append(claim)
    return {group: claims for group, claims in groups.items() if len(claims) > 1}


def _all_said(claims: dict[str, Claim]) -> dict[str, _Said]:
    texts = {id: index_text(claim.statement) for id, claim in claims.items()}
    words = {id: set(text.split()) for id, text in texts.items()}
    frequency = Counter(chain.from_iterable(words.values()))
    in_order = sorted(frequency, key=lambda word: (frequency[word], word))
    rank = {word: number for number, word in enumerate(in_order)}
    return {
        id: _Said(claim, texts[id], _rarest([rank[word] for word in words[id]]), *_words(claim))
        for id, claim in claims.items()
    }


def _rarest(ranks: list[int]) -> list[int]:
    """So many of the words that two texts with the overlap must have one of them in common."""
    return sorted(ranks)[: len(ranks) - int(_OVERLAP * len(ranks)) + 1]


def _words(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a statement, and those among them that tell it from another of like words."""
    words = _WORD.findall(claim.statement)
    # The first word of a sentence is capitalized whatever it is.
    written = [*(word.lower() for word in words[:1]), *words[1:]]
    telling = frozenset(word.lower() for word in written if _is_telling(word))
    return frozenset(word.lower() for word in words), telling


def _pairs(claims: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Each claim with the earlier one that says the same, if there is one."""
    with_word: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(claims):
        near = dict.fromkeys(n for word in one.rare for n in with_word[word][-_NEIGHBOURS:])
        found = _closest(one, (claims[n] for n in near))
        if found:
            yield one, found
        for word in one.rare:
            with_word[word].append(number)


def _closest(one: _Said, others: Iterable[_Said]) -> _Said | None:
    from rapidfuzz.distance import Indel  # not for who asks what a code means

    best, found = LIKENESS, None
    for other in others:
        if _one_claim(one, other):
            likeness = Indel.normalized_similarity(one.text, other.text, score_cutoff=best)
            if likeness >= best:
                best, found = likeness, other
    return found


def _one_claim(one: _Said, other: _Said) -> bool:
    """Whether nothing tells two claims of like words apart: a number, a name, a `not`, a work."""
    return (
        one.telling <= other.words
        and other.telling <= one.words
        and not _from_two_works(one.claim, other.claim)
    )


def _from_two_works(one: Claim, other: Claim) -> bool:
    """Whether somebody says the same in two works, or two works report it: two records, rightly."""
    if one.citation and other.citation:
        return one.citation.source != other.citation.source
    return one.witness != other.witness


def _is_telling(word: str) -> bool:
    has_digit = any(map(str.isdigit, word))
    return has_digit or word.lower() in _TELLING or word[0].isupper() or word.endswith("n't")


def _repetition(later: _Said, earlier: _Said, holder: str) -> Finding:
    same = later.text == earlier.text
    how = "the same as" if same else "nearly the same as"
    other = earlier.claim
    message = f"this says {how} {named(other)}, also held by '{holder}'"
    hint = "keep one of the two, or say in the statements what sets them apart"
    return finding("W701" if same else "W702", later.claim, ("statement",), message, hint)
