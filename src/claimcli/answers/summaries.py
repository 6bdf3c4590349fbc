"""Who holds a position, counted in one sentence, and when they wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.marks import Mark
from claimcli.answers.sentences import Said, Sentence, number, sentence
from claimcli.answers.tally import Tally
from claimcli.answers.wording import OF_THE_TIME
from claimcli.dates import year_in_words

SECOND_HAND = "known here only second-hand"


def summary(tally: Tally, marks: Sequence[Mark]) -> Sentence:
    """`Three scholars, one of them known here only second-hand; two phrases of a reporter's; …`."""
    parts = [part for part in _parts(tally, marks) if part]
    if not parts:
        return sentence("No claim takes this position.")
    joined: list[str | Said] = []
    for part in parts:
        joined += ["; " if joined else "", *part]
    return sentence(*joined, ".")


Parts = Iterator[tuple[str | Said, ...]]


def _parts(tally: Tally, marks: Sequence[Mark]) -> Parts:
    yield _scholars(tally)
    if tally.unnamed.number:
        yield number(tally.unnamed, "phrase"), " of a reporter's"
    if tally.contemporaries.number:
        yield number(tally.contemporaries, "holder"), f" {OF_THE_TIME}, no scholar"
    yield _works(marks)


def _scholars(tally: Tally) -> tuple[str | Said, ...]:
    all, reported = tally.scholars, tally.second_hand
    if not all.number:
        return ()
    if not reported.number:
        return (number(all, "scholar"),)
    if reported.number == all.number:
        return number(all, "scholar"), f", {SECOND_HAND}"
    return number(all, "scholar"), ", ", number(reported), f" of them {SECOND_HAND}"


def _works(marks: Sequence[Mark]) -> tuple[str | Said, ...]:
    """When they wrote, as far as their works tell a year."""
    works = {mark.work for mark in marks if mark.year is not None}
    years = [mark.year for mark in marks if mark.year is not None]
    if not years:
        return ()
    span = [year_in_words(year) for year in dict.fromkeys((min(years), max(years)))]
    return (f"{'one work' if len(works) == 1 else 'works'} of {' to '.join(span)}",)
