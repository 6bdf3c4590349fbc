"""Who holds a position, counted in one sentence, and when they wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.counting import Entry, gather
from claimcli.answers.marks import Mark
from claimcli.answers.sentences import Said, Sentence, number, sentence, spelled
from claimcli.answers.tally import Counted, Tally
from claimcli.answers.wording import OF_THE_TIME
from claimcli.dates import year_in_words
from claimcli.entities import Entities

SECOND_HAND = "known here only second-hand"


def summary(
    entries: Sequence[Entry], tally: Tally, marks: Sequence[Mark], entities: Entities
) -> Sentence:
    """`Three scholars, one of them known here only second-hand; two phrases of a reporter's; …`."""
    parts = [part for part in _parts(entries, tally, marks, entities) if part]
    if not parts:
        return sentence("No claim takes this position.")
    joined: list[str | Said] = []
    for part in parts:
        joined += ["; " if joined else "", *part]
    return sentence(*joined, ".")


Parts = Iterator[tuple[str | Said, ...]]


def _parts(
    entries: Sequence[Entry], tally: Tally, marks: Sequence[Mark], entities: Entities
) -> Parts:
    yield _scholars(tally)
    yield _attributed(entries, tally, entities)
    if tally.unnamed.number:
        yield number(tally.unnamed, "phrase"), " of a reporter's"
    if tally.contemporaries.number:
        yield number(tally.contemporaries, "holder"), f" {OF_THE_TIME}, no scholar"
    yield _works(marks)


def _attributed(
    entries: Sequence[Entry], tally: Tally, entities: Entities
) -> tuple[str | Said, ...]:
    """The scholars of whom it is the recorder's judgement that they hold it at all."""
    sure = {id for e in entries if "scholars" not in e.claim.unclear for id in e.claim.scholars}
    holders = gather(entries, entities).scholars - sure
    if not holders:
        return ()
    claims = (entry.claim.id for entry in entries if holders.intersection(entry.claim.scholars))
    found = Counted(len(holders), tuple(dict.fromkeys(claims)))
    if found.number == tally.scholars.number:
        who = Said("this one holds" if found.number == 1 else "these hold", found.claims)
        return "that ", who, " it is the recorder's judgement"
    holds = " of them holds" if found.number == 1 else " of them hold"
    return "that ", number(found), f"{holds} it is the recorder's judgement"


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
    """When they wrote, as far as their works tell a year, and how many tell none."""
    years = {mark.work: mark.year for mark in marks if mark.work is not None}
    told = [year for year in years.values() if year is not None]
    undated = len(years) - len(told)
    if not told:
        works = "work" if undated == 1 else "works"
        return (f"{spelled(undated)} {works} without a year",) if undated else ()
    span = [year_in_words(year) for year in dict.fromkeys((min(told), max(told)))]
    dated = f"{'one work' if len(told) == 1 else 'works'} of {' to '.join(span)}"
    return (f"{dated} and {spelled(undated)} without a year" if undated else dated,)
