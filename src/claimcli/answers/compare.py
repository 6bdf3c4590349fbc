"""Positions side by side: claims on a question gathered by stance, with honest counts.

A comparison is a plain result. It says who holds what and how that is known; it weighs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from claimcli import citations, dates
from claimcli.entities import Entities, date_of, year_of
from claimcli.model import CLAIM_CERTAINTIES, NO_STANCE, Claim, Question, Scholar, Stance

GROUPINGS = ("scholar", "school", "decade", "source", "certainty")


class Counts(msgspec.Struct, frozen=True):
    """What a set of claims counts for, each distinct within the set.

    `scholars` (persons, groups, anonymous works) = `first_hand` + `second_hand`; second-hand is
    one none of whose claims in the set was read in his own work. `unnamed` holders and
    `contemporaries` of what is spoken of are never added to scholars. `witnesses` are the texts
    that were read. `claims` tells the recorder's grain, not the weight of a position.
    """

    scholars: int
    first_hand: int
    second_hand: int
    unnamed: int
    contemporaries: int
    witnesses: int
    unclear: int
    claims: int


class Entry(msgspec.Struct, frozen=True):
    """A claim in a position; `secondary` where it stands there through `answers`."""

    claim: Claim
    secondary: bool = False


class Position(msgspec.Struct, frozen=True):
    """One stance with the claims that take it, in file order. Years are of the holders' works."""

    stance: str
    label: str
    meaning: str | None
    entries: tuple[Entry, ...]
    counts: Counts
    first_year: int | None
    last_year: int | None


class Group(msgspec.Struct, frozen=True):
    """One row of the matrix: claims by stance (`none` among them) of a scholar, school, …

    `key` is None where what is grouped by is not recorded; of a decade it is the first year
    (`1970`), with a minus before our era (`-40`).
    """

    key: str | None
    label: str
    counts: dict[str, int]


class SeveralPositions(msgspec.Struct, frozen=True):
    """One holder with more than one stance on the question."""

    scholar: str
    stances: tuple[str, ...]
    claims: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True):
    """A question with its positions, in the order of the question's stances."""

    question: Question
    by: str
    positions: tuple[Position, ...]
    without_stance: tuple[Entry, ...]
    groups: tuple[Group, ...]
    several_positions: tuple[SeveralPositions, ...]
    totals: Counts


class Held(msgspec.Struct, frozen=True):
    """What one scholar holds on one question."""

    scholar: str
    stances: tuple[str, ...]
    entries: tuple[Entry, ...]


class SharedQuestion(msgspec.Struct, frozen=True):
    """One question that a scholar of a juxtaposition answers, and how they stand to each other.

    `verdict` is agree, differ, partly, or silent where fewer than two of them take a stance.
    """

    question: Question
    verdict: str
    held: tuple[Held, ...]


class Juxtaposition(msgspec.Struct, frozen=True):
    """Two or more scholars over every question that any of them answers."""

    scholars: tuple[Scholar, ...]
    questions: tuple[SharedQuestion, ...]


def compare(
    question: Question, claims: Sequence[Claim], entities: Entities, by: str = "scholar"
) -> Comparison:
    """The positions on a question.

    `claims` are all that bear on it, by `question` or through `answers`, in file order. `by` is
    one of GROUPINGS. A stance that the question does not declare makes a position of its own.
    """
    taken = _by_stance(question, claims)
    positions = tuple(
        _position(stance, taken.pop(stance.id, ()), entities)
        for stance in (*question.stances, *_undeclared(question, taken))
    )
    without = tuple(
        Entry(c, secondary=c.question != question.id)
        for c in claims
        if set(c.stances_on(question.id)) == {NO_STANCE}
    )
    return Comparison(
        question=question,
        by=by,
        positions=positions,
        without_stance=without,
        groups=_groups(positions, without, entities, by),
        several_positions=_several(positions),
        totals=count(claims, entities),
    )


