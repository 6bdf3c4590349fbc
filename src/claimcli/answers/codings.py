"""Which positions several people took the same place of a text for.

A person is who recorded a claim (`recorded.by`), or read its passage blind. Two claims are of one
place when they have the same holders, cite the same work, were read in the same text, and give the
same locator or, without one, the same quote. A blind reading is of the claims on its question that
quote its passage.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

import msgspec

from claimcli.blind_readings import BlindReading, blind_reading
from claimcli.model import Claim, Draft, Stamp
from claimcli.names.folding import index_text

Unit = tuple[Hashable, ...]
"""What was coded: holders, cited work, text that was read, and the place in it."""


class Coding(msgspec.Struct, frozen=True):
    """What one person took a place for: positions, with the claims or the reading that say so.

    `by` is None where the claims do not say who recorded them.
    """

    by: str | None
    stances: frozenset[str]
    claims: tuple[Claim, ...] = ()
    reading: BlindReading | None = None

    @property
    def stamp(self) -> Stamp | None:
        """By whom, and when."""
        return self.reading.stamp if self.reading else self.claims[0].recorded


class Place(msgspec.Struct, frozen=True):
    """A place and what each person took it for; the claims of the first come first."""

    codings: tuple[Coding, ...]

    @property
    def is_clear(self) -> bool:
        """Whether everybody took it for one position."""
        return all(len(coding.stances) == 1 for coding in self.codings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of it."""
        return tuple(claim for coding in self.codings for claim in coding.claims)


def places_on(question: str, claims: Iterable[Claim], drafts: Iterable[Draft]) -> list[Place]:
    """The places that somebody took for a position on a question, in the order of the claims.

    Where a person has several positions at a place, a reading of one passage there is held against
    the claims with that passage alone.
    """
    taken = [claim for claim in claims if claim.stances_on(question)]
    units: dict[Unit, list[Claim]] = {}
    for claim in taken:
        if unit := _unit_of(claim):
            units.setdefault(unit, []).append(claim)
    read = _read(question, taken, drafts)
    return [
        place
        for unit, its in units.items()
        for place in _places(
            question, its, [one for claim in its for one in read.get(claim.id, ())]
        )
    ]


Read = tuple[Claim, BlindReading]
"""A claim, and a reading of its passage."""


def _places(question: str, claims: list[Claim], read: list[Read]) -> Iterator[Place]:
    whole = Place((*_recorded(question, claims), *_readings(question, read)))
    own = Place(tuple(_recorded(question, claims)))
    if not read:
        named = tuple(one for one in own.codings if one.by is not None)
        yield from [Place(named)] if named else []
    elif own.is_clear:
        yield whole
    else:
        passages = dict.fromkeys(map(_passage, (claim for claim, _ in read)))
        for passage in passages:
            its = [claim for claim in claims if _passage(claim) == passage]
            of_it = [one for one in read if _passage(one[0]) == passage]
            yield Place((*_recorded(question, its), *_readings(question, of_it)))
        others = [claim for claim in claims if _passage(claim) not in passages]
        yield from _places(question, others, []) if others else ()


def _recorded(question: str, claims: Iterable[Claim]) -> Iterator[Coding]:
    """What those who recorded claims took their place for."""
    by_whom: dict[str | None, list[Claim]] = {}
    for claim in claims:
        by_whom.setdefault(claim.recorded.by if claim.recorded else None, []).append(claim)
    for by, its in by_whom.items():
        stances = frozenset(stance for claim in its for stance in claim.stances_on(question))
        yield Coding(by, stances, tuple(its))


def _readings(question: str, read: Iterable[Read]) -> Iterator[Coding]:
    """What those who read it blind took it for; a reading once, however many claims it is of."""
    for one in {reading.draft.id: reading for _, reading in read}.values():
        yield Coding(one.stamp.by, frozenset(one.stances_on(question)), reading=one)


def _read(question: str, claims: Iterable[Claim], drafts: Iterable[Draft]) -> dict[str, list[Read]]:
    """The claims that somebody read blind, by their ids, each with its readings."""
    by_passage: dict[Unit, dict[frozenset[str], list[Claim]]] = {}
    for claim in claims:
        if claim.quote:
            its = by_passage.setdefault(_passage(claim), {})
            its.setdefault(frozenset(claim.scholars), []).append(claim)
    found: dict[str, list[Read]] = {}
    for reading in filter(None, map(blind_reading, drafts)):
        place = (reading.draft.source, index_text(reading.draft.quote or ""))
        held = by_passage.get(place, {}) if reading.stances_on(question) else {}
        alone = next(iter(held.values())) if len(held) == 1 else []
        for claim in held.get(reading.holders, alone):
            found.setdefault(claim.id, []).append((claim, reading))
    return found


def _passage(claim: Claim) -> Unit:
    """The text that was read and the words in it."""
    return claim.witness, index_text(claim.quote or "")


def _unit_of(claim: Claim) -> Unit | None:
    """The place that a claim is of; None where it gives neither a locator nor a quote."""
    works = (claim.citation, claim.read)
    locators = [work.locator for work in works if work and work.locator]
    place = locators[0] if locators else claim.quote
    if not place:
        return None
    work = claim.citation.source if claim.citation else None
    kind = "locator" if locators else "quote"
    return (frozenset(claim.scholars), work, claim.witness, kind, index_text(place))
