"""What a text itself says where a quotation is only near: how the quotation is to be mended.

A quotation that lacks only a note's number, or what stands on the page between, is as it should be,
and has nothing to be mended by.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from claimcli.quotes.editorial_marks import bracketed
from claimcli.quotes.negation import negations
from claimcli.quotes.verdicts import NOTE_NUMBER, PAGE_BETWEEN, Status, Verdict, verify
from claimcli.texts.witness import Witness

_THEIRS = re.compile(r"\[-(.*?)-\]", re.DOTALL)
_OURS = re.compile(r"\{\+.*?\+\}", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_FOUND = frozenset((Status.EXACT, Status.NORMALISED))


class OwnWording(NamedTuple):
    """The words of a text in the place of a quotation's.

    `warnings` say plainly where a number or a negation is another: then more than a slip may be
    wrong, and the statement with it.
    """

    words: str
    warnings: tuple[str, ...]


def own_wording(
    quote: str, locator: str | None, verdict: Verdict, witness: Witness
) -> OwnWording | None:
    """The text's own words for a quotation that is near in one place; None where there are none.

    What is given was held against the text again, and stands there, at that place.
    """
    if verdict.status is not Status.NEAR or len(verdict.places) != 1:
        return None
    if verdict.hint in (NOTE_NUMBER, PAGE_BETWEEN):
        return None
    first = verdict.places[0].spans[0][0]
    for words in _candidates(quote, verdict):
        again = verify(words, locator, witness)
        if again.status in _FOUND and _is_near(again.places[0].spans[0][0], first):
            return OwnWording(words, tuple(_warnings(quote, words)))
    return None


_REACH = 20
"""Characters by which the place may begin elsewhere: a word that was added at the beginning."""


def _is_near(start: int, other: int) -> bool:
    return abs(start - other) <= _REACH


def _candidates(quote: str, verdict: Verdict) -> list[str]:
    """The quotation with its omissions marked; with the words that differ; the bare text."""
    said = _OURS.sub("", _THEIRS.sub(r"\1", verdict.difference or ""))
    exact = " […] ".join(one.exact for one in verdict.places[0].selectors)
    found = (" ".join(words.split()) for words in (bracketed(quote), said, exact))
    return [words for words in found if words and words != quote]


def _warnings(quote: str, words: str) -> list[str]:
    told = []
    for what, of in (("number", _NUMBER.findall), ("negation", negations)):
        ours, theirs = Counter(of(quote)), Counter(of(words))
        if ours != theirs:
            here, there = (", ".join((a - b).elements()) or "none" for a, b in _both(ours, theirs))
            told.append(f"a {what} differs: the text has {there}, the quotation {here}")
    return told


def _both(ours: Counter[str], theirs: Counter[str]) -> list[tuple[Counter[str], Counter[str]]]:
    return [(ours, theirs), (theirs, ours)]