def juxtapose(
    scholars: Sequence[Scholar],
    questions: Iterable[Question],
    claims_on: Callable[[str], Sequence[Claim]],
) -> Juxtaposition:
    """Scholars side by side over each question that any of them answers, in the given order."""
    wanted = [scholar.id for scholar in scholars]
    shared = [_shared(question, wanted, claims_on(question.id)) for question in questions]
    touched = (s for s in shared if any(held.entries for held in s.held))
    return Juxtaposition(tuple(scholars), tuple(touched))


def first_of(comparison: Comparison, most: int) -> Comparison:
    """The same with at most so many claims of each position; every count is that of the whole."""
    cut = (
        msgspec.structs.replace(position, entries=position.entries[:most])
        for position in comparison.positions
    )
    return msgspec.structs.replace(
        comparison, positions=tuple(cut), without_stance=comparison.without_stance[:most]
    )


def first_held(juxtaposition: Juxtaposition, most: int) -> Juxtaposition:
    """The same with at most so many claims of each scholar on each question."""

    def cut(shared: SharedQuestion) -> SharedQuestion:
        held = (msgspec.structs.replace(h, entries=h.entries[:most]) for h in shared.held)
        return msgspec.structs.replace(shared, held=tuple(held))

    return msgspec.structs.replace(
        juxtaposition, questions=tuple(map(cut, juxtaposition.questions))
    )


def count(claims: Iterable[Claim], entities: Entities) -> Counts:
    """The honest counts of a set of claims; a claim is counted once however often it is given."""
    distinct = {claim.id: claim for claim in claims}.values()
    holders = {id for claim in distinct for id in claim.scholars}
    kinds = {id: scholar.kind for id in holders if (scholar := entities.scholar(id))}
    scholars = {id for id in holders if kinds.get(id) not in ("unnamed", "contemporary")}
    read = {id for claim in distinct if not claim.second_hand for id in claim.scholars} & scholars
    return Counts(
        scholars=len(scholars),
        first_hand=len(read),
        second_hand=len(scholars - read),
        unnamed=sum(kind == "unnamed" for kind in kinds.values()),
        contemporaries=sum(kind == "contemporary" for kind in kinds.values()),
        witnesses=len({claim.witness for claim in distinct} - {None}),
        unclear=sum(bool(claim.unclear) for claim in distinct),
        claims=len(distinct),
    )


def _by_stance(question: Question, claims: Iterable[Claim]) -> dict[str, list[Entry]]:
    taken: dict[str, list[Entry]] = {}
    for claim in claims:
        own = claim.stance if claim.question == question.id else None
        for stance in dict.fromkeys(claim.stances_on(question.id)):
            if stance != NO_STANCE:
                taken.setdefault(stance, []).append(Entry(claim, secondary=stance != own))
    return taken


def _undeclared(question: Question, taken: Iterable[str]) -> list[Stance]:
    declared = {stance.id for stance in question.stances}
    return [Stance(id=id, label=id) for id in taken if id not in declared]


def _position(stance: Stance, entries: Iterable[Entry], entities: Entities) -> Position:
    entries = tuple(entries)
    years = [y for e in entries if (y := year_of(e.claim, entities)) is not None]
    return Position(
        stance=stance.id,
        label=stance.label,
        meaning=stance.meaning,
        entries=entries,
        counts=count((e.claim for e in entries), entities),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )


def _several(positions: Iterable[Position]) -> tuple[SeveralPositions, ...]:
    stances: dict[str, dict[str, None]] = {}
    claims: dict[str, dict[str, None]] = {}
    for position in positions:
        for entry in position.entries:
            for scholar in entry.claim.scholars:
                stances.setdefault(scholar, {})[position.stance] = None
                claims.setdefault(scholar, {})[entry.claim.id] = None
    return tuple(
        SeveralPositions(scholar, tuple(held), tuple(claims[scholar]))
        for scholar, held in stances.items()
        if len(held) > 1
    )


