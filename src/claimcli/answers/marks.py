"""The works of a position as marks: one for each holder and work, never one for each claim."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from claimcli.answers.counting import NO_SCHOLARS, Counts, Entry
from claimcli.answers.wording import OF_THE_TIME
from claimcli.entities import Entities, year_of

Known = Literal["read", "second-hand", "unnamed", "contemporary"]
"""How a holder's view is known. An unnamed holder or a contemporary is no scholar, read or not."""

KNOWN: tuple[Known, ...] = ("read", "second-hand", "unnamed", "contemporary")
"""From what is best known on; the order of a legend."""

SIGNS: dict[Known, str] = {"read": "●", "second-hand": "○", "unnamed": "◌", "contemporary": "◇"}
"""What stands for a mark in a line of text: on a terminal and in Markdown."""

MEANING: dict[Known, str] = {
    "read": "the work was read",
    "second-hand": "known only from another's work",
    "unnamed": "a reporter's phrase, no scholar",
    "contemporary": f"somebody {OF_THE_TIME}, no scholar",
}
"""What the legend of a figure says of each."""


class Mark(msgspec.Struct, frozen=True):
    """A holder with one work of his in a position.

    `work` is None where none is named, `year` that of the work; `claims` are those that he makes
    there. `is_unclear` where something in one of them is the recorder's judgement, `is_judged`
    where of all of them it is the holder.
    """

    holder: str
    name: str
    known: Known
    work: str | None
    year: int | None
    claims: tuple[str, ...]
    is_unclear: bool
    is_judged: bool = False


def marks_of(entries: Iterable[Entry], entities: Entities) -> tuple[Mark, ...]:
    """The marks of these claims by year, those without one last, else as they are met.

    A work counts as read where any of the claims was read in it.
    """
    met: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in entries:
        work = entry.claim.citation.source if entry.claim.citation else None
        for holder in dict.fromkeys(entry.claim.scholars):
            met.setdefault((holder, work), []).append(entry)
    found = [_mark(holder, work, within, entities) for (holder, work), within in met.items()]
    return tuple(sorted(found, key=lambda mark: undated_last(mark.year)))


def undated_last(year: int | None) -> tuple[bool, int]:
    """What works are ordered by: the year, and those without one after all others."""
    return year is None, year or 0


def _mark(holder: str, work: str | None, entries: list[Entry], entities: Entities) -> Mark:
    scholar = entities.scholar(holder)
    claims = [entry.claim for entry in entries]
    kind = scholar.kind if scholar else None
    return Mark(
        holder=holder,
        name=scholar.name if scholar else holder,
        known=known_of([kind], all(claim.second_hand for claim in claims)),
        work=work,
        year=year_of(claims[0], entities),
        claims=tuple(claim.id for claim in claims),
        is_unclear=any(claim.unclear for claim in claims),
        is_judged=all("scholars" in claim.unclear for claim in claims),
    )


def known_of(kinds: Iterable[str | None], second_hand: bool) -> Known:
    """How the view of holders of these kinds is known; with a scholar among them it is a scholar's.

    `second_hand` where none of it was read in their own work.
    """
    met = set(kinds)
    if met and met.issubset(NO_SCHOLARS):
        return "unnamed" if "unnamed" in met else "contemporary"
    return "second-hand" if second_hand else "read"


def best_first(met: Container[Known]) -> list[Known]:
    """The ways in which something is known that are met, the best first."""
    return [known for known in KNOWN if known in met]


def known_of_claim(view: Mapping[str, Any]) -> Known:
    """How a claim is known, by its view."""
    return known_of([scholar["kind"] for scholar in view["scholars"]], view["second_hand"])


def apart(counts: Counts) -> Iterator[tuple[Known, int]]:
    """How many holders are known in each way, the best first: of those ways that are met."""
    numbers = (counts.first_hand, counts.second_hand, counts.unnamed, counts.contemporaries)
    return ((known, held) for known, held in zip(KNOWN, numbers, strict=True) if held)