def undeclared(comparison: Comparison) -> list[str]:
    """The stances that claims take and the question does not have."""
    return [
        s.id for s in _undeclared(comparison.question, (p.stance for p in comparison.positions))
    ]


def revised(comparison: Comparison) -> list[str]:
    """Those on several sides who gave one up: a claim of theirs here revises another."""
    claims = {e.claim.id: e.claim for p in comparison.positions for e in p.entries}
    question = comparison.question.id
    return [
        several.scholar
        for several in comparison.several_positions
        if any(
            relation.type == "revises"
            and relation.target in (*several.claims, *(f"{question}/{s}" for s in several.stances))
            for id in several.claims
            for relation in claims[id].relations
        )
    ]


def _groups(
    positions: Sequence[Position], without: Sequence[Entry], entities: Entities, by: str
) -> tuple[Group, ...]:
    columns = {p.stance: p.entries for p in positions} | {NO_STANCE: tuple(without)}
    rows: dict[tuple[str | None, str], dict[str, int]] = {}
    for stance, entries in columns.items():
        for entry in entries:
            for row in _rows_of(entry.claim, entities, by):
                rows.setdefault(row, dict.fromkeys(columns, 0))[stance] += 1
    ordered = sorted(rows.items(), key=lambda row: _row_order(row[0][0], by))
    return tuple(Group(key, label, counts) for (key, label), counts in ordered)


def _row_order(key: str | None, by: str) -> tuple[bool, int, bool]:
    """Decades and certainties in their own order, the rest as met, the unrecorded last."""
    if key is not None and by == "decade":
        return (False, int(key), not key.startswith("-"))
    if key is not None and by == "certainty" and key in CLAIM_CERTAINTIES:
        return (False, CLAIM_CERTAINTIES.index(key), False)
    return (key is None, 0, False)


def _rows_of(claim: Claim, entities: Entities, by: str) -> list[tuple[str | None, str]]:
    if by in ("scholar", "school"):
        holders = ((id, entities.scholar(id)) for id in dict.fromkeys(claim.scholars))
        if by == "scholar":
            return [(id, scholar.name if scholar else id) for id, scholar in holders]
        schools = dict.fromkeys(scholar.school if scholar else None for _, scholar in holders)
        return [(school, school or "no school recorded") for school in schools]
    if by == "decade":
        return [_decade_row(date_of(claim, entities))]
    if by == "source":
        if claim.citation is None:
            return [(None, "no work named")]
        source = claim.citation.source
        return [(source, citations.short(entities.source(source), source))]
    return [(claim.certainty, claim.certainty or "not recorded")]


def _decade_row(date: str | None) -> tuple[str | None, str]:
    """A date that leaves the decade open goes by itself, as written."""
    found = dates.decade(date)
    if found is None:
        return None, date or "undated"
    start, bce = found
    return f"{'-' * bce}{start}", f"{start}s{' BCE' * bce}"


def _shared(question: Question, scholars: Sequence[str], claims: Sequence[Claim]) -> SharedQuestion:
    held = tuple(_held(question, scholar, claims) for scholar in scholars)
    return SharedQuestion(question, _verdict([set(h.stances) for h in held if h.stances]), held)


def _held(question: Question, scholar: str, claims: Iterable[Claim]) -> Held:
    own = [c for c in claims if scholar in c.scholars]
    taken = dict.fromkeys(stance for claim in own for stance in claim.stances_on(question.id))
    entries = tuple(Entry(c, secondary=c.question != question.id) for c in own)
    declared = [stance.id for stance in question.stances if stance.id in taken]
    others = [stance for stance in taken if stance not in (*declared, NO_STANCE)]
    return Held(scholar, (*declared, *others), entries)


def _verdict(stances: Sequence[set[str]]) -> str:
    if len(stances) < 2:
        return "silent"
    if all(held == stances[0] for held in stances):
        return "agree"
    disjoint = sum(len(held) for held in stances) == len(set.union(*stances))
    return "differ" if disjoint else "partly"
